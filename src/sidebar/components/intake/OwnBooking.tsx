/** In «Заявка», of an employee who has agreed a time already: whose consultation, when, how and where (I9). */

import type { Format } from '../../../domain/deal/deal'
import { consultantOptions, formatOptions } from '../../models/card/fieldOptions'
import type { Desk } from '../../models/page/desk'
import { text } from '../../text.ru'
import { Button } from '../parts/Button'
import { SelectField, TextField } from '../parts/Field'
import { BadNotice, TroubleNotice, Waiting } from '../parts/Notices'
import { Segments } from '../parts/Segments'
import { ConsultantPicks } from '../slots/ConsultantPicks'
import { HoldLine } from '../slots/HoldLine'
import { OwnTimeFields } from './OwnTimeFields'

export function OwnBooking({ desk }: { readonly desk: Desk }) {
  const { own, form } = desk.intake
  if (form.value.channel !== 'phoneStaff' || form.value.letter !== '') return null
  return (
    <>
      <Segments
        label={text.intake.time}
        name="agreed"
        value={own.agreed.value ? 'own' : 'find'}
        options={[
          { value: 'find', title: text.intake.timeFind },
          { value: 'own', title: text.intake.timeAgreed },
        ]}
        onChoose={(value) => own.turn(value === 'own')}
      />
      {own.agreed.value && <Agreed desk={desk} />}
    </>
  )
}

function Agreed({ desk }: { readonly desk: Desk }) {
  const { own } = desk.intake
  const format = own.format.value
  return (
    <section class="panel" aria-label={text.intake.timeAgreed}>
      <div class="pair">
        <SelectField
          id="own-consultant"
          label={text.slots.consultant}
          value={own.consultant.value}
          options={consultantOptions(desk.page.lists)}
          empty={text.common.choose}
          onType={own.choose}
        />
        <SelectField
          id="own-format"
          label={text.slots.format}
          value={format}
          options={formatOptions}
          onType={(value) => {
            own.format.value = value as Format
          }}
        />
      </div>
      {own.lost.value && <BadNotice>{own.lost.value}</BadNotice>}
      <OwnSlots desk={desk} />
      <OwnTimeFields name="own" time={own.time.value} fault={own.faults.value.time} onType={own.typeTime} />
      <TextField
        id="own-place"
        label={text.slots.place[format]}
        hint={text.slots.placeHint[format]}
        value={own.place.value}
        onType={(value) => {
          own.place.value = value
        }}
      />
      <TextField
        id="own-why"
        label={text.intake.ownWhy}
        hint={text.common.optional}
        value={own.why.value}
        onType={(value) => {
          own.why.value = value
        }}
      />
    </section>
  )
}

function OwnSlots({ desk }: { readonly desk: Desk }) {
  const { own } = desk.intake
  const offering = own.list.value?.consultants.filter((one) => one.slots.length > 0) ?? []
  return (
    <>
      <TroubleNotice caller={own.finder} />
      {own.finder.busy.value !== '' && <Waiting>{text.slots.looking}</Waiting>}
      {own.list.value && offering.length === 0 && <p class="detail">{text.intake.ownNone}</p>}
      {offering.map((one) => (
        <ConsultantPicks
          key={one.initials}
          desk={desk}
          one={one}
          alone
          picked={own.picked.value?.slot ?? null}
          onPick={(slot) => own.pick(one, slot)}
        />
      ))}
      {own.picked.value && (
        <div class="row between">
          <HoldLine desk={desk} />
          <Button look="link" onClick={own.unpick}>
            {text.slots.otherSlot}
          </Button>
        </div>
      )}
      {offering.length > 0 && <p class="detail">{text.intake.ownOther}</p>}
    </>
  )
}

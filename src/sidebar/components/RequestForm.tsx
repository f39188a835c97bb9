/** The request itself: the client above, then topic, question and with whom it was agreed. */

import type { Channel } from '../../domain/deal'
import type { Desk } from '../models/desk'
import { channelOptions, consultantOptions, topicOptions } from '../models/fieldOptions'
import { text } from '../text.ru'
import { Button } from './Button'
import { ClientAnswers } from './ClientAnswers'
import { AreaField, SelectField } from './Field'
import { TroubleNotice } from './Notices'
import { Parts } from './Parts'

export function RequestForm({ desk }: { readonly desk: Desk }) {
  const { intake } = desk
  return (
    <form
      class="screen with-bar"
      onSubmit={(event) => {
        event.preventDefault()
        void intake.submit('slots')
      }}
    >
      <FormHead desk={desk} />
      <ClientAnswers desk={desk} />
      <Question desk={desk} />
      <TroubleNotice caller={intake.caller} />
      <div class="bar">
        <Button look="primary" submit name="slots" caller={intake.caller}>
          {text.intake.pickTime}
        </Button>
        <Button name="card" caller={intake.caller} onClick={() => void intake.submit('card')}>
          {text.intake.withoutTime}
        </Button>
      </div>
    </form>
  )
}

function FormHead({ desk }: { readonly desk: Desk }) {
  const { intake } = desk
  const { chosen, showAll } = intake.form.value
  return (
    <div class="form-head">
      <div class="row between">
        <Button look="link" icon="back" onClick={intake.back}>
          {text.intake.another}
        </Button>
        <Button look="link" onClick={intake.clear}>
          {text.intake.clear}
        </Button>
      </div>
      {chosen ? (
        <section class="known" aria-label={text.intake.known}>
          <strong>{chosen.organisation || chosen.contact}</strong>
          <Parts of={[chosen.organisation !== '' && chosen.contact, chosen.phone, chosen.email]} />
          {!showAll && (
            <div class="row between">
              <span class="detail">{intake.shown.value.length === 0 && text.intake.complete}</span>
              <Button look="link" onClick={() => intake.set({ showAll: true })}>
                {text.intake.allFields}
              </Button>
            </div>
          )}
        </section>
      ) : (
        <h2>{text.intake.title}</h2>
      )}
    </div>
  )
}

function Question({ desk }: { readonly desk: Desk }) {
  const { intake, page } = desk
  const form = intake.form.value
  return (
    <>
      <SelectField
        id="intake-topic"
        label={text.intake.topic}
        value={form.topic === null ? '' : String(form.topic)}
        options={topicOptions(page.lists)}
        empty={text.common.choose}
        onType={(value) => intake.set({ topic: value === '' ? null : Number(value) })}
      />
      <AreaField
        id="intake-request"
        label={text.intake.request}
        value={form.request}
        rows={3}
        onType={(request) => intake.set({ request })}
      />
      <div class="pair">
        <SelectField
          id="intake-agreed"
          label={text.intake.agreedWith}
          value={form.agreedWith}
          options={consultantOptions(page.lists)}
          empty={text.intake.nobody}
          onType={(agreedWith) => intake.set({ agreedWith })}
        />
        <SelectField
          id="intake-channel"
          label={text.intake.channel}
          value={form.channel}
          options={channelOptions}
          onType={(channel) => intake.set({ channel: channel as Channel })}
        />
      </div>
    </>
  )
}

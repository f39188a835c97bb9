/** The request itself: the client above, then topic, question and with whom it was agreed. */

import type { Channel } from '../../../domain/deal/deal'
import { channelOptions, consultantOptions, topicOptions } from '../../models/card/fieldOptions'
import type { LetterField } from '../../models/intake/intakeForm'
import type { Desk } from '../../models/page/desk'
import { consent } from '../../text/card.ru'
import { text } from '../../text.ru'
import { ClientAnswers, goOn } from '../card/ClientAnswers'
import { Button } from '../parts/Button'
import { AreaField, SelectField } from '../parts/Field'
import { GoodNotice, TroubleNotice, WarningNotice } from '../parts/Notices'
import { Parts } from '../parts/Parts'
import { LetterFound, LikelyClients } from './LetterFound'
import { OwnBooking } from './OwnBooking'

export function RequestForm({ desk }: { readonly desk: Desk }) {
  const { intake } = desk
  const { letter, channel } = intake.form.value
  const own = intake.own.agreed.value && channel === 'phoneStaff' && letter === ''
  return (
    <form
      class="screen with-bar"
      onSubmit={(event) => {
        event.preventDefault()
        void intake.submit(own ? 'own' : 'slots')
      }}
    >
      <FormHead desk={desk} />
      {intake.made.value && <GoodNotice>{text.intake.made(intake.made.value.deal.id)}</GoodNotice>}
      <FirstInRussia desk={desk} />
      <LetterFound desk={desk} />
      <ClientAnswers desk={desk} />
      <Like desk={desk} />
      <Question desk={desk} />
      <OwnBooking desk={desk} />
      <TroubleNotice caller={intake.caller} />
      <div class="bar">
        <Button look="primary" submit name={own ? 'own' : 'slots'} caller={intake.caller}>
          {own ? text.intake.ownBook : text.intake.pickTime}
        </Button>
        {!own && (
          <Button name="card" caller={intake.caller} onClick={() => void intake.submit('card')}>
            {text.intake.withoutTime}
          </Button>
        )}
        {letter !== '' && Object.keys(intake.faults.value).length > 0 && (
          <Button look="link" name="unsorted" caller={intake.caller} onClick={() => void intake.submit('unsorted')}>
            {text.intake.unsorted}
          </Button>
        )}
      </div>
    </form>
  )
}

/** «Сначала в России»: a person who is new here is reminded of; one who is known is recorded already. */
function FirstInRussia({ desk: { intake, page } }: { readonly desk: Desk }) {
  const { receiver } = page.lists
  if (receiver === null || intake.form.value.chosen) return null
  return (
    <WarningNotice>
      {text.intake.firstInRussia}{' '}
      {receiver !== '' && (
        <a href={receiver} target="_blank" rel="noopener noreferrer">
          {text.intake.openReceiver}
        </a>
      )}
    </WarningNotice>
  )
}

/** Told while one types, not after: a second card of the same client. */
function Like({ desk }: { readonly desk: Desk }) {
  const { matches, choose, dismiss } = desk.intake.like
  if (matches.value.length === 0) return null
  return (
    <div role="status">
      <LikelyClients matches={matches.value} onChoose={(client) => (client ? choose(client) : dismiss())} />
    </div>
  )
}

function FormHead({ desk }: { readonly desk: Desk }) {
  const { intake } = desk
  const { chosen, showAll, letter } = intake.form.value
  return (
    <div class="form-head">
      {letter === '' ? (
        <TwoWays back={[text.intake.another, intake.back]} other={[text.intake.clear, intake.clear]} />
      ) : (
        <TwoWays back={[text.intake.toLetter, intake.letter.start]} other={[text.intake.another, intake.back]} />
      )}
      {chosen ? (
        <section class="known" aria-label={text.intake.known}>
          <strong>{chosen.organisation || chosen.contact}</strong>
          <Parts of={[chosen.organisation !== '' && chosen.contact, chosen.phone, chosen.email]} />
          {chosen.consentWithdrawn !== null && <p class="detail">{consent.line(chosen)}</p>}
          {!showAll && (
            <div class="row between">
              <span class="detail">{intake.shown.value.length === 0 && text.intake.complete}</span>
              <Button look="link" onClick={() => intake.set({ showAll: true })}>
                {text.common.allClientFields}
              </Button>
            </div>
          )}
        </section>
      ) : (
        <h2>{letter === '' ? text.intake.title : text.intake.letterTitle}</h2>
      )}
    </div>
  )
}

type Way = readonly [title: string, go: () => void]

function TwoWays({ back, other }: { readonly back: Way; readonly other: Way }) {
  return (
    <div class="row between">
      <Button look="link" icon="back" onClick={back[1]}>
        {back[0]}
      </Button>
      <Button look="link" onClick={other[1]}>
        {other[0]}
      </Button>
    </div>
  )
}

function Question({ desk }: { readonly desk: Desk }) {
  const { intake, page } = desk
  const form = intake.form.value
  const origin = (name: LetterField) => (form.fromLetter.includes(name) ? text.intake.fromLetter : undefined)
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the field's own key. */}
      <div onKeyDown={(event) => goOn(event, desk)}>
        <SelectField
          id="intake-topic"
          label={text.intake.topic}
          origin={origin('topic')}
          value={form.topic === null ? '' : String(form.topic)}
          fault={form.topic === null ? intake.own.faults.value.topic : ''}
          options={topicOptions(page.lists)}
          empty={text.common.choose}
          onType={(value) => intake.set({ topic: value === '' ? null : Number(value) })}
        />
      </div>
      <AreaField
        id="intake-request"
        label={text.intake.request}
        origin={origin('request')}
        value={form.request}
        rows={3}
        onType={(request) => intake.set({ request })}
      />
      <div class="pair">
        <SelectField
          id="intake-agreed"
          label={text.intake.agreedWith}
          origin={origin('agreedWith')}
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

/** One line of the client's consent: when and how; behind a click the wording, and taking it back. */

import { openStages } from '../../../domain/deal/deal'
import type { Card } from '../../../rpc/contract'
import type { Desk } from '../../models/page/desk'
import { consent as text } from '../../text/card.ru'
import { Button } from '../parts/Button'
import { AreaField, TextField } from '../parts/Field'
import { Fold } from '../parts/Fold'

interface Props {
  readonly desk: Desk
  readonly card: Card
}

export function ConsentLine({ desk, card }: Props) {
  const { client } = card
  if (client === null || client.consentDate === null) return null
  const isWithdrawn = client.consentWithdrawn !== null
  return (
    <Fold title={text.line(client)}>
      {isWithdrawn && <p>{text.given(client)}</p>}
      <p class="plain">{client.consentText || text.noText}</p>
      {desk.card.consent.may && !card.archive && (isWithdrawn ? <GiveBack desk={desk} /> : <Withdraw desk={desk} card={card} />)}
    </Fold>
  )
}

function GiveBack({ desk }: Pick<Props, 'desk'>) {
  return (
    <>
      <p class="detail">{text.backMeans}</p>
      <Button name="return-consent" caller={desk.card.caller} onClick={() => void desk.card.consent.giveBack()}>
        {text.back}
      </Button>
    </>
  )
}

function Withdraw({ desk, card }: Props) {
  const { typed, begin, withdraw } = desk.card.consent
  const told = typed.value
  if (told?.deal !== card.deal.id) return <Button onClick={begin}>{text.withdraw}</Button>
  const shared = { required: true } as const
  return (
    <section class="group-fields" aria-label={text.withdraw}>
      <p>{text.means}</p>
      {openStages.includes(card.deal.stage) && <p class="notice ask">{text.running(card.deal.stage)}</p>}
      <TextField
        {...shared}
        id="consent-date"
        type="date"
        label={text.date}
        value={told.date}
        onType={(date) => {
          typed.value = { ...told, date }
        }}
        onEnter={() => void withdraw()}
      />
      <AreaField
        {...shared}
        id="consent-reason"
        label={text.reason}
        value={told.reason}
        onType={(reason) => {
          typed.value = { ...told, reason }
        }}
      />
      <div class="buttons">
        <Button look="strong" name="withdraw-consent" caller={desk.card.caller} onClick={() => void withdraw()}>
          {text.confirm}
        </Button>
        <Button
          onClick={() => {
            typed.value = null
          }}
        >
          {text.stay}
        </Button>
      </div>
    </section>
  )
}

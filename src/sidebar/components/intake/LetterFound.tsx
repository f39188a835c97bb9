/** What a pasted letter told besides its fields: who it may be from, what was asked before, what was not understood. */

import type { FoundClient } from '../../../domain/client/client'
import type { ClientMatch } from '../../../rpc/contract'
import type { Desk } from '../../models/page/desk'
import { unbroken } from '../../models/page/unbroken'
import { text } from '../../text.ru'
import { Button } from '../parts/Button'
import { Parts } from '../parts/Parts'

export function LetterFound({ desk }: { readonly desk: Desk }) {
  const { found } = desk.intake.form.value
  if (!found) return null
  const { known, matches, repeats, unread } = found
  return (
    <div class="letter-found" id="letter-found" tabIndex={-1}>
      {known && <Pointer desk={desk} sentence={text.intake.knownLetter(known.id)} deal={known} />}
      {!known &&
        repeats.map(({ ref, text: sentence }) => (
          <Pointer key={ref.id} desk={desk} sentence={sentence} deal={{ id: ref.id, row: ref.row, clientId: ref.clientId }} />
        ))}
      {matches.length > 0 && <LikelyClients matches={matches} onChoose={desk.intake.letter.choose} />}
      {unread.length > 0 && <p class="detail">{text.intake.unread(unread)}</p>}
    </div>
  )
}

interface PointerProps {
  readonly desk: Desk
  readonly sentence: string
  readonly deal: Parameters<Desk['intake']['letter']['openDeal']>[0]
}

function Pointer({ desk, sentence, deal }: PointerProps) {
  return (
    <div class="notice ask">
      <div>
        {unbroken(sentence)}
        <Button look="link" onClick={() => desk.intake.letter.openDeal(deal)}>
          {text.common.openDeal(deal.id)}
        </Button>
      </div>
    </div>
  )
}

interface LikelyProps {
  readonly matches: readonly ClientMatch[]
  /** null = a new client. */
  readonly onChoose: (client: FoundClient | null) => void
}

export function LikelyClients({ matches, onChoose }: LikelyProps) {
  return (
    <section class="known" aria-label={text.intake.letterMatches}>
      <h3>{text.intake.letterMatches}</h3>
      {matches.map(({ client }) => (
        <div class="row between" key={client.id}>
          <span class="likely">
            <span class="name">{client.organisation || client.contact}</span>
            <Parts of={[client.organisation !== '' && client.contact, client.phone, client.email]} />
          </span>
          <Button onClick={() => onChoose(client)}>{text.intake.thisClient}</Button>
        </div>
      ))}
      <Button look="link" onClick={() => onChoose(null)}>
        {text.intake.notThem}
      </Button>
    </section>
  )
}

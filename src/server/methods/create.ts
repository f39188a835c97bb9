/** A request taken down by a person becomes a deal, once: a repeated click and a letter pasted again find the deal that stands already. */

import type { Deal } from '../../domain/deal/deal'
import { accept, type Outcome, refuse } from '../../domain/problem'
import type { Card, Input } from '../../rpc/contract'
import { createDeal, outsideIdsOf } from '../../usecases/intake/createDeal'
import { forbidden } from '../../usecases/permissions'
import { cardAfter, carryOut } from '../desk/command'
import { DataError } from '../desk/dataError'
import { clientWanted, type Loaded, loadDesk, rowIssues, type Wanted } from '../desk/load'
import type { DeskSession } from '../desk/session'
import { dealMadeFrom } from '../doors/intake'
import { underLock } from '../google/lock'
import { scanColumns } from '../google/register/records'
import { open } from './deals'

/** Both keys are looked for in the read that the command needs anyway, under its lock; only a repeat costs one read more. */
export function create(input: Input<'deal/create'>, session: DeskSession): Outcome<Card> {
  const made = underLock(() => makeOnce(input, session))
  if (!made.ok) return made
  return 'card' in made.value ? accept(made.value.card) : open(made.value.known, session)
}

type Known = Input<'deal/open'>
type Made = { readonly card: Card } | { readonly known: Known }

function makeOnce(input: Input<'deal/create'>, session: DeskSession): Outcome<Made> {
  const loaded = loadDesk(session, wantedFor(input))
  const stranger = forbidden(loaded.moment.who, 'read')
  if (stranger !== null) return refuse(stranger)
  const known = knownDeal(input, loaded)
  if (known !== null) return accept({ known })
  const issues = rowIssues(loaded)
  if (issues.length > 0) throw new DataError(issues)
  const done = carryOut(loaded, createDeal(input, loaded.desk, loaded.moment))
  return done.ok ? accept({ card: cardAfter(done.value) }) : done
}

function wantedFor({ clientId }: Input<'deal/create'>): Wanted {
  return { columns: { deals: ['id', 'outsideIds', 'clientId'] }, ...(clientId === null ? {} : { clients: [clientWanted(clientId)] }) }
}

function knownDeal(input: Input<'deal/create'>, { snapshot }: Loaded): Known | null {
  const found = outsideIdsOf(input).map((key) => dealMadeFrom(snapshot, key))
  const known = found.find((deal) => deal !== null)
  if (known == null) return null
  const deal = scanColumns<Deal>(snapshot, 'deals').rows.find(({ row }) => row === known.row)
  return { ...known, clientId: deal?.value.clientId ?? null }
}

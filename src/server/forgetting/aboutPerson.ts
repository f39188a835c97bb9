/** What the director asks about somebody: what would go, everything that is known of him, or that he be forgotten. */

import type { Subject } from '../../domain/client/personal/scope'
import { type Deal, openStages } from '../../domain/deal/deal'
import { accept, type Outcome, refuse } from '../../domain/problem'
import type { ForgetLook } from '../../rpc/personalContract'
import type { Asked, DoneBy } from '../../usecases/method/deed'
import { forbidden } from '../../usecases/permissions'
import { type Loaded, loadDesk } from '../desk/load'
import type { DeskSession } from '../desk/session'
import { savedPage } from './exported'
import { goOnForgetting, startForgetting } from './forgetting'
import { type Place, settingOf } from './place'
import { places } from './places'
import { type Found, whoIsIt } from './whoIsIt'

/** A page waits so long; what is left is the next call's, or the tick's. */
const patienceMs = 20_000

export function aboutPerson(session: DeskSession, asked: Asked<'person'>): Outcome<DoneBy<'person'>> {
  const until = Date.now() + patienceMs
  if (asked.act === 'forget') return startForgetting(session, asked, until)
  const loaded = loadDesk(session)
  const denied = forbidden(loaded.moment.who, 'forget')
  if (denied !== null) return refuse(denied)
  if (asked.act === 'goOn') return accept(goOnForgetting(session, until))
  const found = whoIsIt(loaded, asked.subject)
  if (found === null) return refuse(unknown(asked.subject))
  return accept(asked.act === 'export' ? savedPage(loaded, found) : lookOf(loaded, found, until))
}

function unknown({ client, deal }: Subject) {
  return client === null ? ({ code: 'dealNotFound', id: deal ?? 0 } as const) : ({ code: 'clientNotFound', id: client } as const)
}

function lookOf(loaded: Loaded, found: Found, until: number): ForgetLook {
  const { scope, likely, standing } = found
  const { now, who, entry } = loaded.moment
  const setting = settingOf(loaded, { at: now, by: who.email, entry, reason: '' }, scope)
  const counts = places.map((place) => countIn(place, setting, until))
  const deals = standing.rows.filter(({ table }) => table === 'Сделки').map(({ fields }) => fields as unknown as Deal)
  return {
    goes: places.map(({ name }, at) => ({ place: name, found: counts[at]?.found ?? 0 })),
    isWhole: counts.every(({ isWhole }) => isWhole),
    cards: scope.cards.length,
    deals: scope.deals.length,
    open: deals.filter(({ stage }) => openStages.includes(stage)).length,
    held: deals.filter(({ stage, minutes }) => stage === 'won' || minutes !== null).length,
    booked: deals.filter(({ stage, start }) => stage === 'assigned' && (start ?? '') > now).length,
    pseudonym: scope.pseudonym,
    likely: likely.map(({ id, organisation }) => ({ id, organisation })),
  }
}

function countIn(place: Place, setting: Parameters<Place['portion']>[0], until: number): { found: number; isWhole: boolean } {
  let found = 0
  for (let from: number | null = 0; from !== null; ) {
    if (Date.now() > until) return { found, isWhole: false }
    const portion = place.portion(setting, from)
    found += portion.found
    from = portion.next
  }
  return { found, isWhole: true }
}

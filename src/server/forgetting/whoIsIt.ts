/** Who is meant, from the register: his cards and deals, the archives', their history, and what everybody else is known by. */

import { type Client, emptyClient } from '../../domain/client/client'
import { newsIn } from '../../domain/client/news'
import {
  type Card,
  cardsOf,
  type DealLine,
  dealsOf,
  likelyCards,
  type Register,
  type Scope,
  type Subject,
  scopeOf,
} from '../../domain/client/personal/scope'
import type { Telling } from '../../domain/client/personal/told'
import { attachedFiles } from '../../domain/deal/attachedFile'
import { changeIn } from '../../usecases/register/journal'
import { type Loaded, loadFurther } from '../desk/load'
import { archivedRows } from '../desk/rows/archives'
import { scanColumns } from '../google/register/records'
import { readStanding, type Standing } from './rows'

const cardColumns = ['id', 'organisation', 'kind', 'contact', 'phone', 'phoneKey', 'email', 'messenger', 'outsideIds'] as const
const dealColumns = ['id', 'clientId', 'organisation', 'contact', 'phone'] as const

export interface Found {
  readonly scope: Scope
  /** Cards of others that seem to be his too. */
  readonly likely: readonly Card[]
  readonly standing: Standing
}

/** null = there is no such card or deal. */
export function whoIsIt(loaded: Loaded, subject: Subject): Found | null {
  const register = readAll(loaded)
  const ids = cardsOf(subject, register)
  const deals = dealsOf(subject, ids, register)
  if (ids.length + deals.length === 0) return null
  const own = new Set(deals.map(({ id }) => id))
  const standing = readStanding(loaded, { Клиенты: ids, Сделки: [...own] })
  const { people, settings } = loaded.desk.office
  const scope = scopeOf({
    subject,
    cards: register.cards.filter(({ id }) => ids.includes(id)),
    deals,
    history: historyOf(standing),
    others: [
      ...register.cards.filter(({ id }) => !ids.includes(id)),
      ...register.deals.filter(({ id }) => !own.has(id)).map(({ contact, phone, organisation }) => ({ contact, phone, organisation })),
      ...people.map(({ name, email }) => ({ contact: name, email })),
      { phone: settings.centrePhone, email: settings.repliesTo, organisation: settings.centreName },
    ],
    files: filesOf(standing),
  })
  return { scope, likely: likelyCards(ids, deals, register), standing }
}

function readAll(loaded: Loaded): Register {
  const known = loadFurther(loaded, { columns: { clients: cardColumns, deals: dealColumns } })
  const cards = scanColumns<Client>(known.snapshot, 'clients').rows.map(({ value }) => ({ ...emptyClient, ...value }))
  const standing = scanColumns<DealLine>(known.snapshot, 'deals').rows.map(({ value }) => value as DealLine)
  return { cards, deals: [...standing, ...archivedRows(known, () => dealColumns).map((value) => value as DealLine)] }
}

/** What the rows say of him today, and what their lines tell that they ever said. */
function historyOf({ rows, lines }: Standing): Telling[] {
  const pairs = lines.flatMap(({ line }) => Object.entries(changeIn(line) ?? {}))
  const said = [
    ...rows.flatMap(({ fields }) => Object.entries(fields)),
    ...pairs.flatMap(
      ([key, [before, after]]) =>
        [
          [key, before],
          [key, after],
        ] as const,
    ),
  ]
  return said.flatMap(([key, value]): Telling[] => {
    if (key === 'news') return [newsIn(String(value ?? ''))]
    if (key === 'phoneKey') return [{ phone: value }]
    return ['contact', 'phone', 'email', 'messenger', 'organisation'].includes(key) ? [{ [key]: value }] : []
  })
}

/** Numbers of files, of all lists that ever were. */
function filesOf({ rows, lines }: Standing): string[] {
  const lists = [...rows.map(({ fields }) => fields['files']), ...lines.flatMap(({ line }) => changeIn(line)?.['files'] ?? [])]
  const urls = lists.flatMap((list) => (typeof list === 'string' ? attachedFiles(list) : [])).map(({ url }) => url)
  return [...new Set(urls.flatMap((url) => /^https:\/\/drive\.google\.com\/\S*?\/d\/([\w-]{5,})/.exec(url)?.[1] ?? []))]
}

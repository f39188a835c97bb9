/** Who is to be forgotten, and what belongs to him: cards and deals of his own, and by what he is known. */

import * as v from 'valibot'
import type { Deal } from '../../deal/deal'
import { type Client, mergedInto } from '../client'
import { nameKey } from '../likeness'
import { compareNames } from '../personName'
import { aloneHis, isSamePerson, type Telling, toldBy, toldSchema } from './told'

/** The client as a whole with its name; all people of his card; those of them who are there no more. */
const removals = ['client', 'contact', 'former'] as const
export type RemovalKind = (typeof removals)[number]

const number = v.pipe(v.number(), v.integer(), v.minValue(1))

/** By card, or by a request that has none. */
export const subjectSchema = v.object({
  kind: v.picklist(removals),
  client: v.nullable(number),
  deal: v.nullable(number),
  /** Further cards of the same person. */
  also: v.array(number),
})
export type Subject = v.InferOutput<typeof subjectSchema>

export const scopeSchema = v.object({
  cards: v.array(number),
  deals: v.array(number),
  /** Everything he was ever named by. */
  told: toldSchema,
  /** Of that what nobody else is named by. */
  alone: toldSchema,
  /** Stands for the organisation; '' = it keeps its name. */
  pseudonym: v.string(),
  /** What stays of a card whose present contact stays; null = nothing of people does. */
  keeps: v.nullable(v.array(v.string())),
  /** Numbers of his files in Google Drive. */
  files: v.array(v.string()),
})
export type Scope = v.InferOutput<typeof scopeSchema>

export type Card = Pick<Client, 'id' | 'organisation' | 'kind' | 'contact' | 'phone' | 'phoneKey' | 'email' | 'messenger' | 'outsideIds'>
export type DealLine = Pick<Deal, 'id' | 'clientId' | 'organisation' | 'contact' | 'phone'>

export interface Register {
  readonly cards: readonly Card[]
  /** Archived ones too. */
  readonly deals: readonly DealLine[]
}

/** Cards of the subject: those that were told, what was merged into them, and, of an organisation as a whole, cards of the same name. */
export function cardsOf({ kind, client, also }: Subject, { cards }: Pick<Register, 'cards'>): readonly number[] {
  const own = new Set([...(client === null ? [] : [client]), ...also])
  const names = new Set(cards.filter(({ id }) => kind === 'client' && own.has(id)).flatMap(nameOf))
  for (let size = -1; size !== own.size; ) {
    size = own.size
    for (const card of cards) {
      const into = mergedInto(card)
      const isOne = own.has(card.id) || (into !== null && own.has(into)) || nameOf(card).some((name) => names.has(name))
      if (isOne) for (const id of [card.id, ...(into === null ? [] : [into])]) own.add(id)
    }
  }
  return cards.map(({ id }) => id).filter((id) => own.has(id))
}

/** A private person shares his name with nobody. */
function nameOf({ kind, organisation }: Pick<Card, 'kind' | 'organisation'>): string[] {
  const name = kind === 'физическое лицо' ? '' : nameKey(organisation)
  return name === '' ? [] : [name]
}

/** Deals of these cards, and requests without a card that the same person sent. */
export function dealsOf({ deal }: Subject, ids: readonly number[], { cards, deals }: Register): readonly DealLine[] {
  const own = cards.filter(({ id }) => ids.includes(id))
  const first = deals.filter(({ id }) => id === deal)
  const persons: Telling[] = [...own, ...first.map(({ contact, phone }) => ({ contact, phone }))]
  return deals.filter(
    (line) =>
      line.id === deal ||
      (line.clientId === null
        ? persons.some((person) => isSamePerson(person, { contact: line.contact, phone: line.phone }))
        : ids.includes(line.clientId)),
  )
}

/** Cards of others that seem to be the same person: somebody decides. */
export function likelyCards(ids: readonly number[], deals: readonly DealLine[], { cards }: Pick<Register, 'cards'>): readonly Card[] {
  const own: Telling[] = [...cards.filter(({ id }) => ids.includes(id)), ...deals]
  return cards.filter((card) => !ids.includes(card.id) && own.some((one) => isSamePerson(one, card)))
}

interface Found {
  readonly subject: Subject
  readonly cards: readonly Card[]
  readonly deals: readonly DealLine[]
  /** What the history of these rows tells. */
  readonly history: readonly Telling[]
  /** Everybody else, the office's own people too. */
  readonly others: readonly Telling[]
  readonly files: readonly string[]
}

export function scopeOf({ subject, cards, deals, history, others, files }: Found): Scope {
  const keeps =
    subject.kind === 'former'
      ? cards.flatMap(({ contact, phone, phoneKey, email, messenger }) => [contact, phone, phoneKey, email, messenger])
      : null
  const all = toldBy([...cards, ...deals, ...history])
  const stays = toldBy(subject.kind === 'former' ? cards : [])
  const isNamed = subject.kind !== 'former' && (subject.kind === 'client' || [...cards, ...deals].some(isPersonsName))
  const told = { ...aloneHis(all, [stays]), organisation: isNamed ? all.organisation : [] }
  const known = subject.kind === 'former' ? told : { ...all, organisation: told.organisation }
  return {
    cards: cards.map(({ id }) => id),
    deals: deals.map(({ id }) => id),
    told: known,
    alone: aloneHis(known, [...others, stays]),
    pseudonym: isNamed ? pseudonymOf(cards, deals) : '',
    keeps: keeps === null ? null : keeps.filter((one) => one !== ''),
    files: subject.kind === 'former' ? [] : [...files],
  }
}

/** A private person, or an organisation that is called as its contact is. */
function isPersonsName(row: Pick<DealLine, 'organisation' | 'contact'> & Partial<Pick<Card, 'kind'>>): boolean {
  return row.organisation !== '' && (row.kind === 'физическое лицо' || compareNames(row.contact, row.organisation) === 'same')
}

/** One for all its cards, so that it is counted as one client. */
function pseudonymOf(cards: readonly Card[], deals: readonly DealLine[]): string {
  const first = Math.min(...cards.map(({ id }) => id))
  return cards.length > 0 ? `Клиент № ${first}` : `Заявка № ${Math.min(...deals.map(({ id }) => id))}`
}

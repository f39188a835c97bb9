/** What is known of somebody who is to be forgotten: every way in which he was ever named, and which of them are his alone. */

import * as v from 'valibot'
import { folded } from '../../text/fold'
import { organisationKey } from '../organisation'
import { compareNames } from '../personName'
import { phonesIn } from '../phones'
import { emailsAt } from './reach'

const texts = v.array(v.string())
/** As they were typed, each once. */
export const toldSchema = v.object({ contact: texts, phone: texts, email: texts, messenger: texts, organisation: texts })
export type Told = v.InferOutput<typeof toldSchema>
export type Trait = keyof Told

export const traits = ['contact', 'phone', 'email', 'messenger', 'organisation'] as const satisfies readonly Trait[]

/** What a row of somebody tells; absent or '' = nothing. */
export type Telling = Partial<Readonly<Record<Trait, unknown>>>

/** @example toldBy([{ contact: 'Анна', phone: '8 911 …' }, { contact: 'Анна', email: '' }]) // { contact: ['Анна'], phone: ['8 911 …'], … } */
export function toldBy(rows: readonly Telling[]): Told {
  const of = (trait: Trait) => [...new Set(rows.flatMap((row) => textsIn(row[trait])))]
  return Object.fromEntries(traits.map((trait) => [trait, of(trait)])) as Told
}

function textsIn(value: unknown): string[] {
  return typeof value === 'string' && value.trim() !== '' ? [value.trim()] : []
}

/** What is told of others too does not tell who somebody is: it goes with his own rows, and stays in theirs. */
export function aloneHis(his: Told, others: readonly Telling[]): Told {
  const theirs = toldBy(others)
  return {
    contact: his.contact.filter((name) => !theirs.contact.some((other) => isSameName(name, other))),
    phone: his.phone.flatMap(numbersIn).filter((number) => !new Set(theirs.phone.flatMap(numbersIn)).has(number)),
    email: his.email.flatMap(emailsIn).filter((email) => !new Set(theirs.email.flatMap(emailsIn)).has(email)),
    messenger: his.messenger.filter((one) => !theirs.messenger.some((other) => folded(other) === folded(one))),
    organisation: his.organisation.filter((one) => !theirs.organisation.some((other) => organisationKey(other) === organisationKey(one))),
  }
}

/** A namesake: who is meant by the name cannot be told. */
function isSameName(name: string, other: string): boolean {
  return compareNames(name, other) === 'same' || folded(name) === folded(other)
}

/** '+79114160123'; of a short number its digits. */
export function numbersIn(typed: string): string[] {
  const numbers = phonesIn(typed).map(({ number }) => number)
  return numbers.length > 0 ? numbers : (typed.match(/\d(?:[\s()-]{0,3}\d){4,20}/g) ?? []).map((one) => one.replace(/\D/g, ''))
}

export function emailsIn(typed: string): string[] {
  return emailsAt(typed).map(({ text }) => text)
}

/** Whether two rows tell of one person: a name and a way to reach him agree. */
export function isSamePerson(a: Telling, b: Telling): boolean {
  const [mine, yours] = [toldBy([a]), toldBy([b])]
  const names = mine.contact.some((name) => yours.contact.some((other) => isSameName(name, other)))
  return names && isReachedAlike(mine, yours)
}

function isReachedAlike(a: Told, b: Told): boolean {
  const numbers = new Set(b.phone.flatMap(numbersIn))
  const emails = new Set(b.email.flatMap(emailsIn))
  return a.phone.flatMap(numbersIn).some((one) => numbers.has(one)) || a.email.flatMap(emailsIn).some((one) => emails.has(one))
}

/** People of the office's clients, as their cards name them: what logs, titles and letters to others must not tell. */
import type { World } from '../../../emulator/world/types'
import { rowsIn, type Value } from './cells'
import type { Facts } from './known'

const phones = /(?:\+7|(?<!\d)[78])(?:[\s()-]*\d){10}(?!\d)/g
const emails = /[a-z\d][\w.+-]*@[\w-]+(?:\.[\w-]+)+/gi
const names = /[«"]([^«»"]{6,})[»"]/g

/** The last ten digits tell a phone, however it is written. */
const phoneKey = (text: string) => text.replace(/\D/g, '').slice(-10)
const isName = (mark: string) => mark.startsWith('«')

function marksIn(text: string): string[] {
  return [
    ...(text.match(emails) ?? []).map((one) => one.toLowerCase()),
    ...(text.match(phones) ?? []).map(phoneKey),
    ...[...text.matchAll(names)].map(([, name]) => `«${name}`),
  ]
}

export class People {
  /** Phone, address, name of the organisation → clients that have or had it. */
  private readonly marks = new Map<string, Set<number>>()
  private readonly surnames = new Set<string>()

  constructor(private readonly world: World) {}

  /** A client's card, each time it changes. */
  note(id: number, { organisation, phone, email, contact }: Facts): void {
    const own = marksIn(`${textOf(organisation)} ${textOf(phone)} ${textOf(email)}`)
    for (const mark of own) this.marks.set(mark, (this.marks.get(mark) ?? new Set()).add(id))
    const surname = /^\S+ ([А-ЯЁ][а-яё]{5,})$/.exec(textOf(contact))?.[1]
    if (surname !== undefined) this.surnames.add(surname)
  }

  /** A client's phone, address or surname, unless somebody of the office is called so. */
  isIn(text: string): boolean {
    const surname = (text.match(/[А-ЯЁ][а-яё]{5,}/g) ?? []).find((word) => this.surnames.has(word))
    return marksIn(text).some((one) => !isName(one) && this.marks.has(one)) || (surname !== undefined && !this.isOfStaff(surname))
  }

  /** Logs name no organisation either. */
  isInLog(text: string): boolean {
    return this.isIn(text) || marksIn(text).some((one) => this.marks.has(one))
  }

  private isOfStaff(surname: string): boolean {
    return rowsIn(this.world, 'Сотрудники').some(({ cells }) => Object.values(cells).join(' ').includes(surname))
  }

  /** Of clients that the reader is none of; nothing where he is no client. */
  othersIn(to: string, text: string): string[] {
    const own = this.marks.get(to.toLowerCase())
    if (own === undefined) return []
    return marksIn(text).filter((one) => {
      const of = this.marks.get(one)
      return of !== undefined && ![...of].some((client) => own.has(client))
    })
  }
}

const textOf = (value: Value | undefined) => String(value ?? '')

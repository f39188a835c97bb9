/** A request from outside, whoever sent it, as the desk understands it. */

import type { LocalDateTime } from '../time/localTime'

export type Sender = 'tilda' | 'cf7' | 'yandex' | 'google' | 'flat' | 'letter' | 'amo'

/** What was told, as plain text of one line each (`text` may have several); '' and null = not told. */
export interface RequestFields {
  readonly organisation: string
  readonly contact: string
  readonly phone: string
  readonly email: string
  readonly municipality: string
  /** 1–11 (T1), only where the title, its number or its words leave no doubt. */
  readonly topic: number | null
  readonly text: string
  /** As typed; `consultantMeant` says who it is (I2). */
  readonly agreedWith: string
  readonly messenger: string
  /** When it suits him, as told. */
  readonly wishedTimes: string
  /** Consent to process personal data was given on the form. */
  readonly consent: boolean
  /** Its wording as the form had it: the label of the box, the chosen answer; '' = none was given. */
  readonly consentText: string
}

/** Phones and addresses that stand somewhere in what was sent, in their order: they may be the sender's, where he named none. */
export interface Seen {
  readonly phones: readonly string[]
  readonly emails: readonly string[]
}

export interface ReadRequest {
  readonly sender: Sender
  /** The sender only tries whether the address answers (Tilda's test=test). */
  readonly test: boolean
  /** The sender's own key, or a hash: a repeat of the same request has the same one (requestKey.ts). */
  readonly key: string
  readonly fields: RequestFields
  readonly seen: Seen
  /** A field that people do not see was filled. */
  readonly spam: boolean
  /** Name of the form, '' when it has none. */
  readonly form: string
  /** What was sent, readable, whole. */
  readonly raw: string
  /** Names of fields that were not understood; their answers stand in `raw`. */
  readonly unread: readonly string[]
  readonly receipt?: Receipt
}

/** Where a request was recorded before it came here. */
export interface Receipt {
  /** As it stands among the deal's «Внешние номера». */
  readonly key: string
  readonly at: LocalDateTime
}

/** What a web request posted. */
export interface Posted {
  readonly contentType: string
  readonly body: string
  /** Of the address and, for a form, of the body. */
  readonly parameters: Readonly<Record<string, readonly string[]>>
  /** Absent = it came straight. */
  readonly receipt?: Receipt | undefined
}

export const noFields: RequestFields = {
  organisation: '',
  contact: '',
  phone: '',
  email: '',
  municipality: '',
  topic: null,
  text: '',
  agreedWith: '',
  messenger: '',
  wishedTimes: '',
  consent: false,
  consentText: '',
}

/** What stands under the name itself, never what a prototype has: names come from outside. */
export function ownValue<T>(record: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.getOwnPropertyDescriptor(record, name)?.value as T | undefined
}

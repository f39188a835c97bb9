/** The contract between the desk on a phone and the server: signing in, and the calls of whoever is signed in. JSON-safe types only. */

import * as v from 'valibot'
import type { LinkState } from '../domain/office/access/signInLink'
import type { RpcAnswer } from './contract'
import type { Centre } from './pageContract'
import type { PageData } from './screens'

/** What a browser can open by the desk's address: the sidebar, and the wide windows. */
export const deskViews = ['sidebar', 'weekClose', 'slotBoard', 'report', 'externals', 'import', 'settings'] as const
export type DeskView = (typeof deskViews)[number]

/** Made by the browser, base64url: the server keeps its digest alone. */
const secret = v.pipe(v.string(), v.regex(/^[\w-]{43}$/))

export const phoneRequest = v.variant('act', [
  v.object({ act: v.literal('ask'), address: v.pipe(v.string(), v.maxLength(500)) }),
  v.object({ act: v.literal('enter'), link: v.pipe(v.string(), v.regex(/^[\da-f]{64}$/)), secret, agent: v.string() }),
  v.object({ act: v.literal('open'), secret, view: v.picklist(deskViews) }),
  v.object({ act: v.literal('call'), secret, request: v.looseObject({}) }),
])
export type PhoneRequest = v.InferOutput<typeof phoneRequest>
export type PhoneAct = PhoneRequest['act']
export type PhoneAsking<A extends PhoneAct> = Extract<PhoneRequest, { act: A }>

/** `signedOut`: the device is not, or no more, let in. */
export interface PhoneRefusal {
  readonly ok: false
  readonly message: string
  readonly retry: boolean
  readonly signedOut?: 'ended' | 'expired'
  readonly problem: null
  readonly issues: readonly never[]
}

export interface PhoneAnswers {
  /** The same for whatever address. */
  readonly ask: { readonly ok: true; readonly message: string }
  readonly enter: { readonly ok: true }
  readonly open: { readonly ok: true; readonly data: PageData }
  readonly call: RpcAnswer<unknown>
}
export type PhoneAnswer<A extends PhoneAct = PhoneAct> = PhoneAnswers[A] | PhoneRefusal

/** What the page finds inside itself while it does not know yet who opens it. */
export interface SignInData {
  readonly view: 'signIn'
  readonly build: string
  readonly opens: DeskView
  /** Of the desk; '' = not known. */
  readonly address: string
  readonly centre: Centre
  /** Of the letter's link, null = opened without one. */
  readonly link: { readonly secret: string; readonly state: LinkState } | null
}

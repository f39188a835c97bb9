/** What a method has done outside register and calendar: a file saved, a letter sent at once, a partner asked. Named here, carried out by the server. */

import type { PublishedYear } from '../../domain/importing/publishedYear'
import type { Device } from '../../domain/office/access/device'
import type { AmoOutputs } from '../../rpc/amoContract'
import type { Input, Output } from '../../rpc/contract'
import type { ForgetLook, ForgetProgress, VaultShown, WaysOutputs } from '../../rpc/personalContract'
import type { Letter } from '../changes'

/** What the dialog of amoCRM asks for. */
export type AmoAsked = { readonly [M in keyof AmoOutputs]: { readonly act: M; readonly input: Input<M> } }[keyof AmoOutputs]

/** What «Приём заявок» asks for. */
export type WaysAsked = { readonly [M in keyof WaysOutputs]: { readonly act: M; readonly input: Input<M> } }[keyof WaysOutputs]

interface Deeds {
  readonly ways: { readonly asked: WaysAsked; readonly done: WaysOutputs[keyof WaysOutputs] }
  readonly amo: { readonly asked: AmoAsked; readonly done: AmoOutputs[keyof AmoOutputs] }
  /** Taken back where the card does not list it afterwards. */
  readonly file: {
    readonly asked: { readonly name: string; readonly mimeType: string; readonly base64: string; readonly readers: readonly string[] }
    /** `isAgain` = an earlier run has saved it, whose line may stand. */
    readonly done: { readonly id: string; readonly url: string; readonly isAgain: boolean }
  }
  /** To one person, not by «Исходящие». */
  readonly letter: { readonly asked: Omit<Letter, 'key' | 'priority' | 'links'>; readonly done: null }
  /** The tool outside that keeps people's tasks. */
  readonly taskTool: {
    readonly asked:
      | { readonly act: 'state' }
      | { readonly act: 'connect'; readonly input: Input<'tasks/connect'> }
      | { readonly act: 'disconnect'; readonly input: Input<'tasks/disconnect'> }
    readonly done: Output<'tasks/state'>
  }
  /** A request that was set aside is taken or thrown away; deal null = thrown away. */
  readonly aside: { readonly asked: Input<'intake/settleAside'>; readonly done: Output<'intake/settleAside'> }
  /** What waits in «Исходящие» goes. */
  readonly outbox: { readonly asked: null; readonly done: Output<'outbox/send'> }
  /** The working calendar of a year, as its publisher sends it. */
  readonly workdays: { readonly asked: { readonly year: number }; readonly done: PublishedYear }
  /** Somebody is looked for, shown, forgotten. */
  readonly person: {
    readonly asked:
      | { readonly act: 'look' | 'export'; readonly subject: Input<'personal/look'>['subject'] }
      | ({ readonly act: 'forget' } & Input<'personal/forget'>)
      | { readonly act: 'goOn' }
    readonly done: ForgetLook | ForgetProgress | Output<'personal/export'>
  }
  /** People's data are moved to a spreadsheet of their own, or back. */
  readonly vault: {
    readonly asked: { readonly act: 'look' | 'start'; readonly link: string } | { readonly act: 'make' | 'leave' | 'goOn' }
    readonly done: VaultShown
  }
  /** A portion of the last import is taken back. */
  readonly takeBack: { readonly asked: Input<'import/undo'>; readonly done: Output<'import/undo'> }
  /** Somebody is signed out there. */
  readonly signOut: { readonly asked: readonly Device[]; readonly done: null }
}
export type DeedKind = keyof Deeds
export type Asked<K extends DeedKind> = Deeds[K]['asked']
export type DoneBy<K extends DeedKind> = Deeds[K]['done']

/** What is to be done. */
export type Deed = { readonly [K in DeedKind]: { readonly kind: K; readonly asked: Asked<K> } }[DeedKind]
/** What came of it. */
export type Did = { readonly [K in DeedKind]: { readonly kind: K; readonly done: DoneBy<K> } }[DeedKind]

/** What a deed of this kind brought. */
export function doneBy<K extends DeedKind>(kind: K, did: Did | null): DoneBy<K> {
  if (did === null || did.kind !== kind) throw new Error(`the deed «${kind}» was to be done first`)
  return did.done as DoneBy<K>
}

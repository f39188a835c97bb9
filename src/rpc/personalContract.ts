/** The part of the contract that is about people's data: where they are, who is to be forgotten, what is known of somebody. */

import * as v from 'valibot'
import { subjectSchema } from '../domain/client/personal/scope'
import { type RequestRule, ruleSchema } from '../domain/intake/ruFirst/rule'
import type { LocalDate } from '../domain/time/localTime'

const link = v.pipe(v.string(), v.trim(), v.maxLength(500))
const reason = v.pipe(v.string(), v.trim(), v.minLength(3), v.maxLength(500))

/** Method → input. */
export const personalInputs = {
  'personal/map': v.object({}),
  /** Numbers without names: what would go, what would stay. */
  'personal/look': v.object({ subject: subjectSchema }),
  'personal/forget': v.object({ subjects: v.pipe(v.array(subjectSchema), v.minLength(1), v.maxLength(500)), reason }),
  /** The next portions of what is under way. */
  'personal/goOn': v.object({}),
  'personal/export': v.object({ subject: subjectSchema }),
  /** Clients whose term is over. */
  'personal/due': v.object({}),
  /** The list was looked through: who is left on it stays until the next month. */
  'personal/seen': v.object({}),
  /** Where people's data are kept. @param link of a spreadsheet that may become the vault, '' = none is proposed */
  'personal/vault': v.object({ link }),
  'personal/vaultMake': v.object({}),
  'personal/vaultStart': v.object({ link }),
  'personal/vaultLeave': v.object({}),
  /** The next portions of what is on its way. */
  'personal/vaultGoOn': v.object({}),
  'ways/open': v.object({}),
  'ways/set': ruleSchema,
  /** A new one; the former opens nothing from now on. */
  'ways/key': v.object({}),
  /** VK's lead forms of a community; without a number they are disconnected. */
  'ways/vk': v.object({ account: v.pipe(v.string(), v.trim(), v.maxLength(100)), token: v.pipe(v.string(), v.trim(), v.maxLength(500)) }),
} as const

export interface ForgetProgress {
  /** People who are still to go, the present one among them. */
  readonly left: number
  /** Places of the present one that are done, of so many. */
  readonly done: number
  readonly of: number
  /** Files in Google Drive that only their owner can throw away. */
  readonly filesLeft: readonly string[]
}

export interface ForgetLook {
  /** By place, in its order: rows, mentions, sheets … */
  readonly goes: readonly { readonly place: string; readonly found: number }[]
  /** False: the register is large, and the time was over before all of it was looked through. */
  readonly isWhole: boolean
  readonly cards: number
  readonly deals: number
  /** Of these, still open: somebody has to close them. */
  readonly open: number
  /** Consultations that go on being counted. */
  readonly held: number
  /** Booked for a time to come. */
  readonly booked: number
  /** The organisation gets this name; '' = it keeps its own. */
  readonly pseudonym: string
  /** Further cards that seem to be the same person. */
  readonly likely: readonly { readonly id: number; readonly organisation: string }[]
}

/** One place where people's data are kept. */
export interface MapLine {
  readonly place: string
  /** In words, a line for each kind. */
  readonly holds: readonly string[]
  /** How it is forgotten, in words. */
  readonly forgets: string
  /** null = not counted. */
  readonly people: number | null
  /** null = nothing there, or not told. */
  readonly since: LocalDate | null
}

export interface PersonalMap {
  readonly lines: readonly MapLine[]
  readonly progress: ForgetProgress
  /** Months after the last consultation; 0 = no term is set. */
  readonly months: number
}

export interface VaultShown {
  /** 'plain' = in the register; 'in', 'out' = on the way to the vault, or back; 'kept' = in the vault. */
  readonly mode: 'plain' | 'in' | 'kept' | 'out'
  /** Of the vault, or of the spreadsheet that may become it; '' = there is none. */
  readonly link: string
  /** Cells that were moved. */
  readonly moved: number
  /** Names of those who work in the panel and cannot open it. */
  readonly without: readonly string[]
  /** Why it cannot be read; '' = it can. */
  readonly away: string
}

export interface DueClient {
  readonly id: number
  readonly organisation: string
  /** The last thing that is known of him. */
  readonly last: LocalDate
  readonly withdrawn: boolean
}

export interface VkPlace {
  /** Number of the community; '' = none is connected. */
  readonly account: string
  readonly name: string
  /** Why nothing comes, or what was just done; '' = all is well. */
  readonly message: string
  readonly good: boolean
}

export interface Ways extends RequestRule {
  readonly vk: VkPlace
  /** A receiver has a key. */
  readonly hasKey: boolean
  /** Where the receiver sends to; '' = the web app is not published yet. */
  readonly url: string
}

/** «Приём заявок»: by which ways requests come, and the key of the receiver in Russia. */
export interface WaysOutputs {
  'ways/open': Ways
  'ways/set': Ways
  'ways/vk': Ways
  /** Shown once. */
  'ways/key': Ways & { readonly key: string }
}

export interface PersonalOutputs extends WaysOutputs {
  'personal/map': PersonalMap
  'personal/look': ForgetLook
  'personal/forget': ForgetProgress
  'personal/goOn': ForgetProgress
  /** A page to keep. */
  'personal/export': { readonly name: string; readonly html: string }
  'personal/seen': { readonly month: string }
  'personal/vault': VaultShown
  'personal/vaultMake': VaultShown
  'personal/vaultStart': VaultShown
  'personal/vaultLeave': VaultShown
  'personal/vaultGoOn': VaultShown
  'personal/due': { readonly months: number; readonly clients: readonly DueClient[] }
}

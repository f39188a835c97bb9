/** Where people's data are kept, and what each such place does to forget somebody: a portion at a time, repeated without harm. */

import { elsewhereMask, ownMask } from '../../domain/client/personal/mask'
import type { Scope } from '../../domain/client/personal/scope'
import type { Removal } from '../../domain/client/personal/withoutPerson'
import type { Forgetting } from '../../usecases/register/service'
import type { ServiceChange } from '../desk/commit'
import type { Loaded } from '../desk/load'

export interface Setting {
  readonly loaded: Loaded
  /** What was asked for. */
  readonly asked: Pick<Forgetting, 'at' | 'by' | 'entry' | 'reason'>
  readonly scope: Scope
  /** In rows of his own. */
  readonly own: Removal
  /** Anywhere else. */
  readonly elsewhere: Removal
}

export interface Portion {
  /** Records that tell of him: what goes, as it is shown before. */
  readonly found: number
  /** Where the next portion begins; null = this was the last. */
  readonly next: number | null
  /**
   * Nothing is left of him in this portion afterwards.
   * @param change of «Служебное», to be written in the same transaction where the place writes one
   * @returns whether it was
   */
  write(change: ServiceChange): boolean
}

export interface Place {
  /** Kept in «Служебное» while it is under way: never changed. */
  readonly name: string
  portion(setting: Setting, from: number): Portion
}

export function settingOf(loaded: Loaded, asked: Setting['asked'], scope: Scope): Setting {
  const { told, alone, pseudonym, keeps } = scope
  return {
    loaded,
    asked,
    scope,
    own: { mask: ownMask(told, pseudonym), own: true, pseudonym, keeps: keeps === null ? null : new Set(keeps) },
    elsewhere: { mask: elsewhereMask(alone, pseudonym), own: false, pseudonym: '', keeps: null },
  }
}

/** Nothing to do here. */
export const nothingFound: Portion = { found: 0, next: null, write: () => false }

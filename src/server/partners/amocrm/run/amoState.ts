/** What a run knows of the office's amoCRM: how it is reached, how it is read, how far it has been read. */

import type { Reading } from '../../../../domain/importing/leads/lead'
import type { AmoLink, AmoState } from '../../../../domain/importing/leads/link'
import { decoded } from '../../../../domain/register/stored'
import { stored } from '../../../../usecases/register/service'
import type { Loaded } from '../../../desk/load'
import type { DeskSession } from '../../../desk/session'
import { localOf, unixOf } from '../../../google/clock'
import type { AmoAccess } from '../request'

/** Whoever asks, and what he has read. */
export interface AmoSetting {
  readonly loaded: Loaded
  readonly session: DeskSession
}

/** One run's knowledge of the account. */
export interface AmoRun {
  readonly session: DeskSession
  readonly access: AmoAccess
  readonly link: AmoLink
  /** No further request is begun after that moment, ms. */
  readonly until: number
}

const begun = { at: 0, page: 1, top: 0 }
const emptyState: AmoState = {
  cursors: { leads: begun, contacts: begun, notes: begun, events: begun },
  seen: [],
  meeting: null,
  restUntil: '',
  message: '',
}

export function amoStateOf({ desk }: Pick<Loaded, 'desk'>): AmoState {
  return decoded(stored.amoState, desk.service.amoState, emptyState)
}

export function readingOf({ desk }: Pick<Loaded, 'desk'>, link: AmoLink): Reading {
  const { zone } = desk.office.settings
  return { link, office: desk.office, zone: { local: (seconds) => localOf(seconds, zone), unix: (at) => unixOf(at, zone) } }
}

/** As this run wrote it last. */
let lastState: AmoState | null = null

export function latestState(loaded: Loaded): AmoState {
  return lastState ?? amoStateOf(loaded)
}

export function stateCell(state: AmoState): { readonly amoState: string } {
  lastState = state
  return { amoState: JSON.stringify(state) }
}

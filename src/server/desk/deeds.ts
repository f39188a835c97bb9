/** Deeds outside register and calendar, by kind: how each is done, and taken back where the card does not list it. */

import { repliesTo } from '../../domain/office/repliesTo'
import type { Outcome } from '../../domain/problem'
import { dateOf } from '../../domain/time/localTime'
import type { Asked, Deed, DeedKind, Did, DoneBy } from '../../usecases/method/deed'
import { answerWays } from '../doors/ruFirst/ways'
import { aboutPerson } from '../forgetting/aboutPerson'
import { keptIfListed, saveFile } from '../google/drive'
import { forgetAccess } from '../google/kept/accessStore'
import { sendLetter } from '../google/mailer'
import { settleAside } from '../jobs/asides'
import { takeBackImport } from '../jobs/importUndo'
import { sendWaiting } from '../jobs/outbox'
import { connectTool, disconnectTool, toolState } from '../jobs/tasks/toolDialog'
import { amoAnswer } from '../partners/amocrm/run/dialog/amoDialog'
import { publishedYear } from '../partners/workdays'
import { aboutVault } from '../vault/choosing'
import type { Loaded } from './load'
import type { DeskSession } from './session'

interface Setting {
  readonly session: DeskSession
  /** null = the deed reads for itself. */
  readonly loaded: Loaded | null
}

const doers: { readonly [K in DeedKind]: (asked: Asked<K>, setting: Setting) => Outcome<DoneBy<K>> } = {
  file: ({ readers, ...file }) => ({ ok: true, value: saveFile(file, readers) }),
  letter: ({ to, subject, body, html }, { loaded }) => {
    if (loaded === null) throw new Error('the office is read first')
    const { office } = loaded.desk
    const sender = { from: office.settings.centreName, replyTo: repliesTo(office, dateOf(loaded.moment.now)) }
    sendLetter({ to, subject, body, ...sender, ...(html === undefined ? {} : { html }) })
    return { ok: true, value: null }
  },
  taskTool: (asked, { loaded, session }) => {
    if (loaded === null) throw new Error('the office is read first')
    const setting = { loaded, session }
    if (asked.act === 'state') return { ok: true, value: toolState(setting) }
    return { ok: true, value: asked.act === 'connect' ? connectTool(asked.input, setting) : disconnectTool(asked.input, setting) }
  },
  amo: (asked, { loaded, session }) => {
    if (loaded === null) throw new Error('the office is read first')
    return { ok: true, value: amoAnswer(asked, { loaded, session }) }
  },
  ways: (asked, { loaded }) => {
    if (loaded === null) throw new Error('the office is read first')
    return { ok: true, value: answerWays(asked, loaded) }
  },
  aside: (asked, { session }) => settleAside(session, asked),
  outbox: (_asked, { session }) => sendWaiting(session),
  person: (asked, { session }) => aboutPerson(session, asked),
  vault: (asked, { session }) => aboutVault(session, asked),
  workdays: ({ year }) => publishedYear(year),
  signOut: (devices) => {
    forgetAccess({ devices })
    return { ok: true, value: null }
  },
  takeBack: ({ at }, { session }) => takeBackImport(session, at),
}

/** Does it, then what is to be done with it. */
export function afterDeed<T>({ kind, asked }: Deed, setting: Setting, then: (did: Did) => Outcome<T>): Outcome<T> {
  const done = (doers[kind] as (asked: unknown, setting: Setting) => Outcome<DoneBy<DeedKind>>)(asked, setting)
  if (!done.ok) return done
  const did = { kind, done: done.value } as Did
  return did.kind === 'file' ? keptIfListed(did.done, asked as Asked<'file'>, () => then(did)) : then(did)
}

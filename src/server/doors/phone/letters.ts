/** Letters with a link to sign in, to whoever asked and is of the office. A run of its own: how long it takes is seen by nobody who asks. */

import { escapeHtml } from '../../../domain/letter/html'
import { letterHtml } from '../../../domain/letter/letterHtml'
import { lettersKept } from '../../../domain/letter/lettersKept'
import type { Access } from '../../../domain/office/access/access'
import { type Device, isLive } from '../../../domain/office/access/device'
import { addressKey, digestOf, idOf, personTag } from '../../../domain/office/access/secrets'
import { isKept, mayWrite, type SignInLink } from '../../../domain/office/access/signInLink'
import { signInLetter } from '../../../domain/office/access/signInText.ru'
import type { Person } from '../../../domain/office/office'
import { repliesTo } from '../../../domain/office/repliesTo'
import { dateOf } from '../../../domain/time/localTime'
import type { Caller } from '../../../usecases/changes'
import { type Loaded, loadDesk } from '../../desk/load'
import { callerOf, seesNothing } from '../../desk/session'
import { forgetAccess, keepAccess, noteWaiting } from '../../google/kept/accessStore'
import { forgetCached, keepCached, surelyCachedAmong } from '../../google/kept/cache'
import { underLock } from '../../google/lock'
import { lettersLeft, sendLetter } from '../../google/mailer'
import { platformErrorOf, tried } from '../../google/platformError'
import { pagesAddress } from '../../google/signed/links'
import { storedProperties } from '../../google/spreadsheet'

/** The global that the trigger calls. */
export const letterHandler = 'signInLetters'

/** In the cache: a run is on its way; one was there within a minute. */
export const letterRuns = { soon: 'signIn:soon', lately: 'signIn:lately' } as const

/** @param id of the address; '' = of no one known, in a flood */
export function askedProperty(id: string): string {
  return `signIn:asked:${id}`
}

/** A trigger goes off once, and stays until it is deleted. Who asks from now on needs another one. What this run dies of, the next tick does. */
export function runSignInLetters(): void {
  quietly(() => noteWaiting(true))
  forgetCached(letterRuns.soon)
  keepCached(letterRuns.lately, '1', 60)
  quietly(deleteRunOnce)
  sendSignInLetters()
}

function deleteRunOnce(): void {
  for (const trigger of tried(() => ScriptApp.getProjectTriggers())) {
    if (trigger.getHandlerFunction() === letterHandler) ScriptApp.deleteTrigger(trigger)
  }
}

function quietly(work: () => void): boolean {
  try {
    work()
    return true
  } catch (error) {
    console.error(`sign in: ${platformErrorOf(error).code}`)
    return false
  }
}

interface Ready {
  /** Of the asking, in the cache. */
  readonly key: string
  readonly person: Person
  readonly secret: string
  readonly link: SignInLink
}

/**
 * Who asked and could not be written to is written to by the next tick, as long as the asking is kept.
 * @throws PlatformError
 */
export function sendSignInLetters(): void {
  const { spreadsheetId } = storedProperties()
  const loaded = loadDesk({ spreadsheetId, email: '', entry: 'триггер' })
  const address = pagesAddress(loaded.desk.office.settings.pagesAddress)
  const { asked, ready, fitting } = address === '' ? nobody : underLock(() => claim(loaded))
  const written = fitting.filter((one) => quietly(() => write(one, address, loaded)))
  const left = ready.filter((one) => !written.includes(one)).map(({ key }) => key)
  for (const key of asked) if (!left.includes(key)) forgetCached(key)
  if (left.length === 0) noteWaiting(false)
}

interface Claimed {
  /** Keys in the cache. */
  readonly asked: readonly string[]
  readonly ready: readonly Ready[]
  /** Those that the day's letters have room for. */
  readonly fitting: readonly Ready[]
}
const nobody: Claimed = { asked: [], ready: [], fitting: [] }

/** What goes is counted before it goes. */
function claim(loaded: Loaded): Claimed {
  const { access } = storedProperties()
  const now = Date.now()
  const byId = new Map(peopleOf(loaded).map((person) => [idOf(digestOf('address', addressKey(person.email), access.key)), person]))
  const asked = surelyCachedAmong([...byId.keys()].map(askedProperty))
  const ready = [...byId].flatMap(([id, person]) =>
    asked.includes(askedProperty(id)) && mayWrite(access.links, person, now) ? [readyFor(person, { id, key: access.key, at: now })] : [],
  )
  const fitting = ready.length === 0 ? [] : ready.slice(0, Math.max(0, lettersLeft() - lettersKept))
  const known = [...byId.keys()]
  const isNews = known.join(' ') !== access.known.join(' ')
  if (isNews || fitting.length > 0) keepAccess({ links: fitting.map(({ link }) => link) }, isNews ? known : undefined)
  forgetAccess({ links: access.links.filter((link) => !isKept(link, now)) })
  return { asked, ready, fitting }
}

/** Whoever has left or has another address is signed out for good, and what is over is forgotten. Costs no call where nothing is. */
export function endDevices({ devices, links }: Access, { desk, moment, session }: Loaded): void {
  const now = Date.now()
  const isOver = (one: Device) =>
    !isLive(one, now) || seesNothing(callerFor(one.email, { desk, moment, session }), desk.office, one) !== null
  forgetAccess({ devices: devices.filter(isOver), links: links.filter((link) => !isKept(link, now)) })
}

function callerFor(email: string, { session, desk, moment }: Pick<Loaded, 'session' | 'desk' | 'moment'>): Caller {
  return callerOf({ ...session, email, entry: 'телефон' }, desk.office, dateOf(moment.now))
}

/** Of two with one address the first, as everywhere. */
function peopleOf(loaded: Loaded): Person[] {
  const { office } = loaded.desk
  return office.people.filter(({ email }) => email !== '' && seesNothing(callerFor(email, loaded), office) === null)
}

/** Two of Google's random ids: 244 bits. */
function readyFor(person: Person, { id, key, at }: { readonly id: string; readonly key: string; readonly at: number }): Ready {
  const secret = `${Utilities.getUuid()}${Utilities.getUuid()}`.replace(/-/g, '').toLowerCase()
  const link = { digest: digestOf('link', secret, key), email: person.email, tag: personTag(person), at, used: '' }
  return { key: askedProperty(id), person, secret, link }
}

/** To the address on «Сотрудники», whatever was typed. */
function write({ person, secret }: Ready, address: string, { desk, moment }: Loaded): void {
  const { centreName: from } = desk.office.settings
  const { subject, body } = signInLetter(from)
  const link = `${address}?in=${secret}`
  sendLetter({
    ...{ to: person.email, subject, from, replyTo: repliesTo(desk.office, dateOf(moment.now)) },
    body: body.replace('⟦1⟧', link),
    html: letterHtml(body).replace('⟦1⟧', escapeHtml(link)),
  })
}

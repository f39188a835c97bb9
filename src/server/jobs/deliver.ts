/** Carrying out one row of «Исходящие», by its kind; operations on tasks go together (tasks.ts). */

import { titleReader } from '../../domain/calendar/slotTitle'
import { isStillLeft } from '../../domain/calendar/sync/leftBooking'
import { escapeHtml } from '../../domain/letter/html'
import { type Invitation, invitationFile, invitationMethod, invitationText } from '../../domain/letter/invitation'
import { letterHtml } from '../../domain/letter/letterHtml'
import { repliesTo } from '../../domain/office/repliesTo'
import { decoded } from '../../domain/register/stored'
import { dealUnread, eventJustChanged } from '../../domain/text/text.ru'
import { dateOf } from '../../domain/time/localTime'
import type { Loaded } from '../desk/load'
import { type OutboxRow, payloads, payloadUnread } from '../desk/outboxRow'
import type { FreedEvent, OutboxKind } from '../desk/rows/outboxRows'
import { getEvent } from '../google/calendar'
import { giveTimeBack } from '../google/calendarWrites'
import { localNow, utcOf } from '../google/clock'
import { type LetterFile, sendLetter } from '../google/mailer'
import { PlatformError } from '../google/platformError'
import { linksFor } from '../google/signed/links'
import type { Worded } from './tellings'

type Deliverer = (one: Worded, loaded: Loaded) => void

const deliverers: Readonly<Record<Exclude<OutboxKind, 'задача' | 'amoCRM'>, Deliverer>> = {
  письмо: mail,
  известие: mail,
  календарь: ({ letter }, loaded) => freeAbandoned(known(decoded(payloads.календарь, letter.payload, null)), loaded),
}

/** @throws PlatformError: the row is tried again */
export function deliverOne(one: Worded, loaded: Loaded): void {
  deliverers[one.letter.kind as keyof typeof deliverers](one, loaded)
}

/** What was typed over is tried again like any other, and named in «Ошибка». */
function known<T>(content: T | null): T {
  if (content === null) throw new PlatformError('said', { detail: payloadUnread })
  return content
}

function mail({ letter, words }: Worded, { desk, moment }: Loaded): void {
  if (words === 'unread') throw new PlatformError('said', { detail: dealUnread })
  const { to, subject, body, html = letterHtml(body), links = [] } = words?.mail ?? { to: letter.to, ...known(plainLetter(letter)) }
  const { centreName: from, zone, pagesAddress: typed } = desk.office.settings
  const invitation = words?.invitation
  const linked = linksFor(links, typed)
  sendLetter({
    to,
    subject,
    body: linked(body),
    html: linked(html, escapeHtml),
    from,
    replyTo: repliesTo(desk.office, dateOf(moment.now)),
    ...(invitation === undefined ? {} : { file: fileOf(invitation, from, zone) }),
  })
}

function fileOf(invitation: Invitation, name: string, zone: string): LetterFile {
  const from = { name, email: Session.getEffectiveUser().getEmail() }
  const text = invitationText(invitation, { from, at: localNow(zone), utcOf: (at) => utcOf(at, zone) })
  return { name: invitationFile, type: `text/calendar; charset=UTF-8; method=${invitationMethod(invitation)}`, text }
}

function plainLetter({ kind, payload }: OutboxRow) {
  return kind === 'письмо' ? decoded(payloads.письмо, payload, null) : null
}

/** Frees the event of a booking that was let go, unless the run itself did so, or somebody has written there since. */
function freeAbandoned(freed: FreedEvent, { desk }: Loaded): void {
  const { calendarId, zone } = desk.office.settings
  const calendar = { id: calendarId, zone }
  const event = getEvent(calendar, freed.eventId)
  if (event === null || event.cancelled || !isStillLeft(event, freed, titleReader(desk.office.people))) return
  if (!giveTimeBack(calendar, freed, event.etag)) throw new PlatformError('said', { detail: eventJustChanged })
}

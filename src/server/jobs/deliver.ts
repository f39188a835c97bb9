/** Carrying out one row of «Исходящие», by its kind; operations on tasks go together (tasks.ts). */

import { titleReader } from '../../domain/calendar/slotTitle'
import { isStillLeft } from '../../domain/calendar/sync/leftBooking'
import { escapeHtml } from '../../domain/letter/html'
import { decoded } from '../../domain/register/stored'
import { eventJustChanged } from '../../domain/text/text.ru'
import type { Loaded } from '../desk/load'
import { type OutboxRow, payloads, payloadUnread } from '../desk/outboxRow'
import type { FreedEvent, OutboxKind } from '../desk/rows/outboxRows'
import { getEvent } from '../google/calendar'
import { giveTimeBackUnchanged } from '../google/calendarWrites'
import { withLinks } from '../google/links'
import { sendLetter } from '../google/mailer'
import { PlatformError } from '../google/platformError'

type Deliverer = (row: OutboxRow, loaded: Loaded) => void

/** Each may throw a PlatformError: the row is tried again. */
export const deliverers: Readonly<Record<Exclude<OutboxKind, 'задача'>, Deliverer>> = {
  письмо: mail,
  календарь: ({ payload }, loaded) => freeAbandoned(known(decoded(payloads.календарь, payload, null)), loaded),
}

/** What was typed over is tried again like any other, and named in «Ошибка». */
function known<T>(content: T | null): T {
  if (content === null) throw new PlatformError('unexpected', { detail: payloadUnread })
  return content
}

function mail({ to, payload }: OutboxRow, { desk }: Loaded): void {
  const { subject, body, html, links } = known(decoded(payloads.письмо, payload, null))
  sendLetter({
    to,
    subject,
    body: withLinks(body, links),
    ...(html === undefined ? {} : { html: withLinks(html, links, escapeHtml) }),
    from: desk.office.settings.centreName,
  })
}

/** Frees the event of a booking that was let go, unless the run itself did so, or somebody has written there since. */
function freeAbandoned(freed: FreedEvent, { desk }: Loaded): void {
  const { calendarId, zone } = desk.office.settings
  const calendar = { id: calendarId, zone }
  const event = getEvent(calendar, freed.eventId)
  if (event === null || event.cancelled || !isStillLeft(event, freed, titleReader(desk.office.people))) return
  if (!giveTimeBackUnchanged(calendar, freed, event.etag)) throw new PlatformError('unexpected', { detail: eventJustChanged })
}

/** Carrying out one row of «Исходящие», by its kind. */

import { escapeHtml } from '../domain/html'
import type { PageLink } from '../usecases/changes'
import type { FreedEvent, OutboxKind } from './commit'
import { getEvent, markOf } from './google/calendar'
import { freeEvent, removeEvent } from './google/calendarWrites'
import { sendLetter } from './google/mailer'
import { withLinks } from './links'
import type { Loaded } from './load'
import type { OutboxRow } from './methods/outbox'

type Deliverer = (row: OutboxRow, loaded: Loaded) => void

/** Each may throw a PlatformError: the row is tried again. */
export const deliverers: Readonly<Record<OutboxKind, Deliverer>> = {
  письмо: mail,
  календарь: ({ payload }, loaded) => freeAbandoned(JSON.parse(payload) as FreedEvent, loaded),
}

interface Content {
  readonly subject: string
  readonly body: string
  readonly html?: string
  readonly links?: readonly PageLink[]
}

function mail({ to, payload }: OutboxRow, { desk }: Loaded): void {
  const { subject, body, html, links = [] } = JSON.parse(payload) as Content
  sendLetter({
    to,
    subject,
    body: withLinks(body, links),
    ...(html === undefined ? {} : { html: withLinks(html, links, escapeHtml) }),
    from: desk.office.settings.centreName,
  })
}

/** Frees the event of a booking that was let go, unless the run itself did so, or somebody has booked it since. */
function freeAbandoned({ eventId, summary, deal, version }: FreedEvent, { desk }: Loaded): void {
  const { calendarId, zone } = desk.office.settings
  const calendar = { id: calendarId, zone }
  const event = getEvent(calendar, eventId)
  if (event === null || event.cancelled || event.title === summary) return
  const booking = markOf(event)
  const isLeft = booking !== null && booking.deal === deal && booking.version <= version
  if (summary === '') {
    if (isLeft) removeEvent(calendar, eventId)
  } else if (booking === null || isLeft) freeEvent(calendar, eventId, summary)
}

/** What an event says in words: its title, and what people wrote on it. */

import type { CalendarAddress } from '../../google/calendar'
import { messageOf, platformErrorOf, tried } from '../../google/platformError'
import { isTraining } from '../../google/training'

type Texts = Readonly<Record<string, string>>

const members = ['summary', 'description', 'location'] as const

/** null = it is gone. */
export function eventTexts(calendar: CalendarAddress, eventId: string): Texts | null {
  try {
    const event = tried(() => Calendar!.Events!.get(calendar.id, eventId))
    return Object.fromEntries(members.map((member) => [member, event[member] ?? '']))
  } catch (error) {
    return goneOr(error)
  }
}

/** An event that is gone says nothing more. */
export function setTexts(calendar: CalendarAddress, eventId: string, texts: Texts): void {
  if (isTraining()) return
  try {
    tried(() => Calendar!.Events!.patch(texts, calendar.id, eventId))
  } catch (error) {
    goneOr(error)
  }
}

function goneOr(error: unknown): null {
  if (/Not Found|deleted|\b404\b|\b410\b/i.test(messageOf(error))) return null
  throw platformErrorOf(error)
}

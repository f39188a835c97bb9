/** The consultation as a file for its guest's own calendar (RFC 5545, RFC 5546): opened after a move it replaces the former time, after a cancellation the time goes. */

import type { LocalDateTime } from '../time/localTime'
import { oneLine } from './plainLine'

export interface Invitation {
  /** The same for all letters about a consultation to a person. */
  readonly uid: string
  /** Grows with each change. */
  readonly sequence: number
  readonly start: LocalDateTime
  /** Exclusive; '' = not known. */
  readonly end: LocalDateTime | ''
  readonly isOff: boolean
  readonly title: string
  /** A room or a link, '' = none. */
  readonly place: string
  readonly about: readonly string[]
}

interface Sent {
  /** Whose name and address the letter has; a file from a page has no address. */
  readonly from: { readonly name: string; readonly email: string }
  readonly at: LocalDateTime
  /** Wall clock of the office → '20261127T070000Z'. */
  readonly utcOf: (at: LocalDateTime) => string
}

export const invitationFile = 'консультация.ics'

/** What the file's method is: the calendar takes the event in, or out. */
export function invitationMethod({ isOff }: Pick<Invitation, 'isOff'>): 'CANCEL' | 'PUBLISH' {
  return isOff ? 'CANCEL' : 'PUBLISH'
}

/** Lines end with CR LF and are no longer than 75 octets. */
export function invitationText(event: Invitation, { from, at, utcOf }: Sent): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Consultation Desk//RU',
    `METHOD:${invitationMethod(event)}`,
    'BEGIN:VEVENT',
    `UID:${event.uid}`,
    `SEQUENCE:${event.sequence}`,
    `DTSTAMP:${utcOf(at)}`,
    `DTSTART:${utcOf(event.start)}`,
    ...(event.end === '' ? [] : [`DTEND:${utcOf(event.end)}`]),
    `STATUS:${event.isOff ? 'CANCELLED' : 'CONFIRMED'}`,
    ...(from.email === '' ? [] : [`ORGANIZER;CN="${oneLine(from.name).replace(/"/g, '')}":mailto:${from.email}`]),
    `SUMMARY:${escaped(oneLine(event.title))}`,
    ...(event.place === '' ? [] : [`LOCATION:${escaped(oneLine(event.place))}`]),
    `DESCRIPTION:${event.about.map((line) => escaped(oneLine(line))).join('\\n')}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

function escaped(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd').replace(/[\\;,]/g, (sign) => `\\${sign}`)
}

const longest = 75

/** A line that goes on begins with a space; no character is cut in two. */
function folded(line: string): string {
  const parts: string[] = []
  let part = ''
  let octets = 0
  for (const sign of line) {
    const size = octetsOf(sign)
    if (octets + size > longest) {
      parts.push(part)
      part = ''
      octets = 1
    }
    part += sign
    octets += size
  }
  return [...parts, part].join('\r\n ')
}

/** In UTF-8. */
function octetsOf(sign: string): number {
  const code = sign.codePointAt(0) ?? 0
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
}

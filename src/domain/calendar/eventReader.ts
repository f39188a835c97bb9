/** What an event says by its title, its kind in Google and its guests' answers: out of office, focus time, an invitation declined. */

import { type SlotTitle, type TitlePerson, titleReader } from './slotTitle'
import { asked, unrelated } from './title/slotTitleKinds'

/** E-mail finds the person where the title names nobody. */
export interface EventPerson extends TitlePerson {
  readonly email?: string
}

/** What of an event says whose it is and what it is. */
export interface ToldEvent {
  readonly title: string
  /** Google's kind of event: 'outOfOffice', 'focusTime', 'workingLocation' …; absent = an ordinary one. */
  readonly eventType?: string
  /** E-mails of guests who declined, in lower case; absent = none. */
  readonly declined?: readonly string[]
  /** E-mail of whoever made it; absent = not told. */
  readonly creator?: string
}

/** Kinds in which somebody is away, as it is told. */
const awayTypes: Readonly<Record<string, string>> = { outOfOffice: 'нет на месте', focusTime: 'занят' }
/** Kinds that take nobody's time. */
const quietTypes = ['workingLocation', 'birthday']

/** Prepared once for a whole calendar. */
export function eventReader(people: readonly EventPerson[]): (event: ToldEvent) => SlotTitle {
  const read = titleReader(people)
  return (event) => {
    const title = read(event.title)
    const type = event.eventType ?? ''
    if (quietTypes.includes(type)) return unrelated
    const why = awayTypes[type]
    if (why !== undefined) return awayByType(title, why, event, people)
    return isUntitled(event) ? untitled(event, people) : answered(title, event, people)
  }
}

function isUntitled({ title }: ToldEvent): boolean {
  return title.trim() === ''
}

/** A consultant's event that says nothing, private ones too: nobody knows whether he is free. */
function untitled({ creator = '' }: ToldEvent, people: readonly EventPerson[]): SlotTitle {
  const made = madeBy(creator, people)
  return made.length > 0 ? asked('unreadable', made) : unrelated
}

function madeBy(creator: string, people: readonly EventPerson[]): string[] {
  return people.filter(({ initials, email }) => initials !== '' && isMail(email, creator)).map(({ initials }) => initials)
}

/** Of whoever the title names, else of whoever made it. */
function awayByType(title: SlotTitle, why: string, { creator = '' }: ToldEvent, people: readonly EventPerson[]): SlotTitle {
  if (title.kind === 'away' && title.people !== 'everybody') return title
  const named = title.kind === 'ask' ? title.people : title.kind === 'free' || title.kind === 'booked' ? [title.initials] : []
  const who = named.length > 0 ? named : madeBy(creator, people)
  return who.length > 0 ? { kind: 'away', people: who, why } : asked('whose', [])
}

/** A slot or a meeting that its only consultant declined is neither; a booking has a line of its own. */
function answered(title: SlotTitle, { declined = [] }: ToldEvent, people: readonly EventPerson[]): SlotTitle {
  if (declined.length === 0 || (title.kind !== 'free' && title.kind !== 'away')) return title
  const who = title.kind === 'free' ? [title.initials] : title.people
  if (who === 'everybody') return title
  const isDeclined = people.some(({ initials, email }) => who.includes(initials) && declined.some((one) => isMail(email, one)))
  return isDeclined ? asked('declined', who) : title
}

function isMail(email: string | undefined, other: string): boolean {
  return email !== undefined && email !== '' && email.toLowerCase() === other.toLowerCase()
}

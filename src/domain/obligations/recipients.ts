/** Who gets a letter about something owed: the people behind an owner, today. */

import { absenceOn, isEmployedWithin } from '../calendar/slotPieces'
import type { Office, Person } from '../office/office'
import type { Role } from '../office/roles'
import type { LocalDate } from '../time/localTime'
import { managerOf, type Owner, readOwners } from './owner'

export interface Recipient {
  readonly email: string
  /** Has no access to the register (C1). */
  readonly external: boolean
  /** Does not owe it: told because nobody who does is here. */
  readonly substitute: boolean
}

/**
 * Initials are that person, away or not (C1); a role is everybody of it who works here on the date, and the director too while every office
 * manager is away. Nobody found = the administrator, and of what the administrator owes
 * the director; [] = not even one, or nobody owes it.
 */
export function recipientsOf(owners: readonly Owner[], office: Office, today: LocalDate): Recipient[] {
  if (owners.length === 0) return []
  const found = owners.flatMap((owner) => peopleOf(owner, office, today))
  const others = found.length > 0 ? found : substitutes('administrator', office, today)
  const isDesks = owners.some((owner) => 'role' in owner && owner.role === 'administrator')
  return unique(others.length > 0 || !isDesks ? others : substitutes('director', office, today))
}

/** Who is told that a line is overdue, by its «О просрочке узнаёт»: 'director', 'projectManager: Добрый Север'; [] = nobody at once. */
export function toldOf(overdueTo: string, office: Office, today: LocalDate): Recipient[] {
  const [code = '', project = ''] = overdueTo.split(': ')
  if (code === 'projectManager') {
    const owner: Owner = managerOf(project, office) === '' ? { role: 'director' } : { managerOf: project }
    return recipientsOf([owner], office, today)
  }
  return isToldAtOnce(overdueTo) ? recipientsOf([{ role: code as Role }], office, today) : []
}

const atOnce: readonly string[] = ['officeManager', 'director', 'administrator', 'projectManager'] satisfies Role[]

/** Not in the director's digest, and not nobody's. */
export function isToldAtOnce(overdueTo: string): boolean {
  return atOnce.includes(overdueTo.split(': ')[0] ?? '')
}

/** Whether a letter about the line would reach anybody, for the note on «Сегодня»; nobody's line reaches nobody rightly. */
export function isReachable(who: string, office: Office, today: LocalDate): boolean {
  return who === '' || recipientsOf(readOwners(who), office, today).length > 0
}

function peopleOf(owner: Owner, office: Office, today: LocalDate): Recipient[] {
  if ('managerOf' in owner || 'email' in owner) {
    const email = 'email' in owner ? owner.email : managerOf(owner.managerOf, office)
    return email === '' ? [] : [{ email, external: false, substitute: false }]
  }
  if ('role' in owner) return ofRole(owner.role, office, today)
  return told(office.people.filter((person) => person.initials === owner.initials && isEmployedWithin(person, today, today)))
}

function ofRole(role: Role, office: Office, today: LocalDate): Recipient[] {
  const people = office.people.filter((person) => person.roles.includes(role) && isEmployedWithin(person, today, today))
  const isNobodyHere = role === 'officeManager' && people.length > 0 && people.every((person) => absenceOn(person, today) !== undefined)
  return [...told(people), ...(isNobodyHere ? substitutes('director', office, today) : [])]
}

function substitutes(role: Role, office: Office, today: LocalDate): Recipient[] {
  const people = office.people.filter((person) => person.roles.includes(role) && isEmployedWithin(person, today, today))
  return told(people).map((recipient) => ({ ...recipient, substitute: true }))
}

function told(people: readonly Person[]): Recipient[] {
  return people.filter(({ email }) => email !== '').map(({ email, external }) => ({ email, external, substitute: false }))
}

function unique(recipients: readonly Recipient[]): Recipient[] {
  const byEmail = new Map<string, Recipient>()
  for (const one of recipients) if (!byEmail.has(one.email.toLowerCase())) byEmail.set(one.email.toLowerCase(), one)
  return [...byEmail.values()]
}

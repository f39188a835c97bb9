/** Who calls, through what, on which register: the first step of every execution. */

import { isStillOf } from '../../domain/office/access/access'
import type { Device } from '../../domain/office/access/device'
import type { Office } from '../../domain/office/office'
import { isAtWork } from '../../domain/office/permission'
import type { Problem } from '../../domain/problem'
import type { LocalDate } from '../../domain/time/localTime'
import type { Caller } from '../../usecases/changes'
import { forbidden } from '../../usecases/permissions'
import { registerId } from '../google/spreadsheet'

/** Entry points as the journal names them. */
export type EntryName = 'панель' | 'меню' | 'таблица' | 'триггер' | 'импорт' | 'календарь' | 'страница' | 'телефон'

export interface DeskSession {
  readonly spreadsheetId: string
  /** '' where Google does not tell; no right is derived from it. */
  readonly email: string
  readonly entry: EntryName
  /** On which the caller is signed in, entry «телефон». */
  readonly device?: Device
}

/** Somebody asks by a page of the desk: who may see nothing is told so, and nothing else. */
export function isAsked({ entry }: DeskSession): boolean {
  return entry === 'панель' || entry === 'телефон'
}

export function openSession(entry: EntryName): DeskSession {
  return { spreadsheetId: registerId(), email: Session.getActiveUser().getEmail(), entry }
}

/** Somebody who may see nothing of the register called a page's method: thrown before anything is looked at, told in rpc.ts and page.ts. */
export class StrangerError extends Error {
  constructor(readonly problem: Problem) {
    super(`a page's call is refused: ${problem.code}`)
    this.name = 'StrangerError'
  }
}

/** The product itself, for triggers: no person's rights, no person's name. */
const deskItself: Caller = { email: 'Консультации', name: 'Консультации', initials: '', roles: ['administrator'] }

/**
 * The caller by «Сотрудники». While nobody is listed there (before set-up is done) the owner of the script is the administrator.
 * Project managers are known by «Проекты».
 */
export function callerOf(session: DeskSession, office: Office, today: LocalDate): Caller {
  if (session.entry === 'триггер') return deskItself
  const email = session.email.toLowerCase()
  const person = office.people.find((one) => email !== '' && one.email.toLowerCase() === email)
  const manages = office.projects.some(({ managerEmail }) => email !== '' && managerEmail.toLowerCase() === email)
  if (person !== undefined && !isAtWork(person, today)) return { email: session.email, name: person.name, initials: '', roles: [] }
  if (person === undefined) {
    const isOwner = office.people.length === 0 && email !== '' && email === Session.getEffectiveUser().getEmail().toLowerCase()
    return { email: session.email, name: session.email, initials: '', roles: isOwner ? ['administrator'] : [] }
  }
  const roles = manages && !person.roles.includes('projectManager') ? [...person.roles, 'projectManager' as const] : person.roles
  return { email: session.email, name: person.name, initials: person.initials, roles }
}

/** Why the caller sees nothing at all, or null: strangers, people who no longer work here, external consultants (C1), devices of somebody else. */
export function seesNothing(who: Caller, office: Office, device?: Device): Problem | null {
  if (device !== undefined && !isStillOf(device, office.people)) return { code: 'strangerCaller', email: who.email }
  const isListed = office.people.some(({ email }) => who.email !== '' && email.toLowerCase() === who.email.toLowerCase())
  return who.roles.length === 0 && isListed ? { code: 'notAtWork', name: who.name } : forbidden(who, 'read')
}

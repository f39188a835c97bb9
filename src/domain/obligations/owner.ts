/** Who owes something: a role, one consultant, the manager of a project, an address; as the words of «Контроль», and back from them. */

import type { Office } from '../office/office'
import { type Role, roleTitles } from '../office/roles'

/** Everybody of a role, one consultant, whoever manages a project, or the person at an address. */
export type Owner = { readonly role: Role } | { readonly initials: string } | { readonly managerOf: string } | { readonly email: string }

const between = ' и '
const managed = `${roleTitles.projectManager} «`

/** Example: [{ initials: 'ММ' }, { role: 'officeManager' }] → «ММ и офис-менеджер»; { managerOf: 'Добрый Север' } → «руководитель проекта «Добрый Север»». */
export function ownerText(owners: readonly Owner[]): string {
  return owners.map(wordsOf).join(between)
}

function wordsOf(owner: Owner): string {
  if ('role' in owner) return roleTitles[owner.role]
  if ('email' in owner) return owner.email
  return 'initials' in owner ? owner.initials : `${managed}${owner.managerOf}»`
}

/** The owners of a line of «Контроль», [] = nobody owes it. A project's manager stands alone there, so a project may have any name. */
export function readOwners(text: string): Owner[] {
  if (text.startsWith(managed)) return [{ managerOf: text.slice(managed.length, -1) }]
  return text
    .split(between)
    .filter((word) => word !== '')
    .map((word) => {
      const role = (Object.keys(roleTitles) as Role[]).find((one) => roleTitles[one] === word)
      if (role !== undefined) return { role }
      return word.includes('@') ? { email: word } : { initials: word }
    })
}

/** Whether a line is the caller's: by initials, by role, or as the manager of its project. */
export function isOwner(
  text: string,
  caller: { readonly email: string; readonly initials: string; readonly roles: readonly Role[] },
  { projects }: Pick<Office, 'projects'>,
): boolean {
  return readOwners(text).some((owner) => {
    if ('role' in owner) return caller.roles.includes(owner.role)
    if ('initials' in owner) return caller.initials !== '' && owner.initials === caller.initials
    return isSamePerson('email' in owner ? owner.email : managerOf(owner.managerOf, { projects }), caller.email)
  })
}

function isSamePerson(a: string, b: string): boolean {
  return a !== '' && a.toLowerCase() === b.toLowerCase()
}

/** The address of a project's manager, '' where there is none. */
export function managerOf(project: string, { projects }: Pick<Office, 'projects'>): string {
  return projects.find(({ name }) => name === project)?.managerEmail ?? ''
}

/** Names are no keys: what the desk remembers of «Проекты» and «Сотрудники», so that a new name or new initials keep what was done before. */

import { folded } from '../text/fold'
import type { Person, Project } from './office'

/** A project as it stood on the sheet last, in the order of the sheet, with the names that it had before. */
export interface KnownProject {
  readonly name: string
  readonly manager: string
  readonly former: readonly string[]
}

type Named = Pick<Project, 'name' | 'managerEmail'>

/**
 * What is remembered after a look at the sheet. A name that is new stands for one that is gone where both have the same place and the same
 * manager, or are the only two of that manager; otherwise it is another project.
 * @example followed([{ name: 'Ресурсный центр', manager: 'a@x', former: [] }], [{ name: 'Ресурсный центр НКО', managerEmail: 'a@x' }])
 *   // → [{ name: 'Ресурсный центр НКО', manager: 'a@x', former: ['Ресурсный центр'] }]
 */
export function followed(known: readonly KnownProject[], projects: readonly Named[]): KnownProject[] {
  const standing = new Set(projects.map(({ name }) => folded(name)))
  const gone = known.filter(({ name }) => !standing.has(folded(name)))
  const fresh = projects.filter((project) => sameNamed(known, project) === undefined)
  return projects.map((project, at) => {
    const before = sameNamed(known, project) ?? renamed(project, { gone, fresh, there: known[at] })
    return { name: project.name, manager: project.managerEmail, former: before === undefined ? [] : formerOf(before, project.name) }
  })
}

function sameNamed(known: readonly KnownProject[], { name }: Named): KnownProject | undefined {
  return known.find((one) => folded(one.name) === folded(name))
}

interface Looked {
  readonly gone: readonly KnownProject[]
  readonly fresh: readonly Named[]
  /** What stood in the same place. */
  readonly there: KnownProject | undefined
}

function renamed({ managerEmail }: Named, { gone, fresh, there }: Looked): KnownProject | undefined {
  const isTheirs = (email: string) => email.toLowerCase() === managerEmail.toLowerCase()
  const theirs = gone.filter(({ manager }) => isTheirs(manager))
  if (there !== undefined && theirs.includes(there)) return there
  return theirs.length === 1 && fresh.filter((one) => isTheirs(one.managerEmail)).length === 1 ? theirs[0] : undefined
}

function formerOf({ name, former }: KnownProject, now: string): readonly string[] {
  return [...new Set([...former, name])].filter((one) => one !== now)
}

/** Former name → the present one; a name that a project has now is its own. */
export function currentNames(known: readonly KnownProject[]): ReadonlyMap<string, string> {
  const standing = new Set(known.map(({ name }) => name))
  return new Map(known.flatMap(({ name, former }) => former.filter((one) => !standing.has(one)).map((one) => [one, name] as const)))
}

/** People with initials for `followed`: a person is known by the address, or by the name where there is none. */
export function initialsOf(people: readonly Person[]): Named[] {
  return people
    .filter(({ initials }) => initials !== '')
    .map(({ initials, email, name }) => ({ name: initials, managerEmail: email || name }))
}

/** The people with the initials that they had before, where nobody has them now. */
export function withFormer(people: readonly Person[], current: ReadonlyMap<string, string>): readonly Person[] {
  if (current.size === 0) return people
  return people.map((person) => {
    const former = [...current].flatMap(([was, is]) => (is === person.initials ? [was] : []))
    return former.length === 0 ? person : { ...person, former }
  })
}

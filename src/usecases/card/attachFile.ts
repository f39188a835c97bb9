/** A description given electronically is attached to the card (C5): may it come, and the line it leaves there. */

import { cleanFileName, decodedSize, fileLine, fileProblem, isProgram, joinedFiles } from '../../domain/deal/attachedFile'
import type { Deal } from '../../domain/deal/deal'
import { accept, type Outcome, type Problem, refuse } from '../../domain/problem'
import { checkLengths } from '../../domain/register/fieldValue'
import type { Input } from '../../rpc/contract'
import { changes, type Decision, type Moment } from '../changes'
import type { Desk } from '../desk'
import { dealReads, type Found, findDeal, nextVersion } from '../located'
import { doneBy } from '../method/deed'
import { method } from '../method/method'
import { forbidden } from '../permissions'
import { cardAfter } from './answers'
import { closedProblem } from './fillDeal'

export interface FileToSave {
  readonly name: string
  readonly mimeType: string
  /** E-mails of those who may open it beside the one who attaches it. */
  readonly readers: readonly string[]
}

/** Asked before anything is saved: a page that saw an older card, or repeats itself, saves nothing. */
function fileToSave(input: Input<'file/attach'>, desk: Desk, moment: Moment): Outcome<FileToSave> {
  const found = findDeal(desk, input.deal)
  if (!found.ok) return found
  const { deal } = found.value
  const problem = mayAttach(deal, moment) ?? contentProblem(input)
  if (problem !== null) return refuse(problem)
  return accept({ name: cleanFileName(input.name), mimeType: input.mimeType, readers: readersOf(deal, desk, moment.who.email) })
}

/** A file as a page sends it. */
export type SentFile = Pick<Input<'file/attach'>, 'name' | 'mimeType' | 'base64'>

/** Why the content is not taken, or null; the same wherever it comes from. */
export function contentProblem({ name, mimeType, base64 }: SentFile): Problem | null {
  const size = decodedSize(base64)
  if (size === null) return { code: 'badValue', title: cleanFileName(name), why: 'файл пришёл повреждённым, выберите его ещё раз' }
  return isProgram({ mimeType, base64 }) ? { code: 'fileType', name: cleanFileName(name) } : fileProblem({ name, mimeType, size })
}

/** Whether the caller may attach to this deal now. */
function mayAttach(deal: Deal, { who }: Moment): Problem | null {
  return forbidden(who, 'fill', deal) ?? closedProblem(deal.stage)
}

/**
 * Those who see every card, and the consultant whose card it is; an external one has no access to the register (C1).
 * @param owner e-mail of the account in whose Drive the file will stand: it needs no permission
 */
export function readersOf(deal: Deal, { office }: Desk, owner: string): string[] {
  const everyCard = ['officeManager', 'director', 'administrator'] as const
  const readers = office.people.filter(
    ({ initials, external, roles }) =>
      (!external && initials !== '' && initials === deal.consultant) || everyCard.some((role) => roles.includes(role)),
  )
  const emails = readers.map(({ email }) => email.toLowerCase()).filter((email) => email !== '' && email !== owner.toLowerCase())
  return [...new Set(emails)]
}

function attachFile(id: number, saved: { readonly name: string; readonly url: string }, desk: Desk, moment: Moment): Decision {
  const found = findDeal(desk, { id })
  if (!found.ok) return found
  const listed = listFile(found.value, saved)
  const problem = mayAttach(found.value.deal, moment) ?? listed.problem
  if (problem !== null) return { ok: false, problem }
  return { ok: true, changes: changes({ kind: 'file/attach', reason: saved.name, ...listed.rows }) }
}

/**
 * The saved file's line, on the deal and on its client's card (C5). It goes below the others, so a change made while the file was on its way is no
 * conflict.
 */
export function listFile({ deal, client }: Pick<Found, 'deal' | 'client'>, { name, url }: { readonly name: string; readonly url: string }) {
  const files = joinedFiles(deal.files, fileLine(name, url))
  const ofClient = joinedFiles(client?.files ?? '', fileLine(name, url))
  return {
    problem: checkLengths({ files }) ?? (client === null ? null : checkLengths({ files: ofClient })),
    rows: {
      deals: [{ before: deal, after: nextVersion(deal, { files }) }],
      clients: client === null ? [] : [{ before: client, after: nextVersion(client, { files: ofClient }) }],
    },
  }
}

/** It is saved outside the lock, then its line comes on the card under the lock. */
export const attach = method('file/attach', {
  may: 'fill',
  reads: ({ deal }) => dealReads(deal),
  deed: (input, { desk, moment }) => {
    const file = fileToSave(input, desk, moment)
    return file.ok ? accept({ kind: 'file', asked: { ...file.value, base64: input.base64 } }) : file
  },
  decide: ({ deal, name }, { desk, moment }, did) =>
    attachFile(deal.id, { name: cleanFileName(name), url: doneBy('file', did).url }, desk, moment),
  answer: cardAfter,
})

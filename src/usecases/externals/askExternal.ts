/** T2: an external consultant is proposed, and the project's manager is asked by letter; his decision comes through a page. */

import type { Deal } from '../../domain/deal/deal'
import { isUndecidedBooking } from '../../domain/external/decision'
import { decisionLetter, externalCount, overLimit } from '../../domain/letter/pageLetters.ru'
import { type ExternalRow, externalColumns, externalsIn } from '../../domain/month/count/externalLimit'
import type { Project } from '../../domain/office/office'
import type { Problem } from '../../domain/problem'
import { pageNotes } from '../../domain/text/pageText.ru'
import type { Input } from '../../rpc/contract'
import { bookedAnswer } from '../card/answers'
import { changes, type Decision, type Letter, type Moment } from '../changes'
import type { Desk } from '../desk'
import { dealReads, findDeal, nextVersion, stamp, withComment } from '../located'
import { type Known, method } from '../method/method'
import { forbidden } from '../permissions'
import { isBeforeBooking } from './askable'
import { isJustSent, letterFacts, linkUntil, pageLink, pauseMinutes, setsOf } from './pageLinks'

/** T3: how the project stands this month; a warning where this consultation goes beyond its limit, never a refusal. */
export function limitWords(
  project: Project,
  deal: Deal,
  rows: readonly ExternalRow[],
  { office }: Desk,
  { now }: Moment,
): { readonly count: string; readonly warning: string } {
  const made = externalsIn(now.slice(0, 7), project.name, { rows, except: deal.id }, office)
  const limit = project.externalLimitPerMonth
  return { count: externalCount(made, limit, now), warning: made + 1 > limit ? overLimit(limit) : '' }
}

/** Asking again, of this or another project, makes the links of the letter before useless. */
function askExternal(input: Input<'deal/askExternal'>, rows: readonly ExternalRow[], desk: Desk, moment: Moment): Decision {
  const found = findDeal(desk, input.deal)
  if (!found.ok) return found
  const { deal } = found.value
  const project = desk.office.projects.find(({ name }) => name === input.project)
  const problem = forbidden(moment.who, 'assign', deal) ?? askProblem(deal, project, desk, moment)
  if (problem !== null || project === undefined) return { ok: false, problem: problem ?? { code: 'nothingToDo' } }
  const words = limitWords(project, deal, rows, desk, moment)
  const note = pageNotes.asked(project.name, project.managerEmail, [words.count, words.warning].filter(Boolean).join(' '))
  const comments = withComment(deal, `${stamp(moment.now)}: ${note}`)
  const after = nextVersion(deal, {
    externalAskedAt: null,
    externalAskedOf: project.managerEmail,
    externalProject: project.name,
    project: project.name,
    comments,
  })
  const letters = [decisionMail(after, project, words, desk, moment)]
  return { ok: true, changes: changes({ kind: 'deal/askExternal', deals: [{ before: deal, after }], letters }) }
}

function askProblem(deal: Deal, project: Project | undefined, { office }: Desk, { now }: Moment): Problem | null {
  const isOpen = isBeforeBooking(deal.stage) || isUndecidedBooking(deal, office)
  if (!isOpen || deal.externalAt !== null) return { code: 'nothingToDo' }
  if (project === undefined || !project.externals)
    return { code: 'badValue', title: 'Проект', why: 'этот проект не предусматривает внешних консультантов (T2)' }
  if (isJustSent(deal, pageNotes.asked(project.name, project.managerEmail, ''), now))
    return {
      code: 'badValue',
      title: 'Проект',
      why: `его руководителя только что спросили; ещё раз спрашивают через ${pauseMinutes} минут (T2)`,
    }
  return project.managerEmail === '' ? { code: 'badValue', title: 'Проект', why: 'на листе «Проекты» нет почты его руководителя' } : null
}

function decisionMail(
  deal: Deal,
  project: Project,
  words: { readonly count: string; readonly warning: string },
  desk: Desk,
  moment: Moment,
): Letter {
  const { organisation, topic, request } = deal
  const until = linkUntil(deal, desk, moment)
  const mail = decisionLetter({ ...letterFacts(deal, desk, moment), ...words, organisation, topic, request, project: project.name })
  const links = (['allow', 'deny'] as const).map((value) => pageLink('decide', deal, until, value))
  const sets = setsOf(deal, desk, 'externalAskedAt')
  return { key: `decide:${deal.id}v${deal.version}`, to: project.managerEmail, ...mail, links, sets }
}

/** Four calls; T3 is counted over the columns. */
export const ask = method('deal/askExternal', {
  may: 'assign',
  reads: ({ deal }) => ({ ...dealReads(deal), columns: { deals: externalColumns } }),
  decide: (input, known) => askExternal(input, externalRows(known), known.desk, known.moment),
  answer: bookedAnswer,
})

export function externalRows({ scan }: Pick<Known, 'scan'>): readonly ExternalRow[] {
  return scan<ExternalRow>('deals').map(({ value }) => value as ExternalRow)
}

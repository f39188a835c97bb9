/** T2: the recorded decision, who and when, without which an external consultant is not assigned. */

import type { Deal } from '../../domain/deal/deal'
import { noProject } from '../../domain/deal/words'
import { undecided } from '../../domain/external/decision'
import { oneLine } from '../../domain/letter/plainLine'
import { leads } from '../../domain/office/actions'
import type { Project } from '../../domain/office/office'
import type { Problem } from '../../domain/problem'
import { pageNotes } from '../../domain/text/pageText.ru'
import type { Input } from '../../rpc/contract'
import { cardAfter } from '../card/answers'
import { changes, type Decision, type Moment } from '../changes'
import type { Desk } from '../desk'
import { dealReads, findDeal, nextVersion, stamp, withComment } from '../located'
import { method } from '../method/method'
import { forbidden } from '../permissions'
import { expertOf } from './expert'

/** `note` = the manager's own words, from his page. */
type DecideInput = Input<'deal/decideExternal'> & { readonly note?: string }

/** The director decides for every project that provides for external consultants; a manager for his own. */
export function decideExternal(input: DecideInput, desk: Desk, moment: Moment): Decision {
  const found = findDeal(desk, input.deal)
  if (!found.ok) return found
  const { deal } = found.value
  if (deal.stage === 'won' || deal.stage === 'lost') return { ok: false, problem: { code: 'dealClosed', stage: deal.stage } }
  const name = input.project ?? deal.project
  const project = desk.office.projects.find((one) => one.name === name)
  const problem = forbidden(moment.who, 'decideExternal') ?? projectProblem(input, name, project, moment)
  if (problem !== null) return { ok: false, problem }
  const isAllowed = input.decision === 'allow'
  const { now, who } = moment
  const note = `${stamp(now)}: внешний консультант ${isAllowed ? 'разрешён' : 'не разрешён'} — ${who.name}${name === '' ? '' : `, проект «${name}»`}`
  // A refusal is an answer too: nobody is asked any more.
  const decided = isAllowed ? { ...allowed(deal, name, desk), externalBy: who.name, externalAt: now } : withdrawn(deal, desk, moment)
  const says = oneLine(input.note ?? '')
  const comments = withComment(deal, says === '' ? note : `${note}; ${pageNotes.managerSays(says)}`)
  const after = nextVersion(deal, { ...decided, comments })
  return { ok: true, changes: changes({ kind: `deal/decideExternal/${input.decision}`, deals: [{ before: deal, after }] }) }
}

/** For one deal, one project, and the expert who stands on the card; where none does, for the first one booked. */
function allowed({ consultant }: Deal, project: string, { office }: Desk): Partial<Deal> {
  const expert = expertOf({ consultant }, office)
  return { project, externalProject: project, externalExpert: expert?.initials ?? '' }
}

/** Of a booking the question is open again (T2.decide). */
function withdrawn(deal: Deal, { office }: Desk, { now }: Moment): Partial<Deal> {
  const { externalAskedAt, externalAskedOf, externalProject } = undecided(deal, office, now)
  return { externalBy: '', externalAt: null, externalAskedAt, externalAskedOf, externalProject, externalExpert: '' }
}

function projectProblem({ decision }: DecideInput, name: string, project: Project | undefined, { who }: Moment): Problem | null {
  const isDirector = leads(who.roles)
  const isUnknown = name !== '' && name !== noProject && project === undefined
  if (isUnknown) return { code: 'badValue', title: 'Проект', why: 'такого проекта нет в листе «Проекты»' }
  if (decision === 'allow' && project !== undefined && !project.externals)
    return { code: 'badValue', title: 'Проект', why: 'этот проект не предусматривает внешних консультантов (T2)' }
  if (isDirector && decision === 'deny') return null
  if (project === undefined)
    return { code: 'badValue', title: 'Проект', why: 'укажите проект, за счёт которого проводится консультация (T2)' }
  if (isDirector) return null
  const isOwn = project.managerEmail.toLowerCase() === who.email.toLowerCase()
  return isOwn ? null : { code: 'notAllowed', role: 'руководитель проекта', action: 'решать о внешнем консультанте чужого проекта' }
}

export const decide = method('deal/decideExternal', {
  may: 'decideExternal',
  reads: ({ deal }) => dealReads(deal),
  decide: (input, { desk, moment }) => decideExternal(input, desk, moment),
  answer: cardAfter,
})

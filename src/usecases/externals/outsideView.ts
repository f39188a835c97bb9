/** What a page for somebody outside shows for its link: the facts it needs and no others, or a notice that there is nothing to do. */

import { type Deal, openStages } from '../../domain/deal/deal'
import { topicTitles } from '../../domain/deal/words'
import { expertFiles } from '../../domain/external/expertFiles'
import { readExpertReport } from '../../domain/external/expertReport'
import { type GivenLink, type LinkPurpose, linkTag } from '../../domain/external/signedLink'
import type { Invitation } from '../../domain/letter/invitation'
import type { ExternalRow } from '../../domain/month/count/externalLimit'
import type { Project } from '../../domain/office/office'
import { isAtWork } from '../../domain/office/permission'
import { linkTexts, pageTexts } from '../../domain/text/pageText.ru'
import { fullDayTime, shortName } from '../../domain/text/russian'
import type { LocalDateTime } from '../../domain/time/localTime'
import { dateOf } from '../../domain/time/localTime'
import type { OutsideView } from '../../rpc/pageContract'
import type { Caller, Moment } from '../changes'
import type { Desk } from '../desk'
import { clientOf } from '../located'
import type { Known } from '../method/method'
import { isAskedExternal } from './askable'
import { limitWords } from './askExternal'
import { expertOf } from './expert'
import { notice } from './notice'
import { visitOver, visitView } from './visit'

/** A deal and the link to it, whose signature is good. */
export interface Opened {
  readonly deal: Deal
  readonly link: GivenLink
  /** For a decision: columns of T3; else []. */
  readonly rows: readonly ExternalRow[]
}

type View = (opened: Opened, desk: Desk, moment: Moment) => OutsideView

const views: Readonly<Record<Exclude<LinkPurpose, 'visit'>, View>> = {
  request: requestView,
  report: reportView,
  feedback: feedbackView,
  decide: decideView,
  stop: stopView,
}

interface Given extends Omit<Opened, 'deal'> {
  /** undefined = there is no such deal (any more). */
  readonly deal: Deal | undefined
  /** The file of a consultation for its client's calendar. */
  readonly fileOf: (event: Invitation) => string
}

export function outsideView({ deal, link, rows, fileOf }: Given, known: Known): OutsideView {
  const { desk, moment } = known
  const { purpose } = link
  if (dateOf(moment.now) > link.until) return notice(linkTexts.expired)
  if (deal === undefined) return notice(linkTexts.over)
  if (purpose === 'visit') return visitOver(deal, link, known) ?? visitView(deal, known, topicOf(deal), fileOf)
  return isSentTo(link, deal, desk, moment) ? views[purpose]({ deal, link, rows }, desk, moment) : notice(linkTexts.over)
}

/** Whether the link is still his to whom it was sent, and about what it was sent. */
function isSentTo({ purpose, tag }: GivenLink, deal: Deal, desk: Desk, { now }: Moment): boolean {
  if (purpose === 'stop' && tag === '') return true
  if (purpose === 'decide') return tag === linkTag(purpose, deal) && deciderOf(deal, desk, now) !== null
  const expert = expertOf(deal, desk.office)
  if (purpose !== 'report') return tag === linkTag(purpose, deal)
  return tag === linkTag(purpose, deal, expert?.email) && expert !== undefined && isAtWork(expert, dateOf(now))
}

function reportView({ deal, link }: Opened, { office }: Desk, { now }: Moment): OutsideView {
  const sent = readExpertReport(deal.report)
  if (sent?.takenAt !== undefined || (deal.stage !== 'assigned' && deal.reportReceivedAt !== null)) return notice(pageTexts.taken(deal.id))
  if (deal.stage !== 'assigned' || deal.start === null || expertOf(deal, office) === undefined) return notice(linkTexts.over)
  if (now < deal.start) return notice(pageTexts.early(fullDayTime(deal.start, now)))
  const { id, organisation, request, topic } = deal
  const topics = Object.entries(topicTitles).map(([number, title]) => ({ id: Number(number), title }))
  return {
    view: 'report',
    dealId: id,
    organisation,
    request,
    when: fullDayTime(deal.start, now),
    topic: sent?.topic ?? topic,
    topics,
    sent,
    files: expertFiles(deal.files, link.tag),
  }
}

function feedbackView({ deal, link }: Opened, { office }: Desk, { now }: Moment): OutsideView {
  if (deal.stage !== 'feedback' && deal.stage !== 'won') return notice(linkTexts.over)
  // A mark that the office took down is no answer of his.
  if (deal.feedbackScore !== null && deal.feedbackAt !== null) return notice(pageTexts.given(deal.feedbackScore), true)
  const score = /^[1-5]$/.test(link.value) ? Number(link.value) : null
  const name = office.people.find(({ initials }) => initials === deal.consultant)?.name ?? ''
  return { view: 'feedback', when: said(deal.start, now), topic: topicOf(deal), consultant: shortName(name), score }
}

function decideView({ deal, link, rows }: Opened, desk: Desk, moment: Moment): OutsideView {
  const project = projectOf(deal, desk)
  if (!isAskedExternal(deal, desk.office) || project === undefined)
    return notice(deal.externalAt === null ? linkTexts.over : pageTexts.decided, true)
  const { id, organisation, request } = deal
  const decision = link.value === 'allow' || link.value === 'deny' ? link.value : null
  const words = limitWords(project, deal, rows, desk, moment)
  return { view: 'decide', dealId: id, organisation, request, topic: topicOf(deal), project: project.name, ...words, decision }
}

/** Of whose manager the decision was asked. */
function projectOf({ project }: Deal, { office }: Desk): Project | undefined {
  return office.projects.find(({ name, managerEmail }) => name === project && managerEmail !== '')
}

/** Who was asked, as long as he works here and manages the project (T2); asked by an older version, whoever manages it. */
export function deciderOf(deal: Deal, desk: Desk, now: LocalDateTime): Caller | null {
  const project = projectOf(deal, desk)
  const email = project?.managerEmail ?? ''
  const person = desk.office.people.find((one) => one.email.toLowerCase() === email.toLowerCase())
  const isOther = deal.externalAskedOf !== '' && deal.externalAskedOf.toLowerCase() !== email.toLowerCase()
  if (email === '' || isOther || (person !== undefined && !isAtWork(person, dateOf(now)))) return null
  return { email, name: person?.name ?? email, initials: '', roles: ['projectManager'] }
}

/** The client's row may not be read yet: then it is asked. */
/** Files may come as long as somebody works on it; the link stands in no letter, so nobody opens it. */
function requestView({ deal }: Opened): OutsideView {
  return openStages.includes(deal.stage) ? notice(pageTexts.requestTaken, true) : notice(linkTexts.over)
}

function stopView({ deal }: Opened, desk: Desk): OutsideView {
  return clientOf(desk, deal)?.noLetters ? notice(pageTexts.stopped, true) : { view: 'stop' }
}

function said(at: LocalDateTime | null, now: LocalDateTime): string {
  return at === null ? '' : fullDayTime(at, now)
}

function topicOf({ topic }: Deal): string {
  return topicTitles[topic ?? 0] ?? ''
}

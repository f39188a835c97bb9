/** The report of an external consultant: its link is sent, it comes, the office takes it over into the card (C3, C4, C9). */

import { missingDealFields } from '../../domain/deal/card'
import type { Deal } from '../../domain/deal/deal'
import { dealTitles } from '../../domain/deal/fieldTitles'
import { judgeWritten } from '../../domain/deal/judging/judgeWritten'
import { topicTitles } from '../../domain/deal/words'
import { type ExpertReport, isReportTooLong, readExpertReport, reportFields, takenFields } from '../../domain/external/expertReport'
import { reportLetter } from '../../domain/letter/pageLetters.ru'
import { oneLine, plainText } from '../../domain/letter/plainLine'
import type { Person } from '../../domain/office/office'
import type { Problem } from '../../domain/problem'
import { checkLengths } from '../../domain/register/fieldValue'
import { pageNotes, pageRefusals } from '../../domain/text/pageText.ru'
import { problemText } from '../../domain/text/text.ru'
import { addDays, type LocalDateTime } from '../../domain/time/localTime'
import type { Input } from '../../rpc/contract'
import type { PageInput } from '../../rpc/pageContract'
import { bookedAnswer, cardAfter } from '../card/answers'
import { type Changes, changes, type Decision, type Letter, type Moment } from '../changes'
import type { ControlLine, Desk } from '../desk'
import { dealReads, findDeal, nextVersion, stamp, withComment } from '../located'
import { method } from '../method/method'
import { forbidden } from '../permissions'
import { expertOf } from './expert'
import { isJustSent, letterFacts, linkUntil, pageLink, pauseMinutes, setsOf } from './pageLinks'

/** C3: the letter with the link, by a button or once the consultation is over. Each letter of one deal is another one. */
export function sendReport(
  input: { readonly deal: { readonly id: number; readonly version?: number } },
  desk: Desk,
  moment: Moment,
): Decision {
  const found = findDeal(desk, input.deal)
  if (!found.ok) return found
  const { deal } = found.value
  const expert = expertOf(deal, desk.office)
  const problem = forbidden(moment.who, 'fill', deal) ?? sendProblem(deal, expert, moment.now)
  if (problem !== null || expert === undefined) return { ok: false, problem: problem ?? { code: 'nothingToDo' } }
  const comments = withComment(deal, `${stamp(moment.now)}: ${pageNotes.reportSent}`)
  const after = nextVersion(deal, { reportSentAt: null, comments })
  return {
    ok: true,
    changes: changes({ kind: 'deal/sendReport', deals: [{ before: deal, after }], letters: [reportMail(after, expert, desk, moment)] }),
  }
}

function sendProblem(deal: Deal, expert: Person | undefined, now: LocalDateTime): Problem | null {
  if (deal.stage !== 'assigned' || expert === undefined)
    return { code: 'badValue', title: 'Отчёт', why: 'его пишет внешний консультант назначенной консультации (C3)' }
  if (isJustSent(deal, pageNotes.reportSent, now))
    return { code: 'badValue', title: 'Отчёт', why: `ссылка только что отправлена; ещё раз её отправляют через ${pauseMinutes} минут (C3)` }
  return expert.email === ''
    ? { code: 'badValue', title: 'E-mail', why: `у консультанта ${expert.initials} нет почты на листе «Сотрудники»` }
    : null
}

function reportMail(deal: Deal, expert: Person, desk: Desk, moment: Moment): Letter {
  const until = linkUntil(deal, desk, moment)
  const mail = reportLetter({ ...letterFacts(deal, desk, moment), organisation: deal.organisation, start: deal.start ?? '', until })
  return {
    key: `report:${deal.id}v${deal.version}`,
    to: expert.email,
    ...mail,
    links: [pageLink('report', deal, until, '', expert.email)],
    sets: setsOf(deal, desk, 'reportSentAt'),
  }
}

/** How long after the end a letter still goes by itself; what is older is sent by the button. */
const letterDays = 3

/**
 * Deals whose external consultant gets his link now: C9.report has opened, and no link was sent. Pure over «Контроль» and the column
 * «Отчёт: шаблон отправлен».
 * @param sent deals with a link sent already
 */
export function reportLettersDue(
  lines: readonly ControlLine[],
  sent: ReadonlySet<number>,
  now: LocalDateTime,
): { readonly id: number; readonly row: number | null }[] {
  const oldest = `${addDays(now.slice(0, 10), -letterDays)}${now.slice(10)}`
  return lines
    .filter(({ key, opensAt }) => key === 'C9.report' && opensAt <= now && opensAt > oldest)
    .flatMap(({ dealId, row }) => (dealId === null || sent.has(dealId) ? [] : [{ id: dealId, row }]))
}

/** C9: a report came through its page, the first time or corrected. `refusal` is a sentence for the page. */
export function receiveReport(
  deal: Deal,
  input: PageInput<'report/send'>,
  desk: Desk,
  moment: Moment,
): { readonly changes: Changes } | { readonly refusal: string } {
  const report = cleaned(input)
  const missing = missingDealFields({ ...deal, ...takenFields(deal, report, reportFields) }, 'held', desk.office.required)
    .filter(({ field }) => (reportFields as readonly string[]).includes(field))
    .filter(({ field }) => !report[field as keyof ExpertReport])
  const unfilled = [...(report.minutes > 0 ? [] : [dealTitles.minutes]), ...missing.map(({ title }) => title)]
  if (unfilled.length > 0) return { refusal: pageRefusals.missing([...new Set(unfilled)].join(', ')) }
  const [bad] = judgeWritten('deal', takenFields(deal, report, reportFields), { office: desk.office, now: moment.now }).refused
  if (bad !== undefined) return { refusal: problemText(bad.problem, moment.now) }
  if (isReportTooLong(report)) return { refusal: pageRefusals.tooLong }
  const comments = withComment(deal, `${stamp(moment.now)}: ${pageNotes.report(deal.report !== '')}`)
  const after = nextVersion(deal, { report: JSON.stringify(report), reportReceivedAt: moment.now, comments })
  return { changes: changes({ kind: 'page/report', deals: [{ before: deal, after }] }) }
}

/** Topic 8 alone has a project to discuss (C5). */
function cleaned(input: PageInput<'report/send'>): ExpertReport {
  const isDiscussed = input.topic === 8
  return {
    topic: topicTitles[input.topic] === undefined ? 0 : input.topic,
    minutes: input.minutes,
    content: plainText(input.content),
    recommendations: plainText(input.recommendations),
    discussedName: isDiscussed ? oneLine(input.discussedName) : '',
    discussedTheme: isDiscussed ? oneLine(input.discussedTheme) : '',
    discussedAdvice: isDiscussed ? plainText(input.discussedAdvice) : '',
    files: plainText(input.files),
    comment: plainText(input.comment),
  }
}

/** C9: the office carries the report over; what both say differently was chosen by a person. */
function takeReport(input: Input<'deal/takeReport'>, desk: Desk, moment: Moment): Decision {
  const found = findDeal(desk, input.deal)
  if (!found.ok) return found
  const { deal } = found.value
  const report = readExpertReport(deal.report)
  const denied = forbidden(moment.who, 'fill', deal)
  if (denied !== null) return { ok: false, problem: denied }
  if (report === null || report.takenAt !== undefined || deal.stage !== 'assigned') return { ok: false, problem: { code: 'nothingToDo' } }
  const fields = takenFields(deal, report, input.chosen)
  const after = nextVersion(deal, {
    ...fields,
    ...carriedWords(deal, report, moment),
    report: JSON.stringify({ ...report, takenAt: moment.now }),
  })
  const tooLong = checkLengths(fields)
  if (tooLong !== null) return { ok: false, problem: tooLong }
  return { ok: true, changes: changes({ kind: 'deal/takeReport', deals: [{ before: deal, after }] }) }
}

/** Comment and file stand on the card where people look for them. */
function carriedWords(deal: Deal, { comment, files }: ExpertReport, { now }: Moment): Pick<Deal, 'comments' | 'files'> {
  const words = [pageNotes.reportTaken, ...(comment === '' ? [] : [pageNotes.commentOf(oneLine(comment))])]
  const lines = files === '' ? [] : [pageNotes.fileOf(oneLine(files))]
  return {
    comments: withComment(deal, `${stamp(now)}: ${words.join('; ')}`),
    files: [deal.files, ...lines].filter((line) => line !== '').join('\n'),
  }
}

/** Four calls. */
export const sendLink = method('deal/sendReport', {
  may: 'fill',
  reads: ({ deal }) => dealReads(deal),
  decide: (input, { desk, moment }) => sendReport(input, desk, moment),
  answer: bookedAnswer,
})

/** Four calls. */
export const take = method('deal/takeReport', {
  may: 'fill',
  reads: ({ deal }) => dealReads(deal),
  decide: (input, { desk, moment }) => takeReport(input, desk, moment),
  answer: cardAfter,
})

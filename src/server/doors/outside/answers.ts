/** What comes of an answer from a page for people outside: the use case of its purpose, as the person who was written to. */

import type { Deal } from '../../../domain/deal/deal'
import type { Person } from '../../../domain/office/office'
import type { Problem } from '../../../domain/problem'
import { linkTexts, pageTexts } from '../../../domain/text/pageText.ru'
import { problemText } from '../../../domain/text/text.ru'
import { visitTexts } from '../../../domain/text/visitText.ru'
import type { NoticeView, PageInput } from '../../../rpc/pageContract'
import { refOf } from '../../../usecases/card/cards'
import type { Caller, Changes } from '../../../usecases/changes'
import type { Located } from '../../../usecases/desk'
import { answerVisit } from '../../../usecases/externals/answerVisit'
import { decideExternal } from '../../../usecases/externals/decideExternal'
import { expertOf } from '../../../usecases/externals/expert'
import { receiveReport } from '../../../usecases/externals/expertReport'
import { notice } from '../../../usecases/externals/notice'
import { deciderOf } from '../../../usecases/externals/outsideView'
import { clientOf } from '../../../usecases/located'
import type { Known } from '../../../usecases/method/method'
import { receiveFeedback, stopLetters } from '../../../usecases/week/askFeedback'

import { wordsOf } from './entry'

export type Answered = { readonly changes: Changes; readonly who: Caller; readonly page: NoticeView } | { readonly refusal: string }
type Answer<I> = (located: Located<Deal>, input: I, known: Known) => Answered

/** The journal carries no personal data: a client is a client. */
export const client: Caller = { email: 'клиент по ссылке', name: 'клиент по ссылке', initials: '', roles: [] }
/** What he does himself is done by the office's leave (G5): its own right, for the one deed of his own deal. */
const byLeave: Caller = { ...client, roles: ['officeManager'] }
const over: Answered = { refusal: linkTexts.over.title }

export const answers: {
  readonly report: Answer<PageInput<'report/send'>>
  readonly feedback: Answer<PageInput<'feedback/send'>>
  readonly decide: Answer<PageInput<'decide/send'>>
  readonly stop: Answer<PageInput<'stop/confirm'>>
  readonly visit: Answer<PageInput<'visit/send'>>
} = {
  report: ({ value: deal }, input, { desk, moment }) => {
    const expert = expertOf(deal, desk.office)
    if (expert === undefined) return over
    const received = receiveReport(deal, input, desk, moment)
    return 'refusal' in received ? received : { ...received, who: callerFor(expert), page: notice(pageTexts.received(deal.id), true) }
  },
  feedback: ({ value: deal }, input, { desk, moment }) => ({
    changes: receiveFeedback(deal, input, desk, moment),
    who: client,
    page: notice(pageTexts.thanks(input.score), true),
  }),
  decide: ({ value: deal, row }, input, { desk, moment }) => {
    const who = deciderOf(deal, desk, moment.now)
    if (who === null) return over
    const decision = decideExternal({ ...input, deal: refOf(deal, row), project: deal.project }, desk, { ...moment, who })
    if (!decision.ok) return { refusal: problemText(decision.problem, moment.now) }
    return { changes: decision.changes, who, page: notice(pageTexts[input.decision === 'allow' ? 'allowed' : 'denied'](deal.id), true) }
  },
  stop: ({ value: deal }, _input, { desk, moment }) => {
    const found = clientOf(desk, deal)
    return found === null ? over : { changes: stopLetters(deal, found, moment), who: client, page: notice(pageTexts.stopped, true) }
  },
  visit: (located, input, known) => {
    const answered = answerVisit(located, input, { ...known, moment: { ...known.moment, who: byLeave } })
    return answered.ok ? { ...answered, who: byLeave } : { refusal: refusalFor(answered.problem) }
  },
}

/** As the person who was written to. */
export function callerFor({ email, name, initials }: Person): Caller {
  return { email: email || initials, name, initials, roles: ['externalConsultant'] }
}

const taken: readonly Problem['code'][] = ['slotTaken', 'slotHeld', 'overlaps', 'changedMeanwhile']

/** The office's own sentences name people and deals: nobody outside is told them. */
export function refusalFor({ code }: Problem): string {
  return wordsOf(notice(taken.includes(code) ? visitTexts.taken : linkTexts.failed))
}

/** The one door for pages: decode, run the method, and turn every kind of failure into a sentence, once. */

import * as v from 'valibot'
import { accept, type Issue, type Outcome, type Problem, refuse } from '../../domain/problem'
import { issueText, platformText, problemText } from '../../domain/text/text.ru'
import { type Input, inputs, type Method, type Output, type RpcAnswer, type RpcRequest } from '../../rpc/contract'
import { todayOf } from '../../usecases/control/today'
import { forbidden } from '../../usecases/permissions'
import { findArchived } from '../desk/archives'
import { DataError } from '../desk/dataError'
import { loadDesk } from '../desk/load'
import { type DeskSession, openSession, StrangerError } from '../desk/session'
import { localNow } from '../google/clock'
import { platformErrorOf } from '../google/platformError'
import * as board from '../methods/board'
import * as clients from '../methods/clients'
import { create } from '../methods/create'
import * as deals from '../methods/deals'
import * as discrepancies from '../methods/discrepancies'
import * as experts from '../methods/experts'
import * as externals from '../methods/externals'
import * as files from '../methods/files'
import * as importing from '../methods/importing'
import * as intake from '../methods/intake'
import * as month from '../methods/month'
import * as monthDone from '../methods/monthDone'
import * as moves from '../methods/moves'
import * as outbox from '../methods/outbox'
import * as settings from '../methods/settings'
import * as slots from '../methods/slots'
import * as taskTools from '../methods/taskTools'
import * as undo from '../methods/undo'
import * as week from '../methods/week'

type Handlers = { readonly [M in Method]: (input: Input<M>, session: DeskSession) => Outcome<Output<M>> }

const handlers: Handlers = {
  'desk/today': (_input, session) => {
    const loaded = loadDesk(session, discrepancies.counted)
    const { desk, moment } = loaded
    const denied = forbidden(moment.who, 'read')
    return denied === null ? accept(todayOf(desk, moment, discrepancies.openCount(loaded))) : refuse(denied)
  },
  'client/search': deals.searchClients,
  'client/fill': deals.fillClientCard,
  'deal/create': create,
  'deal/open': deals.open,
  'deal/current': deals.current,
  'deal/search': deals.search,
  'deal/history': deals.history,
  'deal/note': deals.note,
  'deal/fill': deals.fill,
  'file/attach': files.attach,
  'deal/move': deals.move,
  'deal/undo': undo.undo,
  'deal/reopen': undo.reopen,
  'deal/repeats': intake.repeats,
  'deal/join': intake.join,
  'intake/readLetter': intake.readPastedLetter,
  'intake/address': intake.address,
  'client/merge': clients.merge,
  'client/unmerge': clients.unmerge,
  'client/history': clients.history,
  'slot/list': slots.list,
  'deal/book': slots.book,
  'deal/reschedule': moves.reschedule,
  'deal/reason': moves.reason,
  'deal/cannotHold': moves.refuseToHold,
  'deal/reassign': moves.reassign,
  'deal/decideExternal': moves.external,
  'deal/askExternal': experts.ask,
  'deal/sendReport': experts.sendLink,
  'deal/takeReport': experts.take,
  'deal/bookOwn': moves.own,
  'slot/forReassign': moves.forReassign,
  'slot/hold': board.hold,
  'slot/release': board.release,
  'slot/board': board.show,
  'slot/repeatWeek': board.repeatWeek,
  'discrepancy/list': discrepancies.list,
  'discrepancy/resolve': discrepancies.resolve,
  'week/list': week.list,
  'week/close': week.close,
  'week/undo': week.undo,
  'month/report': month.report,
  'month/preview': month.preview,
  'month/csv': month.csv,
  'month/approve': monthDone.approve,
  'month/published': monthDone.published,
  'month/letters': monthDone.letters,
  'month/tell': monthDone.tell,
  'external/list': externals.list,
  'external/pay': externals.pay,
  'import/preview': importing.preview,
  'import/apply': importing.apply,
  'settings/open': settings.open,
  'settings/save': settings.save,
  'letter/samples': settings.samples,
  'letter/test': settings.testLetter,
  'outbox/send': outbox.send,
  'tasks/state': taskTools.state,
  'tasks/connect': taskTools.connect,
  'tasks/disconnect': taskTools.disconnect,
}

/** Runs one request of a page. Never throws: what went wrong is in the answer, as a ready sentence. */
export function answerRpc(request: RpcRequest): RpcAnswer<unknown> {
  try {
    const session = openSession('панель')
    const outcome = saidWhere(dispatch(request, session), session)
    return outcome.ok ? { ok: true, value: outcome.value } : refusal(outcome.problem)
  } catch (error) {
    return failure(error)
  }
}

/** A deal that is not in «Сделки» may be in the archive, whatever was to be done with it. */
function saidWhere(outcome: Outcome<unknown>, session: DeskSession): Outcome<unknown> {
  if (outcome.ok || outcome.problem.code !== 'dealNotFound') return outcome
  const { id } = outcome.problem
  const found = findArchived(loadDesk(session), id)
  return found === null ? outcome : refuse({ code: 'dealArchived', id, year: found.year })
}

function dispatch(request: RpcRequest, session: DeskSession): Outcome<unknown> {
  const method = request?.method as Method
  if (!Object.keys(inputs).includes(method)) throw new DataError([issueAt('method', `нет действия «${nameOf(method)}». ${reload}`)])
  const decoded = v.safeParse(inputs[method] as v.GenericSchema, request.input)
  if (!decoded.success) throw new DataError(decoded.issues.map((issue) => issueAt(v.getDotPath(issue) ?? '', inputText(issue))))
  const run = handlers[method] as (input: unknown, session: DeskSession) => Outcome<unknown>
  return run(decoded.output, session)
}

const reload = 'Обновите страницу и повторите; введённое останется в черновике.'

/** A page of another version, or somebody trying the door. */
function inputText(issue: v.BaseIssue<unknown>): string {
  if (issue.type === 'max_length')
    return `слишком длинный текст, помещается не больше ${String(issue.requirement)} знаков. Сократите его и повторите.`
  return `страница прислала не то, что нужно (${nameOf(issue.input)}). ${reload}`
}

function nameOf(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, 50) : typeof value === 'object' ? (value === null ? 'пусто' : 'объект') : String(value)
}

function issueAt(column: string, message: string): Issue {
  return { where: 'запрос страницы', row: null, column, message }
}

function refusal(problem: Problem): RpcAnswer<unknown> {
  return {
    ok: false,
    message: problemText(problem, localNow(Session.getScriptTimeZone())),
    problem,
    issues: [],
    retry: problem.code === 'changedMeanwhile' || problem.code === 'slotTaken',
  }
}

/** Platform failures may be tried again; bad data in the sheets must be mended first. */
function failure(error: unknown): RpcAnswer<unknown> {
  if (error instanceof StrangerError) return refusal(error.problem)
  if (error instanceof DataError) {
    return { ok: false, message: error.issues.map(issueText).join('\n'), problem: null, issues: error.issues, retry: false }
  }
  const known = platformErrorOf(error)
  if (known.code === 'unexpected') console.error(`rpc: ${known.message}`)
  const retry =
    known.code !== 'sheetMissing' &&
    known.code !== 'headingMissing' &&
    known.code !== 'newerSchema' &&
    known.code !== 'olderSchema' &&
    known.code !== 'notInstalled' &&
    known.code !== 'noWebApp'
  return { ok: false, message: platformText(known.code, known.params), problem: null, issues: [], retry }
}

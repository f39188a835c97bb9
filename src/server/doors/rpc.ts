/** The one door for pages: decode, run the method, and turn every kind of failure into a sentence, once. */

import * as v from 'valibot'
import { failures } from '../../domain/platform/failures'
import { type Issue, type Outcome, type Problem, refuse } from '../../domain/problem'
import { type PlatformCode, platformText } from '../../domain/text/platformText.ru'
import { issueText, problemText } from '../../domain/text/text.ru'
import type { LocalDateTime } from '../../domain/time/localTime'
import { type Input, inputs, type Method as MethodName, type RpcAnswer, type RpcRequest } from '../../rpc/contract'
import type { Method } from '../../usecases/method/method'
import { methods } from '../../usecases/method/methods'
import { buildId } from '../desk/build'
import { DataError } from '../desk/dataError'
import { loadDesk } from '../desk/load'
import { findArchived } from '../desk/rows/archives'
import { run } from '../desk/run'
import { type DeskSession, openSession, StrangerError } from '../desk/session'
import { localNow, officeClock } from '../google/clock'
import { consentAddress, PlatformError, platformErrorOf } from '../google/platformError'

/** Runs one request of a page. Never throws: what went wrong is in the answer, as a ready sentence. */
export function answerRpc(request: RpcRequest): RpcAnswer<unknown> {
  return answerFor(request, () => openSession('панель'))
}

/** @param open tells who calls */
export function answerFor(request: RpcRequest, open: () => DeskSession): RpcAnswer<unknown> {
  const answer = answered(request, open)
  return typeof request?.build === 'string' && request.build !== buildId ? { ...answer, outdated: true } : answer
}

function answered(request: RpcRequest, open: () => DeskSession): RpcAnswer<unknown> {
  try {
    const session = open()
    // A page for people outside: nothing is locked or read for it.
    if (session.email === '') return refusal({ code: 'strangerCaller', email: '' })
    refuseOtherAccount(request?.as, session.email)
    const outcome = saidWhere(dispatch(request, session), session)
    return outcome.ok ? { ...outcome, ...clock() } : refusal(outcome.problem)
  } catch (error) {
    return failure(error)
  }
}

/** With several accounts in a browser the page is drawn as one, and calls as another: nothing is done as the wrong one. */
export function refuseOtherAccount(drawnFor: unknown, seen: string): void {
  if (typeof drawnFor !== 'string' || drawnFor === '' || drawnFor.toLowerCase() === seen.toLowerCase()) return
  throw new PlatformError('otherAccount', { drawnFor, seen })
}

/** A deal that is not in «Сделки» may be in the archive, whatever was to be done with it. */
function saidWhere(outcome: Outcome<unknown>, session: DeskSession): Outcome<unknown> {
  if (outcome.ok || outcome.problem.code !== 'dealNotFound') return outcome
  const { id } = outcome.problem
  const found = findArchived(loadDesk(session), id)
  return found === null ? outcome : refuse({ code: 'dealArchived', id, year: found.year })
}

/** Made by the page; one that is none is no key. */
function keyOf({ key }: RpcRequest): string {
  return typeof key === 'string' && /^[\w-]{8,64}$/.test(key) ? key : ''
}

function dispatch(request: RpcRequest, session: DeskSession): Outcome<unknown> {
  const method = request?.method as MethodName
  if (!Object.keys(inputs).includes(method)) throw new DataError([issueAt('method', `нет действия «${nameOf(method)}». ${reload}`)])
  const decoded = v.safeParse(inputs[method] as v.GenericSchema, request.input)
  if (!decoded.success) throw new DataError(decoded.issues.map((issue) => issueAt(v.getDotPath(issue) ?? '', inputText(issue))))
  return run(methods[method] as Method<typeof method>, decoded.output as Input<typeof method>, session, keyOf(request))
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

/** No further call, which could fail after all is done. */
function clock(): { readonly now?: LocalDateTime } {
  const now = officeClock()
  return now === null ? {} : { now }
}

function refusal(problem: Problem): Extract<RpcAnswer<unknown>, { ok: false }> {
  return {
    ok: false,
    message: problemText(problem, officeClock() ?? localNow(Session.getScriptTimeZone())),
    ...clock(),
    problem,
    issues: [],
    retry: problem.code === 'slotTaken',
  }
}

/** What pressing again cannot mend. */
function isForPerson(code: PlatformCode): boolean {
  const own: readonly PlatformCode[] = [
    'sheetMissing',
    'headingMissing',
    'newerSchema',
    'olderSchema',
    'notInstalled',
    'noWebApp',
    'training',
    'said',
  ]
  return own.includes(code) || failures.some((one) => one.code === code && one.helps === 'person')
}

/** Platform failures may be tried again; bad data in the sheets must be mended first. */
function failure(error: unknown): RpcAnswer<unknown> {
  if (error instanceof StrangerError) return { ...refusal(error.problem), stranger: true }
  if (error instanceof DataError) {
    return { ok: false, message: error.issues.map(issueText).join('\n'), problem: null, issues: error.issues, retry: false }
  }
  const known = platformErrorOf(error)
  const { detail = '' } = known.params
  console.error(`rpc: ${known.message}`)
  const shown = { message: platformText(known.code, known.params), ...(detail === '' || known.code === 'said' ? {} : { detail }) }
  const consent = known.code === 'noConsent' ? consentAddress() : ''
  return { ok: false, ...shown, ...(consent === '' ? {} : { consent }), problem: null, issues: [], retry: !isForPerson(known.code) }
}

/** Questions to the server about the thing on screen: which button waits, what went wrong, the way to ask again. docs/requests.md tells the rules. */

import { batch, type ReadonlySignal, signal } from '@preact/signals'
import { failureOf, passesSoon } from '../../../domain/platform/failures'
import type { Issue, Problem } from '../../../domain/problem'
import { googleText } from '../../../domain/text/platformText.ru'
import type { Input, Method, Output, RpcAnswer } from '../../../rpc/contract'
import { common } from '../../text/common.ru'
import { phone as phoneText } from '../phone/text.ru'
import type { Page } from './page'

export interface Trouble {
  readonly message: string
  readonly problem: Problem | null
  readonly issues: readonly Issue[]
  /** Google's own words, for the administrator; '' = none. */
  readonly detail: string
  /** Where a missing permission is granted; '' = none is missing. */
  readonly consent: string
  /** Asks the same again; null where asking again cannot help. */
  readonly retry: (() => void) | null
  /** It is done by itself once the connection is back. */
  readonly waits?: true
}

export interface Question<M extends Method> {
  /** Name of the button that asks. */
  readonly by: string
  readonly method: M
  readonly input: Input<M>
  /** The thing that it was made for is on screen. */
  readonly done: (value: Output<M>) => void
  /** That thing is on screen no more: the answer is kept for it and told quietly. Absent = nothing is to be kept. */
  readonly late?: (value: Output<M>) => void
  readonly refused?: (trouble: Trouble) => void
  /** What it is about, «№ 41217», for a refusal that comes late; absent = nobody needs to hear of it. */
  readonly about?: string
}

/** A caller belongs to one thing at a time: `drop` gives it to the next one. */
export interface Caller {
  /** Name of the button that waits, '' when none does. */
  readonly busy: ReadonlySignal<string>
  readonly trouble: ReadonlySignal<Trouble | null>
  /** Does something. Ignored while another deed of this thing is under way. */
  ask<M extends Method>(question: Question<M>): Promise<void>
  /** Looks something up. The newest question wins: an answer to an older one is dropped. */
  look<M extends Method>(question: Question<M>): Promise<void>
  /** Another thing is on screen: answers to come are late ones. */
  drop(): void
  forgive(): void
}

/** `stale` is told when the thing was changed since it was read: it is to be read anew. */
export function createCaller(page: Page, stale: () => void = () => undefined): Caller {
  const busy = signal('')
  const trouble = signal<Trouble | null>(null)
  let newest = 0

  async function look<M extends Method>(question: Question<M>): Promise<void> {
    newest += 1
    const mine = newest
    const mark = page.attention.mark()
    batch(() => {
      busy.value = question.by
      trouble.value = null
    })
    const answer = await answerTo(page, question)
    if (mine === newest) page.attention.follow(mark, () => batch(() => receive(question, answer)))
    else page.attention.follow('late', () => batch(() => receiveLate(question, answer)))
  }

  function receive<M extends Method>(question: Question<M>, answer: RpcAnswer<Output<M>>): void {
    busy.value = ''
    if (answer.ok) {
      question.done(answer.value)
      return
    }
    const { message, problem, issues, detail = '', consent = '' } = answer
    const isStale = problem?.code === 'changedMeanwhile'
    trouble.value = { message, problem, issues, detail, consent, retry: answer.retry && !isStale ? () => void look(question) : null }
    if (page.phone !== null && 'isLost' in answer) {
      page.phone.connection.wait(() => resume(question))
      trouble.value = { ...trouble.value, waits: true }
    }
    question.refused?.(trouble.value)
    if (isStale) stale()
  }

  /** The connection is back, and this is still what one waits for. */
  function resume<M extends Method>(question: Question<M>): void {
    if (busy.value === '' && trouble.value !== null) void look(question)
  }

  function receiveLate<M extends Method>(question: Question<M>, answer: RpcAnswer<Output<M>>): void {
    if (answer.ok) question.late?.(answer.value)
    if (answer.ok || question.about === undefined) return
    const again = async () => {
      const second = await answerTo(page, question)
      page.attention.follow('late', () => receiveLate(question, second))
    }
    const way = answer.retry && answer.problem === null ? { way: { title: common.retry, go: () => void again() } } : {}
    page.news.tell({ sentence: `${question.about}: ${answer.message}`, bad: true, ...way })
  }

  return {
    busy,
    trouble,
    look,
    ask: async (question) => {
      if (busy.value === '') await look(question)
    },
    drop: () => {
      newest += 1
      busy.value = ''
      trouble.value = null
    },
    forgive: () => {
      trouble.value = null
    },
  }
}

/** Whatever becomes of it, a deed that got an answer is over; one that got none keeps its key. */
async function answerTo<M extends Method>(page: Page, { method, input }: Question<M>): Promise<RpcAnswer<Output<M>>> {
  try {
    const answer = await page.transport.call(method, input, page.deedKeys.keyOf(method, input))
    if (answer.ok || answer.problem !== null || !answer.retry) page.deedKeys.answered(method, input)
    return answer
  } catch (error) {
    return unanswered(page, error instanceof Error ? error.message : '')
  }
}

/** Google's words where the call did not reach our code, or did not end; the same table as the server's tells what they mean. */
function unanswered({ phone }: Page, detail: string): Extract<RpcAnswer<never>, { ok: false }> & { readonly isLost?: true } {
  if (phone?.connection.isLost(detail) === true) {
    return { ok: false, message: phoneText.lost, problem: null, issues: [], retry: true, isLost: true }
  }
  const failure = failureOf(detail)
  const message = sentenceFor(detail, common.noAnswer)
  return {
    ok: false,
    message,
    problem: null,
    issues: [],
    retry: failure === null || passesSoon(failure),
    ...(detail === '' ? {} : { detail }),
  }
}

/** What Google's words mean; a sentence of our own stays as it is. */
export function sentenceFor(thrown: unknown, otherwise: string): string {
  const words = thrown instanceof Error ? thrown.message : String(thrown)
  const failure = failureOf(words)
  if (failure !== null) return googleText(failure.code)
  return /[а-яё]/i.test(words) ? words.replace(/^\w*Error: /, '') : otherwise
}

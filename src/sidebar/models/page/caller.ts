/** Questions to the server from one screen: which button waits, what went wrong, and the way to ask again. */

import { batch, type ReadonlySignal, signal } from '@preact/signals'
import { failureOf, passesSoon } from '../../../domain/platform/failures'
import type { Issue, Problem } from '../../../domain/problem'
import { platformText } from '../../../domain/text/platformText.ru'
import type { Input, Method, Output, RpcAnswer } from '../../../rpc/contract'
import { common } from '../../text/common.ru'
import type { Transport } from '../../transports/transport'
import { newRequestKey } from './requestKey'

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
}

export interface Question<M extends Method> {
  /** Name of the button that asks. */
  readonly by: string
  readonly method: M
  readonly input: Input<M>
  readonly done: (value: Output<M>) => void
  readonly refused?: (trouble: Trouble) => void
}

export interface Caller {
  /** Name of the button that waits, '' when none does. */
  readonly busy: ReadonlySignal<string>
  readonly trouble: ReadonlySignal<Trouble | null>
  /** Does something. Ignored while another deed of this screen is under way. */
  ask<M extends Method>(question: Question<M>): Promise<void>
  /** Looks something up. The newest question wins: an answer to an older one is dropped. */
  look<M extends Method>(question: Question<M>): Promise<void>
  /** Forgets what is being waited for and what went wrong. */
  drop(): void
  forgive(): void
}

export function createCaller(transport: Transport): Caller {
  const busy = signal('')
  const trouble = signal<Trouble | null>(null)
  let newest = 0
  /** Asked again, a question keeps its key: the server does it once. */
  const keys = new WeakMap<object, string>()
  const keyOf = (question: object) => {
    const key = keys.get(question) ?? newRequestKey()
    keys.set(question, key)
    return key
  }

  async function look<M extends Method>(question: Question<M>): Promise<void> {
    newest += 1
    const mine = newest
    batch(() => {
      busy.value = question.by
      trouble.value = null
    })
    const answer = await answerTo(transport, question, keyOf(question))
    if (mine !== newest) return
    batch(() => receive(question, answer))
  }

  function receive<M extends Method>(question: Question<M>, answer: RpcAnswer<Output<M>>): void {
    busy.value = ''
    if (answer.ok) {
      question.done(answer.value)
      return
    }
    trouble.value = {
      message: answer.message,
      problem: answer.problem,
      issues: answer.issues,
      detail: answer.detail ?? '',
      consent: answer.consent ?? '',
      retry: answer.retry ? () => void look(question) : null,
    }
    question.refused?.(trouble.value)
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

async function answerTo<M extends Method>(transport: Transport, question: Question<M>, key: string): Promise<RpcAnswer<Output<M>>> {
  try {
    return await transport.call(question.method, question.input, key)
  } catch (error) {
    return unanswered(error instanceof Error ? error.message : '')
  }
}

/** Google's words where the call did not reach our code, or did not end; the same table as the server's tells what they mean. */
function unanswered(detail: string): Extract<RpcAnswer<never>, { ok: false }> {
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
  if (failure !== null) return platformText(failure.code)
  return /[а-яё]/i.test(words) ? words.replace(/^\w*Error: /, '') : otherwise
}

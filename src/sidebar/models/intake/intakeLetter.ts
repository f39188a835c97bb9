/** A pasted letter becomes a proposed request: its fields in the same form, marked until somebody touches them. */

import { batch, type Signal } from '@preact/signals'
import type { Client } from '../../../domain/client/client'
import type { Input } from '../../../rpc/contract'
import type { ReadLetter } from '../../../rpc/intakeContract'
import { intake as text } from '../../text/intake.ru'
import { type Caller, createCaller } from '../page/caller'
import type { Page } from '../page/page'
import { emptyForm, type IntakeForm, isBegun, letterForm } from './intakeForm'

export interface IntakeLetter {
  readonly caller: Caller
  /** To the field where a letter is pasted. A request begun before is set aside and can be brought back. */
  start(): void
  type(letter: string): void
  read(): Promise<void>
  /** The letter is from this known client; null = from none of those proposed. */
  choose(client: Client | null): void
  openDeal(deal: Input<'deal/open'>): void
}

export interface LetterAround {
  readonly page: Page
  readonly form: Signal<IntakeForm>
  readonly cleared: Signal<IntakeForm | null>
  begin(form: IntakeForm): void
  pick(client: Client): void
  openDeal(deal: Input<'deal/open'>): void
}

export function createIntakeLetter(around: LetterAround): IntakeLetter {
  const { page, form, cleared } = around
  const caller = createCaller(page.transport)

  function start(): void {
    batch(() => {
      if (form.value.letter === '' && isBegun(form.value)) cleared.value = form.value
      form.value = { ...(form.value.letter === '' ? emptyForm(page.me) : form.value), phase: 'letter' }
    })
    page.focus.value = { id: 'intake-letter' }
  }
  async function read(): Promise<void> {
    const letter = form.value.letter
    if (letter.trim() === '') return
    await caller.look({ by: 'read', method: 'intake/readLetter', input: { text: letter }, done: take })
  }
  function take(answer: ReadLetter): void {
    const aside = cleared.value
    around.begin(letterForm(form.value, answer))
    cleared.value = aside
    const { known, matches, repeats } = answer
    if (known || matches.length + repeats.length > 0) page.focus.value = { id: 'letter-found' }
    page.live.value = answer.unread.length > 0 ? text.unread(answer.unread) : text.letterTitle
  }

  return {
    caller,
    start,
    type: (letter) => {
      form.value = { ...form.value, letter }
    },
    read,
    choose: (client) => {
      if (client) around.pick(client)
      else form.value = { ...form.value, found: withoutMatches(form.value) }
    },
    openDeal: around.openDeal,
  }
}

function withoutMatches({ found }: IntakeForm): IntakeForm['found'] {
  return found && { ...found, matches: [] }
}

/** A pasted letter becomes a proposed request: its fields in the same form, marked until somebody touches them. */

import type { Signal } from '@preact/signals'
import type { FoundClient } from '../../../domain/client/client'
import type { Input } from '../../../rpc/contract'
import type { ReadLetter } from '../../../rpc/intakeContract'
import { intake as text } from '../../text/intake.ru'
import { type Caller, createCaller } from '../page/caller'
import type { Page } from '../page/page'
import type { IntakeAsides } from './intakeAsides'
import { emptyForm, type IntakeForm, letterForm, nameOfForm } from './intakeForm'

export interface IntakeLetter {
  readonly caller: Caller
  /** To the field where a letter is pasted. A request begun before is set aside and can be brought back. */
  start(): void
  type(letter: string): void
  read(): Promise<void>
  /** The letter is from this known client; null = from none of those proposed. */
  choose(client: FoundClient | null): void
  openDeal(deal: Input<'deal/open'>): void
}

export interface LetterAround {
  readonly page: Page
  readonly form: Signal<IntakeForm>
  readonly asides: IntakeAsides
  begin(form: IntakeForm): void
  /** Another form comes to the front; the one before it is kept. */
  putAside(next: IntakeForm): void
  resume(form: IntakeForm): void
  pick(client: FoundClient): void
  openDeal(deal: Input<'deal/open'>): void
}

export function createIntakeLetter(around: LetterAround): IntakeLetter {
  const { page, form, asides } = around
  const caller = createCaller(page)

  function start(): void {
    if (form.value.letter === '') around.putAside({ ...emptyForm(page.me), phase: 'letter' })
    else form.value = { ...form.value, phase: 'letter' }
    page.point('intake-letter')
  }
  async function read(): Promise<void> {
    const letter = form.value.letter
    if (letter.trim() === '') return
    const late = (answer: ReadLetter) => takeLate(letter, answer)
    await caller.look({ by: 'read', method: 'intake/readLetter', input: { text: letter }, done: take, late, about: text.letterTitle })
  }
  /** Its form was put aside meanwhile: the answer waits there. */
  function takeLate(letter: string, answer: ReadLetter): void {
    const aside = asides.forms.value.find((one) => one.letter === letter && one.phase === 'letter')
    if (!aside) return
    const next = letterForm(aside, answer)
    asides.change(aside, next)
    page.news.tell({ sentence: text.letterRead(nameOfForm(next)), way: { title: text.resume, go: () => around.resume(next) } })
  }
  function take(answer: ReadLetter): void {
    around.begin(letterForm(form.value, answer))
    const { known, matches, repeats } = answer
    if (known || matches.length + repeats.length > 0) page.point('letter-found')
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

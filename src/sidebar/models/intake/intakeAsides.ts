/** Requests that were begun and put aside for another call: each keeps its own text, is offered back, and is never merged with another. */

import { effect, type ReadonlySignal, signal } from '@preact/signals'
import type { PageData } from '../../../rpc/contract'
import type { Drafts } from '../page/drafts'
import { type IntakeForm, isBegun, storedForm } from './intakeForm'

/** More calls at a time nobody has. */
const most = 5

export interface IntakeAsides {
  /** The last one put aside first. */
  readonly forms: ReadonlySignal<readonly IntakeForm[]>
  /** Nothing typed = nothing to keep. */
  put(form: IntakeForm): void
  take(form: IntakeForm): void
  /** The one that was sent with this key. */
  find(requestKey: string): IntakeForm | undefined
  change(form: IntakeForm, next: IntakeForm): void
}

export function createIntakeAsides(drafts: Drafts, me: PageData['me']): IntakeAsides {
  const kept = drafts.read('intake-asides')
  const read = Array.isArray(kept) ? kept.flatMap((one) => storedForm(one, me) ?? []) : []
  const forms = signal<readonly IntakeForm[]>(read)
  effect(() => drafts.write('intake-asides', forms.value))
  const others = (form: IntakeForm) => forms.value.filter((one) => one !== form)
  return {
    forms,
    put: (form) => {
      if (isBegun(form)) forms.value = [form, ...others(form)].slice(0, most)
    },
    take: (form) => {
      forms.value = others(form)
    },
    find: (requestKey) => forms.value.find((one) => requestKey !== '' && one.requestKey === requestKey),
    change: (form, next) => {
      forms.value = forms.value.map((one) => (one === form ? next : one))
    },
  }
}

/** A client typed as new who may be a known one: looked for as phone, e-mail or organisation are typed, told beside the form. */

import { type ReadonlySignal, type Signal, signal } from '@preact/signals'
import type { FoundClient } from '../../../domain/client/client'
import type { ClientMatch } from '../../../rpc/contract'
import { createCaller } from '../page/caller'
import type { Page } from '../page/page'
import { allClientFields, type ClientFieldName, type IntakeForm, knownClientForm } from './intakeForm'

export const likeDelay = 500
/** Shorter texts are like too many. */
const shortest: Partial<Record<ClientFieldName, number>> = { phone: 10, email: 6, organisation: 4 }

export interface IntakeLike {
  /** [] = nobody, or told to be another one. */
  readonly matches: ReadonlySignal<readonly ClientMatch[]>
  typed(name: ClientFieldName, value: string): void
  /** What stands in that field, at once. */
  look(name: ClientFieldName): void
  /** «Это он»: his card, and what it lacks of what was typed. */
  choose(client: FoundClient): void
  /** «Новый клиент». */
  dismiss(): void
  /** Another form is on screen. */
  drop(): void
}

export function createIntakeLike(page: Page, form: Signal<IntakeForm>, begin: (form: IntakeForm) => void): IntakeLike {
  const caller = createCaller(page)
  const matches = signal<readonly ClientMatch[]>([])
  let timer: ReturnType<typeof setTimeout> | undefined
  let isNew = false

  function drop(): void {
    clearTimeout(timer)
    caller.drop()
    matches.value = []
    isNew = false
  }
  function look(text: string): void {
    const done = (found: { readonly matches: readonly ClientMatch[] }) => {
      matches.value = found.matches.slice(0, 3)
    }
    void caller.look({ by: 'like', method: 'client/search', input: { text }, done })
  }

  return {
    matches,
    typed: (name, value) => {
      const { chosen, letter } = form.value
      const length = shortest[name]
      if (length === undefined || chosen !== null || letter !== '' || isNew) return
      clearTimeout(timer)
      matches.value = []
      if (value.trim().length >= length) timer = setTimeout(() => look(value.trim()), likeDelay)
    },
    look: (name) => look((form.value.client[name] ?? '').trim()),
    choose: (client) => {
      const typed = form.value.client
      const known = knownClientForm(form.value, client)
      const lacking = allClientFields.filter((name) => !known.client[name] && typed[name])
      drop()
      begin({ ...known, client: { ...known.client, ...Object.fromEntries(lacking.map((name) => [name, typed[name]])) } })
    },
    dismiss: () => {
      isNew = true
      matches.value = []
    },
    drop,
  }
}

/** «Персональные данные»: somebody is found, looked at, forgotten; whose term is over; what is kept where. */

import { batch, computed, type ReadonlySignal, signal } from '@preact/signals'
import type { RemovalKind } from '../../../domain/client/personal/scope'
import type { Input } from '../../../rpc/contract'
import type { DueClient, ForgetLook, ForgetProgress, PersonalMap } from '../../../rpc/personalContract'
import { type Caller, createCaller } from '../page/caller'
import type { Page } from '../page/page'
import { personal as text } from './personal.ru'
import { createVaultModel, type VaultModel } from './vault'
import { createWaysModel, type WaysModel } from './ways'

export type PersonalTab = keyof typeof text.tabs
type Subject = Input<'personal/look'>['subject']

/** Whom it may be. */
export interface Match {
  readonly client: number | null
  readonly deal: number | null
  readonly organisation: string
  readonly contact: string
}

export interface PersonalModel {
  readonly page: Page
  readonly ways: WaysModel
  readonly finder: Caller
  readonly caller: Caller
  readonly tab: ReadonlySignal<PersonalTab>
  readonly query: ReadonlySignal<string>
  /** null = nobody was looked for yet. */
  readonly matches: ReadonlySignal<readonly Match[] | null>
  readonly chosen: ReadonlySignal<Match | null>
  readonly kind: ReadonlySignal<RemovalKind>
  readonly look: ReadonlySignal<ForgetLook | null>
  readonly also: ReadonlySignal<readonly number[]>
  readonly reason: ReadonlySignal<string>
  /** null = nobody is being forgotten. */
  readonly progress: ReadonlySignal<ForgetProgress | null>
  readonly saved: ReadonlySignal<boolean>
  readonly vault: VaultModel
  readonly map: ReadonlySignal<PersonalMap | null>
  readonly due: ReadonlySignal<{ readonly months: number; readonly clients: readonly DueClient[] } | null>
  readonly picked: ReadonlySignal<readonly number[]>
  show(tab: PersonalTab): void
  type(query: string): void
  find(): Promise<void>
  choose(match: Match | null): void
  setKind(kind: RemovalKind): void
  toggleAlso(id: number): void
  typeReason(reason: string): void
  save(): Promise<void>
  forget(): Promise<void>
  goOn(): Promise<void>
  pick(ids: readonly number[]): void
  forgetDue(): Promise<void>
  /** Who is left stays. */
  keepDue(): Promise<void>
  readonly kept: ReadonlySignal<boolean>
  close(): void
}

export function createPersonalModel(page: Page, saveText: (name: string, text: string, type: string) => void): PersonalModel {
  const [finder, caller] = [createCaller(page), createCaller(page)]
  const tab = signal<PersonalTab>('person')
  const query = signal('')
  const matches = signal<readonly Match[] | null>(null)
  const chosen = signal<Match | null>(null)
  const kind = signal<RemovalKind>('contact')
  const look = signal<ForgetLook | null>(null)
  const also = signal<readonly number[]>([])
  const reason = signal('')
  const progress = signal<ForgetProgress | null>(null)
  const saved = signal(false)
  const map = signal<PersonalMap | null>(null)
  const due = signal<{ readonly months: number; readonly clients: readonly DueClient[] } | null>(null)
  const picked = signal<readonly number[]>([])
  const kept = signal(false)
  const vault = createVaultModel(page)
  const ways = createWaysModel(page)
  const subject = computed<Subject>(() => ({
    kind: kind.value,
    client: chosen.value?.client ?? null,
    deal: chosen.value?.client == null ? (chosen.value?.deal ?? null) : null,
    also: [...also.value],
  }))

  async function lookAt(): Promise<void> {
    look.value = null
    const input = { subject: subject.value }
    await caller.look({ by: 'look', method: 'personal/look', input, done: (value) => (look.value = value) })
  }
  function choose(match: Match | null): void {
    batch(() => {
      caller.drop()
      chosen.value = match
      look.value = null
      also.value = []
      saved.value = false
      progress.value = null
      kind.value = 'contact'
    })
    if (match !== null) void lookAt()
  }
  async function find(): Promise<void> {
    if (query.value.trim() === '') return
    choose(null)
    const clients = await found()
    const deals = await foundDeals()
    matches.value = [...clients, ...deals.filter(({ client }) => client === null || !clients.some((one) => one.client === client))]
  }
  async function found(): Promise<Match[]> {
    let list: Match[] = []
    const done = ({ matches: all }: { matches: readonly { client: { id: number; organisation: string; contact: string } }[] }) => {
      list = all.map(({ client: { id, organisation, contact } }) => ({ client: id, deal: null, organisation, contact }))
    }
    await finder.look({ by: 'find', method: 'client/search', input: { text: query.value }, done })
    return list
  }
  async function foundDeals(): Promise<Match[]> {
    let list: Match[] = []
    const done = ({
      matches: all,
    }: {
      matches: readonly { id: number; clientId: number | null; organisation: string; contact: string }[]
    }) => {
      list = all.map(({ id, clientId, organisation, contact }) => ({ client: clientId, deal: id, organisation, contact }))
    }
    if (finder.trouble.value === null) await finder.look({ by: 'find', method: 'deal/search', input: { text: query.value }, done })
    return list
  }

  /** Portion after portion: each call takes some seconds. */
  function goneOn(value: ForgetProgress): void {
    progress.value = value
    page.live.value = value.left === 0 ? text.done : text.progress(value)
    if (value.left > 0) void goOn()
    else if (tab.value === 'due') void loadDue()
  }
  const goOn = () => caller.look({ by: 'goOn', method: 'personal/goOn', input: {}, done: goneOn })
  const start = (subjects: Subject[], why: string) =>
    caller.ask({ by: 'forget', method: 'personal/forget', input: { subjects, reason: why }, done: goneOn })

  async function loadDue(): Promise<void> {
    await finder.look({
      by: 'due',
      method: 'personal/due',
      input: {},
      done: (value) => {
        due.value = value
        picked.value = value.clients.map(({ id }) => id)
      },
    })
  }
  async function loadMap(): Promise<void> {
    await finder.look({
      by: 'map',
      method: 'personal/map',
      input: {},
      done: (value) => {
        map.value = value
      },
    })
  }

  void loadMap()
  return {
    page,
    ways,
    finder,
    caller,
    tab,
    query,
    matches,
    chosen,
    kind,
    look,
    also,
    reason,
    progress,
    saved,
    vault,
    map,
    due,
    picked,
    show: (next) => {
      tab.value = next
      progress.value = null
      if (next === 'due') void loadDue()
      if (next === 'map') void loadMap()
      if (next === 'vault') void vault.load()
      if (next === 'ways') void ways.load()
    },
    type: (value) => {
      query.value = value
    },
    find,
    choose,
    setKind: (value) => {
      kind.value = value
      void lookAt()
    },
    toggleAlso: (id) => {
      also.value = also.value.includes(id) ? also.value.filter((one) => one !== id) : [...also.value, id]
      void lookAt()
    },
    typeReason: (value) => {
      reason.value = value
    },
    save: () =>
      caller.ask({
        by: 'save',
        method: 'personal/export',
        input: { subject: subject.value },
        done: ({ name, html }) => {
          saveText(name, html, 'text/html;charset=utf-8')
          saved.value = true
          page.live.value = text.saved
        },
      }),
    forget: () => start([subject.value], reason.value.trim()),
    goOn,
    pick: (ids) => {
      picked.value = ids
    },
    forgetDue: () =>
      start(
        picked.value.map((client) => ({ kind: 'contact', client, deal: null, also: [] })),
        text.dueReason,
      ),
    kept,
    keepDue: () =>
      caller.ask({
        by: 'keep',
        method: 'personal/seen',
        input: {},
        done: () => {
          kept.value = true
          page.live.value = text.seenDone
        },
      }),
    close: () => page.transport.close(),
  }
}

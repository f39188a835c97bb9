/** A page for tests of the sidebar's models: the office's lists, a clock that stands, a server in memory. */

import { type Client, emptyClient } from '../../src/domain/client/client'
import { type Deal, emptyDeal } from '../../src/domain/deal/deal'
import type { Card, Method, Output, PageData, RpcAnswer, SlotList, TodayItem, WeekCard } from '../../src/rpc/contract'
import { createDesk, type Desk } from '../../src/sidebar/models/page/desk'
import { type Drafts, memoryDrafts } from '../../src/sidebar/models/page/drafts'
import { createPage, type Page } from '../../src/sidebar/models/page/page'
import { type Handlers, type MemoryTransport, memoryTransport } from '../../src/sidebar/transports/memoryTransport'

export const monday = '2026-11-23T09:00'

export const pageData: PageData = {
  build: 'build-1',
  view: 'sidebar',
  message: '',
  me: { email: 'titova@centre.ru', name: 'Титова Ольга', initials: '', roles: ['officeManager'] },
  lists: {
    centreName: 'Ресурсный центр НКО',
    centrePhone: '20-65-10',
    centreAddress: '',
    clauses: { I5: 'Клиенту звонят в течение рабочего дня.' },
    topics: [{ id: 8, title: 'Социальное проектирование' }],
    consultants: [{ initials: 'ММ', name: 'Морозова Мария Игоревна', topics: [8], external: false }],
    projects: ['Школа НКО 2026'],
    organisationKinds: ['НКО'],
    municipalities: ['Архангельск'],
    requiredClientFields: ['organisation', 'kind', 'contact', 'phone', 'email', 'municipality', 'consentDate'],
    receiver: null,
    failureReasons: ['отказ клиента'],
  },
  today: { now: monday, items: [], heartbeat: monday, notes: [], blocks: [], discrepancies: 0, past: { count: 0, items: [] }, next: null },
  week: null,
  board: null,
}

export const anna: Client = {
  ...emptyClient,
  id: 7,
  organisation: 'АНО «Маяк»',
  kind: 'НКО',
  contact: 'Анна Иванова',
  phone: '8 911 416-01-23',
  phoneKey: '+79114160123',
  email: 'anna@mayak.ru',
  municipality: 'Архангельск',
  consentDate: '2025-03-02',
}

export function cardOf(deal: Partial<Deal> = {}, more: Partial<Card> = {}): Card {
  const full = { ...emptyDeal, id: 41217, version: 1, clientId: 7, organisation: 'АНО «Маяк»', ...deal }
  const ref = { id: full.id, row: 2, version: full.version, clientId: full.clientId }
  return {
    deal: full,
    ref,
    client: anna,
    missing: [],
    steps: [],
    editable: ['topic', 'minutes', 'content'],
    attemptsNeeded: 3,
    nextAttemptAt: null,
    ...more,
  }
}

export function weekCardOf(id: number, more: Partial<WeekCard> = {}): WeekCard {
  const card = cardOf({ id, stage: 'held' })
  return { deal: card.deal, ref: card.ref, missing: [], feedbackWhy: '', undistributed: false, reasonNeeded: false, ...more }
}

export function itemOf(more: Partial<TodayItem>): TodayItem {
  return {
    key: 'I5.call',
    clause: 'I5',
    subject: 'Позвонить: АНО «Маяк»',
    detail: '',
    due: monday,
    who: 'офис-менеджер',
    mine: true,
    state: 'today',
    deal: { id: 41217, row: 2, clientId: 7 },
    wish: null,
    opens: 'deal',
    ...more,
  }
}

const start = '2026-11-27T10:00'
const end = '2026-11-27T11:00'
export const slotList: SlotList = {
  consultants: [
    {
      initials: 'ММ',
      name: 'Морозова Мария Игоревна',
      external: false,
      thisWeek: 1,
      quota: 2,
      why: 'меньше всех занята',
      slots: [{ eventId: 'e1', etag: 't1', start, end, minutes: 60, event: { start, end } }],
    },
  ],
  none: [],
  horizon: { from: '2026-11-23', until: '2026-12-06' },
  unread: [],
}

export interface Bench {
  readonly page: Page
  readonly server: MemoryTransport
  readonly drafts: Drafts
  /** Lets page time pass. */
  wait(minutes: number): void
}

export function benchWith(handlers: Handlers = {}, data: PageData = pageData, drafts: Drafts = memoryDrafts()): Bench {
  const server = memoryTransport(handlers)
  let elapsed = 0
  const page = createPage(data, { transport: server, drafts, elapsed: () => elapsed })
  const wait = (minutes: number) => {
    elapsed += minutes * 60_000
    page.clock.advance()
  }
  return { page, server, drafts, wait }
}

export function deskWith(handlers: Handlers = {}, data: PageData = pageData): Bench & { readonly desk: Desk } {
  const bench = benchWith(handlers, data)
  return { ...bench, desk: createDesk(bench.page, data) }
}

/** An answer that comes when the test says so. */
export function held<M extends Method>() {
  let come: (answer: RpcAnswer<Output<M>>) => void = () => undefined
  const promise = new Promise<RpcAnswer<Output<M>>>((resolve) => {
    come = resolve
  })
  return { promise, come: (answer: RpcAnswer<Output<M>>) => come(answer) }
}

/** Lets answers that have come be taken in. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve()
}

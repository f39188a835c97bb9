/** docs/requests.md: every method that a page asks × slow, lost, late, twice, gone on, reloaded; a request changes nothing but its own thing. */
import type { Method } from '../../src/rpc/contract'
import { createDesk, type Desk } from '../../src/sidebar/models/page/desk'
import type { Page } from '../../src/sidebar/models/page/page'
import type { Handlers } from '../../src/sidebar/transports/memoryTransport'
import { answers } from '../fixtures/requestAnswers'
import { withoutRow } from '../fixtures/requestsWithoutRow'
import { askedMethods, type RequestRow, requestTable, type Standing } from '../fixtures/requestTable'
import { type Bench, benchWith, pageData, settled } from './pageBuilder'

const counts: Record<string, number> = {}

interface Stage extends Bench {
  readonly desk: Desk
  readonly standing: Standing
  /** The answers to the row's method that are still on their way come now. */
  come(): Promise<void>
  asked(): number
}

/** The row's method is answered when the test says so; everything else at once. */
async function stage({ method, stand }: RequestRow): Promise<Stage> {
  const bench = benchWith(answers(), { ...pageData, me: { ...pageData.me, roles: ['officeManager', 'director'] } })
  const desk = createDesk(bench.page, pageData)
  const standing = await stand(bench.page, desk)
  await settled()
  const waiting: (() => void)[] = []
  const answer = answers()[method] as (input: unknown) => unknown
  const held = (input: unknown) => new Promise((resolve) => waiting.push(() => resolve(answer(input))))
  bench.server.answer({ [method]: held } as Handlers)
  const from = bench.server.calls.length
  return {
    ...bench,
    desk,
    standing,
    asked: () => bench.server.calls.slice(from).filter((call) => call.method === method).length,
    come: async () => {
      bench.server.answer({ [method]: answer } as Handlers)
      for (const one of waiting.splice(0)) one()
      await settled()
    },
  }
}

async function press({ standing }: Stage): Promise<void> {
  void standing.press()
  for (let turn = 0; turn < 3; turn += 1) await settled()
}

function keysOf({ server }: Stage, method: Method): readonly string[] {
  return server.calls.flatMap((call, at) => (call.method === method ? [server.keys[at] ?? ''] : [])).slice(-2)
}

function whereIs({ desk, page }: { readonly desk: Desk; readonly page: Page }) {
  return { tab: desk.tab.value, focus: page.focus.value }
}

const cases: Readonly<Record<string, (row: RequestRow) => Promise<void>>> = {
  slow: async (row) => {
    const it = await stage(row)
    const before = it.desk.tab.value
    await press(it)
    expect([it.asked(), it.standing.busy()]).toEqual([1, true])
    if (row.method !== 'deal/open' && row.method !== 'deal/current' && row.method !== 'deal/create') expect(it.desk.tab.value).toBe(before)
    await it.come()
    expect([it.standing.busy(), it.standing.trouble()]).toEqual([false, ''])
  },
  lost: async (row) => {
    const it = await stage(row)
    it.server.answer({ [row.method]: () => Promise.reject(new Error('lost')) } as Handlers)
    await press(it)
    expect([it.asked(), it.standing.busy()]).toEqual([1, false])
    it.server.answer(answers())
    await press(it)
    const [first, again] = keysOf(it, row.method)
    expect(first).toMatch(/^[0-9a-f]{24}$/)
    expect(again).toBe(first)
    expect(it.standing.trouble()).toBe('')
  },
  late: async (row) => {
    const it = await stage(row)
    await press(it)
    it.desk.go(it.desk.tab.value === 'today' ? 'intake' : 'today')
    it.page.attention.typed()
    await settled()
    const before = whereIs(it)
    await it.come()
    expect(whereIs(it)).toEqual(before)
    expect(it.standing.busy()).toBe(false)
  },
  twice: async (row) => {
    const it = await stage(row)
    await Promise.all([press(it), press(it)])
    expect(it.asked()).toBeLessThanOrEqual(row.looks ? 2 : 1)
    await it.come()
    expect(it.standing.busy()).toBe(false)
  },
  'gone on': async (row) => {
    const it = await stage(row)
    if (!it.standing.goOn) return
    await press(it)
    expect(it.asked()).toBe(1)
    it.standing.goOn()
    await settled()
    const before = JSON.stringify(it.standing.shown())
    const where = whereIs(it)
    const told = it.page.news.items.value.length
    await it.come()
    if (row.looks) return
    expect(JSON.stringify(it.standing.shown())).toBe(before)
    expect(whereIs(it)).toEqual(where)
    expect(it.page.news.items.value.length).toBe(told + 1)
  },
  reloaded: async (row) => {
    const it = await stage(row)
    await press(it)
    const again = benchWith(answers(), pageData, it.drafts)
    const desk = createDesk(again.page, pageData)
    desk.start()
    await settled()
    expect(desk.tab.value).toBe(it.desk.slots.awaited.request.value === null ? it.desk.tab.value : 'intake')
    expect(desk.intake.form.value).toEqual(it.desk.intake.form.value)
    if (it.desk.tab.value === 'card') expect(desk.card.card.value?.deal.id).toBe(it.desk.card.card.value?.deal.id)
    if (it.desk.tab.value === 'card') expect(desk.card.edits.edits.value).toEqual(it.desk.card.edits.edits.value)
    if (it.desk.tab.value === 'slots') expect(desk.slots.deal.value?.deal.id).toBe(it.desk.slots.deal.value?.deal.id)
  },
}

describe.each(Object.keys(cases))('%s', (name) => {
  test.each(requestTable.map((row) => [row.method, row] as const))('%s', async (_, row) => {
    counts[name] = (counts[name] ?? 0) + 1
    await cases[name]?.(row)
  })
})

/** The other ways a refused or failed late deed is heard of. */
describe('gone on, and it failed', () => {
  test.each(requestTable.filter(({ looks }) => !looks).map((row) => [row.method, row] as const))(
    '%s: told, with the way to ask again',
    async (_, row) => {
      const it = await stage(row)
      if (!it.standing.goOn) return
      let fail: () => void = () => undefined
      it.server.answer({ [row.method]: () => new Promise((_resolve, reject) => (fail = () => reject(new Error('lost')))) } as Handlers)
      await press(it)
      it.standing.goOn()
      await settled()
      fail()
      await settled()
      const [news] = it.page.news.items.value.filter(({ bad }) => bad)
      expect(news?.sentence).toContain('Сервер не ответил')
      it.server.answer(answers())
      news?.way?.go()
      await settled()
      const [first, again] = keysOf(it, row.method)
      expect(again).toBe(first)
    },
  )
})

test('every method of the contract has its row, or its reason', () => {
  const rows = requestTable.map(({ method }) => method)
  expect(askedMethods.filter((method) => !rows.includes(method) && withoutRow[method] === undefined)).toEqual([])
  expect(rows.filter((method) => withoutRow[method] !== undefined)).toEqual([])
})

afterAll(() => {
  const sum = Object.values(counts).reduce((all, one) => all + one, 0)
  process.stdout.write(`requests: ${requestTable.length} methods × ${Object.keys(cases).length} = ${sum} cases\n`)
})

/** Lines of «Контроль» that belong to no deal. */
import { dealsAreDue, differs, officeLines, readScanned, wentLate } from '../../../src/usecases/control/officeLines'
import type { MonthState } from '../../../src/usecases/desk'
import { heldDeal } from '../../fixtures/builders'
import { deskOf, type Given } from '../../fixtures/known'
import { controlLine, officeLine } from '../../fixtures/lines'

const scanned = { deals: '2026-11-24T09:00', slots: '2026-11-24T09:00', revision: '7', first: '2024-01-09' }
const pay = officeLine({ key: 'T3.pay', subject: 'Оплата', due: '2026-11-27T18:00', remindAt: null })

test.each<[string, Partial<typeof scanned> | { deals: null }, Given, string, boolean]>([
  ['never looked', { deals: null }, {}, '2026-11-24T09:10', true],
  ['a new day', {}, {}, '2026-11-25T00:00', true],
  ['the same day, nothing happened', {}, { service: { revision: '9' } }, '2026-11-24T17:00', false],
  ['something was committed while a line stands', {}, { control: [pay], service: { revision: '9' } }, '2026-11-24T17:00', true],
  ['nothing was committed while a line stands', {}, { control: [pay], service: { revision: '7' } }, '2026-11-24T17:00', false],
  [
    'a line that nobody sees yet',
    {},
    { control: [{ ...pay, due: '2026-12-02T18:00' }], service: { revision: '9' } },
    '2026-11-24T17:00',
    false,
  ],
  ['its reminder came', {}, { control: [{ ...pay, remindAt: '2026-11-24T12:00' }], service: { revision: '7' } }, '2026-11-24T12:00', true],
  [
    'its reminder comes',
    {},
    { control: [{ ...pay, remindAt: '2026-11-24T12:00' }], service: { revision: '7' } },
    '2026-11-24T11:59',
    false,
  ],
  ['a line of a deal', {}, { control: [controlLine({ key: 'K3.new' })], service: { revision: '9' } }, '2026-11-24T17:00', false],
  ['K6: Friday’s list', { deals: '2026-11-27T14:50' }, {}, '2026-11-27T15:00', true],
])('%s: deals are looked at again: %j', (_, part, given, now, isDue) => {
  expect(dealsAreDue({ ...scanned, ...part }, deskOf(given), now)).toBe(isDue)
})

test('what was not looked at in this run stays as it stands', () => {
  const slots = officeLine({ key: 'G1.slots', subject: 'Дать слоты: ММ' })
  const desk = deskOf({ control: [pay, slots, controlLine()], service: { heartbeat: '2026-11-24T09:00' } })
  const kept = officeLines({ slots: null, deals: null, first: null }, desk, '2026-11-24T09:10')
  expect(kept.filter(({ key }) => key === 'T3.pay' || key === 'G1.slots')).toEqual([pay, slots])
  expect(officeLines({ slots: null, deals: [], first: null }, desk, '2026-11-24T09:10')).toContain(slots)
  expect(officeLines({ slots: null, deals: [], first: null }, desk, '2026-11-24T09:10')).not.toContain(pay)
})

test('W.sync: without a heartbeat for an hour', () => {
  const keys = (heartbeat: string) =>
    officeLines({ slots: null, deals: null, first: null }, deskOf({ service: { heartbeat } }), '2026-11-24T10:01').map(({ key }) => key)
  expect(keys('2026-11-24T09:00')).toContain('W.sync')
  expect(keys('2026-11-24T09:50')).not.toContain('W.sync')
})

test('a first look remembers nothing', () => {
  expect(readScanned('')).toEqual({ deals: null, slots: null, revision: '', first: null })
  expect(readScanned(JSON.stringify(scanned))).toEqual(scanned)
})

test('lines differ by what they say, not by what was reminded of or by their order', () => {
  const other = { ...pay, subject: 'Другое' }
  expect(differs([pay, other], [other, { ...pay, reminded: '2026-11-24T09:00' }])).toBe(false)
  expect(differs([pay], [{ ...pay, detail: 'иначе' }])).toBe(true)
  expect(differs([pay], [])).toBe(true)
})

describe('S2, T3: met only after its time', () => {
  const october: MonthState = {
    month: '2026-10',
    row: 2,
    approved: null,
    approvedBy: '',
    frozen: '',
    told: null,
    published: null,
    link: '',
  }
  const given = (approved: string | null): Given => ({ months: [{ ...october, approved }] })
  const lines = officeLines({ slots: null, deals: [], first: '2024-01-09' }, deskOf(given(null)), '2026-11-06T09:00')
  const summary = lines.filter(({ key }) => key === 'S2.summary')
  const late = (approved: string | null, still: typeof lines = []) =>
    wentLate(summary, still, { deals: [] }, deskOf(given(approved))).map(({ key }) => key)

  test('approved in time is none, a minute later it is one, and what still stands is the tick’s', () => {
    expect(summary).toMatchObject([{ due: '2026-11-05T18:00' }])
    expect(late('2026-11-05T18:00')).toEqual([])
    expect(late('2026-11-05T18:01')).toEqual(['S2.summary'])
    expect(late('2026-11-05T18:01', summary)).toEqual([])
  })

  test('hundreds of lines that went at once look at the deals once for each time at which they were due', () => {
    const line = summary[0]
    if (line === undefined) throw new Error('no line')
    const gone = Array.from({ length: 600 }, (_, at) => ({ ...line, subject: `Строка ${at}`, due: `2026-11-0${1 + (at % 3)}T18:00` }))
    let looks = 0
    const deals = new Proxy([heldDeal({})], {
      get: (all, key, self) => {
        if (key === 'map') looks++
        return Reflect.get(all, key, self)
      },
    })
    expect(wentLate(gone, [], { deals }, deskOf())).toEqual([])
    expect(looks).toBe(3)
  })

  test('an external consultation paid too late', () => {
    const deal = heldDeal({ consultant: 'ПН', start: '2026-10-10T10:00', end: '2026-10-10T11:00' })
    const owed = officeLines({ slots: null, deals: [deal], first: '2024-01-09' }, deskOf(), '2026-11-06T09:00').filter(
      ({ key }) => key === 'T3.pay',
    )
    const paid = (paidAt: string) => wentLate(owed, [], { deals: [{ ...deal, paidAt }] }, deskOf()).length
    expect(owed).toHaveLength(1)
    expect([paid(owed[0]?.due ?? ''), paid('2026-11-30T10:00')]).toEqual([0, 1])
  })
})

/** «Сегодня»: the open obligations by time, mine first to be seen. */
import type { DiscrepancyLine } from '../../../src/usecases/calendar/listDiscrepancies'
import { today, todayOf } from '../../../src/usecases/control/today'
import type { ControlLine } from '../../../src/usecases/desk'
import { workingCalendar } from '../../fixtures/builders'
import { deskOf, type Given, momentOf, shownBy, whoMay } from '../../fixtures/known'
import { controlLine, officeLine } from '../../fixtures/lines'
import { callers, everyReader } from '../../fixtures/staff'

const shown = (control: readonly ControlLine[], more: Given = {}) => todayOf(deskOf({ control, ...more }), momentOf(more), 0)
const keys = (control: readonly ControlLine[], more: Given = {}) => shown(control, more).items.map(({ key }) => key)

test.each<[string, Partial<ControlLine>, string, number]>([
  ['opens at this minute', { opensAt: '2026-11-23T09:00' }, '2026-11-23T09:00', 1],
  ['opens in a minute', { opensAt: '2026-11-23T09:01' }, '2026-11-23T09:00', 0],
  ['due in a week', { due: '2026-11-30T23:59' }, '2026-11-23T09:00', 1],
  ['due in eight days', { due: '2026-12-01T00:00' }, '2026-11-23T09:00', 0],
  ['A4: to be held', { key: 'A4.hold', due: '2026-11-23T10:00' }, '2026-11-23T09:59', 1],
  ['A4: its time has come', { key: 'A4.hold', due: '2026-11-23T10:00' }, '2026-11-23T10:00', 0],
])('%s', (_, part, now, count) => {
  expect(keys([controlLine(part)], { now })).toHaveLength(count)
})

test.each([
  ['2026-11-23T14:11', 'overdue'],
  ['2026-11-23T14:10', 'today'],
  ['2026-11-22T14:10', 'later'],
])('at %s it is %s', (now, state) => {
  expect(shown([controlLine()], { now }).items[0]?.state).toBe(state)
})

test('mine is what I owe: by initials, by role, as the manager of a project', () => {
  const lines = ['ММ', 'офис-менеджер', 'руководитель проекта «Добрый Север»'].map((who, index) => controlLine({ who, dealId: index }))
  const mine = (who: Given['who']) => shown(lines, { ...(who && { who }) }).items.map((item) => item.mine)
  expect(mine(callers.own)).toEqual([true, false, false])
  expect(mine(callers.officeManager)).toEqual([false, true, false])
  expect(mine(callers.otherManager)).toEqual([false, false, true])
  expect(mine(callers.manager)).toEqual([false, false, false])
})

test('K6: Friday’s cards are one thing to do', () => {
  const week = [1, 2, 3].map((dealId) => controlLine({ key: dealId === 3 ? 'K7.close' : 'K6.close', dealId }))
  const [item, ...others] = shown([controlLine(), ...week]).items.slice(1)
  expect(item).toMatchObject({ subject: 'Закрыть неделю — 3 карточки', deal: null, opens: 'weekClose' })
  expect(others).toEqual([])
})

test('a tap opens the card, or the window that is for it', () => {
  const opens = (line: ControlLine) => shown([line]).items[0]?.opens
  expect(opens(controlLine())).toBe('deal')
  expect(opens(officeLine({ key: 'G1.slots' }))).toBe('slotBoard')
  expect(opens(officeLine({ key: 'T3.pay' }))).toBe('externals')
  expect(opens(officeLine({ key: 'W.calendar' }))).toBe('nothing')
})

test('while nothing is owed, what comes next', () => {
  const coming = [
    controlLine({ opensAt: '2026-11-24T09:00', subject: 'позже' }),
    controlLine({ opensAt: '2026-11-23T12:00', subject: 'раньше' }),
  ]
  expect(shown(coming)).toMatchObject({ items: [], next: { at: '2026-11-23T12:00', subject: 'раньше' } })
  expect(shown([]).next).toBeNull()
})

test('what stands wrong is told until it is mended', () => {
  const rowNotes = JSON.stringify([{ where: 'Сделки', row: 7, column: 'Начало', message: 'не дата' }])
  const { notes } = shown([controlLine({ who: 'ЯЯ' })], {
    service: { rowNotes, mailWaits: '3' },
    office: { calendar: { ...workingCalendar(), years: [2026, 2027] } },
  })
  expect(notes.map(({ where, row }) => [where, row])).toEqual([
    ['Сделки', 7],
    ['Почта', null],
    ['Сотрудники', null],
  ])
})

test.each<[string, readonly number[], string[]]>([
  ['2026-10-31T09:00', [2026], []],
  ['2026-11-01T09:00', [2026], ['2027']],
  ['2026-11-01T09:00', [2026, 2027], []],
  ['2026-03-01T09:00', [], ['2026']],
])('W.calendar: at %s the years %j are filled', (now, years, missing) => {
  const { notes } = shown([], { now, office: { calendar: { ...workingCalendar(), years } } })
  expect(notes.map(({ message }) => message.slice(0, 4))).toEqual(missing)
})

test('the heartbeat, and the open lines of «Расхождения» that the caller may see', () => {
  const line = (consultant: string): DiscrepancyLine => ({
    key: 'limit:e',
    at: '',
    event: '',
    what: '',
    consultant,
    dealId: 1,
    proposed: '',
    solved: '',
  })
  const given: Given = { sheets: { discrepancies: [line('ММ'), line('СБ')] }, service: { heartbeat: '2026-11-23T08:50' } }
  expect(shownBy(today, {}, given)).toMatchObject({ discrepancies: 2, heartbeat: '2026-11-23T08:50' })
  expect(shownBy(today, {}, { ...given, who: callers.own }).discrepancies).toBe(1)
  expect(shownBy(today, {}, {}).heartbeat).toBeNull()
  expect(whoMay(today, {})).toEqual(everyReader)
})

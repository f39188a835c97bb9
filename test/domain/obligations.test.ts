/** The table «Obligations» of the procedure, row by row: when it opens, who owes it, until when, and what meets it. */

import type { Deal } from '../../src/domain/deal/deal'
import { type ObligationKey, obligationDetail, obligationsOf, obligationTitle } from '../../src/domain/obligations/obligations'
import { acceptedDeal, assignedDeal, heldDeal, nosov, office, person, project, unsortedDeal, workingCalendar } from '../fixtures/builders'

const desk = office()
const find = (key: ObligationKey, deal: Deal, now: string, at = desk) => obligationsOf(deal, at, now).find((owed) => owed.key === key)
const keys = (deal: Deal, now: string, at = desk) => obligationsOf(deal, at, now).map(({ key }) => key)

const officeManager = { role: 'officeManager' }
const unreached = (attempts: number, lastAttemptAt: string) => unsortedDeal({ stage: 'unreached', attempts, lastAttemptAt })
const external = (part: Partial<Deal> = {}) => assignedDeal({ consultant: 'ПН', topic: 11, project: 'Ресурсный центр НКО', ...part })
const incomplete = (part: Partial<Deal> = {}) => heldDeal({ project: '', ...part })

describe('I5.call', () => {
  test('a request of Friday 14:10 is called by Monday 14:10, reminder 2 hours before', () => {
    expect(find('I5.call', unsortedDeal(), '2026-11-23T09:00')).toEqual({
      key: 'I5.call',
      clause: 'I5',
      dealId: 41721,
      subject: 'Позвонить: АНО «Маяк»',
      who: officeManager,
      opensAt: '2026-11-20T14:10',
      due: '2026-11-23T14:10',
      remindAt: '2026-11-23T12:10',
      overdueTo: 'directorDigest',
    })
  })

  test('received on a day off, it counts from the next opening', () => {
    const sunday = unsortedDeal({ received: '2026-11-22T12:00', stageSince: '2026-11-22T12:00' })
    expect(find('I5.call', sunday, '2026-11-23T09:00')?.due).toBe('2026-11-24T09:00')
  })

  test.each([
    ['a call without an answer', { attempts: 1, lastAttemptAt: '2026-11-20T15:00' }],
    ['a call that reached the client', { reachedAt: '2026-11-20T15:00' }],
    ['another stage', { stage: 'new' }],
  ] as const)('is met by %s', (_what, part) => {
    expect(find('I5.call', unsortedDeal(part), '2026-11-23T09:00')).toBeUndefined()
  })
})

describe('I7.next and I7.decide', () => {
  test('one or two attempts: the next by the end of the next working day, reminder at 9:00', () => {
    expect(find('I7.next', unreached(2, '2026-11-20T16:00'), '2026-11-23T09:00')).toMatchObject({
      who: officeManager,
      opensAt: '2026-11-20T16:00',
      due: '2026-11-23T18:00',
      remindAt: '2026-11-23T09:00',
      overdueTo: 'directorDigest',
    })
    expect(find('I7.next', unreached(1, '2026-11-02T16:00'), '2026-11-03T09:00')?.due).toBe('2026-11-03T17:00')
  })

  test('the third attempt turns it into a decision, due the same day', () => {
    const deal = unreached(3, '2026-11-23T16:00')
    expect(find('I7.next', deal, '2026-11-23T16:00')).toBeUndefined()
    expect(find('I7.decide', deal, '2026-11-23T16:00')).toMatchObject({
      due: '2026-11-23T18:00',
      remindAt: '2026-11-23T16:00',
      overdueTo: 'nobody',
    })
  })

  test('an attempt after closing is decided the next working day', () => {
    expect(find('I7.decide', unreached(3, '2026-11-27T18:00'), '2026-11-27T18:00')?.due).toBe('2026-11-30T18:00')
  })

  test('both are met when the client is reached', () => {
    const reached = { ...unreached(3, '2026-11-23T16:00'), reachedAt: '2026-11-23T16:00' }
    expect(keys(reached, '2026-11-23T16:30')).toEqual(['A1.assign'])
    expect(find('I7.next', { ...reached, attempts: 1 }, '2026-11-23T16:30')).toBeUndefined()
  })
})

describe('A1.assign', () => {
  test.each(['unsorted', 'new', 'accepted', 'unreached'] as const)('in %s it is one working day from receipt', (stage) => {
    expect(find('A1.assign', unsortedDeal({ stage }), '2026-11-23T09:00')).toMatchObject({
      who: officeManager,
      due: '2026-11-23T14:10',
      remindAt: '2026-11-23T12:10',
    })
  })

  test.each(['assigned', 'held', 'feedback', 'won', 'lost'] as const)('is met in %s', (stage) => {
    expect(find('A1.assign', heldDeal({ stage }), '2026-11-26T09:00')).toBeUndefined()
  })

  test('G6: a deal given back counts from then', () => {
    const released = acceptedDeal({ stageSince: '2026-11-25T09:30', firstStart: '2026-11-25T10:00' })
    expect(find('A1.assign', released, '2026-11-25T09:30')?.due).toBe('2026-11-26T09:30')
  })
})

describe('A1.tell', () => {
  const untold = (part: Partial<Deal> = {}) => assignedDeal({ toldAt: null, ...part })

  test('the client is told the same working day', () => {
    expect(find('A1.tell', untold(), '2026-11-20T15:05')).toMatchObject({ who: officeManager, due: '2026-11-20T18:00', remindAt: null })
  })

  test('I9: who booked tells it', () => {
    expect(find('A1.tell', untold({ channel: 'phoneStaff' }), '2026-11-20T15:05')?.who).toEqual({ initials: 'ММ' })
  })

  test('is met when told, and over when the consultation begins', () => {
    expect(find('A1.tell', assignedDeal(), '2026-11-20T15:05')).toBeUndefined()
    expect(find('A1.tell', untold(), '2026-11-25T10:00')).toBeUndefined()
  })
})

describe('A4.hold', () => {
  test('the consultant holds it at the start, reminder at 9:00 the working day before', () => {
    expect(find('A4.hold', assignedDeal(), '2026-11-23T09:00')).toMatchObject({
      who: { initials: 'ММ' },
      due: '2026-11-25T10:00',
      remindAt: '2026-11-24T09:00',
      overdueTo: 'nobody',
    })
    expect(find('A4.hold', assignedDeal({ start: '2026-11-30T10:00' }), '2026-11-23T09:00')?.remindAt).toBe('2026-11-27T09:00')
  })

  test('booked later than that, it needs no reminder', () => {
    expect(find('A4.hold', assignedDeal({ stageSince: '2026-11-24T12:00' }), '2026-11-24T12:00')?.remindAt).toBeNull()
  })

  test('while it is held nothing is owed', () => {
    expect(keys(assignedDeal(), '2026-11-25T09:59')).toEqual(['A4.hold'])
    expect(keys(assignedDeal(), '2026-11-25T10:00')).toEqual([])
    expect(keys(assignedDeal(), '2026-11-25T10:59')).toEqual([])
  })
})

describe('C8.fill', () => {
  test('one working day after the end, reminder at 9:00, then K4', () => {
    expect(find('C8.fill', assignedDeal(), '2026-11-25T11:00')).toMatchObject({
      who: { initials: 'ММ' },
      opensAt: '2026-11-25T11:00',
      due: '2026-11-26T11:00',
      remindAt: '2026-11-26T09:00',
      overdueTo: 'K4',
    })
  })

  test('an end that is not known is an hour after the start', () => {
    expect(find('C8.fill', assignedDeal({ end: null }), '2026-11-25T10:59')).toBeUndefined()
    expect(find('C8.fill', assignedDeal({ end: null }), '2026-11-25T11:00')).toBeDefined()
  })

  test('is met in «Консультация проведена», and not asked of an external consultant', () => {
    expect(find('C8.fill', heldDeal(), '2026-11-25T12:00')).toBeUndefined()
    expect(find('C8.fill', external(), '2026-11-25T12:00')).toBeUndefined()
  })
})

describe('C9.report, C9.enter, C10', () => {
  test('the report is there by 18:00 of the next working day; reminder at 12:00', () => {
    expect(find('C9.report', external(), '2026-11-25T11:00')).toMatchObject({
      who: officeManager,
      opensAt: '2026-11-25T11:00',
      due: '2026-11-26T18:00',
      remindAt: '2026-11-26T12:00',
      overdueTo: 'projectManager',
    })
  })

  test.each([
    ['не распределено', desk],
    ['', desk],
    ['Ресурсный центр НКО', office({ projects: [project({ managerEmail: '' })] })],
  ])('C10: for the project «%s» without a manager the director is told', (name, at) => {
    expect(find('C9.report', external({ project: name }), '2026-11-25T11:00', at)?.overdueTo).toBe('director')
  })

  test('C9.enter: one working day after the report came', () => {
    const reported = external({ reportReceivedAt: '2026-11-26T10:00' })
    expect(keys(reported, '2026-11-26T10:00')).toEqual(['C9.enter'])
    expect(find('C9.enter', reported, '2026-11-26T10:00')).toMatchObject({ who: officeManager, due: '2026-11-27T10:00', remindAt: null })
  })
})

describe('K4.complete and K6.close', () => {
  const friday = '2026-11-27T15:00'

  test('both open on Friday at 15:00 and are due at 18:00', () => {
    expect(keys(incomplete(), '2026-11-27T14:59')).toEqual([])
    expect(find('K4.complete', incomplete(), friday)).toMatchObject({
      who: { initials: 'ММ' },
      opensAt: friday,
      remindAt: friday,
      due: '2026-11-27T18:00',
      overdueTo: 'directorDigest',
    })
    expect(find('K6.close', incomplete(), friday)).toMatchObject({ who: officeManager, due: '2026-11-27T18:00' })
  })

  test('a complete card is only closed', () => {
    expect(keys(heldDeal(), friday)).toEqual(['K6.close'])
  })

  test('K6: held after Friday 15:00 it belongs to the next Friday', () => {
    const late = heldDeal({ start: '2026-11-27T14:30', end: '2026-11-27T15:30' })
    expect(keys(late, friday)).toEqual([])
    expect(find('K6.close', late, '2026-12-04T15:00')?.due).toBe('2026-12-04T18:00')
    expect(keys(heldDeal({ start: '2026-11-27T14:00', end: friday }), friday)).toEqual(['K6.close'])
  })

  test('K1: where Friday is a day off, the last working day of the week takes its place', () => {
    const calendar = workingCalendar({ '2026-11-27': 'off' })
    expect(find('K6.close', heldDeal(), '2026-11-26T15:00', office({ calendar }))?.due).toBe('2026-11-26T18:00')
  })

  test('a week without working days has no closing', () => {
    const days = { '2026-12-28': 'off', '2026-12-29': 'off', '2026-12-30': 'off', '2026-12-31': 'off', '2027-01-01': 'off' } as const
    const held = heldDeal({ start: '2026-12-26T10:00', end: '2026-12-26T11:00' })
    expect(find('K6.close', held, '2027-01-08T15:00', office({ calendar: workingCalendar(days) }))?.due).toBe('2027-01-08T18:00')
  })

  test('K1: the closer is a setting', () => {
    const settings = { ...desk.settings, closer: 'director' } as const
    expect(find('K6.close', heldDeal(), friday, office({ settings }))?.who).toEqual({ role: 'director' })
  })

  test('K4: a card still in «Консультация назначена» is completed too; an external’s is the office manager’s', () => {
    expect(keys(assignedDeal(), friday)).toEqual(['C8.fill', 'K4.complete'])
    expect(keys(external(), friday)).toEqual(['C9.report'])
    expect(find('K4.complete', incomplete({ consultant: 'ПН' }), friday)?.who).toEqual(officeManager)
  })

  test('once missed, it stays overdue', () => {
    expect(find('K6.close', heldDeal(), '2026-12-09T10:00')?.due).toBe('2026-11-27T18:00')
  })

  test.each(['feedback', 'won', 'lost'] as const)('are met in %s', (stage) => {
    expect(keys(heldDeal({ stage, stageSince: '2026-11-28T10:00' }), friday)).toEqual([])
  })
})

describe('K7.close', () => {
  test.each([
    ['2026-11-27T16:00', '2026-12-04T18:00', '2026-12-04T15:00'],
    ['2026-11-25T12:00', '2026-11-27T18:00', '2026-11-27T15:00'],
  ])('asked for on %s it is closed by %s, reminder %s', (stageSince, due, remindAt) => {
    expect(find('K7.close', heldDeal({ stage: 'feedback', stageSince }), stageSince)).toMatchObject({ who: officeManager, due, remindAt })
  })
})

describe('words', () => {
  test.each([
    ['I5.call', unsortedDeal(), 'Позвонить: АНО «Маяк»', 'с сайта, пт 20 ноября, 14:10'],
    ['I7.next', unreached(2, '2026-11-25T16:00'), 'Позвонить ещё раз: АНО «Маяк»', '2 попытки, последняя вчера 16:00'],
    ['A1.assign', acceptedDeal({ channel: 'email', organisation: '' }), 'Назначить: Анна Иванова', 'по почте, пт 20 ноября, 14:10'],
    ['A4.hold', assignedDeal({ start: '2026-11-27T10:00' }), 'Провести консультацию: АНО «Маяк»', 'завтра 10:00, ММ'],
    ['C9.enter', external({ reportReceivedAt: '2026-11-26T08:30' }), 'Внести отчёт в карточку: АНО «Маяк»', 'отчёт получен сегодня 08:30'],
    ['K4.complete', incomplete({ recommendations: '' }), 'Дозаполнить карточку: АНО «Маяк»', 'не хватает: Рекомендации, Проект'],
    ['K7.close', heldDeal({ stage: 'feedback' }), 'Завершить, отзыв запрошен: АНО «Маяк»', 'отзыв запрошен вчера 12:00'],
    ['K6.close', heldDeal({ organisation: '', contact: '' }), 'Закрыть: сделка № 41721', 'вчера 10:00, ММ'],
  ] as const)('%s', (key, deal, title, detail) => {
    expect(obligationTitle(key, deal)).toBe(title)
    expect(obligationDetail(key, deal, '2026-11-26T09:00', desk)).toBe(detail)
  })
})

test('nothing is owed on a closed deal', () => {
  const at = office({ people: [person(), nosov] })
  expect(keys(heldDeal({ stage: 'won' }), '2027-01-15T09:00', at)).toEqual([])
  expect(keys(unsortedDeal({ stage: 'lost', attempts: 3, lastAttemptAt: '2026-11-23T10:00' }), '2027-01-15T09:00', at)).toEqual([])
})

/** What the whole office owes: slots (G1, G4), quota (G7), feedback of the month (K3), payment (T3), the month (S2, S3), the desk (W). */

import { slotBoard } from '../../src/domain/calendar/slotBoard'
import { calendarDuties, syncDuties, termDuties } from '../../src/domain/obligations/duties/deskDuties'
import { monthBefore, payDuties, summaryDuties } from '../../src/domain/obligations/duties/monthDuties'
import { isCheckNews, type SlotFacts, slotCheckAt, slotDuties } from '../../src/domain/obligations/duties/slotDuties'
import { feedbackDuties, quotaDuties } from '../../src/domain/obligations/duties/weekDuties'
import type { Office } from '../../src/domain/office/office'
import { assignedDeal, heldDeal, nosov, office, person, unsortedDeal, workingCalendar } from '../fixtures/builders'
import { event } from './slotBuilders'

const thursday = '2026-11-26T10:00'
const closed = '2026-11-27T18:00'

/** Hours of ММ in the weeks of 30 November and 7 December. */
function facts(hours: readonly [number, number], now: string, part: Partial<SlotFacts> = {}, desk: Office = office()): SlotFacts {
  const check = slotCheckAt(desk, now)
  if (check === null) throw new Error('no check')
  const events = hours.flatMap((count, week) =>
    Array.from({ length: count }, (_, index) => event('ММ консультация', `2026-12-0${(week === 0 ? 1 : 7) + index}T10:00`)),
  )
  const rows = slotBoard({ events, office: desk, from: check.weeks[0], weeks: 2, me: '' })
  return { check, rows, lastLooked: null, standing: [], ...part }
}

describe('G1: the Friday check', () => {
  test.each([
    ['2026-11-26T09:59', '2026-11-19T10:00'],
    [thursday, thursday],
    ['2026-11-30T09:00', thursday],
  ])('at %s the check announced at %s counts', (now, opensAt) => {
    expect(slotCheckAt(office(), now)?.opensAt).toBe(opensAt)
  })

  test('where Friday is a day off, it is made on Thursday and announced on Wednesday', () => {
    const desk = office({ calendar: workingCalendar({ '2026-11-27': 'off' }) })
    expect(slotCheckAt(desk, '2026-11-25T10:00')).toEqual({
      opensAt: '2026-11-25T10:00',
      due: '2026-11-26T18:00',
      weeks: ['2026-11-30', '2026-12-07'],
    })
  })

  test('a week without working days has no check of its own', () => {
    const off = Object.fromEntries(['23', '24', '25', '26', '27'].map((day) => [`2026-11-${day}`, 'off'] as const))
    expect(slotCheckAt(office({ calendar: workingCalendar(off) }), '2026-11-28T12:00')?.opensAt).toBe('2026-11-19T10:00')
  })

  test('three hours in one week and two in the other: the consultant owes slots until Friday 18:00', () => {
    expect(slotDuties(facts([3, 2], thursday), office(), thursday)).toEqual([
      {
        key: 'G1.slots',
        subject: 'Поставить слоты: ММ, две недели с 30 ноября',
        detail: 'неделя с 7 декабря: 2 часа из 3',
        who: 'ММ',
        opensAt: thursday,
        due: closed,
        remindAt: thursday,
        overdueTo: 'officeManager',
      },
    ])
  })

  test('three in each: nothing; of external consultants nothing is asked', () => {
    expect(slotDuties(facts([3, 3], thursday), office({ people: [person(), nosov] }), thursday)).toEqual([])
  })

  test('away for most of a week: that week asks for nothing', () => {
    const away = person({ absences: [{ from: '2026-12-07', until: '2026-12-09', why: 'отпуск' }] })
    const desk = office({ people: [away] })
    expect(slotDuties(facts([3, 0], thursday, {}, desk), desk, thursday)).toEqual([])
    const twoDays = office({ people: [{ ...away, absences: [{ from: '2026-12-07', until: '2026-12-08', why: 'отпуск' }] }] })
    expect(slotDuties(facts([3, 0], thursday, {}, twoDays), twoDays, thursday)).toHaveLength(1)
  })

  test('short since the check, looked at late: it is still the check that was not kept', () => {
    expect(slotDuties(facts([3, 0], '2026-11-29T12:00'), office(), '2026-11-29T12:00')[0]?.key).toBe('G1.slots')
  })
})

describe('G4: a free slot went after the check', () => {
  const later = '2026-11-30T12:00'
  const looked = { lastLooked: '2026-11-30T11:50' }

  test('one working day to give other time, told at once', () => {
    expect(slotDuties(facts([2, 3], later, looked), office(), later)).toMatchObject([
      { key: 'G4.replace', who: 'ММ', opensAt: later, due: '2026-12-01T12:00', remindAt: later, overdueTo: 'officeManager' },
    ])
  })

  test('at the next look it keeps its moment', () => {
    const standing = [{ key: 'G4.replace', who: 'ММ', opensAt: later }] as const
    const at = '2026-11-30T12:10'
    expect(slotDuties(facts([2, 3], at, { lastLooked: later, standing }), office(), at)[0]?.opensAt).toBe(later)
  })

  test('who was short at the check owes that, not a replacement', () => {
    const standing = [{ key: 'G1.slots', who: 'ММ', opensAt: thursday }] as const
    expect(slotDuties(facts([2, 3], later, { ...looked, standing }), office(), later)[0]?.key).toBe('G1.slots')
  })

  test('the calendar is looked at on a new day, at the announcement and after the check; not in between', () => {
    const check = slotCheckAt(office(), thursday)
    if (check === null) throw new Error('no check')
    const rows: [string | null, string, boolean][] = [
      [null, thursday, true],
      ['2026-11-26T09:50', '2026-11-26T10:00', true],
      ['2026-11-26T10:00', '2026-11-26T10:10', false],
      ['2026-11-27T17:50', '2026-11-27T18:00', false],
      ['2026-11-27T18:00', '2026-11-27T18:10', true],
      ['2026-11-27T18:10', '2026-11-27T18:20', false],
      ['2026-11-27T23:50', '2026-11-28T00:00', true],
    ]
    expect(rows.map(([seen, now]) => isCheckNews(check, seen, now))).toEqual(rows.map(([, , news]) => news))
  })
})

describe('G7: the quota of a week with demand', () => {
  const friday = '2026-11-27T18:00'
  const held = (part = {}) => heldDeal({ received: '2026-11-12T10:00', ...part })

  test('one held of two, and a deal of the topic came that week: a line for the director, owed by nobody', () => {
    const waits = unsortedDeal({ topic: 8, received: '2026-11-24T10:00' })
    expect(quotaDuties([held(), waits], office(), friday)).toEqual([
      {
        key: 'G7.quota',
        subject: 'Квота не выполнена: ММ, неделя с 23 ноября',
        detail: 'проведено 1 из 2, заявки были',
        who: '',
        opensAt: friday,
        due: friday,
        remindAt: null,
        overdueTo: 'directorDigest',
      },
    ])
  })

  test.each([
    ['no demand in the topics', [held(), unsortedDeal({ topic: 11, received: '2026-11-24T10:00' })]],
    ['two held, one of them not filled yet', [held(), assignedDeal({ topic: 8, received: '2026-11-24T10:00' })]],
    ['the demand of another week', [held(), heldDeal({ received: '2026-11-20T14:10' })]],
  ])('%s: no line', (_what, deals) => {
    expect(quotaDuties(deals, office(), friday)).toEqual([])
  })

  test('before the closing the week before counts; away the whole week: nothing is asked', () => {
    const waits = unsortedDeal({ topic: 8, received: '2026-11-17T10:00' })
    expect(quotaDuties([waits], office(), '2026-11-27T17:59')[0]?.subject).toBe('Квота не выполнена: ММ, неделя с 16 ноября')
    const away = person({ absences: [{ from: '2026-11-16', until: '2026-11-22', why: '' }] })
    expect(quotaDuties([waits], office({ people: [away] }), '2026-11-27T17:59')).toEqual([])
  })
})

describe('K3.month', () => {
  test('held this month, nobody asked: the closer asks by the last Friday 18:00, reminder at 15:00', () => {
    expect(feedbackDuties([heldDeal()], office(), '2026-11-26T09:00')).toEqual([
      {
        key: 'K3.month',
        subject: 'Спросить отзыв у клиента ММ в ноябре 2026 года',
        detail: 'в этом месяце ещё не спрашивали',
        who: 'офис-менеджер',
        opensAt: '2026-11-01T00:00',
        due: '2026-11-27T18:00',
        remindAt: '2026-11-27T15:00',
        overdueTo: 'directorDigest',
      },
    ])
  })

  test.each([
    ['one client of his was asked', [heldDeal(), heldDeal({ feedbackAskedAt: '2026-11-13T15:00' })]],
    ['nothing was held yet', [assignedDeal({ start: '2026-11-27T10:00', end: '2026-11-27T11:00' })]],
    ['held last month', [heldDeal({ start: '2026-10-30T10:00', end: '2026-10-30T11:00' })]],
    ['held after the last Friday', [heldDeal({ start: '2026-11-30T10:00', end: '2026-11-30T11:00' })]],
  ])('nothing is owed where %s', (_what, deals) => {
    const now = deals[0]?.start?.startsWith('2026-11-30') ? '2026-11-30T18:00' : '2026-11-26T09:00'
    expect(feedbackDuties(deals, office(), now)).toEqual([])
  })
})

describe('T3, S2, S3: by the 5th', () => {
  const external = (part = {}) => heldDeal({ consultant: 'ПН', topic: 11, ...part })

  test('T3.pay: the manager of the project marks external consultations of the month paid', () => {
    expect(payDuties([external(), external({ id: 2 })], office(), '2026-12-01T09:00')).toEqual([
      {
        key: 'T3.pay',
        subject: 'Оплатить внешних консультантов: Ресурсный центр НКО, ноябрь 2026',
        detail: 'не оплачено: 2 консультации',
        who: 'ep2@example.org',
        opensAt: '2026-12-01T00:00',
        due: '2026-12-05T18:00',
        remindAt: '2026-12-01T09:00',
        overdueTo: 'director',
      },
    ])
  })

  test('T3.pay: paid, staff or another month: nothing; without a project the director pays', () => {
    const november = [external({ paidAt: '2026-11-30T10:00' }), heldDeal(), external({ start: '2026-10-20T10:00' })]
    expect(payDuties(november, office(), '2026-12-01T09:00')).toEqual([])
    expect(payDuties([external({ project: 'не распределено' })], office(), '2026-12-01T09:00')[0]?.who).toBe('исполнительный директор')
  })

  test.each([
    ['5 December 2026 is a Saturday: the 5th all the same', '2026-12-01T00:00', '2026-12-05T18:00'],
    ['5 November is a Thursday', '2026-11-02T00:00', '2026-11-05T18:00'],
  ])('%s', (_what, now, due) => {
    expect(summaryDuties({ months: [], hasDeals: true }, office(), now).map((duty) => duty.due)).toEqual([due, due, due])
  })

  test.each([
    ['the 3rd is a Sunday, the 5th a working day: on the 4th', '2027-10-04T12:00', '2027-10-04T09:00'],
    [
      'the 3rd to the 5th are days off: on the last working day before',
      '2026-07-04T12:00',
      '2026-07-02T09:00',
      ['2026-07-03', '2026-07-04', '2026-07-05'],
    ],
    [
      'the whole of the holidays: on the day itself',
      '2027-01-03T12:00',
      '2027-01-03T09:00',
      ['2027-01-01', '2027-01-02', '2027-01-03', '2027-01-04', '2027-01-05'],
    ],
  ])('a reminder of %s', (_what, now, remindAt, off: string[] = []) => {
    const calendar = { days: Object.fromEntries(off.map((date) => [date, 'off' as const])), years: [2026, 2027] }
    const duties = summaryDuties({ months: [], hasDeals: true }, { ...office(), calendar }, now)
    expect(duties.map((duty) => duty.remindAt)).toEqual([remindAt, remindAt, remindAt])
  })

  test('the second reminder comes on the 3rd; each is met by its own deed', () => {
    const none = { approved: null, told: null, published: null }
    const keysAt = (done: object) =>
      summaryDuties({ months: [{ month: '2026-11', ...none, ...done }], hasDeals: true }, office(), '2026-12-03T09:00')
    expect(keysAt({}).map(({ key, remindAt, overdueTo }) => [key, remindAt, overdueTo])).toEqual([
      ['S2.summary', '2026-12-03T09:00', 'nobody'],
      ['S2.tell', '2026-12-03T09:00', 'nobody'],
      ['S3.publish', '2026-12-03T09:00', 'director'],
    ])
    const at = '2026-12-02T12:00'
    expect(keysAt({ approved: at }).map(({ key }) => key)).toEqual(['S2.tell', 'S3.publish'])
    expect(keysAt({ approved: at, told: at, published: at }).map(({ key }) => key)).toEqual(['S3.publish'])
    expect(keysAt({ approved: at, told: at, published: at, social: at })).toEqual([])
  })

  test('a desk without deals of that month owes nothing; January looks back at December', () => {
    expect(summaryDuties({ months: [], hasDeals: false }, office(), '2026-12-03T09:00')).toEqual([])
    expect(monthBefore('2027-01-04T09:00')).toBe('2026-12')
  })
})

describe('W: the desk itself', () => {
  test('W.calendar: from 1 November, reminded every week, by 1 December', () => {
    expect(calendarDuties(office(), '2026-10-31T23:59')).toEqual([])
    expect(calendarDuties(office(), '2026-11-01T00:00')[0]).toMatchObject({ who: 'администратор', due: '2026-12-01T18:00' })
    expect(['2026-11-01T00:00', '2026-11-07T23:59', '2026-11-08T00:00'].map((now) => calendarDuties(office(), now)[0]?.remindAt)).toEqual([
      '2026-11-01T09:00',
      '2026-11-01T09:00',
      '2026-11-08T09:00',
    ])
    const filled = office({ calendar: { ...workingCalendar(), years: [2026, 2027] } })
    expect(calendarDuties(filled, '2026-11-20T09:00')).toEqual([])
  })

  test('W.sync: an hour without a sync, not a minute less; a desk that never synced is being set up', () => {
    const heartbeat = '2026-11-23T23:30'
    expect(syncDuties({ heartbeat }, '2026-11-24T00:29')).toEqual([])
    expect(syncDuties({ heartbeat }, '2026-11-24T00:30')[0]).toMatchObject({ opensAt: '2026-11-24T00:30', due: '2026-11-24T00:30' })
    expect(syncDuties({ heartbeat: '' }, '2026-11-24T00:30')).toEqual([])
  })
})

describe('W.personal: whose data are to go', () => {
  test.each([
    [0, '', []],
    [12, '', ['12 клиентов']],
    [1, '2026-10', ['1 клиент']],
    [12, '2026-11', []],
  ])('%s whose term is over, looked through in %s', (count, seen, details) => {
    const duties = termDuties({ count, seen }, office(), '2026-11-23T09:00')
    expect(duties.map(({ detail }) => detail)).toEqual(details)
    for (const duty of duties)
      expect(duty).toMatchObject({ key: 'W.personal', who: 'исполнительный директор', due: '2026-11-28T18:00', overdueTo: 'nobody' })
  })
})

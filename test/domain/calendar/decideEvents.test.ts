import type { CalendarEvent, DealLine } from '../../../src/domain/calendar/sync/decision'
import { outcomesFor, proposedText, proposedTitle } from '../../../src/domain/calendar/sync/discrepancyText'
import { isSameOrganisation } from '../../../src/domain/calendar/sync/sameOrganisation'
import { isWithinMoveLimit } from '../../../src/domain/deal/moveLimit'
import { obligationsOf } from '../../../src/domain/obligations/obligations'
import { assignedDeal, office } from '../../fixtures/builders'
import { decide, event, line, said, times, waiting } from '../../fixtures/decidedEvents'

test.each<[string, Partial<CalendarEvent>, string]>([
  ['as it was', {}, 'nothing'],
  ['written otherwise', { title: 'мм - Маяк' }, '? bookedUnread'],
  ['without its legal form', { title: 'ММ_Маяк' }, 'nothing'],
  ['dragged', { start: '2026-11-26T12:00', end: '2026-11-26T13:00' }, 'moved'],
  ['shortened', { end: '2026-11-25T10:30' }, 'resized'],
  ['other initials', { title: 'ОП_АНО «Маяк»' }, '? otherConsultant'],
  ['another organisation', { title: 'ММ_Фонд «Другой»' }, '? otherOrganisation'],
  ['another organisation and time', { title: 'ММ_Фонд «Другой»', start: '2026-11-25T09:00' }, 'moved'],
  ['a free title', { title: 'ММ консультация' }, 'released'],
  ['deleted', { cancelled: true }, 'released'],
  ['all day', { allDay: true, start: '2026-11-25T00:00', end: '2026-11-26T00:00' }, '? bookedNoTime'],
  ['no title of ours', { title: 'Планёрка' }, '? bookedUnread'],
])('a booked event, %s → %s', (_what, part, expected) => {
  expect(said(decide([event(part)])[0])).toBe(expected)
})

test.each<[string, Partial<CalendarEvent>, string]>([
  ['a free slot', { title: 'ММ консультация' }, 'nothing'],
  ['something else', { title: 'Планёрка' }, 'nothing'],
  ['deleted', { cancelled: true }, 'nothing'],
  ['a mistake', { title: 'ММ консультацыя' }, '? unread'],
  ['a mistake that is over', { title: 'ММ консультацыя', start: '2026-11-20T10:00', end: '2026-11-20T11:00' }, 'nothing'],
  ['a slot without hours', { title: 'ММ консультация', allDay: true }, '? noTime'],
  ['the fund that waits', { title: 'ОП_фонд север' }, 'booked'],
  ['nobody known', { title: 'ОП_Фонд «Никто»' }, '? unknownBooking'],
  ['who is booked already', { title: 'ОП_АНО «Маяк»' }, '? duplicate'],
  ['over another booking of hers', { title: 'ММ_Фонд «Север»' }, '? overlap'],
  ['a copy with our mark', { private: { deal: '41720', version: '3', event: 'booked1' } }, '? copy'],
])('an event of no deal: %s → %s', (_what, part, expected) => {
  expect(said(decide([event({ id: 'other1', ...part }), event()])[0])).toBe(expected)
})

describe('an hour that the deal let go and that is still to be freed', () => {
  const gone = event({ cancelled: true })
  const old = event({ id: 'old1', start: '2026-11-26T12:00', end: '2026-11-26T13:00' })
  const decided = (freeing: ReadonlyMap<string, string>, left = old) => decide([gone, left], undefined, { freeing }).map(said)

  test('is not what the booking has become when its own event goes', () => {
    expect(decided(new Map())).toEqual(['moved', 'nothing'])
    expect(decided(new Map([['old1', '41720v3']]))).toEqual(['released', 'nothing'])
  })

  test('freed once, or written over by a person, it is an event like any other', () => {
    expect(decided(new Map([['old1', '41720v3']]), { ...old, private: { freed: '41720v3' } })).toEqual(['moved', 'nothing'])
    expect(decided(new Map([['old1', '41720v3']]), { ...old, title: 'ММ_Фонд «Север»' })).toEqual(['released', 'booked'])
  })
})

describe('a likeness of organisations asks and never books', () => {
  const ngo = { ...waiting, organisation: 'АНО «Маяк-7»' }
  const other = line({ id: 41740, stage: 'won', organisation: 'РОО «Маяк-7»', eventId: '' })
  const typed = (title: string, deals: readonly DealLine[]) => decide([event({ id: 'other1', title })], deals)[0]

  test.each<[string, readonly DealLine[], string]>([
    ['ОП_АНО «Маяк-7»', [ngo], 'booked'],
    ['ОП_ано маяк 7', [ngo], 'booked'],
    ['ОП_Маяк-7', [ngo], 'booked'],
    ['ОП_Маяк-7', [ngo, other], '? likeness'],
    ['ОП_Фонд «Маяк-7»', [ngo], '? likeness'],
    ['ОП_АНО «Маякк-7»', [ngo], '? likeness'],
    ['ОП_АНО «Маяк-8»', [ngo], '? unknownBooking'],
    [
      'ОП_Фонд «Маяк-7»',
      [
        { ...ngo, organisation: 'Фонд «Маяк-7»' },
        { ...ngo, id: 41731 },
      ],
      'booked',
    ],
    ['ОП_АНО «Маяк-7» (отмена)', [ngo], '? unread'],
    ['ОП+ММ_АНО «Маяк-7»', [ngo], '? unread'],
  ])('«%s» %# → %s', (title, deals, expected) => expect(said(typed(title, deals))).toBe(expected))

  test('the line names the likely deal', () => {
    expect(typed('ОП_Фонд «Маяк-7»', [ngo])).toMatchObject({ discrepancy: { consultant: 'ОП', deal: 41730, detail: 'АНО «Маяк-7»' } })
  })
})

describe('«исправить название» never makes a booking of nobody', () => {
  const detail = (title: string) => {
    const decided = decide([event({ id: 'other1', title })])[0]
    return decided?.kind === 'discrepancy' ? decided.discrepancy : null
  }
  test.each([
    ['ОП консультация возможна', ''],
    ['ОП возможна', ''],
    ['ОП консультация по уставу', ''],
    ['ОП АНО «Никто»', ''],
    ['ОП консультация АНО «Никто»', ''],
    ['ОП консультация Фонд «Север»', 'ОП_Фонд «Север»'],
    ['ОП Север', 'ОП_Фонд «Север»'],
    ['ОП консультацыя', 'ОП консультация'],
    ['Консультация ОП', 'ОП консультация'],
  ])('«%s» → «%s»', (title, suggestion) => {
    const it = detail(title)
    if (it === null || it.kind !== 'unread') return expect([title, it?.kind]).toEqual(['ОП АНО «Никто»', 'unknownBooking'])
    expect(it.detail).toBe(suggestion)
    expect(outcomesFor(it).includes('repair')).toBe(suggestion !== '')
    expect(proposedTitle(proposedText(it))).toBe(suggestion)
  })
})

const ours = (version: number) => ({
  deal: '41730',
  version: String(version),
  event: 'other1',
  booking: '{"consultant":"ОП","topic":8}',
  was: '{}',
})

test.each<[string, DealLine, Record<string, string>, string]>([
  ['half-done', waiting, ours(3), 'booked'],
  ['half-done, but the deal went on', { ...waiting, version: 3 }, ours(3), 'giveBack'],
  ['restored after a release', { ...waiting, version: 9, firstStart: times.start }, ours(3), 'booked'],
  ['overtaken by another time', line({ id: 41730, organisation: 'Фонд «Север»', eventId: 'elsewhere' }), ours(3), 'giveBack'],
  ['that cannot be read back', waiting, { ...ours(3), booking: '{' }, 'giveBack'],
  ['of a deal in the archive', line({ id: 1 }), ours(3), 'nothing'],
])('a booking of ours, %s → %s', (_what, deal, mark, expected) => {
  const elsewhere = event({ id: 'elsewhere', title: 'ММ_Фонд «Север»' })
  expect(said(decide([event({ id: 'other1', title: 'ОП_Фонд «Север»', private: mark }), elsewhere], [deal])[0])).toBe(expected)
})

test('deals of consultations that are over keep their card when the event goes', () => {
  expect(said(decide([event({ cancelled: true })], [line({ start: '2026-11-20T10:00', end: '2026-11-20T11:00' })])[0])).toBe('detached')
  expect(said(decide([event({ cancelled: true })], [line({ stage: 'held' })])[0])).toBe('nothing')
})

test('a booked deal whose event is nowhere has lost it', () => {
  expect(decide([], [line()]).map(said)).toEqual(['released'])
  expect(decide([event()], [line()]).map(said)).toEqual(['nothing'])
})

test('a booking that the card does not allow is a question, and nothing decided after it takes it for booked', () => {
  const two = [
    event({ id: 'other1', title: 'ОП_Фонд «Север»' }),
    event({ id: 'other2', title: 'ММ_Фонд «Север»', start: '2026-11-26T10:00', end: '2026-11-26T11:00' }),
  ]
  expect(decide(two, [waiting], { refusal: () => 'Не заполнено.' }).map(said)).toEqual(['? cannotBook', '? cannotBook'])
  expect(decide(two, [waiting]).map(said)).toEqual(['booked', '? duplicate'])
})

test('a deal released here may be booked there in the same sync, in whatever order Google lists the two', () => {
  const freed = event({ title: 'ММ консультация' })
  const taken = event({ id: 'other1', title: 'ОП_Маяк', start: '2026-11-24T10:00', end: '2026-11-24T11:00' })
  for (const changed of [
    [freed, taken],
    [taken, freed],
  ])
    expect(decide(changed).map(said)).toEqual(changed.map(({ id }) => (id === 'booked1' ? 'released' : 'booked')))
})

test.each([
  ['Круг_друзей', 'АРМОО «Круг друзей»', true],
  ['маяк', 'АНО «Маяк»', true],
  ['РОО «Дорога»', 'АНО «Дорога»', false],
  ['Север', 'АНО «Маяк»', false],
])('«%s» in a title names «%s»: %s', (title, name, same) => {
  expect(isSameOrganisation(title, name)).toBe(same)
})

test.each([
  ['2026-11-27T18:00', true],
  ['2026-11-30T09:00', false],
  ['2026-11-23T09:00', true],
  ['2026-11-20T09:00', false],
])('G5: from Wednesday 25 November %s is within two working days: %s', (start, within) => {
  expect(isWithinMoveLimit(times.start, start, office())).toBe(within)
})

test('G5.limit, G6.reassign, R1.reason are owed by a booking that moved too far, cannot be held, has no reason', () => {
  const at = '2026-11-24T09:30'
  const keys = (part: Parameters<typeof assignedDeal>[0]) =>
    obligationsOf(assignedDeal(part), office(), at).map(({ key, due }) => `${key} ${due}`)
  const moved = { start: '2026-12-02T10:00', end: '2026-12-02T11:00', movedAt: '2026-11-24T09:00', moves: 1 }
  expect(keys({ firstStart: times.start, ...moved })).toEqual(
    expect.arrayContaining(['G5.limit 2026-11-24T18:00', 'R1.reason 2026-11-25T09:00']),
  )
  expect(keys({ firstStart: times.start, ...moved, moveReason: 'клиент просил' }).join()).not.toContain('R1.reason')
  expect(keys({ cannotHold: '24.11.2026 09:00: заболела' })).toContain('G6.reassign 2026-11-25T09:00')
})

test('a number below one that stands was given out, whatever is noted and however many deals there are', () => {
  const deals = Array.from({ length: 300_000 }, (_, at) => line({ id: at + 2, stage: 'won', eventId: '' }))
  const marked = event({ private: { deal: '1', version: '3', event: 'booked1' } })
  expect(said(decide([marked], deals, { lastDealId: 0 })[0])).toBe('nothing')
})

/** The last change of a deal is taken back, while nobody changed it since. */
import type { Deal } from '../../../src/domain/deal/deal'
import { undo } from '../../../src/usecases/card/undoDeal'
import { assignedDeal, client, heldDeal } from '../../fixtures/builders'
import { answerBy, changesBy, eventAt, type Given, lineAbout, planOf, refTo, refusalOf } from '../../fixtures/known'
import { callers } from '../../fixtures/staff'

function given(deal: Deal, kind: string, change: object, more: Given = {}, who: string = callers.officeManager.email): Given {
  return { deals: [deal], clients: [client()], journal: [lineAbout(deal, kind, change, { who })], ...more }
}
const input = (deal: Deal) => ({ deal: refTo(deal) })

const filled = assignedDeal({ version: 5, content: 'Разобрали смету', minutes: 45 })
const filling = { version: [4, 5], content: ['', 'Разобрали смету'], minutes: [null, 45] }

test('field by field as it was, with the next version', () => {
  const made = changesBy(undo, input(filled), given(filled, 'deal/fill', filling))
  expect(made.deals).toEqual([{ before: filled, after: { ...filled, version: 6, content: '', minutes: null } }])
  expect(made).toMatchObject({ reason: 'отменено: deal/fill', calendar: null, letters: [] })
  expect(answerBy(undo, input(filled), given(filled, 'deal/fill', filling)).undone).not.toBe('')
})

test('a change told in several lines goes back as a whole', () => {
  const journal = [
    lineAbout(filled, 'deal/fill', { content: filling.content, version: [filled.version - 1, filled.version] }),
    lineAbout(filled, 'deal/fill', { minutes: filling.minutes }),
  ]
  const { deals } = changesBy(undo, input(filled), { deals: [filled], clients: [client()], journal })
  expect(deals[0]?.after).toMatchObject({ content: '', minutes: null })
})

test('only the last change counts, not an earlier one', () => {
  const earlier = lineAbout({ id: filled.id, version: 4 }, 'deal/fill', { place: ['', 'каб. 3'] })
  const facts = given(filled, 'deal/fill', filling)
  const { deals } = changesBy(undo, input(filled), { ...facts, journal: [earlier, ...(facts.journal ?? [])] })
  expect(deals[0]?.after.place).toBe('каб. 3')
})

describe('with the calendar', () => {
  const booking = {
    version: [1, 2],
    stage: ['accepted', 'assigned'],
    eventId: ['', 'event-1'],
    consultant: ['', 'ММ'],
    start: [null, '2026-11-25T10:00'],
  }
  const booked = assignedDeal({ version: 2 })

  test('a booking: the time is free again', () => {
    const { deals, calendar } = changesBy(undo, input(booked), given(booked, 'deal/book', booking))
    expect(deals[0]?.after).toMatchObject({ stage: 'accepted', eventId: '', consultant: '', start: null })
    expect(calendar).toEqual({ kind: 'free', eventId: 'event-1', summary: 'ММ консультация' })
  })

  const gone = {
    version: [2, 3],
    stage: ['assigned', 'accepted'],
    eventId: ['event-1', ''],
    consultant: ['ММ', ''],
    start: ['2026-11-25T10:00', null],
    end: ['2026-11-25T11:00', null],
  }
  const released = assignedDeal({ version: 3, stage: 'accepted', consultant: '', start: null, end: null, eventId: '' })
  const hour = eventAt('2026-11-25T10:00', '2026-11-25T11:00', 'ММ консультация', { id: 'event-1', etag: '"now"' })

  test('a release: the hour is booked again, under its present etag', () => {
    const { calendar, letters } = changesBy(undo, input(released), given(released, 'deal/move/accepted', gone, { events: [hour] }))
    expect(calendar).toMatchObject({ kind: 'book', eventId: 'event-1', etag: '"now"', summary: 'ММ_АНО «Маяк»', mark: { version: 4 } })
    expect(letters).toEqual([])
  })

  test.each([
    ['taken by somebody', { ...hour, title: 'ММ_Фонд «Север»' }],
    ['a colleague’s by now', { ...hour, title: 'СБ консультация' }],
    ['moved', { ...hour, start: '2026-11-25T11:00' }],
    ['deleted', null],
  ])('a release whose hour was %s: refused', (_, event) => {
    const facts = given(released, 'deal/move/accepted', gone, { events: event === null ? [] : [event] })
    expect(refusalOf(undo, input(released), facts)).toEqual({
      code: 'cannotUndo',
      why: 'слот, который тогда освободили, уже занят или удалён',
    })
  })
})

describe('K2: a card whose client was asked', () => {
  const asked = heldDeal({ version: 6, stage: 'feedback' })
  const change = { version: [5, 6], stage: ['held', 'feedback'] }
  const letter = { key: 'feedback:41721v6', attempts: 0, nextTry: '2026-11-23T08:55', done: null, error: '' }
  const withLetter = (part: object): Given => given(asked, 'deal/move/feedback', change, { sheets: { outbox: [{ ...letter, ...part }] } })

  test.each([{}, { attempts: 1, error: 'quota', nextTry: '2026-11-23T09:00' }])('%j: its letter waits, the card goes back', (part) => {
    expect(changesBy(undo, input(asked), withLetter(part)).deals[0]?.after).toMatchObject({ stage: 'held' })
  })

  test.each([{ done: '2026-11-23T08:56' }, { attempts: 1 }, { attempts: 1, error: 'quota', nextTry: '2026-11-23T09:01' }])(
    '%j: it may have gone, the card stays',
    (part) => {
      expect(refusalOf(undo, input(asked), withLetter(part))).toMatchObject({ code: 'cannotUndo', why: 'письмо клиенту уже ушло' })
    },
  )
})

describe('A2: what people were told is not taken back', () => {
  const knows = '{"start":"2026-11-25T10:00"}'
  const told = assignedDeal({ version: 3, clientKnows: knows, toldAt: '2026-11-23T08:56' })
  const change = { version: [2, 3], content: ['', 'x'], clientKnows: ['', knows], toldAt: [null, '2026-11-23T08:56'] }

  test('with a change of the card, they go on knowing it', () => {
    expect(changesBy(undo, input(told), given(told, 'deal/fill', change)).deals[0]?.after).toMatchObject({
      content: '',
      clientKnows: knows,
    })
  })

  test('a note that the client was told is taken back', () => {
    expect(changesBy(undo, input(told), given(told, 'deal/note/reached', change)).deals[0]?.after).toMatchObject({
      clientKnows: '',
      toldAt: null,
    })
  })
})

test.each([
  'deal/create',
  'deal/bookOwn',
  'import/deals',
  'request/take',
  'deal/reschedule',
  'deal/reassign',
  'calendar/moved',
  'discrepancy/accept',
])('%s is not taken back', (kind) => {
  expect(refusalOf(undo, input(filled), given(filled, kind, filling))).toMatchObject({ code: 'cannotUndo' })
})

test('without a line of the journal, changed since, or not there: refused', () => {
  expect(refusalOf(undo, input(filled), { deals: [filled] })).toMatchObject({ code: 'cannotUndo' })
  expect(refusalOf(undo, { deal: { ...refTo(filled), version: 4 } }, given(filled, 'deal/fill', filling))).toMatchObject({
    code: 'changedMeanwhile',
  })
  expect(refusalOf(undo, input(filled), {})).toMatchObject({ code: 'dealNotFound' })
})

test('whoever made it, the director and the administrator; not another person', () => {
  const by = (email: string) => given(filled, 'deal/fill', filling, {}, email)
  const problem = refusalOf(undo, input(filled), by(callers.own.email))
  expect(problem).toMatchObject({ code: 'cannotUndo', why: 'последнее изменение сделал другой человек; попросите его или директора' })
  for (const who of [callers.director, callers.administrator, callers.own])
    expect(planOf(undo, input(filled), { ...by(callers.own.email), who }).ok).toBe(true)
  expect(planOf(undo, input(filled), { ...by(callers.other.email), who: callers.other })).toMatchObject({
    ok: false,
    problem: { code: 'notAllowed' },
  })
})

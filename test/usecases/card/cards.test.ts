/** The card as a screen shows it: what is missing, the next steps, what may be edited. */
import type { Deal } from '../../../src/domain/deal/deal'
import { cardOf } from '../../../src/usecases/card/cards'
import { acceptedDeal, assignedDeal, client, heldDeal, unsortedDeal } from '../../fixtures/builders'
import { deskOf, type Given, momentOf } from '../../fixtures/known'
import { type CallerName, callers } from '../../fixtures/staff'

function card(deal: Deal, who: CallerName = 'officeManager', more: Given = {}, its = client()) {
  return cardOf(deal, 2, its, deskOf(more), momentOf({ ...more, who: callers[who] }))
}
const steps = (deal: Deal, who?: CallerName, more?: Given) =>
  card(deal, who, more).steps.map(({ kind, value }) => (value === '' ? kind : `${kind} ${value}`))
const primary = (deal: Deal, who?: CallerName, more?: Given) =>
  card(deal, who, more)
    .steps.filter((step) => step.primary)
    .map(({ kind, value }) => `${kind} ${value}`.trim())

test.each<[string, Deal, string]>([
  ['I5: a request is phoned', unsortedDeal(), 'note reached'],
  ['A1: one at work gets a time', acceptedDeal(), 'slots'],
  ['A1: a client who was not told is told', assignedDeal({ toldAt: null }), 'note reached'],
  ['K2: a held one asks for feedback', heldDeal(), 'move feedback'],
  ['R1: a move without a reason wants one', assignedDeal({ moves: 1, movedAt: '2026-11-23T08:00' }), 'reason'],
])('%s: the blue button', (_, deal, expected) => {
  expect(primary(deal)).toEqual([expected])
})

test('C8: before it begins «проведена» is barred, and said why; afterwards it is the blue button', () => {
  const barred = card(assignedDeal()).steps.find(({ value }) => value === 'held')
  expect(barred?.blockedBy).not.toBe('')
  expect(primary(assignedDeal())).toEqual([])
  expect(primary(assignedDeal(), 'own', { now: '2026-11-25T10:00' })).toEqual(['move held'])
})

test('G6: «не смогу провести» makes it the office’s first thing; it is not said twice', () => {
  const ill = assignedDeal({ cannotHold: '23.11.2026 08:50: заболела' })
  expect(primary(ill)).toEqual(['reassign'])
  expect(steps(ill)).not.toContain('cannotHold')
  expect(steps(ill, 'own')).not.toContain('reassign')
  expect(steps(assignedDeal(), 'own')).toEqual(expect.arrayContaining(['reschedule', 'cannotHold']))
})

test('G5: a move too far is put back, given away or accepted, as long as it is ahead', () => {
  const far = assignedDeal({ start: '2026-11-30T10:00', end: '2026-11-30T11:00' })
  expect(steps(far)).toEqual(expect.arrayContaining(['limit putBack', 'limit accept', 'reassign']))
  expect(steps(far, 'officeManager', { now: '2026-11-30T10:00' })).not.toContain('limit putBack')
  expect(steps(assignedDeal())).not.toContain('limit putBack')
})

test('T2: the director decides himself, others ask a project that provides for it', () => {
  expect(steps(acceptedDeal(), 'director')).toEqual(expect.arrayContaining(['external allow', 'askExternal']))
  expect(steps(acceptedDeal())).not.toContain('external allow')
  const asking = card(acceptedDeal()).steps.find(({ kind }) => kind === 'askExternal')
  expect(asking?.options).toEqual(['Ресурсный центр НКО', 'Добрый Север'])
  expect(steps(acceptedDeal({ externalAt: '2026-11-20T10:00' }), 'director')).not.toContain('external allow')
})

test('C3: the link to the report, until it has come', () => {
  const external = assignedDeal({ consultant: 'ПН' })
  expect(steps(external)).toContain('sendReport')
  expect(steps({ ...external, reportReceivedAt: '2026-11-25T12:00' })).not.toContain('sendReport')
  expect(steps(assignedDeal())).not.toContain('sendReport')
})

test('K5: a closed one is opened again by the director', () => {
  const won = heldDeal({ stage: 'won' })
  expect([steps(won), steps(won, 'director')]).toEqual([[], ['reopen']])
  expect(card(won).editable).toEqual([])
})

test('I7: how many attempts, and from when the next one counts, within the office’s hours', () => {
  const tried = unsortedDeal({ stage: 'unreached', attempts: 2, lastAttemptAt: '2026-11-23T17:30' })
  expect(card(tried)).toMatchObject({ attemptsNeeded: 3, nextAttemptAt: '2026-11-24T09:00' })
  expect(card({ ...tried, lastAttemptAt: '2026-11-23T10:00' }).nextAttemptAt).toBe('2026-11-23T12:00')
  expect(card(unsortedDeal()).nextAttemptAt).toBeNull()
  expect(card(tried).steps.map(({ title }) => title)).toContain('Не ответили 2/3')
})

test.each<[Deal, string[]]>([
  [unsortedDeal(), ['topic']],
  [acceptedDeal({ topic: 10 }), []],
  [assignedDeal(), ['minutes', 'content', 'recommendations', 'project']],
  [heldDeal({ content: '' }), ['content']],
  [heldDeal({ stage: 'won', content: '' }), []],
])('what is missing for the next stage: $stage', (deal, fields) => {
  expect(
    card(deal)
      .missing.map(({ field }) => field)
      .sort(),
  ).toEqual([...fields].sort())
})

test('I4: the client’s gaps with it', () => {
  const told = card(unsortedDeal({ topic: 10 }), 'officeManager', {}, client({ municipality: '' }))
  expect(told.missing).toMatchObject([{ card: 'client', field: 'municipality', clause: 'I4' }])
})

test('what may be edited: the request first, the result once it is booked, the feedback once it was asked for', () => {
  expect(card(acceptedDeal()).editable).not.toContain('minutes')
  expect(card(assignedDeal(), 'own').editable).toEqual(expect.arrayContaining(['request', 'minutes']))
  expect(card(heldDeal()).editable).not.toContain('feedbackScore')
  expect(card(heldDeal({ stage: 'feedback' })).editable).toContain('feedbackScore')
  expect(card(assignedDeal(), 'other').editable).toEqual([])
})

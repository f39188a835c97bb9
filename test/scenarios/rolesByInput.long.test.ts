/** Rights that hang on the input: on the stage, on whose the deal is, on whose project. */

import type { Method } from '../../src/rpc/contract'
import { discrepancies, drag, settle } from '../fixtures/consultantHand'
import { bookInput, director, done, slotOf } from '../fixtures/desk'
import { centre, school } from '../fixtures/pagesDesk'
import { consultants, hire, leaders, office3, ownOnly, type Row, rolesIn } from '../fixtures/roleTable'
import { bookedAt, closing, everyStage, moveInput } from '../fixtures/stages'

/** Thursday 3 December: a deal in every stage, ММ's where it has a consultant; a further booking of hers was dragged too far. */
function laterOffice() {
  const { world: after, cards } = everyStage()
  hire(after)
  done(after, 'client/merge', { keep: 1, drop: 2 })
  drag(after, bookedAt(after, 'АНО «Десять»', '2026-12-08').deal.eventId, '2026-12-21T10:00')
  settle(after)
  const { projects } = done(after, 'external/list', { month: '2026-10' }, director)
  const unpaid = projects.find(({ project }) => project === centre)?.consultations.map(({ ref }) => ref) ?? []
  return { after, cards, unpaid }
}
const later = laterOffice()
const foreign = bookInput(later.cards.accepted, slotOf(later.after, 'ОП', '2026-12-04'), { consultant: 'ОП', topic: 2 })
const dispute = discrepancies(later.after).find(({ key }) => key.startsWith('limit:'))?.key ?? ''
const settled = (outcome: string) => ({ key: dispute, outcome, reason: 'договорились', deal: null })

const rows: readonly (readonly [what: string, method: Method, table: Row])[] = [
  ['to won (K1)', 'deal/move', [moveInput(later.cards.held, 'won', closing), office3, 'закрывать неделю']],
  ['to feedback (K1)', 'deal/move', [moveInput(later.cards.held, 'feedback'), office3, 'закрывать неделю']],
  ['from feedback to won', 'deal/move', [moveInput(later.cards.feedback, 'won', closing), office3, 'закрывать неделю']],
  ['to held', 'deal/move', [moveInput(later.cards.assigned, 'held'), ownOnly, 'заполнять карточку', 'notYetStarted']],
  [
    'the time is given back',
    'deal/move',
    [moveInput(later.cards.assigned, 'accepted', { reason: 'по просьбе клиента' }), ownOnly, 'отмечать звонки'],
  ],
  ['of nobody yet', 'deal/move', [moveInput(later.cards.accepted, 'lost', { reason: 'спам' }), consultants, 'отмечать звонки']],
  ['of nobody yet', 'deal/fill', [{ deal: later.cards.accepted.ref, fields: { comments: 'а' } }, consultants, 'заполнять карточку']],
  ['closed', 'deal/fill', [{ deal: later.cards.won.ref, fields: { comments: 'а' } }, ownOnly, 'заполнять карточку', 'dealClosed']],
  ['with somebody else', 'deal/book', [foreign, office3, 'назначать консультации']],
  [
    'of somebody else',
    'slot/repeatWeek',
    [{ consultant: 'ОП', monday: null, apply: false }, office3, 'передавать консультации другому консультанту'],
  ],
  ['a held card', 'week/close', [{ deals: [{ ref: later.cards.held.ref, to: 'won' }] }, office3, 'закрывать неделю']],
  ['a merged card', 'client/unmerge', [{ drop: 2 }, office3, 'объединять карточки клиентов']],
  ['an own one put back', 'discrepancy/resolve', [settled('putBack'), ownOnly, 'передавать консультации другому консультанту']],
  ['an own one accepted', 'discrepancy/resolve', [settled('accept'), office3, 'передавать консультации другому консультанту']],
  // СБ manages a project, but not this one.
  ['of the centre', 'external/pay', [{ deals: later.unpaid, paid: true }, leaders, 'отмечать оплату']],
  [
    'for the school',
    'deal/decideExternal',
    [{ deal: later.cards.accepted.ref, decision: 'deny', project: school.name }, [...leaders, 'other'], 'решать о внешнем консультанте'],
  ],
]
const calls = rows.map(([what, method, table]) => ({ name: `${method}, ${what}`, method, table }))
const roles = rolesIn(later.after, later.cards.assigned.ref.row ?? 0, calls)

test('the later office has what its rows are about', () => {
  expect(dispute).toContain('limit:')
  expect(later.unpaid.length).toBeGreaterThan(0)
})

test.each(roles.allowed)('$name: $who may', (one) => roles.expectAllowed(one))

test.each(roles.refused)('$name: $who may not', (one) => roles.expectRefused(one))

test('refused calls have written nothing', () => roles.expectUntouched())

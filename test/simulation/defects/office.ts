/** Defects of the procedure: stages, closing, obligations, the month. */
import type { Defect } from './defect'

const pipeline = 'src/domain/deal/pipeline.ts'
const needs = 'src/domain/deal/moveNeeds.ts'
const breaches = 'src/usecases/control/breaches.ts'
const held = 'src/domain/month/count/held.ts'

export const officeDefects: readonly Defect[] = [
  {
    name: 'K5: an incomplete card is closed',
    file: pipeline,
    find: "{ from: ['held', 'feedback'], to: 'won', needs: [completeFor('won')], clause: 'K5' }",
    put: "{ from: ['held', 'feedback', 'assigned'], to: 'won', needs: [], clause: 'K5' }",
    seenBy: { file: 'attacksOnClosing.long.test.ts', test: 'K5, filled with spaces' },
  },
  {
    name: 'C5: a card is held without its content',
    file: pipeline,
    find: "needs: [started, decisionStands, reportReceived, completeFor('held')]",
    put: 'needs: [started, decisionStands, reportReceived]',
    seenBy: { file: 'movesOfBooked.slow.test.ts', test: 'Консультация назначена → Консультация проведена not filled: refused' },
  },
  {
    name: 'C8: held before its start',
    file: needs,
    find: 'deal.start !== null && now < deal.start',
    put: "deal.start === 'never' && now < deal.start",
    seenBy: { file: 'movesOfBooked.slow.test.ts', test: 'Консультация назначена → Консультация проведена before the start: refused (C8)' },
  },
  {
    name: 'a refused deal goes on',
    file: pipeline,
    find: "{ from: ['unreached'], to: 'accepted', needs: [reached], clause: 'I5' }",
    put: "{ from: ['unreached', 'lost', 'assigned'], to: 'accepted', needs: [], clause: 'I5' }",
    seenBy: { file: 'moves.slow.test.ts', test: 'every other move is refused: lost → accepted' },
  },
  {
    name: 'a stage may be skipped',
    file: pipeline,
    find: "{ from: ['unsorted', 'new'], to: 'accepted',",
    put: "{ from: ['accepted', 'new', 'unsorted'], to: 'held', needs: [], clause: 'C8' },\n  { from: ['unsorted', 'new'], to: 'accepted',",
    seenBy: { file: 'moves.slow.test.ts', test: 'every other move is refused: accepted → held' },
  },
  {
    name: 'a breach is written at each tick',
    file: breaches,
    find: 'return line.breached === null && isPastDue',
    put: 'return isPastDue',
    seenBy: { file: 'controlTold.long.test.ts', test: 'whom it reaches the director’s digest' },
  },
  {
    name: 'a reminder comes once it is late',
    file: 'src/usecases/control/remind.ts',
    find: 'remindAt <= now && now <= due',
    put: 'due < now',
  },
  {
    name: 'the digest goes at each tick',
    file: 'src/usecases/control/remind.ts',
    find: 'sent.slice(0, 10) < dateOf(now)',
    put: 'sent < now',
  },
  {
    name: 'a reminder is marked and not written',
    file: 'src/server/jobs/control.ts',
    find: 'service, outboxRows(letters, now))',
    put: 'service, [])',
  },
  {
    name: 'a breach is nobody’s',
    file: breaches,
    find: 'key: breachKey(line), at: due',
    put: "key: '', at: due",
    seenBy: { file: 'controlOnce.long.test.ts', test: 'once, whatever the tick does late by three days' },
  },
  {
    name: 'the month counts those that are booked',
    file: held,
    find: "['held', 'feedback', 'won']",
    put: "['assigned', 'held', 'feedback', 'won']",
    seenBy: { file: 'monthReport.test.ts', test: 'S1: what is booked and nobody has held counts in no month' },
  },
  {
    name: 'the month counts closed ones alone',
    file: held,
    find: "['held', 'feedback', 'won']",
    put: "['won']",
    seenBy: { file: 'monthDone.test.ts', test: 'S1: «Список 2026-10» holds each consultation of the month once' },
  },
]

/** A2, G5, R1: what a client says by his page. */
import { forReassign } from '../../../src/usecases/booking/listSlots'
import { answerVisit } from '../../../src/usecases/externals/answerVisit'
import { assignedDeal, client, defaultSettings } from '../../fixtures/builders'
import { eventAt, type Given, knownTo, refTo } from '../../fixtures/known'

const deal = assignedDeal()
const thursday = eventAt('2026-11-26T10:00', '2026-11-26T11:00')
const self = { office: { settings: { ...defaultSettings, clientMoves: true } } }
type Kind = 'confirm' | 'move' | 'call' | 'cancel'

function answered(kind: Kind, to = '', more: Given = {}, of = deal) {
  const known = knownTo(forReassign, { deal: refTo(of), same: true }, { deals: [of], clients: [client()], events: [thursday], ...more })
  const answer = answerVisit({ row: 2, value: of }, { kind, to, reason: 'Совещание' }, known)
  return answer.ok ? { after: answer.changes.deals[0]?.after, page: answer.page, changes: answer.changes } : { problem: answer.problem }
}

test.each<[Kind, string]>([
  ['confirm', ''],
  ['move', thursday.start],
  ['call', ''],
  ['cancel', ''],
])('%s is kept with the booking that it was said of; the booking stands', (kind, to) => {
  const { after, changes } = answered(kind, to)
  expect(JSON.parse(after?.clientSaid ?? '')).toMatchObject({ kind, to, start: deal.start, consultant: deal.consultant })
  expect(after).toMatchObject({ stage: 'assigned', start: deal.start })
  expect(changes?.calendar).toBeNull()
  expect(after && answered(kind, to, {}, after).changes?.deals).toEqual([])
})

test('where the office allows it: moved by «Перенести», called off by «Отменить назначение», with the reason', () => {
  expect(answered('move', thursday.start, self).after).toMatchObject({
    start: thursday.start,
    moveReason: 'клиент по ссылке выбрал другое время: Совещание',
  })
  expect(answered('cancel', '', self).after).toMatchObject({ stage: 'accepted', start: null })
  expect(answered('call', '', self).after).toMatchObject({ stage: 'assigned' })
})

test.each(['2026-11-26T12:00', '2026-12-02T10:00', ''])('an hour that is not offered is refused: «%s»', (to) => {
  expect(answered('move', to, self).problem?.code).toBe('slotTaken')
  expect(answered('move', to).problem?.code).toBe('slotTaken')
})

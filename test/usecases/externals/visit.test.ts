/** A2, G5: what a client's page shows, and the hours that it offers. */
import type { Deal } from '../../../src/domain/deal/deal'
import { linkTag } from '../../../src/domain/external/signedLink'
import { forReassign } from '../../../src/usecases/booking/listSlots'
import { isSelf, visitHours, visitOver, visitReads, visitView } from '../../../src/usecases/externals/visit'
import { assignedDeal, client, defaultSettings } from '../../fixtures/builders'
import { eventAt, type Given, knownTo, refTo } from '../../fixtures/known'

const deal = assignedDeal()
const thursday = eventAt('2026-11-26T10:00', '2026-11-26T11:00')
const office = (part: object) => ({ office: { settings: { ...defaultSettings, ...part } } })
const knownOf = (more: Given = {}, of = deal) =>
  knownTo(forReassign, { deal: refTo(of), same: true }, { deals: [of], clients: [client()], events: [thursday], ...more })
const starts = (more: Given = {}) => visitHours(deal, knownOf(more)).map(({ start }) => start)
const linkOf = (of: Deal) => ({
  ...{ purpose: 'visit' as const, dealId: of.id, until: '2026-11-25', signature: '', value: '' },
  tag: linkTag('visit', of, client().email),
})

test('hours of the consultant, as long as the consultation, that nobody holds and nothing speaks against', () => {
  expect(starts()).toEqual([thursday.start])
  expect(visitHours(deal, { ...knownOf(), events: null })).toEqual([])
  expect(starts({ events: [eventAt('2026-11-26T10:00', '2026-11-26T10:30')] })).toEqual([])
  expect(starts({ events: [eventAt('2026-12-02T10:00', '2026-12-02T11:00')] })).toEqual([])
  const holds = JSON.stringify([
    { eventId: thursday.id, start: thursday.start, who: 'd@example.org', name: 'М', until: '2026-11-23T09:10' },
  ])
  expect(starts({ service: { holds } })).toEqual([])
})

test('«Клиент переносит и отменяет сам»: early enough before his hour', () => {
  const self = (more: object, now = '2026-11-23T09:00') => isSelf(deal, knownOf({ ...office(more), now }))
  expect(self({ clientMoves: false })).toBe(false)
  expect(self({ clientMoves: true })).toBe(true)
  expect(self({ clientMoves: true }, '2026-11-24T10:00')).toBe(true)
  expect(self({ clientMoves: true }, '2026-11-24T10:01')).toBe(false)
})

test('the link is for one booking and one address; whoever used it is told what came of it', () => {
  const over = (of: Deal, more: Given = {}) => visitOver(of, linkOf(deal), knownOf(more, of))
  expect(over(deal)).toBeNull()
  expect(over({ ...deal, consultant: 'СБ' })?.title).toBe('Эта ссылка больше не нужна')
  expect(over(deal, { clients: [client({ email: 'other@example.org' })] })?.final).toBe(false)
  const said = { at: '2026-11-23T09:00', start: deal.start ?? '', consultant: deal.consultant, to: thursday.start, reason: '' }
  const moved = { ...deal, start: thursday.start, clientSaid: JSON.stringify({ ...said, kind: 'move' }) }
  expect(over(moved)).toMatchObject({ title: 'Консультация перенесена', final: true })
  expect(over({ ...moved, start: '2026-11-27T10:00' })?.final).toBe(false)
})

test('an address that the browser opens, a room on the map, nothing for a call', () => {
  const addressOf = (part: Partial<Deal>) => {
    const of = { ...deal, ...part }
    const { address, isMeeting } = visitView(of, knownOf({}, of), '', () => '')
    return [address, isMeeting]
  }
  expect(addressOf({ format: 'online', place: 'https://meet.example.org/a' })).toEqual(['https://meet.example.org/a', true])
  expect(addressOf({ format: 'online', place: 'javascript:alert(1)' })).toEqual(['', true])
  expect(addressOf({ format: 'phone', place: '+7 911 416-01-23' })).toEqual(['', false])
  expect(addressOf({ format: 'inPerson', place: 'ул. Попова, 18' })[0]).toMatch(/^https:\/\/yandex\.ru\/maps\/\?text=%D1/)
})

test('the calendar is read only where an hour can be chosen', () => {
  const [, second] = visitReads(deal.id)
  expect(second?.(knownOf())).toMatchObject({ events: { mayFail: true } })
  const held = assignedDeal({ stage: 'held' })
  expect(second?.(knownOf({}, held))).not.toHaveProperty('events')
})

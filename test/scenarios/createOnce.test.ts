/** Through the shipped bundle: a repeated click makes one deal, a client's earlier consultations are told, calls on an accepted deal. */
import type { World } from '../../emulator/world/types'
import { booked, call, completeClient, createInput, deskWorld, done, nextTick, phoned, run } from '../fixtures/desk'
import { dealCount } from '../fixtures/intakeDesk'

const requestKey = '0123456789abcdef01234567'

let world: World

beforeEach(() => {
  world = deskWorld()
})

describe('deal/create with the key of its form', () => {
  it('a click repeated after a lost answer returns the same deal, with one read more', () => {
    const before = dealCount(world)
    const first = done(world, 'deal/create', createInput({ requestKey }))
    const plain = run(world, 'deal/create', createInput({ requestKey: 'another-key-1' })).calls.length
    const repeated = run(world, 'deal/create', createInput({ requestKey }))
    expect(repeated.value).toMatchObject({ ok: true, value: { deal: { id: first.deal.id, version: 1 }, client: { id: first.client?.id } } })
    expect(repeated.calls.length).toBeLessThanOrEqual(plain + 1)
    expect(dealCount(world)).toBe(before + 2)
  })

  it('without a key two calls are two deals', () => {
    const before = dealCount(world)
    phoned(world, 'АНО «Причал»')
    phoned(world, 'АНО «Причал»')
    expect(dealCount(world)).toBe(before + 2)
  })

  it('a key that is none is refused', () => {
    expect(call(world, 'deal/create', createInput({ requestKey: 'a b' })).ok).toBe(false)
  })

  it('a letter sent with a key is known by either', () => {
    const letter = 'Здравствуйте! Нужен ли нам новый устав?\nВера Шилова, 8 (911) 777-66-55'
    const first = done(world, 'deal/create', createInput({ channel: 'email', letter, requestKey }))
    expect(first.deal.outsideIds).toMatch(new RegExp(`^letter:h\\w+ page:${requestKey}$`))
    expect(done(world, 'intake/readLetter', { text: letter }).known?.id).toBe(first.deal.id)
    expect(done(world, 'deal/create', createInput({ channel: 'email', letter })).deal.id).toBe(first.deal.id)
    expect(done(world, 'deal/create', createInput({ requestKey })).deal.id).toBe(first.deal.id)
  })
})

describe('client/history', () => {
  it('tells consultations assigned or held, with topic and recommendations', () => {
    const card = booked(world, 'АНО «Причал»')
    phoned(world, completeClient.organisation, { clientId: card.deal.clientId })
    const { consultations } = done(world, 'client/history', { clientId: card.deal.clientId ?? 0 })
    const { id, start, consultant, topic } = card.deal
    expect(consultations).toEqual([{ dealId: id, row: card.ref.row, start, consultant, topic, recommendations: '', stage: 'assigned' }])
  })

  it('one read, newest first', () => {
    const record = run(world, 'client/history', { clientId: 6 })
    expect(record.calls.filter((one) => /batchGet/i.test(JSON.stringify(one)))).toHaveLength(1)
    const { consultations } = done(world, 'client/history', { clientId: 6 })
    expect(consultations.length).toBeGreaterThan(1)
    expect([...consultations].sort((a, b) => (b.start ?? '').localeCompare(a.start ?? ''))).toEqual(consultations)
  })
})

describe('a deal in «Принято в работу»', () => {
  it('time is looked for first, and the client may be called again', () => {
    const { steps } = phoned(world, 'АНО «Причал»')
    expect(steps.slice(0, 3).map(({ kind, value, primary }) => [kind, value, primary])).toEqual([
      ['slots', '', true],
      ['note', 'noAnswer', false],
      ['note', 'messenger', false],
    ])
  })

  it('I7: the card says from when the next attempt counts', () => {
    const card = phoned(world, 'АНО «Причал»')
    expect(card.nextAttemptAt).toBeNull()
    nextTick(world)
    const noted = done(world, 'deal/note', { deal: card.ref, outcome: 'noAnswer', text: '' })
    expect(noted.deal).toMatchObject({ stage: 'unreached', attempts: 1 })
    expect(noted.nextAttemptAt).toMatch(/^2026-11-23T11:\d\d$/)
  })
})

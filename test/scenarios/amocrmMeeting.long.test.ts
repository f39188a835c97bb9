/** The first meeting of an office with years in amoCRM: known deals are recognised, the others come as history, page by page. */
import type { World } from '../../emulator/world/types'
import { amoOf, besideAmo, busiestSecond, connectInput, dealRow, handOf, notesThere, pairsOf, statusOf } from '../fixtures/amoDesk'
import { deskWorld, director, done, nextTick } from '../fixtures/desk'
import { rowsOf } from '../fixtures/register'

const many = Number(process.env['LEADS'] ?? 600)

function withYears(leads: number): World {
  const world = besideAmo()
  const amo = amoOf(world)
  const hand = handOf({ ...world, state: { ...world.state, now: Date.parse('2025-06-01T12:00:00Z') } } as World)
  const stages = ['won', 'lost', 'held', 'accepted'] as const
  for (let lead = 0; lead < leads; lead++) {
    const stage = stages[lead % 20 === 19 ? 3 : lead % 3] ?? 'won'
    hand.add({
      name: `Сделка ${lead}`,
      pipeline: 500,
      status: statusOf(stage),
      company: `АНО «Год ${lead}»`,
      contact: `Анна ${lead}`,
      phone: `+7 911 ${String(1000000 + lead)}`,
      ...(stage === 'lost' ? { reason: 53 } : {}),
    })
  }
  amo.requests = []
  return world
}

test(`${many} leads of the years before come within some ticks, calm`, () => {
  const world = withYears(many)
  const before = rowsOf(world, 'Сделки').length
  const letters = world.state.letters.length
  done(world, 'amo/connect', connectInput, director)
  let [ticks, calls, seconds] = [0, 0, 0]
  const isMeeting = () => done(world, 'amo/state', {}, director).met !== null
  while (isMeeting() && ticks < 60) {
    const run = nextTick(world).find(({ fn }) => fn === 'tick')
    ticks++
    calls += run?.leavingCalls ?? 0
    seconds += run?.modelledSeconds ?? 0
  }
  console.log(
    `${many} leads: ${ticks} runs, ${calls} calls, ${Math.round(seconds)} s modelled, at most ${busiestSecond(amoOf(world))} requests a second`,
  )
  expect(rowsOf(world, 'Сделки').length - before).toBe(many)
  expect(pairsOf(world)).toHaveLength(many)
  expect(new Set(pairsOf(world).map(({ lead }) => lead)).size).toBe(many)
  expect(busiestSecond(amoOf(world))).toBeLessThanOrEqual(5)
  expect(amoOf(world).requests.filter(({ method }) => method !== 'get')).toEqual([])
  const overdue = done(world, 'desk/today', {}).items.filter(({ state }) => state === 'overdue')
  expect(overdue.filter(({ subject }) => subject.includes('Год'))).toEqual([])
  expect(world.state.letters.length).toBe(letters)
})

test('deals that were imported by CSV are recognised by their number there, and made no second time', () => {
  const world = besideAmo(deskWorld())
  const imported = rowsOf(world, 'Сделки')
    .map(({ cells }) => cells)
    .filter((cells) => String(cells['Внешние номера'] ?? '').startsWith('amo:'))
  const amo = amoOf(world)
  for (const cells of imported.slice(0, 40)) {
    const id = Number(String(cells['Внешние номера']).split(' ')[0]?.slice(4))
    const title = String(cells['Этап'])
    const status = amo.pipelines[1]?.statuses.find(({ name }) => name === title)?.id ?? 0
    const made = handOf(world).add({
      name: String(cells['Организация']),
      pipeline: 500,
      status,
      company: String(cells['Организация']),
      contact: String(cells['Контактное лицо'] ?? ''),
      phone: String(cells['Телефон'] ?? ''),
    })
    made.id = id
  }
  const before = rowsOf(world, 'Сделки').length
  done(world, 'amo/connect', connectInput, director)
  nextTick(world)
  expect(rowsOf(world, 'Сделки')).toHaveLength(before)
  expect(pairsOf(world)).toHaveLength(40)
  expect(pairsOf(world).every(({ deal, lead }) => String(dealRow(world, deal)['Внешние номера']).includes(`amo:${lead}`))).toBe(true)
  expect(pairsOf(world).flatMap(({ lead }) => notesThere(world, lead))).toEqual([])
})

/** Two projects with managers of their own, two requests at once, two hours: what one alone would hide. */
import type { ExternalMonth } from '../../src/rpc/externalContract'
import { answersOf, expectSound, invocationOf, keys } from '../fixtures/deedRace'
import { call, createInput, deskWorld, director, done, morozova, office, phoned, sheet, slotsOf } from '../fixtures/desk'
import { jsonPost, posting } from '../fixtures/intakeDesk'
import { centre, mailed, manager } from '../fixtures/pagesDesk'
import { inEveryDistinctOrder } from '../fixtures/races'
import { registerOf, rowsOf } from '../fixtures/register'

/** Managers of two projects: neither manages the other. */
const north = { name: 'Добрый Север', manager: 'no4@example.org' }
/** As «Ресурсный центр НКО» it provides for external consultants. */
const villages = { name: 'Поддержка ТОС', manager: 'ci10@example.org' }

describe('T2, T3, S2: each manager his own project', () => {
  const world = deskWorld()
  const listed = (user: string): ExternalMonth => done(world, 'external/list', { month: '2026-10' }, user)
  const names = (user: string) => listed(user).projects.map(({ project }) => project)

  test('T3: the director sees both, each manager his own', () => {
    expect(names(director)).toEqual(expect.arrayContaining([centre, north.name]))
    expect(names(manager)).toEqual([centre])
    expect(names(north.manager)).toEqual([north.name])
  })

  test('T3: paying for both is refused to either, and nothing of the list is marked', () => {
    const after = world.fork()
    const both = listed(director).projects.filter(({ project }) => project === centre || project === north.name)
    const deals = both.flatMap(({ consultations }) => consultations.slice(0, 1)).map(({ ref }) => ref)
    expect(deals).toHaveLength(2)
    const before = registerOf(after)
    for (const user of [manager, north.manager])
      expect(call(after, 'external/pay', { deals, paid: true }, user)).toMatchObject({ ok: false, problem: { code: 'notAllowed' } })
    expect(registerOf(after)).toEqual(before)
    expect(done(after, 'external/pay', { deals, paid: true }, director).deals).toHaveLength(2)
  })

  test('T2: the letter that asks for a decision goes to the manager of the project that is named', () => {
    for (const [project, to] of [
      [centre, manager],
      [villages.name, villages.manager],
    ] as const) {
      const after = world.fork()
      done(after, 'deal/askExternal', { deal: phoned(after, 'АНО «Маяк»', { topic: 11 }).ref, project })
      expect(mailed(after).map((letter) => letter.to)).toEqual([to])
    }
  })

  test('S2: the month’s letters, each about the own project only', () => {
    const after = world.fork()
    const { letters } = done(after, 'month/tell', { month: '2026-10', projects: [centre, north.name], anew: false }, director)
    expect(letters.filter(({ sent }) => sent > 0).map(({ project }) => project)).toEqual([centre, north.name])
    const mail = mailed(after)
    expect(mail.map(({ to }) => to).sort()).toEqual([manager, north.manager].sort())
    for (const { to, body } of mail) {
      const [own, other] = to === manager ? [centre, north.name] : [north.name, centre]
      expect(body).toContain(own)
      expect(body).not.toContain(`«${other}»`)
    }
  })
})

describe('two different requests at the same time', () => {
  const world = deskWorld()

  test('taken down by two people, and one from the site: three numbers', () => {
    const calls = [office, director].map((user, at) =>
      invocationOf({ method: 'deal/create', input: createInput({ request: `${at}` }), user }, keys[at === 0 ? 0 : 1]),
    )
    inEveryDistinctOrder(world, calls, 2, (after, records) => {
      expectSound(after)
      const ids = answersOf(records).map((answer) => (answer.ok ? (answer.value as { deal: { id: number } }).deal.id : 0))
      expect(new Set(ids).size).toBe(2)
      expect(ids).not.toContain(0)
    })
    const [call0] = calls
    if (call0 === undefined) throw new Error('there is no call')
    const form = posting(world, jsonPost({ имя: 'Пётр', телефон: '8 921 000-00-01', вопрос: 'Отчёт' }))
    inEveryDistinctOrder(world, [call0, form], 2, (after) => {
      expectSound(after)
      expect(rowsOf(after, 'Сделки')).toHaveLength(rowsOf(world, 'Сделки').length + 2)
    })
  })

  test('a number whose row was deleted by hand is not given again', () => {
    const after = world.fork()
    const { deal } = phoned(after, 'АНО «Маяк»')
    const deals = sheet(after, 'Сделки')
    deals.cells = deals.cells.filter((row) => row?.[0] !== deal.id)
    expect(phoned(after, 'Фонд «Север»').deal.id).toBeGreaterThan(deal.id)
  })

  test('a client’s number whose row was deleted by hand, with the deal’s, is not given again', () => {
    const after = world.fork()
    const { clientId, id } = phoned(after, 'АНО «Маяк»').deal
    const [clients, deals] = [sheet(after, 'Клиенты'), sheet(after, 'Сделки')]
    clients.cells = clients.cells.filter((row) => row?.[0] !== clientId)
    deals.cells = deals.cells.filter((row) => row?.[0] !== id)
    expect(phoned(after, 'Фонд «Север»').deal.clientId).toBeGreaterThan(clientId ?? 0)
  })
})

describe('«Держу» by two people at the same time', () => {
  const world = deskWorld()
  const [one, two] = slotsOf(world, 'ММ').map(({ eventId, start }) => ({ eventId, start }))
  const holding = (input: typeof one, user: string, at: 0 | 1) => invocationOf({ method: 'slot/hold', input, user }, keys[at])

  test('of one hour exactly one holds it, the other is told who', () => {
    inEveryDistinctOrder(world, [holding(one, office, 0), holding(one, director, 1)], 2, (_after, records) => {
      const told = answersOf(records)
      expect(told.filter(({ ok }) => ok)).toHaveLength(1)
      expect(told.find(({ ok }) => !ok)).toMatchObject({ problem: { code: 'slotHeld' } })
    })
  })

  test('of two hours both stand', () => {
    inEveryDistinctOrder(world, [holding(one, office, 0), holding(two, director, 1)], 2, (after, records) => {
      expect(answersOf(records).map(({ ok }) => ok)).toEqual([true, true])
      const held = slotsOf(after, 'ММ', morozova)
      expect(held.filter(({ start }) => start === one?.start || start === two?.start).map(({ heldBy }) => heldBy !== undefined)).toEqual([
        true,
        true,
      ])
    })
  })
})

test('a closing taken back by the office while the director reopens the deal: one does it, the other is told', () => {
  const world = deskWorld()
  const closing = { deal: phoned(world, 'АНО «Маяк»').ref, to: 'lost', reason: 'отказ клиента', fields: {} } as const
  const { ref } = done(world, 'deal/move', closing)
  const undoing = invocationOf({ method: 'deal/undo', input: { deal: ref }, user: office }, keys[0])
  const reopening = invocationOf({ method: 'deal/reopen', input: { deal: ref, reason: 'передумали' }, user: director }, keys[1])
  inEveryDistinctOrder(world, [undoing, reopening], 2, (after, records) => {
    expectSound(after)
    const told = answersOf(records)
    expect(told.filter(({ ok }) => ok)).toHaveLength(1)
    expect(told.find(({ ok }) => !ok)).toMatchObject({ problem: { code: 'changedMeanwhile' } })
  })
})

test('two settings at the same time: both are kept', () => {
  const world = deskWorld()
  const saving = (key: string, value: string, user: string, at: 0 | 1) =>
    invocationOf({ method: 'settings/save', input: { values: { [key]: value } }, user }, keys[at])
  inEveryDistinctOrder(
    world,
    [saving('centrePhone', '11-22-33', director, 0), saving('moveLimitDays', '3', director, 1)],
    2,
    (after, records) => {
      expect(answersOf(records).map(({ ok }) => ok)).toEqual([true, true])
      const values = rowsOf(after, 'Настройки').map(({ cells }) => cells['Значение'])
      expect(values).toEqual(expect.arrayContaining(['11-22-33']))
      expect(values.map(String)).toContain('3')
    },
  )
})

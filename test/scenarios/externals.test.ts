/** T3: a month's external consultations by project: count against the limit, minutes, what is due, and who marked it paid. */

import type { World } from '../../emulator/world/types'
import type { ExternalMonth } from '../../src/rpc/externalContract'
import { answerOf, call, deskWorld, director, done, morozova, nextTick, office, refusal, run } from '../fixtures/desk'
import { centre, manager } from '../fixtures/pagesDesk'
import { registerEqualsJournal, registerOf, rowById, rowsOf } from '../fixtures/register'

const month = '2026-10'
const base = deskWorld()
const all = done(base, 'external/list', { month }, director)
const linesOf = (list: ExternalMonth, project = centre) => list.projects.find((one) => one.project === project)?.consultations ?? []
const listed = (world: World, user = director) => done(world, 'external/list', { month }, user)
const duty = (world: World, project = centre) =>
  rowsOf(world, 'Контроль').filter(
    ({ cells }) => cells['Обязательство'] === 'T3.pay' && String(cells['Что сделать']).includes(`${project}, октябрь 2026`),
  )
const deals = linesOf(all).map(({ ref }) => ref)

describe('the list', () => {
  test('one call; parts add up to the whole; each consultation by rate and minutes', () => {
    expect(run(base.fork(), 'external/list', { month }, director).leavingCalls).toBe(1)
    expect(deals.length).toBeGreaterThan(1)
    for (const { consultations, due, minutes, held, paid } of all.projects) {
      expect([held, paid]).toEqual([consultations.length, 0])
      expect(consultations.reduce((sum, one) => sum + one.minutes, 0)).toBe(minutes)
      expect(consultations.reduce((sum, one) => sum + one.due, 0)).toBe(due)
      for (const one of consultations) expect(one.due).toBeCloseTo(((one.rate ?? 0) * one.minutes) / 60, 2)
    }
  })

  test('a manager sees his own projects', () => {
    expect(listed(base.fork(), manager).projects.map(({ project }) => project)).toEqual([centre])
    expect(linesOf(listed(base.fork(), manager))).toEqual(linesOf(all))
  })

  test('a month without any', () => {
    expect(done(base.fork(), 'external/list', { month: '2027-02' }, director)).toEqual({ month: '2027-02', projects: [] })
  })
})

describe('paying', () => {
  test('one commit of four calls: who and when; «Сегодня» forgets it with the next tick, and has it again after the undo', () => {
    const world = base.fork()
    nextTick(world)
    expect(duty(world)).toHaveLength(1)
    const record = run(world, 'external/pay', { deals, paid: true }, manager)
    expect(record.leavingCalls).toBe(4)
    const paid = linesOf(listed(world))
    expect(paid.map(({ paidBy, paidAt }) => [paidBy, paidAt?.slice(0, 10)])).toEqual(
      deals.map(() => ['Соколов Илья Петрович', '2026-11-23']),
    )
    expect(listed(world).projects.find(({ project }) => project === centre)).toMatchObject({
      paid: all.projects.find(({ project }) => project === centre)?.due,
    })
    nextTick(world)
    expect(duty(world)).toEqual([])
    const answer = answerOf<'external/pay'>(record)
    done(world, 'external/pay', { deals: answer.ok ? [...answer.value.deals] : [], paid: false }, manager)
    expect(linesOf(listed(world)).map(({ paidBy, paidAt }) => [paidBy, paidAt])).toEqual(deals.map(() => ['', null]))
    nextTick(world)
    expect(duty(world)).toHaveLength(1)
    registerEqualsJournal(world)
  })

  test('T3.pay on «Сегодня» opens the window', () => {
    const world = base.fork()
    nextTick(world)
    // October's was due before the import: it stands among the past.
    const items = done(world, 'desk/today', {}, director).past.items.filter(({ key }) => key === 'T3.pay')
    expect(new Set(items.map(({ opens }) => opens))).toEqual(new Set(['externals']))
  })

  test('a second click after a lost answer changes nothing', () => {
    const world = base.fork()
    done(world, 'external/pay', { deals, paid: true }, director)
    const before = registerOf(world)
    expect(done(world, 'external/pay', { deals, paid: true }, director)).toEqual({ deals: [] })
    expect(registerOf(world)).toEqual(before)
  })

  test('all or none: one that somebody changed meanwhile stops them', () => {
    const world = base.fork()
    const first = deals[0]
    if (first === undefined) throw new Error('there is one')
    const { stage } = done(world, 'deal/open', { id: first.id, row: null, clientId: null }).deal
    expect(stage).toBe('won')
    done(world, 'deal/reopen', { deal: first, reason: 'ошибка' }, director)
    const before = registerOf(world)
    expect(refusal(world, 'external/pay', { deals, paid: true }, director)).toContain(`№ ${first.id}`)
    expect(registerOf(world)).toEqual(before)
  })

  const foreign = all.projects.find(({ project }) => project !== centre)?.consultations[0]?.ref
  test.each([
    ['of another project', manager, 'отмечать оплату чужого проекта'],
    ['by a consultant', morozova, 'отмечать оплату внешних консультантов'],
    ['by the office manager', office, 'отмечать оплату внешних консультантов'],
  ])('refused %s, nothing is written', (_, user, sentence) => {
    const world = base.fork()
    if (foreign === undefined) throw new Error('there is another project')
    expect(refusal(world, 'external/pay', { deals: [foreign], paid: true }, user)).toContain(sentence)
    expect(registerOf(world)).toEqual(registerOf(base))
  })

  test('what is no external consultation is not paid', () => {
    const world = base.fork()
    const staff = rowsOf(world, 'Сделки').find(({ cells }) => cells['Консультант'] === 'ММ')
    const ref = { id: Number(staff?.cells['№']), row: staff?.row ?? 0, version: Number(staff?.cells['Версия']), clientId: null }
    expect(refusal(world, 'external/pay', { deals: [ref], paid: true }, director)).toContain('не проведённая внешняя консультация')
    expect(call(world, 'external/pay', { deals: [{ ...ref, id: 999_999, row: null }], paid: true }, director)).toMatchObject({
      problem: { code: 'dealNotFound' },
    })
    expect(rowById(world, 'Сделки', ref.id)['Оплачено']).toBeNull()
  })
})

/** Roles: every method of the contract for every role, allowed or refused with the sentence; the answer is the server's. */
import type { World } from '../../emulator/world/types'
import { inputs } from '../../src/rpc/contract'
import { done, morozova, office, request, sheet } from '../fixtures/desk'
import { columnOf, rowsOf } from '../fixtures/register'
import { calls, card, rows, world } from '../fixtures/roleRows'
import { all, people, rolesIn, type Who } from '../fixtures/roleTable'

const roles = rolesIn(world, card.ref.row ?? 0, calls)

test('the table has a row for every method', () => {
  expect(Object.keys(rows).sort()).toEqual(Object.keys(inputs).sort())
})

test.each(roles.allowed)('$name: $who may', (one) => roles.expectAllowed(one))

test.each(roles.refused)('$name: $who may not', (one) => roles.expectRefused(one))

test('refused calls have written nothing', () => roles.expectUntouched())

describe('what the page holds', () => {
  function pageOf(who: Who): string {
    const { ui } = world.fork().invoke({ fn: 'showSidebar', entry: 'menu', user: people[who] })
    return /id="desk-data">([\s\S]*?)<\/script>/.exec(ui.map((effect) => ('html' in effect ? effect.html : '')).join(''))?.[1] ?? ''
  }

  test.each(['external', 'stranger'] as const)('%s sees nothing of the register', (who) => {
    expect(pageOf(who)).toContain('"view":"refused"')
    expect(pageOf(who)).not.toMatch(/Маяк|Титова|Ресурсный центр/)
  })

  test.each(all)('%s gets the screen', (who) => {
    expect(pageOf(who)).toContain('"view":"sidebar"')
  })
})

describe('rights end with the work', () => {
  function until(date: string): World {
    const later = world.fork()
    const row = rowsOf(later, 'Сотрудники').find(({ cells }) => cells['Инициалы'] === 'ММ')?.row ?? 0
    later.hand.type({ sheet: 'Сотрудники', row, column: columnOf(sheet(later, 'Сотрудники'), 'По'), value: date, user: office })
    return later
  }

  test('the last day counts', () => {
    expect(done(until('23.11.2026'), 'deal/open', { id: card.deal.id, row: null, clientId: null }, morozova).deal.id).toBe(card.deal.id)
  })

  test('the day after, nothing is shown', () => {
    const answer = until('22.11.2026').invoke(request('deal/open', { id: card.deal.id, row: null, clientId: null }, morozova)).value
    expect(answer).toMatchObject({ ok: false, problem: { code: 'notAtWork' }, message: expect.stringContaining('данные не показаны') })
  })
})

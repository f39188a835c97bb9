/** A run that moves people's data, or writes while they are apart, dies at each of its calls: gone on with, the end is the same. */

import type { Fault, World } from '../../emulator/world/types'
import { deathFaults } from '../fixtures/deaths'
import { bookInput, director, done, phoned, request, run, slotOf } from '../fixtures/desk'
import { registerEqualsJournal, valuesOf } from '../fixtures/register'
import { smallDesk } from '../fixtures/smallDesk'
import { apart, preparedVault, registerText, ticksUntil, vaultOf, vaultTexts } from '../fixtures/vaultDesk'

/** Every how many deaths are tried here; VAULT_STEP=1 takes each. */
const step = Number(process.env['VAULT_STEP'] ?? 24)

const shown = ['Сделки', 'Клиенты', 'Журнал', 'Контроль', 'Исходящие', 'Расхождения'] as const
const readBy = (world: World) => Object.fromEntries(shown.map((title) => [title, valuesOf(world, title)]))

function dyingAt(faults: readonly Fault[], live: (fault: Fault) => World, check: (world: World, told: string) => void): number {
  const tried = faults.filter((_, at) => at % step === step - 1)
  for (const fault of tried) check(live(fault), `${fault.kind} at ${fault.at}`)
  return tried.length
}

/** Texts in the vault that no cell leads to. */
function orphans(world: World): string[] {
  const register = registerText(world)
  return [...vaultTexts(world).keys()].filter(
    (key) => key !== '' && (vaultTexts(world).get(key)?.size ?? 0) > 0 && !register.includes(`:${key}`),
  )
}

test('the way in, and back', () => {
  const { world: plain } = smallDesk()
  const before = readBy(plain)
  const input = { link: preparedVault(plain) }
  const whole = plain.fork()
  const { calls } = run(whole, 'personal/vaultStart', input, director)
  const into = (fault: Fault) => {
    const world = plain.fork()
    world.invoke(request('personal/vaultStart', input, director), [fault])
    // Who got no answer looks again, and asks again where it was not begun.
    if (vaultOf(world) === null || registerText(world).includes('"vault",""')) run(world, 'personal/vaultStart', input, director)
    return ticksUntil(world, 'kept')
  }
  const deathsIn = dyingAt(deathFaults(calls), into, (world, told) => {
    expect([told, readBy(world)]).toEqual([told, before])
    expect([told, registerText(world).includes('АНО «Причал»')]).toEqual([told, false])
    registerEqualsJournal(world)
  })
  const kept = ticksUntil(whole, 'kept')
  const back = run(kept.fork(), 'personal/vaultLeave', {}, director)
  const out = (fault: Fault) => {
    const world = kept.fork()
    world.invoke(request('personal/vaultLeave', {}, director), [fault])
    if (ticksUntil(world, 'rest').state.properties.script['vault']?.includes('"in"')) run(world, 'personal/vaultLeave', {}, director)
    return ticksUntil(world, 'plain')
  }
  const deathsOut = dyingAt(deathFaults(back.calls), out, (world, told) => {
    expect([told, readBy(world)]).toEqual([told, before])
    expect([told, registerText(world).includes('⟦п:')]).toEqual([told, false])
    registerEqualsJournal(world)
  })
  console.info(`${calls.length} calls in, ${back.calls.length} out, ${deathsIn + deathsOut} deaths`)
})

test('a booking: no mark leads nowhere, and what nobody leads to is cleared', () => {
  const { world: prepared } = smallDesk()
  apart(prepared)
  const card = phoned(prepared, 'Фонд «Смерть»')
  const input = bookInput(card, slotOf(prepared))
  const { calls } = run(prepared.fork(), 'deal/book', input)
  // The append and what follows it leave most behind.
  const faults = deathFaults(calls).filter((_, at) => step === 1 || at >= calls.length - 5)
  let left = 0
  for (const fault of faults) {
    const world = prepared.fork()
    world.invoke(request('deal/book', input), [fault])
    left += orphans(world).length
    ticksUntil(world, 'rest')
    registerEqualsJournal(world)
    const told = `${fault.kind} at ${fault.at}`
    expect([told, JSON.stringify(readBy(world)).includes('⟦п:')]).toEqual([told, false])
    world.state.now += 24 * 3_600_000
    ticksUntil(world, 'rest')
    expect([told, orphans(world)]).toEqual([told, []])
  }
  expect(left).toBeGreaterThan(0)
  console.info(`${faults.length} deaths of a booking, ${left} texts that nobody led to`)
  expect(done(prepared, 'deal/open', { id: card.deal.id, row: null, clientId: null }).deal.organisation).toBe('Фонд «Смерть»')
})

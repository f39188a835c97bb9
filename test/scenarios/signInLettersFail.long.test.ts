/** The letter with a link, where Google fails at one call of asking for it, or of the run that writes it: it comes all the same, or the page says so. */
import type { World } from '../../emulator/world/types'
import { deskWorld, director, nextTick, office } from '../fixtures/desk'
import { kinds } from '../fixtures/failingDoors'
import { answer, askLetters, enter, linkIn, phoned, phoning, secretOf } from '../fixtures/phoneDesk'
import { shareOf } from '../fixtures/share'

const handler = 'signInLetters'
const base = deskWorld()
askLetters(base, office)

/** Links in letters to the director since the world began, the newest last. */
const linksOf = ({ state }: World) =>
  state.letters
    .filter(({ to }) => JSON.stringify(to).includes(director))
    .map(linkIn)
    .filter(Boolean)

const ask = (world: World) => answer(world, { act: 'ask', address: director })

/** The run of the letters; where none has come, two ticks. @returns the links that came */
function live(world: World): string[] {
  world.advanceTo(world.state.triggers.find(({ fn }) => fn === handler)?.nextAt ?? world.state.now)
  world.faults.lift()
  for (let tick = 0; tick < 2 && linksOf(world).length === 0; tick++) nextTick(world)
  return linksOf(world)
}

function callsOf(fn: string): number[] {
  const world = base.fork()
  const asked = phoned(world, phoning({ act: 'ask', address: director }).args[0])
  const record =
    fn === 'phone'
      ? asked
      : world.advanceTo(world.state.triggers.find((one) => one.fn === handler)?.nextAt ?? 0).find((one) => one.fn === fn)
  return (record?.calls ?? []).map(({ n }) => n)
}

/** A third of them; each with SHARE=1. */
const cases = shareOf(
  ['phone', handler].flatMap((fn) => callsOf(fn).flatMap((at) => kinds.map((kind) => [fn, at, kind] as const))),
  3,
)

test('the calls of both runs are there', () => {
  expect(callsOf('phone').length).toBeGreaterThan(3)
  expect(callsOf(handler).length).toBeGreaterThan(4)
})

test.each(cases)('%s, call %i, %s', (fn, at, kind) => {
  const world = base.fork()
  world.faults.next('*', kind, { at, run: { fn } })
  const told = ask(world)
  if (fn === 'phone' && !told.ok) {
    world.faults.lift()
    expect(told.message).toMatch(/[а-яё]{3}/)
    expect(ask(world)).toMatchObject({ ok: true })
  }
  const links = live(world)
  expect(links.length).toBeGreaterThan(0)
  expect(enter(world, links.at(-1) ?? '', secretOf('a'))).toMatchObject({ ok: true })
})

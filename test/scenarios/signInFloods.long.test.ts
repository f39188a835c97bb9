/** Signing in under fire: letters asked for without end, strangers without end, guesses without end (1,500, more by `GUESSES=10000`). */
import { deskWorld, minute, morozova, office } from '../fixtures/desk'
import { answer, askLetters, signIn } from '../fixtures/phoneDesk'
import { guessed } from '../fixtures/signInGuesses'

const base = deskWorld()
askLetters(base, office)

test('no more than three letters an hour and eight in any day to one person, whatever is asked', () => {
  const world = base.fork()
  const counts = [60, 23 * 60].map((minutes) => {
    const before = world.state.letters.length
    for (let time = 0; time < minutes; time += minutes / 20) {
      answer(world, { act: 'ask', address: morozova })
      world.advanceTo(world.state.now + (minutes / 20) * minute)
    }
    return world.state.letters.slice(before).filter(({ to, subject }) => to === morozova && subject.startsWith('Вход')).length
  })
  expect(counts).toEqual([3, 8 - 3])
})

test('a flood of strangers pushes out nobody who was known before, and makes no more runs than one a minute', () => {
  const world = base.fork()
  const [from, known] = [world.state.now, world.state.executions.length]
  let most = 0
  for (let at = 0; at < 300; at++) {
    answer(world, { act: 'ask', address: `stranger${at}@example.org` })
    world.advanceTo(world.state.now)
    most = Math.max(most, Object.keys(world.state.cache).filter((key) => key.includes('asked')).length)
  }
  const minutes = (world.state.now - from) / minute
  const runs = world.state.executions.slice(known).filter(({ fn }) => fn === 'signInLetters')
  expect(runs.length).toBeGreaterThan(1)
  expect(runs.length).toBeLessThanOrEqual(minutes + 1)
  expect(runs.reduce((sum, { calls }) => sum + calls.filter(({ name }) => name.startsWith('Sheets')).length, 0)).toBe(runs.length)
  expect(most).toBeLessThanOrEqual(61 * (minutes + 1))
  expect(askLetters(world, office).map(({ to }) => to)).toEqual([office])
})

test('guesses of sessions and links', () => {
  const world = base.fork()
  signIn(world, office)
  console.log(guessed(world, Number(process.env['GUESSES'] ?? 1_500)))
})

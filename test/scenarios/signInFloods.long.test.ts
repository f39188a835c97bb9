import { deskWorld, minute, morozova, office } from '../fixtures/desk'
import { answer, askLetters, signIn } from '../fixtures/phoneDesk'
import { guessed } from '../fixtures/signInGuesses'

const base = deskWorld()
askLetters(base, office)

test('no more than three letters an hour and eight a day to one person, whatever is asked', () => {
  const world = base.fork()
  const counts = [60, 24 * 60].map((minutes) => {
    const before = world.state.letters.length
    for (let time = 0; time < minutes; time += minutes / 20) {
      answer(world, { act: 'ask', address: morozova })
      world.advanceTo(world.state.now + (minutes / 20) * minute)
    }
    return world.state.letters.slice(before).filter(({ to, subject }) => to === morozova && subject.startsWith('Вход')).length
  })
  expect(counts).toEqual([3, 8 - 3 + 3])
})

test('a flood of strangers pushes out nobody who was known before, and makes no more runs than one a minute', () => {
  const world = base.fork()
  for (let at = 0; at < 300; at++) answer(world, { act: 'ask', address: `stranger${at}@example.org` })
  expect(world.state.triggers.filter(({ fn }) => fn === 'signInLetters')).toHaveLength(1)
  expect(Object.keys(world.state.cache).filter((key) => key.includes('asked')).length).toBeLessThanOrEqual(62)
  expect(askLetters(world, office).map(({ to }) => to)).toEqual([office])
  expect(world.state.triggers.filter(({ fn }) => fn === 'signInLetters')).toHaveLength(0)
})

test('10,000 guesses of sessions and links', () => {
  const world = base.fork()
  signIn(world, office)
  console.log(guessed(world, Number(process.env['GUESSES'] ?? 10_000)))
})

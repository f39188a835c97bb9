/** «Проверить Google»: harmless questions in a working office, and what their answers mean. */
import { setPlatform } from '../../emulator/world/platform/settings'
import type { ExecutionRecord, World } from '../../emulator/world/types'
import { harmlessProbes } from '../../src/server/conformance/harmless'
import { deskWorld, office } from '../fixtures/desk'

const pressed = (world: World, user = office): ExecutionRecord => world.invoke({ fn: 'checkGoogle', entry: 'menu', user })
const told = ({ ui }: ExecutionRecord): string => ui.map((one) => (one.kind === 'alert' ? one.message : '')).join('\n')

test('everything as the program counts on; nothing is written, nobody is told', () => {
  const world = deskWorld()
  const before = JSON.stringify([world.state.spreadsheets, world.state.calendars, world.state.letters, world.state.properties])
  const record = pressed(world)
  expect(record.error).toBeNull()
  expect(told(record)).toContain(
    `Задано вопросов Google: ${harmlessProbes.length}. Ответил так, как рассчитывает программа: ${harmlessProbes.length}.`,
  )
  expect(JSON.stringify([world.state.spreadsheets, world.state.calendars, world.state.letters, world.state.properties])).toBe(before)
})

test('an answer of another kind is named with what hangs on it', () => {
  const world = deskWorld()
  setPlatform(world.state, { unknownZone: 'gmt', fetchAddress: 100_000 })
  const text = told(pressed(world))
  expect(text).toContain(`как рассчитывает программа: ${harmlessProbes.length - 2}.`)
  expect(text).toContain('• Неизвестный часовой пояс. Опечатка в поясе не отвергнется, а даст время по Гринвичу.\n  Ответ Google: false')
  expect(text).toContain('• Длинный адрес.')
})

test('a stranger is asked nothing, and told why', () => {
  const record = pressed(deskWorld(), 'stranger@example.org')
  expect(record.calls.filter(({ name }) => name.startsWith('MailApp') || name.startsWith('Calendar'))).toEqual([])
  expect(told(record)).toContain('stranger@example.org')
  expect(told(record)).not.toContain('Задано')
})

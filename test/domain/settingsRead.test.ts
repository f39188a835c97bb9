/** «Настройки» as people fill them: what cannot be meant keeps its default, and is named. */

import { roleTitles } from '../../src/domain/office/roles'
import { readSettings, settingDefinitions } from '../../src/domain/office/settings'

const { closer, moveLimitDays, horizonDays, linkDays } = settingDefinitions

test.each(Object.values(roleTitles))('K1: who closes is one who may: %s', (title) => {
  const { settings, issues } = readSettings([[closer.title, title]])
  const mayClose = ['офис-менеджер', 'исполнительный директор', 'администратор'].includes(title)
  expect([roleTitles[settings.closer], issues.length]).toEqual(mayClose ? [title, 0] : [closer.initial, 1])
})

test.each([
  [moveLimitDays, 1e6],
  [horizonDays, '1e308'],
  [horizonDays, 367],
  [linkDays, 1e9],
  [linkDays, -1],
  [linkDays, 'Infinity'],
])('%j: %s is no number that is meant', (definition, cell) => {
  const { issues } = readSettings([[definition.title, cell]])
  expect(issues).toMatchObject([{ where: 'Настройки', row: 2 }])
})

test('the bounds themselves are taken', () => {
  expect(readSettings([[horizonDays.title, 366]])).toMatchObject({ settings: { horizonDays: 366 }, issues: [] })
})

/** G7: the quota of a week, raised for everybody or for one person. */

import { quotaOf } from '../../src/domain/calendar/quota'
import { readRaisedQuotas } from '../../src/domain/calendar/raisedQuota'
import { readSettings } from '../../src/domain/office/settings'
import { defaultSettings, nosov, person } from '../fixtures/builders'

const december = { perWeek: 4, from: '2026-12-02', until: '2026-12-25' }

test.each([
  ['3: 01.12.2026–25.12.2026', [{ perWeek: 3, from: '2026-12-01', until: '2026-12-25' }]],
  ['3: 01.12.2026 - 25.12.2026; 4: 2027-01-11–2027-01-31', null],
  ['', []],
  ['много', null],
  ['3: 25.12.2026–01.12.2026', null],
])('«%s» is read', (text, quotas) => {
  expect(readRaisedQuotas(text)).toEqual(quotas)
})

test.each([
  ['the week before', '2026-11-23', 2],
  ['a week that it touches', '2026-11-30', 4],
  ['the last one', '2026-12-21', 4],
  ['the week after', '2026-12-28', 2],
])('raised for one person: %s', (_what, monday, quota) => {
  expect(quotaOf(person({ quotas: [december] }), { settings: defaultSettings }, monday)).toBe(quota)
})

test('raised for everybody in «Настройки»; the higher one counts; an external consultant has none', () => {
  const { settings, issues } = readSettings([['Норма повышена (3: 01.12.2026–25.12.2026)', '3: 01.12.2026–25.12.2026']])
  expect(issues).toEqual([])
  expect(quotaOf(person(), { settings }, '2026-12-07')).toBe(3)
  expect(quotaOf(person({ quotas: [december] }), { settings }, '2026-12-07')).toBe(4)
  expect(quotaOf(nosov, { settings }, '2026-12-07')).toBe(0)
})

/** «Настройки» as the dialog shows them, and a change of them. */
import type { CheckFacts } from '../../../src/domain/office/selfCheck.ru'
import { open, save } from '../../../src/usecases/register/settingRows'
import { answerBy, changesBy, type Given, planOf, refusalOf, shownBy, whoMay } from '../../fixtures/known'
import { callers, everyReader } from '../../fixtures/staff'

const rows = [
  { title: 'Телефон центра', value: '20-65-10' },
  { title: 'Рабочий день с', value: 0.375 },
  { title: 'Слотов в неделю, не меньше', value: 'три' },
]
const given: Given = { who: callers.director, sheets: { settings: rows } }
const shown = (key: string) => shownBy(open, {}, given).settings.find((row) => row.key === key)

test('every setting with its clause and its default; a time that Sheets keeps as a fraction is a time', () => {
  expect(shown('centrePhone')).toMatchObject({ title: 'Телефон центра', value: '20-65-10', initial: '20-65-10', clause: 'I1' })
  expect(shown('dayOpens')).toMatchObject({ value: '09:00', kind: 'time' })
  expect(shown('moveLimitDays')).toMatchObject({ value: '', initial: '2' })
})

test('what cannot be read is said beside it', () => {
  expect(shown('slotsPerWeek')?.issue).toContain('не удалось прочитать «три»')
  expect(shown('dayOpens')?.issue).toBe('')
})

test('what is chosen from', () => {
  expect(shown('clientLetters')?.choices).toEqual(['да', 'нет'])
  expect(shown('closer')?.choices).toContain('офис-менеджер')
})

test('the checks of the desk come with it; whoever may not change sees so', () => {
  const checks: CheckFacts = {
    zones: { spreadsheet: 'Europe/Moscow', script: 'UTC', calendar: 'Europe/Moscow' },
    locale: 'ru_RU',
    calendar: 'ok',
    owner: '',
    triggers: null,
    heartbeat: '',
    ranAt: '',
    isPublished: true,
    lettersLeft: 90,
    editors: null,
    issues: 0,
    vault: null,
    garbled: [],
  }
  expect(shownBy(open, {}, { ...given, facts: { checks } }).checks.length).toBeGreaterThan(0)
  expect(shownBy(open, {}, given).mayChange).toBe(true)
  expect(shownBy(open, {}, { ...given, who: callers.officeManager }).mayChange).toBe(false)
})

test('a standing row is written in its cell, a new one below with its clause; numbers as numbers', () => {
  const { rows: written } = changesBy(save, { values: { centrePhone: ' 8 (8182) 20-65-10 ', moveLimitDays: '3' } }, given)
  expect(written).toEqual([
    { table: 'settings', row: 2, values: { title: 'Телефон центра', value: '8 (8182) 20-65-10' } },
    { table: 'settings', row: null, values: { title: 'Перенос консультации, рабочих дней', value: 3, clause: 'G5' } },
  ])
  const { settings } = answerBy(save, { values: { centrePhone: '8 (8182) 20-65-10', moveLimitDays: '3' } }, given)
  expect(settings.find(({ key }) => key === 'moveLimitDays')?.value).toBe('3')
  expect(settings.find(({ key }) => key === 'centrePhone')?.value).toBe('8 (8182) 20-65-10')
})

test('emptied, it goes back to the default', () => {
  expect(changesBy(save, { values: { slotsPerWeek: '' } }, given).rows).toEqual([
    { table: 'settings', row: 4, values: { title: 'Слотов в неделю, не меньше', value: '' } },
  ])
})

test.each([
  ['dayOpens', 'утром', 'Рабочий день с'],
  ['slotsPerWeek', 'три', 'Слотов в неделю, не меньше'],
  ['clientLetters', 'может быть', 'Письма клиентам'],
  ['secret', '1', 'secret'],
])('%s = «%s»: all or none are written', (key, value, title) => {
  expect(refusalOf(save, { values: { centrePhone: '1', [key]: value } }, given)).toMatchObject({ code: 'badValue', title })
})

test('the director and the administrator change, whoever reads looks', () => {
  expect(whoMay(save, { values: { centrePhone: '1' } })).toEqual(['director', 'administrator'])
  expect(whoMay(open, {})).toEqual(everyReader)
  expect(planOf(save, { values: {} }, given)).toMatchObject({ ok: true, changes: { rows: [] } })
})

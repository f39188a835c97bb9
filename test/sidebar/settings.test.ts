/** «Настройки и проверка». */

import type { SettingRow } from '../../src/rpc/settingsContract'
import { createSettingsModel, sumOf } from '../../src/sidebar/models/dialogs/settings'
import { accepted, refused } from '../../src/sidebar/transports/memoryTransport'
import { benchWith } from './pageBuilder'

const row = (part: Partial<SettingRow> = {}): SettingRow => ({
  key: 'slotsPerWeek',
  title: 'Слотов в неделю, не меньше',
  clause: 'G1',
  value: '',
  initial: '3',
  kind: 'number',
  choices: [],
  issue: '',
  ...part,
})
const check = (state: 'good' | 'warning' | 'bad') => ({ key: state, state, title: 'Почта', text: '', remedy: '' })
const data = { settings: [row()], checks: [check('good')], mayChange: true }

it('only what differs is saved, and what the sheet holds then is shown', async () => {
  const { page, server } = benchWith({
    'settings/open': () => accepted(data),
    'settings/save': () => accepted({ settings: [row({ value: '4' })] }),
  })
  const model = createSettingsModel(page)
  await model.load()
  model.type(row(), ' ')
  expect(model.changed.value).toBe(0)
  model.type(row(), ' 4 ')
  expect(model.changed.value).toBe(1)
  await model.save()
  expect(server.calls.at(-1)).toMatchObject({ method: 'settings/save', input: { values: { slotsPerWeek: '4' } } })
  expect([model.changed.value, model.saved.value, model.rows.value.map(({ value }) => value)]).toEqual([0, true, ['4']])
})

it('a refused value keeps what was typed', async () => {
  const { page } = benchWith({
    'settings/open': () => accepted(data),
    'settings/save': () => refused({ message: '«Слотов в неделю, не меньше»: не удалось прочитать «много»' }),
  })
  const model = createSettingsModel(page)
  await model.load()
  model.type(row(), 'много')
  await model.save()
  expect(model.caller.trouble.value?.message).toContain('много')
  expect(model.valueOf(row())).toBe('много')
  model.discard()
  expect(model.valueOf(row())).toBe('')
})

it.each([
  [[check('good')], 'Всё в порядке: сроки, письма и календарь работают.'],
  [[check('bad'), check('warning'), check('warning')], '1 не работает, 2 предупреждения'],
  [[check('bad'), check('bad')], '2 не работают'],
])('%j is said as «%s»', (checks, sentence) => {
  expect(sumOf(checks)).toBe(sentence)
})

it('letters are asked for once somebody wants to see them, and one is sent to oneself', async () => {
  const letter = (kind: string) => ({ kind, title: kind, subject: `Тема ${kind}`, body: '', html: '<p></p>' })
  const { page, server } = benchWith({
    'letter/samples': () => accepted({ letters: [letter('booked'), letter('feedback')] }),
    'letter/test': () => accepted({ to: 'director@example.org' }),
  })
  const { letters } = createSettingsModel(page)
  expect([letters.shown.value, server.calls.length]).toEqual([null, 0])
  await letters.load()
  expect(letters.shown.value?.kind).toBe('booked')
  letters.show('feedback')
  await letters.send()
  expect(server.calls.at(-1)).toMatchObject({ method: 'letter/test', input: { kind: 'feedback' } })
  expect(letters.sent.value).toBe('Отправлено на director@example.org')
  letters.show('booked')
  expect(letters.sent.value).toBe('')
})

/** «Подключить …»: the dialog of tools for tasks. */

import type { TaskToolState } from '../../src/rpc/contract'
import { createTaskToolsModel } from '../../src/sidebar/models/dialogs/taskTools'
import { accepted } from '../../src/sidebar/transports/memoryTransport'
import { benchWith, settled } from './pageBuilder'

const fieldsOf = (account: string) => [
  { name: 'account', label: 'Аккаунт', hint: '', value: account },
  { name: 'token', label: 'Ключ', hint: '', value: '', secret: true },
]
const none: TaskToolState = {
  name: 'planfix',
  title: 'Planfix',
  teach: '',
  connected: false,
  fields: fieldsOf(''),
  message: '',
  good: false,
}
const kept: TaskToolState = { ...none, connected: true, fields: fieldsOf('centre.planfix.ru') }
const linked: TaskToolState = { ...kept, message: 'Подключено к centre.planfix.ru: найдены все 7 сотрудников.', good: true }
const tools = (...all: TaskToolState[]) => accepted({ tools: all })

it('opens with what is kept, and never with the key', async () => {
  const { page } = benchWith({ 'tasks/state': () => tools(kept) })
  const model = createTaskToolsModel(page)
  expect(model.state.value).toBeNull()
  await settled()
  expect(model.typed.value).toEqual({ account: 'centre.planfix.ru', token: '' })
})

it('what stands wrong is told at once beside the kept fields', async () => {
  const message = 'Planfix не принимает ключ.'
  const { page } = benchWith({ 'tasks/state': () => tools({ ...kept, message }) })
  const model = createTaskToolsModel(page)
  await settled()
  expect([model.typed.value['account'], model.state.value?.message]).toEqual(['centre.planfix.ru', message])
  expect(page.live.value).toBe(message)
})

it('connected: the sentence is said, the key is gone from the field', async () => {
  const { page, server } = benchWith({ 'tasks/state': () => tools(none), 'tasks/connect': () => tools(linked) })
  const model = createTaskToolsModel(page)
  await settled()
  model.edit({ account: 'centre', token: 'k-7f3a' })
  await model.connect()
  expect(server.calls.at(-1)).toMatchObject({
    method: 'tasks/connect',
    input: { tool: 'planfix', typed: { account: 'centre', token: 'k-7f3a' } },
  })
  expect(model.typed.value).toEqual({ account: 'centre.planfix.ru', token: '' })
  expect(page.live.value).toBe(linked.message)
})

it('refused: what was typed stays', async () => {
  const refused = { ...none, message: 'Planfix не принимает ключ.' }
  const { page } = benchWith({ 'tasks/state': () => tools(none), 'tasks/connect': () => tools(refused) })
  const model = createTaskToolsModel(page)
  await settled()
  model.edit({ account: 'centre', token: 'k-old' })
  await model.connect()
  expect(model.typed.value).toEqual({ account: 'centre', token: 'k-old' })
  expect(model.state.value).toMatchObject({ connected: false, message: refused.message })
})

it('given up: the fields are empty again', async () => {
  const { page } = benchWith({
    'tasks/state': () => tools(kept),
    'tasks/disconnect': () => tools({ ...none, message: 'Planfix отключён.', good: true }),
  })
  const model = createTaskToolsModel(page)
  await settled()
  await model.disconnect()
  expect([model.typed.value['account'], model.state.value?.connected]).toEqual(['', false])
})

it('two tools: the connected one is shown first, the other may be chosen', async () => {
  const other: TaskToolState = {
    ...none,
    name: 'kaiten',
    title: 'Kaiten',
    fields: [{ name: 'domain', label: 'Адрес', hint: '', value: '' }],
  }
  const { page, server } = benchWith({ 'tasks/state': () => tools(other, kept), 'tasks/connect': () => tools(other, kept) })
  const model = createTaskToolsModel(page)
  await settled()
  expect(model.state.value?.name).toBe('planfix')
  model.choose('kaiten')
  expect(model.typed.value).toEqual({ domain: '' })
  await model.connect()
  expect(server.calls.at(-1)).toMatchObject({ input: { tool: 'kaiten', typed: { domain: '' } } })
})

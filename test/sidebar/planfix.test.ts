/** «Подключить Planfix…». */

import type { PlanfixState } from '../../src/rpc/contract'
import { createPlanfixModel } from '../../src/sidebar/models/dialogs/planfix'
import { accepted } from '../../src/sidebar/transports/memoryTransport'
import { benchWith, settled } from './pageBuilder'

const none: PlanfixState = { connected: false, account: '', template: '', done: '', message: '', good: false }
const linked: PlanfixState = {
  connected: true,
  account: 'centre.planfix.ru',
  template: '24',
  done: '3',
  message: 'Подключено к centre.planfix.ru: найдены все 7 сотрудников.',
  good: true,
}

it('opens with what is kept, and never with the key', async () => {
  const { page } = benchWith({ 'planfix/state': () => accepted({ ...linked, message: '', good: false }) })
  const model = createPlanfixModel(page)
  expect(model.state.value).toBeNull()
  await settled()
  expect(model.fields.value).toEqual({ account: 'centre.planfix.ru', token: '', template: '24', done: '3' })
})

it('what stands wrong is told at once beside the kept fields', async () => {
  const message = 'Planfix не принимает ключ.'
  const { page } = benchWith({ 'planfix/state': () => accepted({ ...linked, message, good: false }) })
  const model = createPlanfixModel(page)
  await settled()
  expect([model.fields.value.account, model.state.value?.message]).toEqual(['centre.planfix.ru', message])
})

it('connected: the sentence is said, the key is gone from the field', async () => {
  const { page, server } = benchWith({ 'planfix/state': () => accepted(none), 'planfix/connect': () => accepted(linked) })
  const model = createPlanfixModel(page)
  await settled()
  model.edit({ account: 'centre', token: 'k-7f3a' })
  await model.connect()
  expect(server.calls.at(-1)).toMatchObject({
    method: 'planfix/connect',
    input: { account: 'centre', token: 'k-7f3a', template: '', done: '' },
  })
  expect(model.fields.value).toEqual({ account: 'centre.planfix.ru', token: '', template: '24', done: '3' })
  expect(page.live.value).toBe(linked.message)
})

it('refused: what was typed stays', async () => {
  const refused = { ...none, message: 'Planfix не принимает ключ.' }
  const { page } = benchWith({ 'planfix/state': () => accepted(none), 'planfix/connect': () => accepted(refused) })
  const model = createPlanfixModel(page)
  await settled()
  model.edit({ account: 'centre', token: 'k-old' })
  await model.connect()
  expect(model.fields.value).toEqual({ account: 'centre', token: 'k-old', template: '', done: '' })
  expect(model.state.value).toMatchObject({ connected: false, message: refused.message })
})

it('given up: the fields are empty again', async () => {
  const { page } = benchWith({
    'planfix/state': () => accepted({ ...linked, message: '', good: false }),
    'planfix/disconnect': () => accepted({ ...none, message: 'Planfix отключён.', good: true }),
  })
  const model = createPlanfixModel(page)
  await settled()
  await model.disconnect()
  expect([model.fields.value.account, model.state.value?.connected]).toEqual(['', false])
})

/** «Внешние консультанты» as the project's manager sees it (T3). */

import type { ExternalConsultation, ExternalMonth } from '../../src/rpc/externalContract'
import { createExternalsModel } from '../../src/sidebar/models/dialogs/externals'
import { accepted, type Handlers, refused } from '../../src/sidebar/transports/memoryTransport'
import { benchWith, settled } from './pageBuilder'

const line = (id: number, part: Partial<ExternalConsultation> = {}): ExternalConsultation => ({
  ref: { id, row: id, version: 3, clientId: 7 },
  start: '2026-11-10T10:00',
  organisation: 'АНО «Маяк»',
  expert: 'Носов П. А.',
  minutes: 60,
  rate: 1500,
  due: 1500,
  paidAt: null,
  paidBy: '',
  archived: false,
  ...part,
})
const paid = line(3, { paidAt: '2026-11-20T10:00', paidBy: 'Соколов Илья' })
const consultations = [line(1), line(2), paid, line(4, { archived: true })]
const project = { project: 'Ресурсный центр НКО', held: 4, counted: 4, limit: 3, minutes: 240, due: 6000, paid: 1500, consultations }
const month: ExternalMonth = { month: '2026-11', projects: [project] }
const after = [{ id: 1, row: 1, version: 4, clientId: 7 }]

async function modelWith(handlers: Handlers = {}) {
  const bench = benchWith({ 'external/list': () => accepted(month), ...handlers })
  const model = createExternalsModel(bench.page)
  await settled()
  return { ...bench, model }
}

it('opens with the month that is under way; another one is asked for anew', async () => {
  const { model, server } = await modelWith()
  expect([model.month.value, model.list.value]).toEqual(['2026-11', month])
  expect(model.total.value).toEqual({ due: 6000, paid: 1500 })
  model.toggle(consultations)
  model.choose('2026-10')
  expect([model.list.value, model.chosen.value.count]).toEqual([null, 0])
  await settled()
  expect(server.calls.map(({ input }) => input)).toEqual([{ month: '2026-11' }, { month: '2026-10' }])
})

it('picks what is neither paid nor archived, all at once or one by one', async () => {
  const { model } = await modelWith()
  model.toggle(consultations)
  expect(model.chosen.value).toEqual({ count: 2, due: 3000 })
  model.toggle([line(1)])
  expect([model.isPicked(1), model.isPicked(2)]).toEqual([false, true])
  model.toggle(consultations)
  model.toggle(consultations)
  expect(model.chosen.value.count).toBe(0)
})

it('marks what is picked, looks again, and takes it back', async () => {
  const { model, server, page } = await modelWith({ 'external/pay': () => accepted({ deals: after }) })
  await model.pay()
  expect(server.calls).toHaveLength(1)
  model.toggle([line(1)])
  await model.pay()
  await settled()
  expect(page.live.value).toBe('Отмечено оплаченными: 1 консультация')
  await model.undo()
  await settled()
  expect(server.calls.slice(1).map(({ method, input }) => [method, input])).toEqual([
    ['external/pay', { deals: [line(1).ref], paid: true }],
    ['external/list', { month: '2026-11' }],
    ['external/pay', { deals: after, paid: false }],
    ['external/list', { month: '2026-11' }],
  ])
})

it('a refusal is shown beside fresh rows, and what was picked stays picked', async () => {
  const { model, server } = await modelWith({ 'external/pay': () => refused({ message: 'Сделку № 1 только что изменил кто-то другой' }) })
  model.toggle([line(1)])
  await model.pay()
  await settled()
  expect(model.caller.trouble.value?.message).toContain('№ 1')
  expect([server.calls.at(-1)?.method, model.chosen.value.count]).toEqual(['external/list', 1])
})

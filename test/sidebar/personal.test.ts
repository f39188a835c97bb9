/** «Персональные данные»: found, looked at, forgotten in portions; whose term is over. */

import { createPersonalModel } from '../../src/sidebar/models/personal/personal'
import { accepted } from '../../src/sidebar/transports/memoryTransport'
import { client } from '../fixtures/builders'
import { benchWith, settled } from './pageBuilder'

const look = {
  goes: [{ place: 'rows', found: 3 }],
  isWhole: true,
  cards: 1,
  deals: 2,
  open: 0,
  held: 2,
  booked: 0,
  pseudonym: '',
  likely: [{ id: 9, organisation: 'Фонд' }],
}
const progress = (left: number) => ({ left, done: 1, of: 7, filesLeft: [] })
const answers = {
  'personal/map': () => accepted({ lines: [], progress: progress(0), months: 36 }),
  'client/search': () => accepted({ matches: [{ client: client(), last: null, open: null, by: 'phone' }] }),
  'deal/search': () => accepted({ matches: [] }),
  'personal/look': () => accepted(look),
  'personal/due': () => accepted({ months: 36, clients: [{ id: 7, organisation: 'АНО', last: '2023-01-01', withdrawn: false }] }),
} as const

it('who was found is looked at; another card of his is looked at with him', async () => {
  const asked: unknown[] = []
  const { page } = benchWith({
    ...answers,
    'personal/look': ({ subject }) => {
      asked.push(subject)
      return accepted(look)
    },
  })
  const model = createPersonalModel(page, () => undefined)
  model.type('8 911')
  await model.find()
  expect(model.matches.value).toMatchObject([{ client: 7, deal: null }])
  model.choose(model.matches.value?.[0] ?? null)
  await settled()
  model.toggleAlso(9)
  await settled()
  model.setKind('client')
  await settled()
  expect(asked).toMatchObject([
    { kind: 'contact', client: 7, also: [] },
    { kind: 'contact', also: [9] },
    { kind: 'client', also: [9] },
  ])
  expect(model.look.value).toEqual(look)
})

it('forgetting goes on portion after portion, and says how far it is', async () => {
  const left = [2, 1, 0]
  const next = () => accepted(progress(left.shift() ?? 0))
  const { page } = benchWith({ ...answers, 'personal/forget': next, 'personal/goOn': next })
  const model = createPersonalModel(page, () => undefined)
  model.choose({ client: 7, deal: null, organisation: 'АНО', contact: '' })
  await settled()
  model.typeReason('просьба')
  await model.forget()
  await settled()
  await settled()
  expect([model.progress.value?.left, page.live.value]).toEqual([0, 'Данные удалены.'])
})

it('all whose term is over are picked; some are left, and the others go at once', async () => {
  const asked: unknown[] = []
  const { page } = benchWith({
    ...answers,
    'personal/forget': (input) => {
      asked.push(input)
      return accepted(progress(0))
    },
  })
  const model = createPersonalModel(page, () => undefined)
  await settled()
  model.show('due')
  await settled()
  expect(model.picked.value).toEqual([7])
  await model.forgetDue()
  expect(asked).toMatchObject([{ subjects: [{ kind: 'contact', client: 7 }], reason: 'вышел срок хранения' }])
})

it('everything about him is saved as a page', async () => {
  const saved: string[] = []
  const { page } = benchWith({ ...answers, 'personal/export': () => accepted({ name: 'данные.html', html: '<p>' }) })
  const model = createPersonalModel(page, (name, html, type) => saved.push(name, html, type))
  model.choose({ client: 7, deal: null, organisation: 'АНО', contact: '' })
  await settled()
  await model.save()
  expect([saved, model.saved.value]).toEqual([['данные.html', '<p>', 'text/html;charset=utf-8'], true])
})

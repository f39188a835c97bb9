/** I1, I2, I5: a request from outside becomes a deal, whatever it says. */
import type { ReadRequest, RequestFields } from '../../../src/domain/intake/request'
import { noFields } from '../../../src/domain/intake/request'
import { takeRequest } from '../../../src/usecases/intake/takeRequest'
import { client } from '../../fixtures/builders'
import { deskOf, momentOf } from '../../fixtures/known'

function taken(fields: Partial<RequestFields>, part: Partial<ReadRequest> = {}, clients = [client()]) {
  const request = {
    fields: { ...noFields, ...fields },
    unread: [],
    raw: 'как пришло',
    sender: 'tilda',
    key: '3012345',
    ...part,
  } as ReadRequest
  const decision = takeRequest({ request, channel: 'site' }, clients, deskOf(), momentOf())
  if (!decision.ok) throw new Error('a request is never refused')
  const { deals, clients: added } = decision.changes
  return { deal: deals[0]?.after, added: added.map(({ after }) => after) }
}

test('I5: in «Неразобранное», with a number and a version of ours', () => {
  const { deal, added } = taken({ organisation: 'Фонд «Север»', contact: 'Пётр', phone: '8 921 000-00-01', text: 'Отчёт', topic: 10 })
  expect(deal).toMatchObject({
    id: 41722,
    version: 1,
    stage: 'unsorted',
    channel: 'site',
    received: '2026-11-23T09:00',
    clientId: 8,
    request: 'Отчёт',
    topic: 10,
    outsideIds: 'tilda:3012345',
    raw: 'как пришло',
    comments: '',
  })
  expect(added).toMatchObject([{ id: 8, version: 1, organisation: 'Фонд «Север»', phoneKey: '+79210000001' }])
})

test('a known client is found by his phone; another organisation in the request is noted', () => {
  const { deal, added } = taken({ phone: '+7 911 416 01 23', organisation: 'Фонд «Север»', text: 'Отчёт' })
  expect(added).toEqual([])
  expect(deal).toMatchObject({ clientId: 7, organisation: 'АНО «Маяк»', contact: 'Анна Иванова' })
  expect(deal?.comments).toBe('23.11.2026 09:00: в заявке названа другая организация: Фонд «Север»')
})

test('nobody is named: no client, and the deal all the same', () => {
  const { deal, added } = taken({ text: 'Помогите' })
  expect([deal?.clientId, added]).toEqual([null, []])
})

test('I2: «договорился с» is a consultant, or a note', () => {
  expect(taken({ agreedWith: 'Морозова', text: 'x' }).deal).toMatchObject({ agreedWith: 'ММ', comments: '' })
  expect(taken({ agreedWith: 'с кем-то', text: 'x' }).deal).toMatchObject({
    agreedWith: '',
    comments: '23.11.2026 09:00: договорился с: с кем-то',
  })
})

test('what was not understood is noted by name, ten at most', () => {
  const unread = Array.from({ length: 12 }, (_, index) => `поле ${index}`)
  const { deal } = taken({ text: 'x' }, { unread })
  expect(deal?.comments).toContain('«поле 9», …')
  expect(deal?.comments).not.toContain('«поле 10»')
  expect(taken({}).deal?.comments).toContain('заявку не удалось разобрать')
})

test('texts are cut to what fits, and that is said', () => {
  const { deal } = taken({ text: 'о'.repeat(10_001), contact: 'к'.repeat(501) })
  expect([deal?.request.length, deal?.contact.length]).toEqual([10_000, 500])
  expect(deal?.comments).toContain('текст длиннее, чем помещается в поле')
  expect(taken({ text: 'о'.repeat(10_000) }).deal?.comments).toBe('')
})

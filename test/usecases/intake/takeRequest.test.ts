/** I1, I2, I5: a request from outside becomes a deal, whatever it says. */
import { newsIn } from '../../../src/domain/client/news'
import type { ReadRequest, RequestFields } from '../../../src/domain/intake/request'
import { noFields } from '../../../src/domain/intake/request'
import { takeRequest } from '../../../src/usecases/intake/takeRequest'
import { client } from '../../fixtures/builders'
import { deskOf, momentOf } from '../../fixtures/known'

function decided(fields: Partial<RequestFields>, part: Partial<ReadRequest> = {}, clients = [client()]) {
  const request = {
    fields: { ...noFields, ...fields },
    seen: { phones: [], emails: [] },
    unread: [],
    raw: 'как пришло',
    sender: 'tilda',
    key: '3012345',
    ...part,
  } as ReadRequest
  return takeRequest({ request, channel: 'site' }, clients, deskOf(), momentOf())
}

function taken(...asked: Parameters<typeof decided>) {
  const decision = decided(...asked)
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

test('F1, SEC20: the same phone and another organisation: a card of its own, with what was told; the note names whom it may be', () => {
  const { deal, added } = taken({ phone: '+7 911 416 01 23', organisation: 'Фонд «Север»', email: 'sever@north.example', text: 'Отчёт' })
  expect(added).toMatchObject([{ id: 8, organisation: 'Фонд «Север»', email: 'sever@north.example' }])
  expect(deal).toMatchObject({ clientId: 8, organisation: 'Фонд «Север»', contact: '', news: '' })
  expect(deal?.comments).toBe(
    '23.11.2026 09:00: возможно, это АНО «Маяк», карточка № 7 (тот же телефон; e-mail другой, организация другая)',
  )
})

test('F3: what a known client tells anew is noted and kept beside the card; what he tells again is not', () => {
  const told = { phone: '89114160123', organisation: 'АНО Маяк', contact: 'Анна', email: 'new@mayak.example', municipality: 'Онега' }
  const { deal, added } = taken({ ...told, text: 'Отчёт' })
  expect([deal?.clientId, added]).toEqual([7, []])
  expect(newsIn(deal?.news ?? '')).toEqual({ email: 'new@mayak.example', municipality: 'Онега' })
  expect(deal?.comments).toBe(
    '23.11.2026 09:00: сказано заново: E-mail new@mayak.example (в карточке client1@example.org); Муниципалитет Онега (в карточке Архангельск)',
  )
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

test('nothing is cut: a text too long for its field stands in the text as it came, one too long for that is refused', () => {
  const long = { text: 'о'.repeat(10_001), contact: 'к'.repeat(501) }
  const { deal, added } = taken({ ...long, email: 'a@x.example' }, { raw: `${long.contact}\n${long.text}` })
  expect([deal?.request.length, deal?.contact, added[0]?.contact]).toEqual([10_000, '', ''])
  expect(deal?.raw).toHaveLength(10_503)
  expect(deal?.comments).toContain('слишком длинные ответы, поля оставлены пустыми: Контактное лицо')
  expect(deal?.comments).toContain('текст длиннее, чем помещается в поле')
  expect(taken({ text: 'о'.repeat(10_000) }).deal?.comments).toBe('')
  expect(decided({ text: 'x' }, { raw: 'о'.repeat(18_001) })).toMatchObject({ ok: false, problem: { code: 'tooLong', limit: 18_000 } })
})

/** amoCRM's API v4 as far as the desk asks it: what is documented, what others have seen, what is only assumed. */
import { answerAmo } from '../../emulator/partners/amocrm/amoAnswer'
import { amoHand } from '../../emulator/partners/amocrm/amoHand'
import { type AmoState, newAmo } from '../../emulator/partners/amocrm/amoState'
import { owner, probeRecord, probeWorld } from './probe'

const begins = 1_770_000_000_000

function account(part: Partial<AmoState> = {}): AmoState {
  return newAmo({
    subdomain: 'centre',
    token: 't',
    users: [{ id: 1, name: 'Оксана Титова', email: owner }],
    pipelines: [
      {
        id: 10,
        name: 'Консультация',
        statuses: [
          { id: 100, name: 'Неразобранное', type: 1 },
          { id: 101, name: 'Новая заявка', type: 0 },
          { id: 142, name: 'Успешно реализовано', type: 0 },
          { id: 143, name: 'Закрыто и не реализовано', type: 0 },
        ],
      },
    ],
    fields: [
      { id: 20, name: 'Формат', type: 'select', enums: [{ id: 201, value: 'очно' }] },
      { id: 21, name: 'Запрос', type: 'textarea', enums: null },
      { id: 22, name: 'Продолжительность, мин', type: 'numeric', enums: null },
    ],
    lossReasons: [{ id: 31, name: 'неявка' }],
    ...part,
  })
}

interface Answer {
  readonly code: number
  // biome-ignore lint/suspicious/noExplicitAny: shapes are what these tests are about
  readonly body: any
  readonly type: string
}

/** Requests of a test come two seconds apart unless told. */
function asker(state: AmoState, token = 't') {
  let now = begins
  return (method: string, path: string, body?: unknown, at?: number): Answer => {
    now += 2000
    const request = {
      url: `https://centre.amocrm.ru/api/v4/${path}`,
      method,
      headers: { Authorization: `Bearer ${token}` },
      contentType: '',
    }
    const answer = answerAmo(state, { ...request, payload: body === undefined ? '' : JSON.stringify(body) }, at ?? now)
    const text = answer.body
    return {
      code: answer.code,
      body: text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : text,
      type: answer.headers?.['Content-Type'] ?? '',
    }
  }
}

test('documented: a list in pages of 250 at most, with the next page named; an empty list is 204 without a body', () => {
  const state = account()
  const hand = amoHand(state, begins)
  for (let lead = 0; lead < 251; lead++) hand.add({ name: `№ ${lead}` })
  const ask = asker(state)
  const first = ask('get', 'leads?limit=500')
  expect(first.body._embedded.leads).toHaveLength(250)
  expect(first.body._links.next.href).toContain('page=2')
  expect(ask('get', 'leads?limit=250&page=2').body._embedded.leads).toHaveLength(1)
  expect(ask('get', 'leads?limit=250&page=3')).toEqual({ code: 204, body: '', type: '' })
})

test('documented: leads by the time of change, the earliest first, from that second on', () => {
  const state = account()
  const [early, late] = [amoHand(state, begins).add({ name: 'А' }), amoHand(state, begins + 5000).add({ name: 'Б' })]
  amoHand(state, begins + 9000).edit(early.id, { name: 'А2' })
  const ids = (path: string) => (asker(state)('get', path).body._embedded.leads as { id: number }[]).map(({ id }) => id)
  expect(ids('leads?order[updated_at]=asc')).toEqual([late.id, early.id])
  expect(ids(`leads?filter[updated_at][from]=${early.updated_at}`)).toEqual([early.id])
})

test('documented: made with contact and company, at most 50 at once; request_id is echoed and keeps nobody from doing it twice', () => {
  const ask = asker(account())
  const lead = { name: 'А', request_id: '7', _embedded: { contacts: [{ name: 'Анна' }], companies: [{ name: 'АНО' }] } }
  const [one] = ask('post', 'leads/complex', [lead]).body
  const [two] = ask('post', 'leads/complex', [lead]).body
  expect(one).toMatchObject({ request_id: ['7'], merged: false })
  expect(two.id).not.toBe(one.id)
  expect(
    ask(
      'post',
      'leads/complex',
      Array.from({ length: 51 }, () => lead),
    ).code,
  ).toBe(400)
})

test('documented: a change of some fields leaves the others; an enum is chosen by its number', () => {
  const state = account()
  const lead = amoHand(state, begins).add({ name: 'А', fields: { Запрос: 'устав' } })
  const ask = asker(state)
  expect(ask('patch', 'leads', [{ id: lead.id, custom_fields_values: [{ field_id: 20, values: [{ enum_id: 201 }] }] }]).code).toBe(200)
  expect(ask('get', `leads/${lead.id}`).body.custom_fields_values).toEqual([
    { field_id: 20, values: [{ value: 'очно', enum_id: 201 }] },
    { field_id: 21, values: [{ value: 'устав' }] },
  ])
})

test('documented: problem+json names what is wrong; assumed: one bad lead refuses the batch', () => {
  const state = account()
  const [good, bad] = [amoHand(state, begins).add({ name: 'А' }), amoHand(state, begins).add({ name: 'Б' })]
  const answer = asker(state)('patch', 'leads', [
    { id: good.id, name: 'В' },
    { id: bad.id, custom_fields_values: [{ field_id: 20, values: [{ enum_id: 9 }] }] },
  ])
  expect(answer).toMatchObject({ code: 400, type: 'application/problem+json' })
  expect(answer.body['validation-errors']).toMatchObject([{ request_id: '1', errors: [{ code: 'NotSupportedChoice' }] }])
  expect(good.name).toBe('А')
})

test('documented: 142 and 143 close every pipeline; observed: without its pipeline a closing status is refused', () => {
  const state = account()
  const lead = amoHand(state, begins).add({ name: 'А' })
  const ask = asker(state)
  expect(ask('patch', 'leads', [{ id: lead.id, status_id: 143 }]).code).toBe(400)
  expect(ask('patch', 'leads', [{ id: lead.id, status_id: 143, pipeline_id: 10, loss_reason_id: 31 }]).code).toBe(200)
  expect(lead).toMatchObject({ status_id: 143, loss_reason_id: 31 })
})

test.each(['forms', 'mail', 'chats', 'sip'] as const)(
  'documented: %s wait in «Неразобранное», and leave it by accept or decline alone',
  (category) => {
    const state = account()
    const [one, two] = [amoHand(state, begins).arrives(category, {}), amoHand(state, begins).arrives(category, {})]
    const ask = asker(state)
    const waiting = () => ask('get', `leads/unsorted?filter[category][]=${category}&filter[pipeline_id]=10`)
    expect(waiting().body._embedded.unsorted).toMatchObject([{ uid: one.uid, _embedded: { leads: [{ id: one.lead }] } }, { uid: two.uid }])
    expect(ask('patch', 'leads', [{ id: one.lead, status_id: 100, pipeline_id: 10 }]).code).toBe(400)
    expect(ask('post', `leads/unsorted/${one.uid}/accept`, { user_id: 1, status_id: 101 }).code).toBe(200)
    expect(ask('delete', `leads/unsorted/${two.uid}/decline`, { user_id: 1 }).code).toBe(200)
    expect(waiting().code).toBe(204)
    expect(state.leads.map(({ status_id }) => status_id)).toEqual([101, 143])
  },
)

test('assumed: what waits in «Неразобранное» stands in its own list alone', () => {
  const state = account()
  amoHand(state, begins).arrives('forms', {})
  expect(asker(state)('get', 'leads').code).toBe(204)
})

test('documented: seven requests a second; the eighth is 429, and who goes on is refused altogether (403)', () => {
  const state = account()
  const ask = asker(state)
  const codes = Array.from({ length: 30 }, () => ask('get', 'account', undefined, begins + 100_000).code)
  expect(codes.slice(0, 8)).toEqual([200, 200, 200, 200, 200, 200, 200, 429])
  expect(codes[29]).toBe(403)
  expect(ask('get', 'account', undefined, begins + 200_000).code).toBe(403)
  expect(ask('get', 'account', undefined, begins + 900_000).code).toBe(200)
})

test('documented: a foreign or expired token is 401', () => {
  expect(asker(account(), 'other')('get', 'account').code).toBe(401)
  expect(asker(account({ expires: begins / 1000 }))('get', 'account').code).toBe(401)
})

test('documented: deleted and merged leads are told by events, and stand in no list', () => {
  const state = account()
  const [lost, kept] = [amoHand(state, begins).add({ name: 'А' }), amoHand(state, begins).add({ name: 'Б' })]
  amoHand(state, begins + 1000).merge(lost.id, kept.id)
  const ask = asker(state)
  expect(ask('get', `events?filter[created_at][from]=${begins / 1000}`).body._embedded.events).toMatchObject([
    { type: 'lead_deleted', entity_id: lost.id },
    { type: 'entity_merged', entity_id: kept.id },
  ])
  expect(ask('get', `leads/${lost.id}`).code).toBe(204)
  expect(ask('patch', 'leads', [{ id: lost.id, name: 'В' }]).code).toBe(400)
})

test('assumed: a note and a change of the contact leave the lead’s time of change as it is', () => {
  const state = account()
  const lead = amoHand(state, begins).add({ name: 'А', contact: 'Анна', phone: '+79114160123' })
  amoHand(state, begins + 9000).note(lead.id, 'звонила')
  amoHand(state, begins + 9000).contact(lead.id, { phone: '+79114160124' })
  expect(lead.updated_at).toBe(begins / 1000)
  const ask = asker(state)
  expect(ask('get', `leads/notes?filter[updated_at][from]=${begins / 1000 + 9}`).body._embedded.notes).toMatchObject([
    { entity_id: lead.id, params: { text: 'звонила' } },
  ])
  expect(ask('get', `contacts?filter[updated_at][from]=${begins / 1000 + 9}`).body._embedded.contacts).toMatchObject([
    { name: 'Анна', custom_fields_values: [{ field_code: 'PHONE', values: [{ value: '+79114160124' }] }] },
  ])
})

test('documented: notes, tasks and loss reasons are made in lists', () => {
  const state = account()
  const lead = amoHand(state, begins).add({ name: 'А' })
  const ask = asker(state)
  ask('post', 'leads/notes', [{ entity_id: lead.id, note_type: 'common', params: { text: 'т' } }])
  ask('post', 'tasks', [{ text: 'позвонить', complete_till: 1, entity_id: lead.id, entity_type: 'leads', task_type_id: 1 }])
  ask('post', 'leads/loss_reasons', [{ name: 'спам' }])
  expect(ask('get', `leads/notes?filter[entity_id][]=${lead.id}`).body._embedded.notes).toHaveLength(1)
  expect(ask('get', 'tasks').body._embedded.tasks).toMatchObject([{ text: 'позвонить', entity_id: lead.id }])
  expect(ask('get', 'leads/loss_reasons').body._embedded.loss_reasons).toMatchObject([{ name: 'неявка' }, { name: 'спам' }])
})

test('documented: a pipeline is made with its statuses; «Неразобранное», 142 and 143 stand in each; one without a name is refused', () => {
  const ask = asker(account())
  const statuses = [
    { name: 'Принято в работу', sort: 10 },
    { id: 142, name: 'Успешно завершённые' },
  ]
  const [made] = ask('post', 'leads/pipelines', [{ name: 'Консультации', _embedded: { statuses } }]).body._embedded.pipelines
  expect(made._embedded.statuses.map(({ name }: { name: string }) => name)).toEqual([
    'Неразобранное',
    'Принято в работу',
    'Успешно завершённые',
    'Закрыто и не реализовано',
  ])
  expect(made._embedded.statuses.slice(2).map(({ id }: { id: number }) => id)).toEqual([142, 143])
  expect(ask('get', 'leads/pipelines').body._embedded.pipelines).toHaveLength(2)
  expect(ask('post', 'leads/pipelines', [{ name: '' }]).code).toBe(400)
})

test('documented: requests of one fetchAll go out together', () => {
  const world = probeWorld()
  const state = account()
  world.state.partners = { amocrm: state }
  probeRecord(world, () => {
    const one = { url: 'https://centre.amocrm.ru/api/v4/account', headers: { Authorization: 'Bearer t' }, muteHttpExceptions: true }
    return UrlFetchApp.fetchAll([one, one, one]).map((response) => response.getResponseCode())
  })
  const moments = state.requests.map(({ at }) => at)
  expect(moments).toHaveLength(3)
  expect(new Set(moments).size).toBe(1)
})

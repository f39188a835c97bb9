/** A lead in the words of the desk and back: what is read is what was written, whatever changed where. */
import * as fc from 'fast-check'
import { compare, outgoing } from '../../../../src/domain/importing/leads/compare'
import { cursorAfter, fromOf, pageSize } from '../../../../src/domain/importing/leads/cursor'
import { type FacetKey, type Facets, facetKeys, facets, isSame, masterOf } from '../../../../src/domain/importing/leads/facets'
import { carriedBy, ofDeal, readLead } from '../../../../src/domain/importing/leads/lead'
import type { Cursor } from '../../../../src/domain/importing/leads/link'
import { missingOf, proposePipeline, proposePlan, stagesWithout } from '../../../../src/domain/importing/leads/propose'
import { writtenOf } from '../../../../src/domain/importing/leads/write'
import { heldDeal, office } from '../../../fixtures/builders'
import { lead, link, reading, statusOf } from '../../../fixtures/leads'

/** The lead after what was written, as its account would show it. */
function after(keys: readonly FacetKey[], here: Facets) {
  const by = reading()
  const { lead: part, contact, company, unfit } = writtenOf(keys, here, by)
  const words = new Map(Object.values(by.link.fields).flatMap(({ enums }) => enums))
  const custom = (part.custom_fields_values ?? []).map(({ field_id, values }) => {
    const value = values?.[0]
    return [
      String(field_id),
      value === undefined ? '' : value.enum_id === undefined ? (value.value ?? '') : (words.get(value.enum_id) ?? ''),
    ]
  })
  const told = lead({
    status: part.status_id ?? statusOf('accepted'),
    reason: part.loss_reason_id ?? null,
    fields: Object.fromEntries(custom),
    contact: { id: 1, name: contact.name ?? '', phone: String(contact.custom_fields_values?.[0]?.values?.[0]?.value ?? ''), email: '' },
    company: { id: 2, name: company.name ?? '' },
  })
  return { facets: readLead(told, by).facets, unfit }
}

test.each([
  ['held', heldDeal({ topic: 10, format: 'online', consultant: 'ММ' })],
  ['lost', heldDeal({ stage: 'lost', failure: 'неявка' })],
] as const)('what is written of a deal (%s) is read again just so', (_, deal) => {
  const here = ofDeal(deal, link())
  const { facets: there, unfit } = after(facetKeys, here)
  expect(unfit).toEqual([])
  expect(facetKeys.filter((key) => !isSame(key, here[key], there[key]))).toEqual([])
})

test('what amoCRM has no word for is named, and the rest is written', () => {
  const here = ofDeal(heldDeal({ stage: 'lost', failure: 'спам', format: 'phone' }), link())
  const { unfit, lead: part } = writtenOf(facetKeys, here, reading())
  expect(unfit).toEqual(['failure', 'format'])
  expect(part.status_id).toBe(143)
  expect(part.pipeline_id).toBe(500)
})

test('a word that means nothing here stays as it is written, and is named', () => {
  const { facets: read, unread } = readLead(lead({ status: 999, fields: { '805': 'голубиной почтой', '806': 'час' } }), reading())
  expect(read).toMatchObject({ stage: '999', format: 'голубиной почтой', minutes: 'час' })
  expect([...unread].sort()).toEqual(['format', 'minutes', 'stage'])
})

test('one field holds content and recommendations: it is parted, and written together', () => {
  const fields = { ...link().fields }
  delete fields['recommendations']
  const by = reading({ fields })
  const text = 'Разобрали устав, рекомендовано обновить протокол'
  const { facets: read } = readLead(lead({ fields: { '808': text } }), by)
  expect(read).toMatchObject({ content: 'Разобрали устав', recommendations: 'рекомендовано обновить протокол' })
  const { lead: part } = writtenOf(['recommendations'], { content: 'Разобрали устав', recommendations: 'рекомендовано сдать' }, by)
  expect(part.custom_fields_values).toEqual([{ field_id: 808, values: [{ value: 'Разобрали устав; рекомендовано сдать' }] }])
})

const value = fc.constantFrom<string | null>('', 'а', 'б', null)
const some = fc.record(Object.fromEntries(facetKeys.map((key) => [key, value])), { requiredKeys: [] }) as fc.Arbitrary<Facets>

test('each difference goes one way: in, or out; never both, and nothing that is the same goes', () => {
  fc.assert(
    fc.property(some, some, some, (last, here, there) => {
      const { incoming, outgoing: out, overruled } = compare({ last, here, there })
      const different = facetKeys.filter((key) => key in there && !isSame(key, here[key], there[key]))
      expect([...incoming, ...out].sort()).toEqual([...different].sort())
      for (const key of overruled) expect(masterOf(key)).toBe('desk')
    }),
    { seed: 18, numRuns: 500 },
  )
})

test('who is master decides only where both have changed', () => {
  const both = (key: FacetKey) => compare({ last: { [key]: 'а' }, here: { [key]: 'б' }, there: { [key]: 'в' } })
  for (const key of facetKeys) {
    expect(both(key).incoming).toEqual(masterOf(key) === 'amo' ? [key] : [])
    expect(compare({ last: { [key]: 'а' }, here: { [key]: 'а' }, there: { [key]: 'в' } }).incoming).toEqual([key])
    expect(compare({ last: { [key]: 'а' }, here: { [key]: 'б' }, there: { [key]: 'а' } })).toMatchObject({ incoming: [], outgoing: [key] })
  }
  expect(new Set(facetKeys.map((key) => facets[key].group)).size).toBe(5)
})

test('nothing said at the first meeting erases nothing', () => {
  expect(compare({ last: {}, here: { request: 'Устав' }, there: { request: '' } })).toMatchObject({ incoming: [], outgoing: ['request'] })
  expect(compare({ last: {}, here: { minutes: null }, there: { minutes: 60 } })).toMatchObject({ incoming: ['minutes'], outgoing: [] })
})

test('only what changed is written; what the lead has no place for is not', () => {
  expect(outgoing({ request: 'Устав', minutes: 60 }, { request: 'Устав ', minutes: 45 })).toEqual(['minutes'])
  expect(carriedBy(link({ reasons: [] }), { contact: null, company: null })).not.toEqual(expect.arrayContaining(['failure']))
  expect(carriedBy(link(), { contact: null, company: 5 }).filter((key) => facets[key].group === 'contact')).toEqual(['organisation'])
})

/** One poll of a list by its time of change, while items change under the reader: what was seen, and where the next one begins. */
function poll(times: number[], begin: Cursor, changes: (turn: number) => void): { readonly seen: number[]; readonly cursor: Cursor } {
  let cursor = begin
  const seen: number[] = []
  for (let turn = 0; turn < 100; turn++) {
    const from = fromOf(cursor)
    const all = times.map((at, id) => ({ at, id })).filter(({ at }) => at >= from)
    const page = all.sort((a, b) => b.at - a.at || a.id - b.id).slice((cursor.page - 1) * pageSize, cursor.page * pageSize)
    seen.push(...page.map(({ id }) => id))
    const next = cursorAfter(
      cursor,
      page.map(({ at }) => at),
    )
    cursor = next.cursor
    if (next.isOver) return { seen, cursor }
    changes(turn)
  }
  throw new Error('it never ended')
}

test('a list that changes while it is read: this poll or the next sees every item as it stands, and both end', () => {
  const sizes = [fc.integer({ min: 1, max: 900 }), fc.integer({ min: 1, max: 400 })] as const
  fc.assert(
    fc.property(...sizes, fc.array(fc.nat(899), { maxLength: 12 }), (count, spread, moved) => {
      const times = Array.from({ length: count }, (_, id) => 1000 + Math.floor((id * spread) / count))
      const late = new Set<number>()
      const first = poll(times, { at: 0, page: 1, top: 0 }, (turn) => {
        const id = moved[turn] ?? count
        if (id >= count) return
        times[id] = 2000 + turn
        late.add(id)
      })
      const second = poll(times, first.cursor, () => undefined)
      expect(new Set([...first.seen, ...second.seen]).size).toBe(count)
      for (const id of late) expect(second.seen).toContain(id)
    }),
    { seed: 18, numRuns: 150 },
  )
})

const statuses = [
  { id: 100, name: 'Неразобранное', type: 1 },
  { id: 101, name: 'Первичный контакт', type: 0 },
  { id: 102, name: 'В работе', type: 0 },
  { id: 103, name: 'Консультация назначена', type: 0 },
  { id: 104, name: 'Провели', type: 0 },
  { id: 142, name: 'Успешно реализовано', type: 0 },
  { id: 143, name: 'Закрыто и не реализовано', type: 0 },
]
const account = {
  pipelines: [{ id: 500, name: 'Консультации НКО', statuses }],
  fields: Object.values(link().fields),
  reasons: link().reasons,
  users: link().users,
}

test('a foreign pipeline: stages by meaning and by choice, those that it lacks stand in for, or are asked for', () => {
  const pipeline = proposePipeline(account.pipelines)
  if (pipeline === null) throw new Error('there is one')
  const proposed = proposePlan(account, pipeline)
  expect(proposed.stages).toMatchObject({ 100: 'unsorted', 101: 'new', 102: 'accepted', 103: 'assigned', 142: 'won', 143: 'lost' })
  expect(stagesWithout(proposed)).toEqual(['Консультация проведена', 'Запрошена обратная связь'])
  const chosen = proposePlan(account, pipeline, { stages: { 104: 'held' } })
  expect(stagesWithout(chosen)).toEqual([])
  expect(chosen.statuses).toMatchObject({ feedback: 104, unreached: 101 })
  expect(missingOf(chosen, account, office())).toEqual(
    expect.arrayContaining([expect.stringContaining('Этапа «Запрошена обратная связь» в воронке нет')]),
  )
})

test('fields by their names, one for each; what is chosen counts before', () => {
  const pipeline = account.pipelines[0]
  if (pipeline === undefined) throw new Error('there is one')
  const { fields } = proposePlan(account, pipeline)
  expect(Object.fromEntries(Object.entries(fields).map(([key, { id }]) => [key, id]))).toEqual({
    consultant: 801,
    start: 802,
    topic: 803,
    request: 804,
    format: 805,
    minutes: 806,
    project: 807,
    content: 808,
    recommendations: 809,
  })
  expect(proposePlan(account, pipeline, { fields: { topic: 0, project: 804 } }).fields).toMatchObject({ project: { id: 804 } })
})

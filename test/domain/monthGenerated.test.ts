/** S1, S2: twenty generated offices; every number of the month equals a recount from the journal's lines, written another way. */

import Papa from 'papaparse'
import { topicTitles } from '../../src/domain/deal/words'
import type { MonthRow } from '../../src/domain/month/count/held'
import { waitedUntil } from '../../src/domain/month/count/waiting'
import { listCsv } from '../../src/domain/month/csv'
import { heldRows, listColumns } from '../../src/domain/month/list'
import { monthSummary } from '../../src/domain/month/month'
import { type Period, periodBefore, periodOf } from '../../src/domain/month/period'
import { type Journalled, journalledOffice } from '../fixtures/journalled'

type Value = string | number | null
type Fields = Record<string, Value>

/** Each deal's last known fields, and when it stood on which stage: straight from the lines. */
function replay({ lines }: Journalled): Map<number, { fields: Fields; stages: [string, string][] }> {
  const deals = new Map<number, { fields: Fields; stages: [string, string][] }>()
  for (const { deal, change } of lines) {
    const known = deals.get(deal) ?? { fields: {}, stages: [] }
    const pairs = Object.entries(JSON.parse(change) as Record<string, [Value, Value]>)
    for (const [field, [, after]] of pairs) known.fields[field] = after
    if (pairs.some(([field]) => field === 'stage')) known.stages.push([String(known.fields['stage']), String(known.fields['stageSince'])])
    deals.set(deal, known)
  }
  return deals
}

const inside = ({ from, until }: Period, at: Value | undefined) =>
  typeof at === 'string' && at.slice(0, 10) >= from && at.slice(0, 10) <= until
const isDone = (stage: Value | undefined) => stage === 'held' || stage === 'feedback' || stage === 'won'

function recount(story: Journalled, period: Period) {
  const all = [...replay(story).entries()]
  const held = all.filter(([, { fields }]) => isDone(fields['stage']) && inside(period, fields['start']))
  const scores = held.flatMap(([, { fields }]) => (typeof fields['feedbackScore'] === 'number' ? [fields['feedbackScore']] : []))
  const client = ({ clientId, organisation }: Fields) => (clientId ? String(clientId) : String(organisation))
  const before = new Set(
    all
      .filter(([, { fields }]) => isDone(fields['stage']) && String(fields['start']).slice(0, 10) < period.from)
      .map(([, { fields }]) => client(fields)),
  )
  const clients = new Set(held.map(([, { fields }]) => client(fields)))
  return {
    held,
    ids: held.map(([id]) => id).sort((a, b) => a - b),
    minutes: held.map(([, { fields }]) => Number(fields['minutes'] ?? 0)).reduce((a, b) => a + b, 0),
    clients: clients.size,
    newClients: [...clients].filter((one) => !before.has(one)).length,
    external: held.filter(([, { fields }]) => fields['consultant'] === 'ПН' || fields['consultant'] === 'КЩ'),
    scores,
    unanswered: held.filter(([, { fields }]) => fields['feedbackAskedAt'] && !fields['feedbackScore'] && !fields['feedbackText']).length,
    lost: all.filter(([, { stages }]) => stages.at(-1)?.[0] === 'lost' && inside(period, stages.at(-1)?.[1])),
    received: all.filter(([, { fields }]) => inside(period, fields['received'])),
  }
}

const years = [
  ['2027-06-01', '2028-04-30'],
  ['2026-01-01', '2026-12-31'],
] as const
const offices = Array.from({ length: 20 }, (_, seed) => ({ seed, story: journalledOffice(`month ${seed}`, years[seed % 2] ?? years[0]) }))
const periods = [
  { kind: 'month', month: '2028-02' },
  { kind: 'month', month: '2026-12' },
  { kind: 'month', month: '2026-05' },
  { kind: 'month', month: '2028-01' },
  { kind: 'quarter', year: 2026, quarter: 4 },
  { kind: 'year', year: 2026 },
  { kind: 'range', from: '2027-12-20', until: '2028-02-29' },
] as const

function summarised({ deals, office, now }: Journalled, period: Period) {
  const rows: MonthRow[] = deals.map((deal) => ({ ...deal, kind: 'НКО', municipality: '' }))
  return { rows, summary: monthSummary({ rows, period, office, now }) }
}

describe.each(offices)('office $seed', ({ story }) => {
  test.each(periods.map((choice) => ({ choice, name: JSON.stringify(choice) })))('$name', ({ choice }) => {
    const period = periodOf(choice)
    const { rows, summary } = summarised(story, period)
    const own = recount(story, period)
    const { totals } = summary
    expect([...totals.held.dealIds].sort((a, b) => a - b)).toEqual(own.ids)
    expect(totals).toMatchObject({
      minutes: own.minutes,
      clients: { count: own.clients },
      newClients: { count: own.newClients },
      external: { count: own.external.length },
      internal: { count: own.held.length - own.external.length },
      unanswered: { count: own.unanswered },
      unsuccessful: { count: own.lost.length },
      feedback: { count: own.scores.length },
    })
    if (own.scores.length > 0) expect(totals.feedback.average).toBeCloseTo(own.scores.reduce((a, b) => a + b, 0) / own.scores.length, 10)
    expect(summary.before.held.count).toBe(recount(story, periodBefore(period)).held.length)

    for (const { key, count, dealIds } of summary.topics) {
      const meant = own.held.filter(([, { fields }]) => String(fields['topic'] ?? '') === key)
      expect([key, count, [...dealIds].sort()]).toEqual([key, meant.length, meant.map(([id]) => id).sort()])
    }
    for (const { key, count, minutes } of summary.consultants) {
      const meant = own.held.filter(([, { fields }]) => fields['consultant'] === key)
      expect([key, count, minutes]).toEqual([
        key,
        meant.length,
        meant.reduce((sum, [, { fields }]) => sum + Number(fields['minutes'] ?? 0), 0),
      ])
    }
    for (const { key, count } of summary.projects)
      expect([key, count]).toEqual([key, own.held.filter(([, { fields }]) => String(fields['project'] ?? '') === key).length])

    // T3, in kopecks.
    const rate: Record<string, number> = { ПН: 150_000, КЩ: 100_000 }
    const due = own.external.map(([, { fields }]) =>
      Math.round(((rate[String(fields['consultant'])] ?? 0) / 60) * Number(fields['minutes'] ?? 0)),
    )
    expect(Math.round(summary.externals.experts.reduce((sum, line) => sum + line.due, 0) * 100)).toBe(due.reduce((a, b) => a + b, 0))
    expect(summary.externals.projects.reduce((sum, line) => sum + line.count, 0)).toBe(own.external.length)

    // The funnel: stages the deal has come to and not left again by a release.
    const last = (stage: string) => own.received.filter(([, { stages }]) => stages.at(-1)?.[0] === stage).length
    expect(summary.funnel.map(({ step, count }) => [step, count])).toMatchObject([
      ['received', own.received.length],
      ['accepted', own.received.filter(([, { fields }]) => fields['reachedAt']).length],
      ['assigned', own.received.filter(([, { fields }]) => fields['start']).length],
      ['held', last('held') + last('feedback') + last('won')],
      ['won', last('won')],
    ])
    expect(summary.demand.reduce((sum, line) => sum + line.received, 0)).toBe(own.received.length)
    for (const { title, received } of summary.demand) {
      const meant = own.received.filter(
        ([, { fields }]) => (fields['topic'] ? topicTitles[Number(fields['topic'])] : 'не указана') === title,
      )
      expect([title, received]).toEqual([title, meant.length])
    }

    // S1: the file gives back the list's cells.
    const list = heldRows({ rows, days: period, office: story.office, personal: true })
    expect(list.map(({ id }) => id).sort((a, b) => a - b)).toEqual(own.ids)
    expect(list.filter(({ seniority }) => seniority === 'новый')).toHaveLength(own.newClients)
    const parsed = Papa.parse<string[]>(listCsv(list).slice(1), { delimiter: ';', newline: '\r\n', skipEmptyLines: true })
    expect(parsed.errors).toEqual([])
    expect(parsed.data[0]).toEqual(listColumns.map(({ heading }) => heading))
    const cells = (row: (typeof list)[number]) => [String(row.id), row.client, String(row.minutes ?? ''), row.comment.replace(/^=/, "'=")]
    const told = ['№', 'Клиент', 'Минут', 'Комментарий'].map((heading) => listColumns.findIndex((column) => column.heading === heading))
    expect(parsed.data.slice(1).map((row) => told.map((at) => row[at]))).toEqual(list.map(cells))
  })

  test('a request is never said to have waited longer than the journal knows', () => {
    const replayed = replay(story)
    for (const row of summarised(story, periodOf({ kind: 'year', year: 2026 })).rows) {
      const stages = replayed.get(row.id)?.stages ?? []
      const left = stages.filter(([stage]) => stage === 'assigned' || stage === 'lost')
      const until = waitedUntil(row)
      if (until === null) expect(['unsorted', 'new', 'accepted', 'unreached']).toContain(stages.at(-1)?.[0])
      else expect(left.map(([, at]) => at >= until)).toContain(true)
    }
  })
})

test('S2: the offices are not empty, and some of their months are', () => {
  const counts = offices.map(({ story }) => summarised(story, periodOf({ kind: 'month', month: '2028-02' })).summary.totals.held.count)
  expect(counts.filter((count) => count > 0).length).toBeGreaterThan(4)
  expect(counts).toContain(0)
})

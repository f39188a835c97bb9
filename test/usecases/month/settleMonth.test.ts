/** S2, S3: approved, published, told to the managers of projects. */
import type { MonthState } from '../../../src/usecases/desk'
import { approve, letters, publish, tell } from '../../../src/usecases/month/settleMonth'
import { heldDeal } from '../../fixtures/builders'
import { answerBy, changesBy, type Given, planOf, refusalOf, shownBy, whoMay } from '../../fixtures/known'
import { callers } from '../../fixtures/staff'

const month = '2026-10'
const now = '2026-11-03T10:00'
const held = heldDeal({ id: 41600, stage: 'won', start: '2026-10-14T10:00', end: '2026-10-14T11:00', stageSince: '2026-10-16T18:00' })
const given: Given = { now, who: callers.director, deals: [held, { ...held, id: 41601, project: 'Добрый Север' }] }
const line: MonthState = { month, row: 2, approved: null, approvedBy: '', frozen: '', told: null, published: null, link: '' }
const all = ['Ресурсный центр НКО', 'Добрый Север', 'Школа НКО']

test('S2: approved in its line, with the numbers that stand now; the page sees them beside', () => {
  const { rows, met } = changesBy(approve, { month, again: false }, { ...given, months: [line] })
  expect(rows).toMatchObject([{ table: 'months', row: 2, values: { month, approved: now, approvedBy: 'Михайлова Марина' } }])
  expect(JSON.parse(String(rows[0]?.values['frozen'])).totals.held).toBe(2)
  expect(met).toEqual(['S2.summary'])
  const preview = answerBy(approve, { month, again: false }, given)
  expect(preview.done).toMatchObject({ approved: now, corrections: [] })
  expect(preview.totals[0]).toMatchObject({ now: 2, approved: 2 })
})

test('only the month before meets what is owed now', () => {
  expect(changesBy(approve, { month: '2026-09', again: false }, given).met).toEqual([])
})

test('a month that runs, or is approved already: refused', () => {
  expect(refusalOf(approve, { month: '2026-11', again: false }, given)).toEqual({ code: 'monthRuns', month: '2026-11' })
  const approved = { ...given, months: [{ ...line, approved: now, approvedBy: 'Лебедева Ирина' }] }
  expect(refusalOf(approve, { month, again: false }, approved)).toMatchObject({ code: 'monthApproved' })
  expect(planOf(approve, { month, again: true }, approved).ok).toBe(true)
})

test('S3: published with a link', () => {
  const input = { month, link: 'https://vk.com/wall-1' }
  expect(changesBy(publish, input, given)).toMatchObject({
    met: [],
    rows: [{ row: null, values: { published: now, link: input.link } }],
  })
  const onSite = { ...given, months: [{ ...line, published: now, link: input.link }] }
  const both = changesBy(publish, { ...input, place: 'social' }, onSite)
  expect(both).toMatchObject({ met: ['S3.publish'], rows: [{ row: 2, values: { published: now, social: now, socialLink: input.link } }] })
  expect(answerBy(publish, input, given).done).toMatchObject({ link: input.link })
  expect(refusalOf(publish, { month, link: 'vk.com' }, given)).toMatchObject({ code: 'badValue' })
})

describe('S2: the managers of projects', () => {
  test('a letter to each, about his own project only', () => {
    const shown = shownBy(letters, { month }, given).letters
    expect(shown.map(({ project, to, held: count, sent }) => [project, to, count, sent])).toEqual([
      ['Ресурсный центр НКО', 'ep2@example.org', 1, 0],
      ['Добрый Север', 'sever@example.org', 1, 0],
      ['Школа НКО', 'school@example.org', 0, 0],
    ])
  })

  test('to those that are chosen and have none yet; the month is told when the last one has gone', () => {
    const some = changesBy(tell, { month, projects: all.slice(0, 2), anew: false }, given)
    expect(some.letters.map(({ key, to }) => [key, to])).toEqual([
      ['month:2026-10:Ресурсный центр НКО', 'ep2@example.org'],
      ['month:2026-10:Добрый Север', 'sever@example.org'],
    ])
    expect(some.rows).toEqual([])
    const sent = { outbox: all.slice(0, 2).map((project) => ({ key: `month:2026-10:${project}` })) }
    const rest = changesBy(tell, { month, projects: all, anew: false }, { ...given, sheets: sent })
    expect(rest.letters.map(({ to }) => to)).toEqual(['school@example.org'])
    expect([rest.rows, rest.met]).toEqual([[], []])
  })

  test('told already: nothing to do, unless anew, under a number of its own', () => {
    const sheets = { outbox: all.map((project) => ({ key: `month:2026-10:${project}` })) }
    const input = { month, projects: ['Добрый Север'], anew: false }
    expect(refusalOf(tell, input, { ...given, sheets })).toEqual({ code: 'nothingToDo' })
    expect(changesBy(tell, { ...input, anew: true }, { ...given, sheets }).letters.map(({ key }) => key)).toEqual([
      'month:2026-10:Добрый Север:2',
    ])
    expect(answerBy(tell, { ...input, anew: true }, { ...given, sheets }).letters.map(({ sent }) => sent)).toEqual([1, 2, 1])
  })
})

test('the director approves, the PR manager publishes, the director and the administrator tell', () => {
  expect(whoMay(approve, { month, again: false }, { now })).toEqual(['director'])
  expect(whoMay(publish, { month, link: 'https://vk.com/wall-1' }, { now })).toEqual(['director', 'prManager'])
  expect(whoMay(tell, { month, projects: all, anew: false }, { now })).toEqual(['director', 'administrator'])
  expect(whoMay(letters, { month }, { now })).toEqual(['director', 'administrator'])
})

/** The journal: the register equals the fold of its lines. */
import { emptyDeal } from '../../../src/domain/deal/deal'
import { changes } from '../../../src/usecases/changes'
import { dealLines, fieldChanges, filledByHand, foldJournal, journalOf } from '../../../src/usecases/register/journal'
import { assignedDeal, client, heldDeal } from '../../fixtures/builders'
import { lineAbout, momentOf } from '../../fixtures/known'
import { callers } from '../../fixtures/staff'

const moment = { ...momentOf(), request: 'key-of-the-page' }
const before = assignedDeal()
const after = { ...before, version: 2, place: 'каб. 5', start: null }

test('fields that differ, as [before, after]; of a new row what is filled', () => {
  expect(fieldChanges(before, after)).toEqual({ version: [1, 2], place: ['каб. 3', 'каб. 5'], start: ['2026-11-25T10:00', null] })
  expect(fieldChanges(null, { id: 1, place: '', start: null, moves: 0 })).toEqual({ id: [null, 1], moves: [null, 0] })
  expect(fieldChanges(before, before)).toEqual({})
})

test('a line for every row, deals first, with who, when, why and by which request', () => {
  const made = changes({
    kind: 'client/fill',
    reason: 'просил',
    clients: [{ before: client(), after: client({ version: 2, municipality: 'Онега' }) }],
    deals: [{ before, after }],
  })
  expect(
    journalOf(made, moment).map(({ table, rowId, version, kind, reason, who, at, entry, request }) => [
      table,
      rowId,
      version,
      kind,
      reason,
      who,
      at,
      entry,
      request,
    ]),
  ).toEqual([
    ['Сделки', 41721, 2, 'client/fill', 'просил', 'office@example.org', '2026-11-23T09:00', 'панель', 'key-of-the-page'],
    ['Клиенты', 7, 2, 'client/fill', 'просил', 'office@example.org', '2026-11-23T09:00', 'панель', 'key-of-the-page'],
  ])
})

test('somebody whom Google does not tell is unknown, and a request without a key has none', () => {
  const [line] = journalOf(changes({ kind: 'x', deals: [{ before, after }] }), momentOf({ who: { ...callers.officeManager, email: '' } }))
  expect(line).toMatchObject({ who: 'неизвестно', request: '' })
})

test('a long change is told in several lines of one version, and folds to the same row', () => {
  const long = {
    ...heldDeal(),
    content: 'о'.repeat(10_000),
    recommendations: 'р'.repeat(10_000),
    raw: 'к'.repeat(10_000),
    comments: 'н'.repeat(9_000),
    discussedAdvice: 'с'.repeat(10_000),
  }
  const lines = journalOf(changes({ kind: 'x', deals: [{ before: null, after: long }] }), moment)
  expect(lines.length).toBeGreaterThan(1)
  expect(new Set(lines.map(({ version }) => version))).toEqual(new Set([1]))
  expect(lines.every(({ change }) => change.length < 50_000)).toBe(true)
  expect(foldJournal(emptyDeal, lines)).toEqual(long)
})

test('the fold is the last word of every field', () => {
  const lines = [before, after].map((deal, index) => ({ change: JSON.stringify(fieldChanges(index === 0 ? null : before, deal)) }))
  expect(foldJournal(emptyDeal, lines)).toEqual(after)
  expect(foldJournal(emptyDeal, [])).toEqual(emptyDeal)
})

test('lines of «Сделки» alone, oldest first', () => {
  const [one, two] = [1, 2].map((version) => lineAbout({ id: 41721, version }, 'x', {}))
  const ofClient = { ...lineAbout({ id: 41721, version: 3 }, 'x', {}), table: 'Клиенты' } as const
  expect(dealLines({ journal: [two, ofClient, one].flatMap((line) => (line === undefined ? [] : [line])) })).toEqual([one, two])
})

test('what the last change filled by hand may be emptied again; of what was created or filled by a page nothing', () => {
  const line = (version: number, kind: string, change: object) => ({ version, kind, change: JSON.stringify(change) })
  const made = line(1, 'deal/create', { contact: [null, 'Анна'], messenger: [null, 'vk'] })
  const filled = line(2, 'hand/edit', { messenger: ['', 'tg'], contact: ['Анна', 'Вера'] })
  expect([...filledByHand([made, filled])]).toEqual(['messenger'])
  expect([...filledByHand([made])]).toEqual([])
  expect([...filledByHand([made, filled, line(3, 'client/fill', { email: ['', 'a@example.org'] })])]).toEqual([])
})

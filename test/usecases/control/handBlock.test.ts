/** Many cells changed by hand at once: what is noted, what goes back, who may say so. */
import type { Deal } from '../../../src/domain/deal/deal'
import { settleBlock, withHandBlock } from '../../../src/usecases/control/handBlock'
import { acceptedDeal } from '../../fixtures/builders'
import { changesBy, deskOf, type Given, lineAbout, momentOf, planOf, whoMay } from '../../fixtures/known'
import { callers } from '../../fixtures/staff'

const [at, who] = ['2026-11-23T08:50', callers.own.email]
const deals = Array.from({ length: 24 }, (_, index) => acceptedDeal({ id: 41_000 + index, version: 2, request: `вставлено ${index}` }))
const edited = (after: readonly Deal[]) => ({
  clients: [],
  deals: after.map((deal) => ({ before: { ...deal, version: 1, request: 'прежнее' }, after: deal })),
})
const block = { at, who, name: callers.own.name, cells: 24, what: 'Запрос' }
const journal = deals.map((deal) =>
  lineAbout(deal, 'hand/edit', { version: [1, 2], request: ['прежнее', deal.request], clientKnows: ['', '{}'] }, { at, who }),
)
const given: Given = { deals, journal, service: { handBlocks: JSON.stringify([block]) } }

describe('noted', () => {
  test.each([
    [20, null],
    [21, 21],
  ])('%i cells: %s', (cells, noted) => {
    const cell = withHandBlock(edited(deals.slice(0, cells)), deskOf(), momentOf())
    expect(cell === null ? null : JSON.parse(cell)[0].cells).toBe(noted)
  })

  test('of one minute they count together; five are kept, the newest first', () => {
    const desk = (blocks: readonly object[]) => deskOf({ service: { handBlocks: JSON.stringify(blocks) } })
    const { now, who: caller } = momentOf()
    const same = { ...block, at: now, who: caller.email }
    expect(JSON.parse(withHandBlock(edited(deals.slice(0, 2)), desk([same]), momentOf()) ?? '')).toEqual([
      { ...same, name: caller.name, cells: 26 },
    ])
    const older = Array.from({ length: 7 }, (_, day) => ({ ...block, at: `2026-11-1${day}T08:50` }))
    expect(JSON.parse(withHandBlock(edited(deals), desk(older), momentOf()) ?? '')).toHaveLength(5)
  })

  test('what follows from an edit is no cell of its hand', () => {
    const moved = deals.map((deal) => ({ before: deal, after: { ...deal, version: 3, stageSince: '2026-11-23T09:00' } }))
    expect(withHandBlock({ clients: [], deals: moved }, deskOf(), momentOf())).toBeNull()
  })
})

describe('settled', () => {
  test('put back as far as nobody has changed it since; what somebody was told stays', () => {
    const [first, ...others] = deals
    const now = [{ ...(first as Deal), version: 3, request: 'дописано' }, ...others.map((deal) => ({ ...deal, clientKnows: '{}' }))]
    const made = changesBy(settleBlock, { at, who, take: true }, { ...given, deals: now })
    expect(made.deals).toHaveLength(23)
    expect(made.deals[0]?.after).toMatchObject({ version: 3, request: 'прежнее', clientKnows: '{}' })
    expect(made.service).toEqual({ handBlocks: '' })
  })

  test('kept: nothing but the question goes', () => {
    const made = changesBy(settleBlock, { at, who, take: false }, given)
    expect([made.deals, made.clients, made.service]).toEqual([[], [], { handBlocks: '' }])
  })

  test('lines of others, of another minute, of another kind are nobody’s block', () => {
    const others = journal.map((line, index) => ({
      ...line,
      ...[{ who: 'x' }, { at: '2026-11-23T08:51' }, { kind: 'deal/fill' }][index % 3],
    }))
    expect(changesBy(settleBlock, { at, who, take: true }, { ...given, journal: others }).deals).toEqual([])
  })

  test('what was closed since comes back by whoever may reopen', () => {
    const closed = { ...given, deals: deals.map((deal) => ({ ...deal, stage: 'won' as const })) }
    const by = (caller: Given['who']) =>
      changesBy(settleBlock, { at, who, take: true }, { ...closed, ...(caller === undefined ? {} : { who: caller }) }).deals.length
    expect([by(callers.officeManager), by(callers.director)]).toEqual([0, 24])
  })

  test('settled before, it is answered alike', () => {
    expect(() => planOf(settleBlock, { at, who, take: true }, { deals })).toThrow('it stands so already')
  })

  test('whoever typed it, and the office', () => {
    expect(whoMay(settleBlock, { at, who, take: true }, given)).toEqual(['officeManager', 'director', 'administrator', 'own'])
  })
})

/** Files as people have them: with the proposals untouched at least 95 % of the rows come in as they stand, and the rest is named. */

import { initialRequired } from '../../../src/domain/deal/requiredFields'
import { stageTitles, topicTitles } from '../../../src/domain/deal/words'
import { readAmocrm } from '../../../src/domain/importing/amocrm/amocrm'
import { readProjects } from '../../../src/domain/importing/projects'
import { arrange } from '../../../src/domain/importing/proposal/arrange'
import type { Grid } from '../../../src/domain/importing/proposal/grid'
import { proposePlan } from '../../../src/domain/importing/proposal/plan'
import { seemsToBe } from '../../../src/domain/importing/proposal/seemsToBe'
import { readStaff } from '../../../src/domain/importing/staff'
import { mondayMorning } from '../../fixtures/builders'
import { arrangements, type Told, told } from '../../fixtures/imports/arrangements'
import { furtherArrangements } from '../../fixtures/imports/furtherArrangements'
import { generatedGrid } from '../../fixtures/imports/generated'
import { moreArrangements } from '../../fixtures/imports/moreArrangements'
import { shortenedArrangements } from '../../fixtures/imports/shortenedArrangements'
import { sampleTable } from '../../fixtures/sampleTable'

const { people } = readStaff(sampleTable('staff.csv'))
const { projects } = readProjects(sampleTable('projects.csv'))
const office = { people, projects }
const setting = { ...office, required: initialRequired, existingDealIds: [], existingClients: [], nextClientId: 1, now: mondayMorning }

function read(grid: Grid) {
  const plan = proposePlan(grid, office)
  const table = arrange(grid, plan, { now: mondayMorning, zone: 'Europe/Moscow' })
  return { plan, table, stranger: seemsToBe(plan, table.rows.length), ...readAmocrm(table, setting) }
}

const stageNames: Readonly<Record<string, string>> = {
  'Успешно реализовано': stageTitles.won,
  'Закрыто и не реализовано': stageTitles.lost,
}
const initials = (short: string) =>
  people.find(({ name, initials }) => initials !== '' && name.startsWith(`${short.split(' ')[0]} `))?.initials ?? null
const momentOf = (typed: string) => (typed === '' ? null : typed.replace(/^(\d\d)\.(\d\d)\.(\d{4}) (\d\d:\d\d).*$/, '$3-$2-$1T$4'))

/** Fields of the deal that differ from what was told; K5 keeps an incomplete closed card in «Консультация проведена». */
function differences(told: Told, deal: ReturnType<typeof read>['deals'][number] | undefined, isStaged: boolean): string[] {
  if (deal === undefined) return ['row']
  const stage = stageNames[told.stage] ?? told.stage
  const pairs: readonly (readonly [string, unknown, unknown])[] = [
    ['organisation', deal.organisation, told.organisation],
    ['contact', deal.contact.split(' ').sort().join(' '), told.contact.split(' ').sort().join(' ')],
    ['phone', deal.phone.split(', ')[0], told.phone],
    ['topic', deal.topic === null ? '' : topicTitles[deal.topic], told.topic],
    ['start', deal.start, momentOf(told.start)],
    ['minutes', deal.minutes, told.minutes === '' ? null : Number(told.minutes)],
    ['project', deal.project, told.project],
    ['consultant', initials(told.consultant) ?? 'a name', initials(told.consultant) === null ? 'a name' : deal.consultant],
    ['stage', isStaged && !(stage === stageTitles.won && deal.stage === 'held') ? stageTitles[deal.stage] : stage, stage],
  ]
  return pairs.filter(([, is, meant]) => is !== meant).map(([field, is, meant]) => `${field}: ${String(is)} for ${String(meant)}`)
}

describe.each(Object.entries({ ...arrangements, ...moreArrangements, ...furtherArrangements, ...shortenedArrangements }))(
  '%s',
  (name, grid) => {
    const result = read(grid)
    const deals = name.includes('no number') ? told.filter(({ stage }) => stage === 'Успешно реализовано') : told
    const inOrder = new Map(result.deals.map((deal, at) => [name.includes('no number') ? deals[at]?.id : deal.outsideIds.slice(4), deal]))

    test('is taken for an export of consultations', () => {
      expect(result.stranger).toBeNull()
    })

    test('at least 95 % of the rows come in as they stand', () => {
      const wrong = deals.map((deal) => differences(deal, inOrder.get(deal.id), result.plan.targets.includes('stage')))
      const kinds = new Map<string, number>()
      for (const one of wrong.flat()) kinds.set(one, (kinds.get(one) ?? 0) + 1)
      const share = wrong.filter((one) => one.length === 0).length / deals.length
      expect({
        share: share >= 0.95,
        kinds: share >= 0.95 ? [] : [...kinds].slice(0, 20),
        targets: share >= 0.95 ? [] : result.plan.targets,
      }).toEqual({
        share: true,
        kinds: [],
        targets: [],
      })
    })

    test('every row is a deal, there already, or named', () => {
      const left = result.issues.filter(({ message }) => /не загружается|загружается только/.test(message))
      expect(result.deals.length + result.duplicates + new Set(left.map(({ row }) => row)).size).toBe(deals.length)
    })
  },
)

describe('files that nobody has written yet', () => {
  const deals = told.filter((_, at) => at % 3 === 0)
  const plain = (text: string) => text.replace(/["«»']/g, '').toLowerCase()

  test.each(Array.from({ length: 60 }, (_, seed) => seed))('seed %i', (seed) => {
    const grid = generatedGrid(seed, deals)
    const result = read(grid)
    const isNumbered = result.plan.targets.includes('id')
    expect(result.stranger).toBeNull()
    const found = new Map(result.deals.map((deal, at) => [isNumbered ? deal.outsideIds.slice(4) : deals[at]?.id, deal]))
    const wrong = deals.map((deal) => {
      const own = found.get(deal.id)
      return differences(
        deal,
        own && { ...own, organisation: plain(own.organisation) === plain(deal.organisation) ? deal.organisation : own.organisation },
        true,
      )
    })
    const kinds = new Map<string, number>()
    for (const one of wrong.flat()) kinds.set(one.split(':')[0] ?? '', (kinds.get(one.split(':')[0] ?? '') ?? 0) + 1)
    const share = wrong.filter((one) => one.length === 0).length / deals.length
    const lost = [...kinds].filter(([, count]) => count > deals.length / 20)
    expect(
      share >= 0.95
        ? []
        : [lost, result.plan.headings.map((heading, column) => `${heading}: ${result.plan.targets[column]}`), wrong.flat().slice(0, 3)],
    ).toEqual([])
  })
})

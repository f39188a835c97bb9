/** amoCRM's export of the sample office: all of it is taken, and nothing incomplete comes in closed (K5). */

import { isCardComplete } from '../../../src/domain/deal/card'
import { initialRequired } from '../../../src/domain/deal/requiredFields'
import { readAmocrm } from '../../../src/domain/importing/amocrm/amocrm'
import { setting } from '../../fixtures/imports/amocrmRows'
import { sampleTable } from '../../fixtures/sampleTable'

const sample = sampleTable('amocrm-deals.csv')

describe('the sample export', () => {
  const result = readAmocrm(sample, setting)

  test('every row is taken, once', () => {
    expect(result.deals.map(({ id }) => String(id))).toEqual(sample.rows.map(([id]) => id))
    expect(readAmocrm(sample, { ...setting, existingDealIds: result.deals.map(({ id }) => id) })).toMatchObject({
      deals: [],
      clients: [],
      duplicates: 292,
    })
  })

  test('K5: nothing in «Успешно завершённые» is incomplete, and each card that is has its issue', () => {
    expect(result.deals.filter(({ stage }) => stage === 'won').every((deal) => isCardComplete(deal, initialRequired))).toBe(true)
    const demoted = result.deals.filter((deal, at) => deal.stage === 'held' && sample.rows[at]?.[5] === 'Успешно завершённые')
    expect(result.issues.filter(({ message }) => message.includes('(K5)'))).toHaveLength(demoted.length)
    expect(demoted.length).toBeGreaterThan(0)
  })

  test('only incomplete cards are complained of', () => {
    expect(new Set(result.issues.map(({ column }) => column))).toEqual(new Set(['Этап сделки']))
  })

  test('every deal has a client of the import', () => {
    const ids = new Set(result.clients.map(({ id }) => id))
    expect(result.deals.every(({ clientId }) => clientId !== null && ids.has(clientId))).toBe(true)
    expect([...ids]).toEqual(result.clients.map((_, at) => at + 1))
  })
})

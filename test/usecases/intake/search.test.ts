/** Clients and deals by what a person types. */
import { openStages } from '../../../src/domain/deal/deal'
import { findClients, searchClients, searchDeals } from '../../../src/usecases/intake/search'
import { acceptedDeal, assignedDeal, client, heldDeal } from '../../fixtures/builders'
import { type Given, shownBy, whoMay } from '../../fixtures/known'
import { everyReader } from '../../fixtures/staff'

const mayak = client()
const sever = client({
  id: 9,
  organisation: 'Благотворительный фонд «Север»',
  contact: 'Пётр Лосев',
  phone: '8 921 555-44-33',
  phoneKey: '+79215554433',
  email: 'losev@north.example.org',
})
const merged = client({ id: 10, outsideIds: 'merged:7' })

test.each<[text: string, ids: number[], by: string | undefined]>([
  ['4160123', [7], 'phone'],
  ['+7 (911) 416-01-23', [7], 'phone'],
  ['012', [], undefined],
  ['маяк', [7], 'organisation'],
  ['фонд север', [9], 'organisation'],
  ['СЕВЕР', [9], 'organisation'],
  ['losev', [9], 'email'],
  ['client1@', [7], 'email'],
  ['лосев', [9], 'contact'],
  ['  ', [], undefined],
  ['зеро', [], undefined],
  ['Петр', [9], 'contact'],
  ['петра лосева', [9], 'contact'],
  ['Лoceв', [9], 'contact'],
  ['севером', [9], 'organisation'],
  ['LOSEV@north', [9], 'email'],
])('a client: «%s»', (text, ids, by) => {
  const { matches } = shownBy(searchClients, { text }, { clients: [mayak, sever, merged] })
  expect(matches.map((match) => match.client.id)).toEqual(ids)
  expect(matches[0]?.by).toBe(by)
})

test('with the last consultation, which an archive may remember, and the request that is open', () => {
  const found = (its: Given) => shownBy(searchClients, { text: 'маяк' }, { clients: [mayak], ...its }).matches[0]
  const deals = [
    heldDeal({ id: 41600, start: '2026-11-10T10:00' }),
    heldDeal({ id: 41601, start: '2026-11-12T10:00' }),
    acceptedDeal({ id: 41700 }),
  ]
  expect(found({ deals })).toMatchObject({
    last: { dealId: 41601, consultant: 'ММ', topic: 10 },
    open: { id: 41700, row: 4, stage: 'accepted' },
  })
  expect(found({ deals: deals.slice(0, 2) })?.open).toBeNull()
  expect(found({})).toMatchObject({ last: null, open: null })
})

test('twenty are shown', () => {
  const many = Array.from({ length: 25 }, (_, index) => client({ id: 100 + index }))
  expect(findClients('маяк', many, [], openStages)).toHaveLength(20)
})

const deals = [
  heldDeal({ id: 41600, stage: 'won', organisation: 'Фонд «Север»', contact: 'Пётр Лосев', phone: '8 921 555-44-33', consultant: 'СБ' }),
  assignedDeal(),
  acceptedDeal({ id: 41722, organisation: 'ТОС «Заречный»', contact: 'Ольга', phone: '' }),
]

test.each<[text: string, ids: number[]]>([
  ['417', [41722, 41721]],
  ['41600', [41600]],
  ['555-44-33', [41600]],
  ['мм', [41721]],
  ['Белова', [41600]],
  ['бе', []],
  ['север', [41600]],
  ['лосев', [41600]],
  ['ло', []],
  ['Петр', [41600]],
  ['лoсевым', [41600]],
  ['', []],
])('a deal: «%s», open and newest first', (text, ids) => {
  expect(shownBy(searchDeals, { text }, { deals }).matches.map(({ id }) => id)).toEqual(ids)
})

test('a number that stands in no row may stand in an archive; other words are not looked for there', () => {
  const archive = { '2024': [heldDeal({ id: 40001, organisation: 'Фонд «Восток»' })] }
  expect(shownBy(searchDeals, { text: ' 40001 ' }, { deals, archive }).matches).toMatchObject([{ id: 40001, row: null }])
  expect(shownBy(searchDeals, { text: 'восток' }, { deals, archive }).matches).toEqual([])
  expect(shownBy(searchDeals, { text: '41721' }, { deals, archive: { '2024': [heldDeal({ id: 41721 })] } }).matches).toHaveLength(1)
})

test('whoever reads may look', () => {
  expect(whoMay(searchClients, { text: 'маяк' })).toEqual(everyReader)
  expect(whoMay(searchDeals, { text: 'маяк' })).toEqual(everyReader)
})

/** Two cards of one client become one, and two again. */
import type { Client } from '../../../src/domain/client/client'
import type { Deal } from '../../../src/domain/deal/deal'
import { merge, unmerge } from '../../../src/usecases/intake/mergeClients'
import type { JournalLine } from '../../../src/usecases/register/journal'
import { journalOf } from '../../../src/usecases/register/journal'
import { acceptedDeal, client, heldDeal } from '../../fixtures/builders'
import { answerBy, changesBy, type Given, momentOf, refusalOf, whoMay } from '../../fixtures/known'
import { everyOffice } from '../../fixtures/staff'

const kept = client({ id: 7, email: '', municipality: '' })
const dropped = client({
  id: 8,
  version: 3,
  organisation: 'АНО Маяк',
  phone: '8 921 000-00-01',
  phoneKey: '+79210000001',
  municipality: 'Онега',
})
const open = acceptedDeal({ id: 41700, clientId: 8, organisation: 'АНО Маяк' })
const closed = heldDeal({ id: 41600, clientId: 8, stage: 'won', organisation: 'АНО Маяк' })
const own = acceptedDeal({ id: 41721, clientId: 7 })
const given: Given = { deals: [own, open, closed], clients: [kept, dropped] }
const both = { keep: 7, drop: 8 }

test('P3: the files of both stand on the one card, each once; more than a card holds are not joined', () => {
  const [one, two] = ['a https://x.example.org/1', 'b https://x.example.org/2']
  const cards = (mine: string, theirs: string): Given => ({
    ...given,
    clients: [
      { ...kept, files: mine },
      { ...dropped, files: theirs },
    ],
  })
  expect(changesBy(merge, both, cards(one, `${one}\n${two}`)).clients[0]?.after.files).toBe(`${one}\n${two}`)
  expect(changesBy(merge, both, cards('', two)).clients[0]?.after.files).toBe(two)
  const many = (name: string) => Array.from({ length: 600 }, (_, at) => `${name}${at} https://x.example.org/${'x'.repeat(60)}`).join('\n')
  expect(refusalOf(merge, both, cards(many('a'), many('b')))).toMatchObject({ code: 'tooLong' })
})

describe('merged', () => {
  const made = changesBy(merge, both, given)

  test('all deals of the dropped card, closed ones too, point to the kept one', () => {
    expect(made.deals.map(({ after }) => [after.id, after.clientId, after.organisation, after.version])).toEqual([
      [41700, 7, 'АНО «Маяк»', 2],
      [41600, 7, 'АНО «Маяк»', 2],
    ])
  })

  test('blanks are filled, what both say stays as the kept card says it', () => {
    expect(made.clients[0]?.after).toMatchObject({
      id: 7,
      version: 2,
      email: 'client1@example.org',
      municipality: 'Онега',
      phoneKey: '+79114160123',
    })
    expect(made.clients[1]?.after).toMatchObject({ id: 8, version: 4, outsideIds: 'merged:7', organisation: 'АНО Маяк' })
    expect(answerBy(merge, both, given)).toMatchObject({ client: { id: 7, municipality: 'Онега' }, deals: 2 })
  })

  test('a card with nothing to fill is left as it is', () => {
    const whole = { ...given, clients: [client(), dropped] }
    expect(changesBy(merge, both, whole).clients.map(({ after }) => after.id)).toEqual([8])
    expect(answerBy(merge, both, whole).client).toEqual(client())
  })

  test('what the cards remember of the archive is added up', () => {
    const first = client({ id: 7, archivedHeld: 2, archivedLast: '' })
    const { clients } = changesBy(merge, both, {
      ...given,
      clients: [first, { ...dropped, archivedHeld: 3, archivedLast: '40001 2024-05-01T10:00 ММ 10' }],
    })
    expect(clients[0]?.after.archivedHeld).toBe(5)
  })
})

test.each<[string, object, { keep: number; drop: number }, Given]>([
  ['with itself', { code: 'badValue' }, { keep: 7, drop: 7 }, given],
  ['with a card that is not there', { code: 'clientNotFound', id: 9 }, { keep: 7, drop: 9 }, given],
  ['into a card that is not there', { code: 'clientNotFound', id: 9 }, { keep: 9, drop: 7 }, given],
  ['merged already', { code: 'badValue' }, both, { ...given, clients: [kept, { ...dropped, outsideIds: 'merged:5' }] }],
  ['into a merged one', { code: 'badValue' }, both, { ...given, clients: [{ ...kept, outsideIds: 'merged:5' }, dropped] }],
])('%s: refused', (_, problem, input, more) => {
  expect(refusalOf(merge, input, more)).toMatchObject(problem)
})

describe('taken back', () => {
  const made = changesBy(merge, both, given)
  const journal = journalOf(made, momentOf())
  const standing = (part: Partial<Deal> = {}): Given => ({
    deals: [own, ...made.deals.map(({ after }) => ({ ...after, ...part }))],
    clients: made.clients.map(({ after }): Client => after),
    journal,
  })

  test('every card and deal as it was, with the next version', () => {
    const back = changesBy(unmerge, { drop: 8 }, standing())
    expect(back.deals.map(({ after }) => after)).toEqual([
      { ...open, version: 3 },
      { ...closed, version: 3 },
    ])
    expect(back.clients.map(({ after }) => after)).toEqual([
      { ...kept, version: 3 },
      { ...dropped, version: 5 },
    ])
    expect(answerBy(unmerge, { drop: 8 }, standing())).toMatchObject({ client: { id: 8 }, deals: 2 })
  })

  test('what was changed since stays', () => {
    const { deals } = changesBy(unmerge, { drop: 8 }, standing({ organisation: 'АНО «Новый маяк»', version: 5 }))
    expect(deals[0]?.after).toMatchObject({ clientId: 8, organisation: 'АНО «Новый маяк»', version: 6 })
  })

  test('only the last merge of the card', () => {
    const earlier = journal.map(
      (line): JournalLine => ({ ...line, reason: 'карточка № 8 объединена с № 5', rowId: line.table === 'Сделки' ? 41000 : line.rowId }),
    )
    const { deals } = changesBy(unmerge, { drop: 8 }, { ...standing(), journal: [...earlier, ...journal] })
    expect(deals.map(({ after }) => after.id)).toEqual([41700, 41600])
  })

  test('never merged, or not there: refused', () => {
    expect(refusalOf(unmerge, { drop: 8 }, given)).toMatchObject({ code: 'badValue' })
    expect(refusalOf(unmerge, { drop: 8 }, { journal })).toEqual({ code: 'clientNotFound', id: 8 })
    const again = { ...standing(), clients: [kept, dropped] }
    expect(refusalOf(unmerge, { drop: 8 }, again)).toMatchObject({ code: 'badValue' })
  })

  test('the office, both ways', () => {
    expect(whoMay(merge, both, given)).toEqual(everyOffice)
    expect(whoMay(unmerge, { drop: 8 }, standing())).toEqual(everyOffice)
  })
})

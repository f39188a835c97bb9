/** A file of deals on the server: proposed and arranged where the page has not done it, then read beside what the register has. */
import { type Deal, emptyDeal } from '../../../src/domain/deal/deal'
import { readDealFile } from '../../../src/usecases/register/dealFile'
import { preview } from '../../../src/usecases/register/importing'
import { amocrmTable } from '../../fixtures/amocrmTable'
import { type Given, knownTo } from '../../fixtures/known'

const { fileName, headings, rows } = amocrmTable()
const table = { fileName, headings, rows }
const read = (given: Given = {}, part?: Parameters<typeof readDealFile>[2], file: Parameters<typeof readDealFile>[0] = table) =>
  readDealFile(file, knownTo(preview, { kind: 'deals', table: file }, given), part)

test('other names of the columns, and words of before', () => {
  const renamed = {
    ...table,
    headings: headings.map((name) => (name === 'Консультант' ? 'Кто вёл' : name === 'Формат' ? 'Как прошло' : name)),
  }
  expect(read({}, undefined, renamed)).toMatchObject({ ok: true, value: { deals: [{ consultant: 'ММ', format: 'inPerson' }] } })
  const choices = { columns: {}, words: { format: { очно: 'по телефону' } } }
  expect(read({ service: { importChoices: JSON.stringify(choices) } })).toMatchObject({ value: { deals: [{ format: 'phone' }] } })
})

test('what the page has arranged is read as it stands, under the numbers of its file', () => {
  const arranged = {
    ...table,
    rows: rows.map((row) => row.map((cell) => (cell === 'очно' ? 'как-то' : cell))),
    rowNumbers: [17],
    names: { Формат: 'Как прошло' },
  }
  expect(read({}, undefined, arranged)).toMatchObject({ value: { issues: [{ row: 17, column: 'Как прошло' }] } })
})

test('all portions of an import have its moment', () => {
  const part = { at: '2026-11-20T10:00', total: 2, done: 1 }
  expect(read({}, part)).toMatchObject({ value: { deals: [{ importedAt: part.at }] } })
  expect(read()).toMatchObject({ value: { deals: [{ importedAt: '2026-11-23T09:00' }] } })
})

test('no export: refused', () => {
  const contacts = { fileName: 'c.csv', headings: ['Имя', 'Телефон'], rows: [['Анна', '89114160123']] }
  expect(read({}, undefined, contacts)).toEqual({
    ok: false,
    problem: { code: 'otherFile', name: 'c.csv', kind: null, what: 'список контактов' },
  })
})

test('a number that another deal has here gets the next one; the same deal elsewhere is known', () => {
  const told = read()
  const [deal] = told.ok ? told.value.deals : []
  const standing = (part: Partial<Deal>): Given => ({ deals: [{ ...(deal ?? emptyDeal), ...part }] })
  expect(read(standing({ outsideIds: '' }))).toMatchObject({ value: { duplicates: 0, deals: [{ outsideIds: 'amo:41006' }] } })
  expect(read(standing({}))).toMatchObject({ value: { duplicates: 1, deals: [] } })
})

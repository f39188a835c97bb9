/** Clients out of amoCRM's rows: one a body, brought up to date, never two. */
import { readAmocrm } from '../../../src/domain/importing/amocrm/amocrm'
import { client } from '../../fixtures/builders'
import { closed, read, setting } from '../../fixtures/imports/amocrmRows'

describe('clients', () => {
  const second = { ID: '41007' }

  test.each([
    ['the same phone, typed differently', { 'Рабочий телефон (контакт)': '+7 (958) 741-53-66', 'Рабочий email (контакт)': '' }, 1],
    ['the same e-mail, another phone', { 'Рабочий телефон (контакт)': '89110000000' }, 1],
    ['the organisation typed differently', { Компания: 'армоо "светлый путь"' }, 1],
    ['another organisation with the same contact', { Компания: 'ТОС «Светлый путь»' }, 2],
    ['another phone and another e-mail', { 'Рабочий телефон (контакт)': '89110000000', 'Рабочий email (контакт)': 'b@example.org' }, 2],
  ])('%s', (_case, cells, count) => {
    const { clients, deals } = read({}, { ...second, ...(cells as Record<string, string>) })
    expect(clients).toHaveLength(count)
    expect(deals.map(({ clientId }) => clientId)).toEqual([1, count])
  })

  test('a client of the register is matched, not made again', () => {
    const known = client({ id: 7, organisation: 'АРМОО «Светлый путь»', phoneKey: '+79587415366', email: '' })
    const rows = [Object.values(closed)]
    const { clients, deals } = readAmocrm(
      { fileName: 'deals.csv', headings: Object.keys(closed), rows },
      { ...setting, existingClients: [known], nextClientId: 8 },
    )
    expect(clients).toEqual([])
    expect(deals[0]?.clientId).toBe(7)
  })

  test("F17: one person with cells missing, as at the site's door: one client", () => {
    const mail = 'Рабочий email (контакт)'
    const phone = 'Рабочий телефон (контакт)'
    const silent = { [mail]: '', [phone]: '' }
    expect(read({}, { ...second, ...silent }).clients).toHaveLength(1)
    expect(read({}, { ...second, [phone]: '8 921 000-00-01' }).clients).toHaveLength(1)
    expect(read({}, { ...second, Компания: '' }).clients).toHaveLength(1)
    expect(read({}, { ...second, Компания: 'Фонд «Север»' }).clients).toHaveLength(2)
  })

  test('I4: what the first row left blank is filled from a later one', () => {
    const { clients } = read({ Муниципалитет: '', 'Рабочий телефон (контакт)': '' }, second)
    expect(clients).toEqual([expect.objectContaining({ municipality: 'Няндома', phoneKey: '+79587415366' })])
  })

  test('a row that names nobody has no client', () => {
    const nobody = { Компания: '', 'Основной контакт': '', 'Рабочий телефон (контакт)': '', 'Рабочий email (контакт)': '' }
    const result = read(nobody)
    expect(result.clients).toEqual([])
    expect(result.deals[0]?.clientId).toBeNull()
    expect(result.issues).toEqual([expect.objectContaining({ row: 2, column: 'Компания' })])
  })
})

import { sheetsService } from '../../emulator/services/sheets/sheets'
import { desk, failure } from '../fixtures/sheetDesk'
import { sheetId, testHost } from '../fixtures/testHost'

const raw = { valueInputOption: 'RAW', insertDataOption: 'INSERT_ROWS' }

describe('a second spreadsheet', () => {
  const made = () => {
    const { host, service } = desk()
    const id = service.create({ properties: { title: 'Данные' } }).spreadsheetId ?? ''
    const as = (user: string) => sheetsService(testHost(host.state, { user })).Spreadsheets
    return { host, id, as, service }
  }

  test('documented: is open to the account that has made it, by its id', () => {
    const { id, service } = made()
    expect(service.get(id).properties?.title).toBe('Данные')
  })

  test('documented: another account is refused with 403, also to read', () => {
    const { id, as } = made()
    const error = failure(() => as('other@example.org').Values.batchGet(id, { ranges: ['A1'] }))
    expect([error.message, error.details?.code]).toEqual([
      'API call to sheets.spreadsheets.values.batchGet failed with error: The caller does not have permission',
      403,
    ])
  })

  test('documented: an editor writes, a viewer only reads', () => {
    const { host, id, as } = made()
    host.state.spreadsheets[id]?.sharing?.editors.push('editor@example.org')
    host.state.spreadsheets[id]?.sharing?.viewers.push('viewer@example.org')
    as('editor@example.org').Values.append({ values: [['а']] }, id, 'A:A', raw)
    expect(as('viewer@example.org').Values.get(id, 'A1').values).toEqual([['а']])
    expect(failure(() => as('viewer@example.org').Values.append({ values: [['б']] }, id, 'A:A', raw)).details?.code).toBe(403)
  })

  test('documented: one that is not there is 404', () => {
    const error = failure(() => desk().service.Values.get('nowhere', 'A1'))
    expect([error.message, error.details?.code]).toEqual([
      'API call to sheets.spreadsheets.values.get failed with error: Requested entity was not found.',
      404,
    ])
  })
})

describe('Sheets.Spreadsheets.Values.append', () => {
  const append = (values: (string | number | null)[][]) => {
    const { service, read, sheet } = desk()
    const answer = service.Values.append({ values }, sheetId, "'Отчёт 2026-11'!A:A", raw)
    return { answer, rows: read("'Отчёт 2026-11'")[0], sheet: sheet('Отчёт 2026-11') }
  }

  test('documented: below the last row, and the answer says where', () => {
    const { answer, rows } = append([['Право', 2], ['Учёт']])
    expect(answer.updates?.updatedRange).toBe("'Отчёт 2026-11'!A2:B3")
    expect(rows).toEqual([['Тема', 'Всего'], ['Право', 2], ['Учёт']])
  })

  test('documented: RAW keeps what is given: no formula, no number', () => {
    expect(append([['=1+1', '007']]).rows?.[1]).toEqual(['=1+1', '007'])
  })

  test('documented: INSERT_ROWS makes room; columns are added where the row is wider', () => {
    const { sheet } = append([['а', null, null, null, null, null, null, 'ж']])
    expect([sheet.rowCount, sheet.columnCount]).toEqual([11, 8])
  })

  test('documented: a cell holds no more than 50,000 characters', () => {
    expect(failure(() => append([['а'.repeat(50_001)]])).message).toContain('maximum of 50000 characters')
  })
})

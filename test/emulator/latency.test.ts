/** The latency model: its medians stand in its table alone; here is how cells add to them, and which calls are dearer than which. */
import { latencyOf, modelledMs } from '../../emulator/world/latency'

/** As far as this SpreadsheetApp.setValues has one price. */
const bigCells = 10_000

const read = (name: string, cellsRead: number) => modelledMs(name, { cellsRead })
const write = (name: string, cellsWritten: number) => modelledMs(name, { cellsWritten })

test.each(['Sheets.Values.batchGet', 'Sheets.get', 'SpreadsheetApp.getValues'])(
  '%s: each cell read costs the same, beside the call itself',
  (name) => {
    const call = read(name, 0)
    const thousand = read(name, 1000) - call
    expect(thousand).toBeGreaterThan(0)
    expect(read(name, 5000)).toBeCloseTo(call + 5 * thousand)
  },
)

test('cells read and cells written of one call add up', () => {
  const call = modelledMs('Sheets.batchUpdate')
  expect(modelledMs('Sheets.batchUpdate', { cellsRead: 40, cellsWritten: 60 })).toBeCloseTo(write('Sheets.batchUpdate', 100))
  expect(write('Sheets.batchUpdate', 100)).toBeGreaterThan(call)
})

test('SpreadsheetApp.setValues: cells are free as far as the limit, and all of them cost beyond it', () => {
  const call = write('SpreadsheetApp.setValues', 0)
  expect(write('SpreadsheetApp.setValues', bigCells)).toBe(call)
  const beyond = write('SpreadsheetApp.setValues', bigCells + 1) - call
  expect(beyond).toBeGreaterThan(0)
  expect(write('SpreadsheetApp.setValues', 2 * (bigCells + 1)) - call).toBeCloseTo(2 * beyond)
})

test('the order that published measurements agree on: cache, properties, a sheet read, a sheet written, the calendar, a letter', () => {
  const calls = [
    'Cache.get',
    'Properties.get',
    'Sheets.Values.batchGet',
    'Sheets.batchUpdate',
    'Calendar.Events.patch',
    'MailApp.sendEmail',
  ]
  const ms = calls.map((name) => modelledMs(name))
  expect(ms).toEqual([...new Set(ms)].sort((a, b) => a - b))
})

test('one batch is cheaper than its cells one by one', () => {
  expect(read('Sheets.Values.batchGet', 100)).toBeLessThan(100 * modelledMs('SpreadsheetApp.getValue'))
  expect(write('Sheets.batchUpdate', 100)).toBeLessThan(100 * modelledMs('SpreadsheetApp.setValue'))
})

test.each([
  'Utilities.formatDate',
  'Utilities.sleep',
  'Session.getActiveUser',
  'HtmlService.createHtmlOutputFromFile',
  'SpreadsheetApp.toast',
])('assumed: %s does not leave the script, and takes no time', (name) => {
  expect(latencyOf(name).leaves).toBe(false)
  expect(modelledMs(name)).toBe(0)
})

test('a call that the table does not know counts as leaving, and takes time', () => {
  expect(latencyOf('SpreadsheetApp.somethingNew').leaves).toBe(true)
  expect(modelledMs('SpreadsheetApp.somethingNew')).toBeGreaterThan(0)
})

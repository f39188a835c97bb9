/** The latency model says what table of medians says. */
import { latencyOf, modelledMs } from '../../emulator/world/latency'

test.each([
  ['Sheets.Values.batchGet', { cellsRead: 1_000_000 }, 3180],
  ['Sheets.batchUpdate', { cellsWritten: 1000 }, 261],
  ['SpreadsheetApp.getValues', { cellsRead: 10_000 }, 390],
  ['SpreadsheetApp.setValues', { cellsWritten: 10_000 }, 100],
  ['SpreadsheetApp.setValues', { cellsWritten: 20_000 }, 1260],
  ['Properties.get', {}, 30],
  ['Cache.put', {}, 75],
  ['Calendar.Events.patch', {}, 450],
  ['MailApp.sendEmail', {}, 1000],
  ['Utilities.formatDate', {}, 0],
])('%s with %j takes %d ms', (name, cost, ms) => {
  expect(modelledMs(name, cost)).toBeCloseTo(ms)
})

test.each(['Utilities.sleep', 'Session.getActiveUser', 'HtmlService.createHtmlOutputFromFile', 'SpreadsheetApp.toast'])(
  'assumed: %s does not leave the script',
  (name) => {
    expect(latencyOf(name).leaves).toBe(false)
  },
)

test('a call that the table does not know counts as leaving', () => {
  expect(latencyOf('SpreadsheetApp.somethingNew')).toMatchObject({ leaves: true, ms: 100 })
})

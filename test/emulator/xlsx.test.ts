/** A download of long texts: every sign is whole, wherever the file is cut while it is written. */
import readXlsx from 'read-excel-file/node'
import { xlsxOf } from '../../emulator/workbench/export/xlsx'
import { deskWorld, sheet } from '../fixtures/desk'

test.each([0, 1])('50,000 halves of signs, %i letters before them', async (before) => {
  const world = deskWorld()
  const text = `${'а'.repeat(before)}${'😀'.repeat(24_990)}`
  const part = { ...sheet(world, 'Настройки'), cells: [['Настройка'], [text]] }
  const spreadsheet = world.state.spreadsheets[world.state.boundSpreadsheetId]
  if (spreadsheet === undefined) throw new Error('there is no spreadsheet')
  const [read] = await readXlsx(Buffer.from(await xlsxOf(spreadsheet, [part as never])), { trim: false })
  expect(read?.data[1]?.[0]).toBe(text)
})

/** Libraries that people install for tables in Sheets: each finds, changes, adds and removes a row of the sheet in Tamotsu's README. */
import { setPlatform } from '../../emulator/world/platform/settings'
import type { World } from '../../emulator/world/types'
import { type Repository, tamotsu } from './fetching'
import type { Deed, Library } from './stranger'

const rows = [
  ['#', 'First Name', 'Salary'],
  [1, 'Charles', 100],
  [2, 'Sarah', 200],
  [3, 'John', 300],
]

function given(world: World): void {
  const book = world.state.spreadsheets[world.state.boundSpreadsheetId]
  const [sheet] = book?.sheets ?? []
  if (book === undefined || sheet === undefined) throw new Error('there is no sheet')
  book.locale = 'en_US'
  sheet.title = 'Agents'
  sheet.cells = rows.map((row) => [...row])
}

const standing = (world: World): readonly unknown[][] => {
  const [sheet] = world.state.spreadsheets[world.state.boundSpreadsheetId]?.sheets ?? []
  return (sheet?.cells ?? [])
    .slice(1)
    .map((row) => (row ?? []).slice(1, 3))
    .filter(([name]) => typeof name === 'string' && name !== '')
}

const deeds: readonly Deed[] = [
  { run: { fn: 'find' }, seen: (_, { value }) => value, wanted: [200] },
  {
    run: { fn: 'update' },
    seen: standing,
    wanted: [
      ['Charles', 100],
      ['Sarah', 250],
      ['John', 300],
    ],
  },
  {
    run: { fn: 'insert' },
    seen: standing,
    wanted: [
      ['Charles', 100],
      ['Sarah', 250],
      ['John', 300],
      ['Morgan', 50],
    ],
  },
  {
    run: { fn: 'remove' },
    seen: standing,
    wanted: [
      ['Charles', 100],
      ['Sarah', 250],
      ['Morgan', 50],
    ],
  },
]

export const libraries: readonly Library[] = [
  { name: 'sheetquery 1.5.2', packages: { sheetquery: '1.5.2' }, user: 'sheetquery.js', given, deeds },
  {
    name: '@sheetbase/sheets 1.1.0',
    packages: { '@sheetbase/server': '1.1.0', '@sheetbase/sheets': '1.1.0' },
    user: 'sheetbase.js',
    // It counts on `A1:ZZ` of a narrower sheet, which Google may or may not take.
    given: (world) => {
      given(world)
      setPlatform(world.state, { openRanges: 'clipped' })
    },
    deeds,
  },
]

/** A library that lives in Apps Script alone; its files are those of its repository. */
export const scripts: readonly (Omit<Library, 'packages'> & { readonly from: Repository; readonly files: readonly string[] })[] = [
  {
    name: 'Tamotsu',
    from: tamotsu,
    files: ['extenstions/extension.js', 'models/Relation_.js', 'models/Table.js', 'init.js'],
    user: 'tamotsu.js',
    given,
    deeds,
  },
]

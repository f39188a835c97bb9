/** Samples that Google publishes, run as they stand: what each should leave, by Google's documentation. */
import type { ExecutionRecord, World } from '../../emulator/world/types'
import { type Sample, user } from './stranger'

const book = (world: World, id = world.state.boundSpreadsheetId) => {
  const found = world.state.spreadsheets[id]
  if (found === undefined) throw new Error(`there is no spreadsheet ${id}`)
  return found
}

/** Another spreadsheet of the person, American, with one sheet. */
function addBook(world: World, id: string, title: string, rows: readonly (readonly (string | number)[])[]): void {
  const like = book(world)
  const [first] = like.sheets
  if (first === undefined) throw new Error('there is no sheet')
  const sheet = { ...first, title, cells: rows.map((row) => [...row]) }
  world.state.spreadsheets[id] = { ...like, id, title, locale: 'en_US', sheets: [sheet] }
}

const put = (world: World, rows: readonly (readonly (string | number)[])[]): void => {
  const [first] = book(world).sheets
  if (first !== undefined) first.cells = rows.map((row) => [...row])
  book(world).locale = 'en_US'
}

const primary = (world: World): void =>
  void world.calendarHand.addCalendar({ id: user, summary: user, primary: true, timeZone: 'America/New_York', access: {} } as never)

/** Without empty ends of rows. */
const shown = (world: World, id?: string, sheet = 0): unknown[][] =>
  (book(world, id).sheets[sheet]?.cells ?? []).map((row) => {
    const values = (row ?? []).map((cell) => (typeof cell === 'object' && cell !== null ? cell.v : cell))
    while (values.length > 0 && (values.at(-1) ?? null) === null) values.pop()
    return values
  })

const logged = (_: World, { logs }: ExecutionRecord) => logs.map((line) => line.replace(/^\w+: /, ''))
const events = (world: World) =>
  (world.state.calendars[user]?.events ?? []).map((one) => [one.summary, JSON.stringify(one.start).slice(0, 60), one.location ?? ''])
const letters = (world: World) => world.state.letters.map(({ to, subject, body }) => [to, subject, body])
const meeting = (world: World, start: string) =>
  void world.calendarHand.insert({ calendarId: user, summary: 'Planning', start, end: `${start.slice(0, 11)}23:00`, user } as never)

const ownBook = '1YdrrmXSjpi4Tz-UuQ0eUKtdzQuvpzRLMoPEz3niTTVU'
const classBook = '1BxiMVs0XRA5nFMdKvBdBZjgmUUqptlbs74OgvE2upms'
const noon = '{"dateTime":"2026-11-24T12:00:00-05:00"'

export const samples: readonly Sample[] = [
  {
    name: 'sheets quickstart',
    files: ['sheets/quickstart/quickstart.gs'],
    given: (world) =>
      addBook(world, classBook, 'Class Data', [
        ['Student Name', 'Gender', 'Class Level', 'Home State', 'Major'],
        ['Alexandra', 'Female', '4. Senior', 'CA', 'English'],
        ['Andrew', 'Male', '1. Freshman', 'SD', 'Math'],
      ]),
    deeds: [{ run: { fn: 'logNamesAndMajors' }, seen: logged, wanted: ['Name, Major:', ' - Alexandra, English', ' - Andrew, Math'] }],
  },
  {
    name: 'calendar quickstart',
    files: ['calendar/quickstart/quickstart.gs'],
    given: (world) => {
      primary(world)
      meeting(world, '2026-11-22T10:00')
      meeting(world, '2026-11-24T10:00')
    },
    deeds: [{ run: { fn: 'listUpcomingEvents' }, seen: logged, wanted: ['Planning (2026-11-24T10:00:00-05:00)'] }],
  },
  {
    name: 'advanced Sheets service',
    files: ['advanced/sheets.gs'],
    given: (world) => addBook(world, ownBook, 'Sheet1', [['a', 1]]),
    deeds: [
      { run: { fn: 'readRange' }, seen: logged, wanted: ['[["a","1"]]'] },
      {
        run: { fn: 'writeToMultipleRanges' },
        seen: (world) => shown(world, ownBook).slice(0, 4),
        wanted: [['Item', 'Cost', 'Stocked', 'Ship Date'], ['Wheel', 20.5, 4, 42430], ['Door'], ['Engine']],
      },
      {
        run: { fn: 'addSheet' },
        seen: (world) => book(world, ownBook).sheets.map(({ title, rowCount, columnCount }) => [title, rowCount, columnCount]),
        wanted: [
          ['Sheet1', 1000, 26],
          ['Deposits', 20, 12],
        ],
      },
      { run: { fn: 'addPivotTable' } },
    ],
  },
  {
    name: 'advanced Calendar service',
    files: ['advanced/calendar.gs'],
    given: primary,
    deeds: [
      {
        run: { fn: 'createEvent' },
        seen: (world) => events(world).map(([what, start]) => [what, String(start).slice(0, noon.length)]),
        wanted: [['Lunch Meeting', noon]],
      },
      { run: { fn: 'listNext10Events' }, seen: logged, wanted: ['Lunch Meeting (11/24/2026, 12:00:00 PM)'] },
      { run: { fn: 'logSyncedEvents', args: ['primary', true] }, seen: logged, wanted: ['Lunch Meeting (11/24/2026, 12:00:00 PM)'] },
      {
        run: { fn: 'conditionalUpdate' },
        seen: (world) => events(world).map(([, , place]) => place),
        wanted: ['The Deli', 'The Coffee Shop'],
      },
      { run: { fn: 'conditionalFetch' } },
      { run: { fn: 'listCalendars' } },
    ],
  },
  {
    name: 'removing duplicates',
    files: ['sheets/removingDuplicates/removingDuplicates.gs'],
    given: (world) =>
      put(world, [
        ['a', 1],
        ['b', 2],
        ['a', 1],
      ]),
    deeds: [
      {
        run: { fn: 'removeDuplicates' },
        seen: (world) => shown(world).filter((row) => row.length > 0),
        wanted: [
          ['a', 1],
          ['b', 2],
        ],
      },
    ],
  },
  {
    name: 'triggers',
    files: ['triggers/triggers.gs'],
    given: (world) => put(world, [['a']]),
    deeds: [
      {
        run: { fn: 'onOpen', entry: 'open', args: [{ authMode: 'LIMITED' }] },
        seen: (_, { ui }) => ui.map(({ kind }) => kind),
        wanted: ['menu'],
      },
      {
        run: { fn: 'createTimeDrivenTriggers' },
        seen: (world) =>
          world.state.triggers.map(({ kind, nextAt }) => [kind, nextAt === undefined ? '' : new Date(nextAt).getUTCDay()]).slice(1),
        wanted: [['clock', 1]],
      },
      { run: { fn: 'createSpreadsheetOpenTrigger' }, seen: (world) => world.state.triggers.at(-1)?.kind, wanted: 'open' },
      { run: { fn: 'deleteTrigger', args: ['none of these'] }, seen: (world) => world.state.triggers.length, wanted: 3 },
    ],
  },
  {
    name: 'logging',
    files: ['utils/logging.gs'],
    given: (world) =>
      put(world, [
        ['name', 'town'],
        ['Ann', 'York'],
      ]),
    deeds: [
      {
        run: { fn: 'measuringExecutionTime' },
        seen: (_, { logs }) => logs[0],
        wanted: 'info: Timing the myFunction function (1 arguments)',
      },
      {
        run: { fn: 'emailDataRow', args: [2, 'bob@example.org'] },
        seen: letters,
        wanted: [['bob@example.org', 'Data in row 2', 'Ann York']],
      },
    ],
  },
  {
    name: 'sending e-mails',
    files: ['gmail/sendingEmails/sendingEmails.gs'],
    given: (world) =>
      put(world, [
        ['To', 'Message'],
        ['bob@example.org', 'One'],
        ['eve@example.org', 'Two'],
      ]),
    deeds: [
      {
        run: { fn: 'sendNonDuplicateEmails' },
        seen: (world) => shown(world).map((row) => row[2] ?? ''),
        wanted: ['', 'email sent', 'email sent'],
      },
      { run: { fn: 'sendNonDuplicateEmails' }, seen: (world) => world.state.letters.length, wanted: 2 },
      {
        run: { fn: 'sendEmails' },
        seen: (world) => world.state.letters.map(({ to }) => to).slice(2),
        wanted: ['bob@example.org', 'eve@example.org'],
      },
    ],
  },
  {
    name: 'Sheets add-on',
    files: ['Code.gs', 'Sidebar.html', 'SidebarJavaScript.html', 'Dialog.html', 'DialogJavaScript.html', 'Stylesheet.html'].map(
      (name) => `templates/sheets-addon/${name}`,
    ),
    given: (world) => put(world, [['a', 'b']]),
    deeds: [
      {
        run: { fn: 'onOpen', entry: 'open', args: [{ authMode: 'LIMITED' }] },
        seen: (_, { ui }) => ui.map(({ kind }) => kind),
        wanted: ['menu'],
      },
      { run: { fn: 'showSidebar' }, seen: (_, { ui }) => ui.map((one) => 'html' in one && /<style|<link/.test(one.html)), wanted: [true] },
      { run: { fn: 'showDialog' }, seen: (_, { ui }) => ui.map(({ kind }) => kind), wanted: ['dialog'] },
      { run: { fn: 'setActiveValue', args: ['c'] }, seen: (world) => shown(world)[0], wanted: ['c', 'b'] },
      { run: { fn: 'getActiveValue' }, seen: (_, { value }) => value, wanted: 'c' },
      {
        run: { fn: 'modifySheets', args: ['create'] },
        seen: (world) => book(world).sheets.map(({ title }) => title),
        wanted: ['Лист2', 'Лист1'].reverse(),
      },
      {
        run: { fn: 'modifySheets', args: ['copy'] },
        seen: (world) => [book(world).sheets.length, shown(world, undefined, 2)[0]],
        wanted: [3, ['c', 'b']],
      },
      {
        run: { fn: 'modifySheets', args: ['clear'] },
        seen: (world) =>
          shown(world)
            .flat()
            .filter((cell) => cell !== null),
        wanted: [],
      },
    ],
  },
  {
    name: 'custom functions',
    files: ['templates/custom-functions/Code.gs'],
    deeds: [
      { run: { fn: 'INCREMENT', args: [[[1, 2]]] }, seen: (_, { value }) => value, wanted: [[2, 3]] },
      {
        run: {
          fn: 'CORNER_SUM',
          args: [
            [
              [1, 2],
              [3, 4],
            ],
          ],
        },
        seen: (_, { value }) => value,
        wanted: 10,
      },
    ],
  },
  {
    name: 'adding and subtracting dates',
    files: ['sheets/dateAddAndSubtract/moment.gs', 'sheets/dateAddAndSubtract/dateAddAndSubtract.gs'],
    deeds: [
      { run: { fn: 'use' }, seen: (_, { ui }) => ui.map(({ kind }) => kind), wanted: ['alert'] },
      {
        run: { fn: 'DATETEST', args: ['2026-11-23T00:00:00Z', 'month', 1] },
        seen: (_, { value }) => value,
        wanted: '"2026-12-23T00:00:00.000Z"',
      },
      { run: { fn: 'DATETEST', args: ['not a date', 'month', 1] }, refused: 'Parameter 1 expects a date value, but "not a date" cannot' },
    ],
  },
  {
    name: 'web app',
    files: ['Code.gs', 'Index.html', 'JavaScript.html', 'Stylesheet.html'].map((name) => `templates/web-app/${name}`),
    deeds: [
      {
        run: { fn: 'doGet', entry: 'webGet', user: '', args: [{ parameter: {} }] },
        seen: (_, { value }) => /Web App Window Title|root/.test(JSON.stringify(value)),
        wanted: true,
      },
      { run: { fn: 'getFolderContents', args: ['root'] } },
    ],
  },
]

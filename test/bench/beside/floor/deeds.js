/** The bench's deeds in the fewest round trips. It is told in which row a deal stands, checks nothing, and keeps no history. */

const title = 'Сделки'
const fileId = () => SpreadsheetApp.getActiveSpreadsheet().getId()

/** The first range is the headings. */
function read(ranges) {
  const { valueRanges } = Sheets.Spreadsheets.Values.batchGet(fileId(), {
    ranges: [`'${title}'!1:1`, ...ranges],
    valueRenderOption: 'UNFORMATTED_VALUE',
  })
  return valueRanges.map(({ values = [] }) => values)
}

function locked(ranges, requestsFor) {
  const lock = LockService.getScriptLock()
  lock.waitLock(10000)
  try {
    const [[headings]] = read(ranges)
    Sheets.Spreadsheets.batchUpdate({ requests: requestsFor(headings) }, fileId())
  } finally {
    lock.releaseLock()
  }
}

const cell = (value) => ({ userEnteredValue: typeof value === 'number' ? { numberValue: value } : { stringValue: value } })

export function find({ row, show }) {
  const [[headings], [values]] = read([`'${title}'!${row}:${row}`])
  return values[headings.indexOf(show)]
}

/** Nobody knows the row: the ids first, then the row. */
export function findByNumber({ id, show }) {
  const [, ids] = read([`'${title}'!A:A`])
  return find({ row: ids.findIndex(([one]) => one === id) + 1, show })
}

export function update({ sheetId, heading, changes }, between = () => {}) {
  const ranges = changes.map(({ row }) => `'${title}'!${row}:${row}`)
  locked(ranges, (headings) => {
    between()
    return changes.map(({ row, value }) => ({
      updateCells: {
        start: { sheetId, rowIndex: row - 1, columnIndex: headings.indexOf(heading) },
        rows: [{ values: [cell(value)] }],
        fields: 'userEnteredValue',
      },
    }))
  })
}

/** Two stores are read and written: whoever takes an hour looks what else is in that day. */
export function book({ hour: { calendarId, eventId, etag, day, title: summary }, ...row }) {
  update(row, () => {
    Calendar.Events.list(calendarId, { timeMin: `${day}T00:00:00+03:00`, timeMax: `${day}T23:59:59+03:00`, singleEvents: true })
    Calendar.Events.patch({ summary }, calendarId, eventId, {}, { 'If-Match': etag })
  })
}

export function insert({ sheetId, rows }) {
  locked([], (headings) => [
    {
      appendCells: {
        sheetId,
        rows: rows.map((row) => ({ values: headings.map((heading) => (row[heading] === undefined ? {} : cell(row[heading]))) })),
        fields: 'userEnteredValue',
      },
    },
  ])
}

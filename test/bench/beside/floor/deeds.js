/** The bench's deeds in the fewest round trips. It is told in which row a deal stands, checks nothing, and keeps no history. */

const title = 'Сделки'
const book = () => SpreadsheetApp.getActiveSpreadsheet().getId()

/** The first range is the headings. */
function read(ranges) {
  const { valueRanges } = Sheets.Spreadsheets.Values.batchGet(book(), {
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
    Sheets.Spreadsheets.batchUpdate({ requests: requestsFor(headings) }, book())
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

export function update({ sheetId, heading, changes }) {
  const ranges = changes.map(({ row }) => `'${title}'!${row}:${row}`)
  locked(ranges, (headings) =>
    changes.map(({ row, value }) => ({
      updateCells: {
        start: { sheetId, rowIndex: row - 1, columnIndex: headings.indexOf(heading) },
        rows: [{ values: [cell(value)] }],
        fields: 'userEnteredValue',
      },
    })),
  )
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

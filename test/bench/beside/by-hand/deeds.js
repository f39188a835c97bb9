/** The bench's deeds as a careful programmer writes them with SpreadsheetApp: under the lock, ids alone read, only what changed written. */

const sheetOf = () => SpreadsheetApp.getActiveSpreadsheet().getSheetByName('Сделки')
const headingsOf = (sheet) => sheet.getRange(1, 1, 1, sheet.getLastColumn()).getValues()[0]

function rowsById(sheet) {
  const ids = sheet.getRange(2, 1, sheet.getLastRow() - 1, 1).getValues()
  return new Map(ids.map(([id], index) => [id, index + 2]))
}

function locked(work) {
  const lock = LockService.getScriptLock()
  lock.waitLock(10000)
  try {
    work(sheetOf())
    SpreadsheetApp.flush()
  } finally {
    lock.releaseLock()
  }
}

export function find({ id, show }) {
  const sheet = sheetOf()
  const headings = headingsOf(sheet)
  const row = rowsById(sheet).get(id)
  return sheet.getRange(row, 1, 1, headings.length).getValues()[0][headings.indexOf(show)]
}

export function update({ heading, changes }) {
  locked((sheet) => {
    const column = headingsOf(sheet).indexOf(heading) + 1
    const rows = rowsById(sheet)
    for (const { id, value } of changes) sheet.getRange(rows.get(id), column).setValue(value)
  })
}

/** An hour that somebody else has changed since is refused by its etag. */
export function book({ heading, changes: [{ id, value }], hour: { calendarId, eventId, etag, title } }) {
  locked((sheet) => {
    const column = headingsOf(sheet).indexOf(heading) + 1
    const row = rowsById(sheet).get(id)
    Calendar.Events.patch({ summary: title }, calendarId, eventId, {}, { 'If-Match': etag })
    sheet.getRange(row, column).setValue(value)
  })
}

export function tell(letters) {
  for (const { to, subject, body } of letters) MailApp.sendEmail(to, subject, body)
}

export function insert({ rows }) {
  locked((sheet) => {
    const headings = headingsOf(sheet)
    const values = rows.map((row) => headings.map((heading) => row[heading] ?? ''))
    sheet.getRange(sheet.getLastRow() + 1, 1, values.length, headings.length).setValues(values)
  })
}

/** The bench's deeds as the README of @sheetbase/sheets writes them. */
import { sheetsAdmin } from '@sheetbase/sheets'

const sheet = 'Сделки'
const database = () => sheetsAdmin({ databaseId: SpreadsheetApp.getActiveSpreadsheet().getId(), keyFields: { [sheet]: '№' } })

export function find({ id, show }) {
  return database().item(sheet, String(id))[show]
}

export function update({ heading, changes }) {
  const sheets = database()
  for (const { id, value } of changes) sheets.update(sheet, String(id), { [heading]: value })
}

export function book({ heading, changes, hour: { calendarId, eventId, title } }) {
  Calendar.Events.patch({ summary: title }, calendarId, eventId)
  update({ heading, changes })
}

export function tell(letters) {
  for (const { to, subject, body } of letters) MailApp.sendEmail(to, subject, body)
}

export function insert({ rows }) {
  const sheets = database()
  for (const row of rows) sheets.add(sheet, String(row['№']), row)
}

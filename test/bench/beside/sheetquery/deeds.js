/** The bench's deeds as the README of sheetquery writes them. */
import { sheetQuery } from 'sheetquery'

const deals = () => sheetQuery().from('Сделки')

export function find({ id, show }) {
  const [row] = deals()
    .where((one) => one['№'] === id)
    .getRows()
  return row[show]
}

export function update({ heading, changes }) {
  const values = new Map(changes.map(({ id, value }) => [id, value]))
  deals()
    .where((one) => values.has(one['№']))
    .updateRows((one) => {
      one[heading] = values.get(one['№'])
      return one
    })
}

export function book({ heading, changes, hour: { calendarId, eventId, title } }) {
  Calendar.Events.patch({ summary: title }, calendarId, eventId)
  update({ heading, changes })
}

export function tell(letters) {
  for (const { to, subject, body } of letters) MailApp.sendEmail(to, subject, body)
}

export function insert({ rows }) {
  deals().insertRows(rows)
}

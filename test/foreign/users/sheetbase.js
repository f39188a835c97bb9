/** As the README of @sheetbase/sheets tells. */
import { sheetsAdmin } from '@sheetbase/sheets'

const database = () => sheetsAdmin({ databaseId: SpreadsheetApp.getActiveSpreadsheet().getId(), keyFields: { Agents: '#' } })

export function find() {
  return [database().item('Agents', '2')['Salary']]
}

export function update() {
  database().update('Agents', '2', { Salary: 250 })
}

export function insert() {
  database().add('Agents', '4', { '#': 4, 'First Name': 'Morgan', Salary: 50 })
}

export function remove() {
  database().remove('Agents', '3')
}

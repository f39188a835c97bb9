/** As the README of sheetquery tells. */
import { sheetQuery } from 'sheetquery'

const agents = () => sheetQuery().from('Agents')
const named = (name) => (row) => row['First Name'] === name

export function find() {
  return agents()
    .where(named('Sarah'))
    .getRows()
    .map((row) => row['Salary'])
}

export function update() {
  agents()
    .where(named('Sarah'))
    .updateRows((row) => {
      row['Salary'] = 250
    })
}

export function insert() {
  agents().insertRows([{ '#': 4, 'First Name': 'Morgan', Salary: 50 }])
}

export function remove() {
  agents().where(named('John')).deleteRows()
}

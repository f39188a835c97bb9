// As the README of Tamotsu tells; the library's own functions stand beside these, as those of a library of Google's would under its name.
function agents_() {
  initialize()
  return Table.define({ sheetName: 'Agents' })
}

export function find() {
  return agents_()
    .where({ 'First Name': 'Sarah' })
    .all()
    .map((agent) => agent['Salary'])
}

export function update() {
  const agent = agents_().find(2)
  agent['Salary'] = 250
  agent.save()
}

export function insert() {
  agents_().create({ 'First Name': 'Morgan', Salary: 50 })
}

export function remove() {
  agents_().find(3).destroy()
}

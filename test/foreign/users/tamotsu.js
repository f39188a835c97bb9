// As the README of Tamotsu tells; the library's own functions stand beside these, as those of a library of Google's would under its name.
function agents_() {
  initialize()
  return Table.define({ sheetName: 'Agents' })
}

function find() {
  return agents_()
    .where({ 'First Name': 'Sarah' })
    .all()
    .map((agent) => agent['Salary'])
}

function update() {
  const agent = agents_().find(2)
  agent['Salary'] = 250
  agent.save()
}

function insert() {
  agents_().create({ 'First Name': 'Morgan', Salary: 50 })
}

function remove() {
  agents_().find(3).destroy()
}

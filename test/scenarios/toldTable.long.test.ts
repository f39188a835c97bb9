/** docs/letters.md says who is told what, and it is what the shipped bundle does; LETTERS=1 writes it anew. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { toldOf } from '../fixtures/toldRow'
import { deeds } from '../fixtures/toldTable'

const path = join(__dirname, '../../docs/letters.md')

function table(): string {
  const chapters = [...new Set(deeds.map(({ chapter }) => chapter))]
  const columns =
    '| what is done | client | consultant | former consultant | office | project’s manager | owed then |\n| --- | --- | --- | --- | --- | --- | --- |'
  const rows = (chapter: string) =>
    deeds.filter((deed) => deed.chapter === chapter).map((deed) => `| ${[deed.title, ...toldOf(deed)].join(' | ')} |`)
  return chapters.map((chapter) => [`## ${chapter}`, '', columns, ...rows(chapter)].join('\n')).join('\n\n')
}

const head = `# Who is told what

Made by a run of \`test/scenarios/toldTable.long.test.ts\` (\`LETTERS=1 npx jest test/scenarios/toldTable\` writes it anew): each row is a
deed on the shipped bundle, half an hour of ticks, and the letters that went. Unless it says otherwise the consultation stands on Tuesday
11:00 with ММ, and both have their letters. Reminders are switched off; what they would tell stands in «owed then». Why: [0027](decisions/0027-what-people-know.md).
`

test('each row of the table is what happens', () => {
  const text = `${head}\n${table()}\n`
  if (process.env['LETTERS'] === '1') writeFileSync(path, text)
  expect(readFileSync(path, 'utf8')).toBe(text)
}, 180_000)

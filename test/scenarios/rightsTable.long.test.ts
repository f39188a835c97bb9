/** docs/rights.md says who may do what, and it is what the shipped bundle answers; RIGHTS=1 writes it anew. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  clientTable,
  dealTable,
  fieldColumns,
  methodColumns,
  methodTable,
  pageColumns,
  pageTable,
  type Table,
} from '../fixtures/rightsTable'

const path = join(__dirname, '../../docs/rights.md')

function chapter(title: string, note: string, columns: readonly string[], rows: Table): string {
  const head = [`| | ${columns.join(' | ')} |`, `| --- |${' --- |'.repeat(columns.length)}`]
  return [`## ${title}`, '', note, '', ...head, ...rows.map((row) => `| ${row.join(' | ')} |`)].join('\n')
}

const head = `# Who may do what

Made by a run of \`test/scenarios/rightsTable.long.test.ts\` (\`RIGHTS=1 npx jest test/scenarios/rightsTable\` writes it anew): every call, cell and
link is tried on the shipped bundle by each person. The deal is ММ's: \`own\` is she, \`other\` another consultant, who also manages a project that
is not the deal's. \`unknown\`: Google does not tell who typed. + done; – not his; a word: the role may, the input or the moment does not.
`

function document(): string {
  return [
    head,
    chapter(
      'Methods of the panel',
      'Refused without a trace in register, calendar and letters (`roles.slow`).',
      methodColumns,
      methodTable(),
    ),
    chapter(
      'Cells of «Сделки»',
      'A good value is typed; what may not stand goes back with a note. The card has been held and its client asked.',
      fieldColumns,
      dealTable(),
    ),
    chapter('Cells of «Клиенты»', 'Of a client of ММ.', fieldColumns, clientTable()),
    chapter('Pages for people outside', 'An answer sent by a link, after what the row says.', pageColumns, pageTable()),
  ].join('\n\n')
}

test('each verdict of the table is what happens', () => {
  const text = `${document()}\n`
  if (process.env['RIGHTS'] === '1') writeFileSync(path, text)
  expect(readFileSync(path, 'utf8')).toBe(text)
}, 1_800_000)

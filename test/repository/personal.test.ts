/** docs/operations.md says where people's data are, and it is what the tables say; PERSONAL=write writes it anew. */

import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { placeLines } from '../../src/domain/client/personal/map'
import { type Table, tables } from '../../src/domain/register/tables'

const path = join(__dirname, '../../docs/operations.md')
const [begin, end] = ['<!-- places: PERSONAL=write -->', '<!-- /places -->']

function tableText(): string {
  const rows = placeLines().map(({ place, holds, forgets }) => `| ${place} | ${holds.join('; ')} | ${forgets} |`)
  return ['| place | what it holds of people | what forgetting does |', '| --- | --- | --- |', ...rows].join('\n')
}

test('the page is what the tables say', () => {
  const page = readFileSync(path, 'utf8')
  const [before = '', standing = '', after = ''] = page.split(new RegExp(`${begin}\n|\n${end}`))
  expect(after).not.toBe('')
  if (process.env['PERSONAL'] === 'write') writeFileSync(path, `${before}${begin}\n${tableText()}\n${end}${after}`)
  else expect(standing).toBe(tableText())
})

test('each column of each sheet says what it tells of people, and no sheet that tells something is left out', () => {
  const places = placeLines().map(({ place }) => place)
  for (const table of Object.values(tables) as Table[]) {
    for (const { heading, personal } of table.columns)
      expect([table.title, heading, [false, 'person', 'organisation', 'words', 'remark', 'staff'].includes(personal)]).toEqual([
        table.title,
        heading,
        true,
      ])
    const tells = table.columns.some(({ personal }) => personal !== false)
    expect([table.title, places.includes(`«${table.title}»`)]).toEqual([table.title, tells])
  }
})

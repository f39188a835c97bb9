/** docs/rights.md says who may do what to whose record, and it is what the shipped bundle does; RIGHTS=write writes it anew. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { World } from '../../emulator/world/types'
import { inputs } from '../../src/rpc/contract'
import { type PageMethod, pageInputs } from '../../src/rpc/pageContract'
import { director, done, morozova, request, sheet } from '../fixtures/desk'
import { columnOf, rowsOf } from '../fixtures/register'
import { callLines } from '../fixtures/rights/calls'
import { handLines, handObjects } from '../fixtures/rights/hands'
import { heading, isWhole, type Line, read, written } from '../fixtures/rights/lines'
import { actions, linkLines } from '../fixtures/rights/links'
import { listLines, listTitles } from '../fixtures/rights/lists'
import { deals, rows, world } from '../fixtures/rights/methods'
import { people, type Who } from '../fixtures/rights/people'

const path = join(__dirname, '../../docs/rights.md')
const expected = new Map<string, readonly string[]>()
const made = new Map<string, readonly string[]>()

/** «title» and its lines as they stand in the document. */
function readDocument(): void {
  let title = ''
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    if (!line.startsWith('  ')) title = line
    else expected.set(title, [...(expected.get(title) ?? []), line])
  }
}
if (process.env['RIGHTS'] !== 'write') readDocument()

/** Fields that get the same stand together, since a row of the register has sixty. */
function grouped(lines: readonly Line[]): Line[] {
  const groups = new Map<string, Line>()
  for (const line of lines) {
    const key = JSON.stringify([...line.verdicts])
    const first = groups.get(key)
    groups.set(key, first === undefined ? line : { ...first, name: `${first.name} · ${line.name}` })
  }
  return [...groups.values()]
}
const nameOfGroup = ({ name, verdicts }: Line, at: number): string[] => [written(`${at + 1}`, verdicts), `  ${name}`]

function compare(title: string, lines: readonly Line[]): void {
  made.set(
    title,
    lines.map(({ name, verdicts }) => written(name, verdicts)),
  )
  if (isWhole && process.env['RIGHTS'] === 'write') return
  const told = expected.get(title) ?? []
  expect(told.map((line) => line.slice(0, 42).trim())).toEqual(lines.map(({ name }) => name))
  lines.forEach(({ name, verdicts }, at) => {
    const says = read(told[at] ?? '')
    for (const [who, verdict] of verdicts) expect([title, name, who, verdict]).toEqual([title, name, who, says.get(who)])
  })
}

/** Each group is two lines: its signs, and its fields. */
function compareGroups(title: string, lines: readonly Line[]): void {
  made.set(title, grouped(lines).flatMap(nameOfGroup))
  if (process.env['RIGHTS'] === 'write') return
  const told = expected.get(title) ?? []
  const says = new Map(
    told.flatMap((line, at) =>
      at % 2 === 0
        ? []
        : line
            .trim()
            .split(' · ')
            .map((name) => [name, read(told[at - 1] ?? '')] as const),
    ),
  )
  expect([...says.keys()].sort()).toEqual(lines.map(({ name }) => name).sort())
  for (const { name, verdicts } of lines)
    for (const [who, verdict] of verdicts) expect([title, name, who, verdict]).toEqual([title, name, who, says.get(name)?.get(who)])
}

const titles = [...new Set(rows.map(({ method, use }) => (use === '' ? method : `${method}, ${use}`)))]

test('every method of the contract and every action of the pages has its lines', () => {
  expect([...new Set(rows.map(({ method }) => method))].sort()).toEqual(Object.keys(inputs).sort())
  expect(Object.keys(actions).sort()).toEqual(Object.keys(pageInputs).sort())
})

test.each(titles)('%s', (title) => {
  const row = rows.find(({ method, use }) => title === (use === '' ? method : `${method}, ${use}`))
  if (row !== undefined) compare(title, callLines(row))
})

test.each(handObjects)('typed by hand: %s', (object) => compareGroups(object, handLines(object)))

test.each(listTitles)('typed by hand: %s', (title) => compare(title, listLines(title)))

test.each(Object.keys(actions) as PageMethod[])('by a link: %s', (method) => {
  made.set(method, linkLines(method))
  if (process.env['RIGHTS'] !== 'write') expect(made.get(method)).toEqual(expected.get(method))
})

const head = `# Who may do what, to whose record

Made by a run of \`test/scenarios/rights.long.test.ts\` on the shipped bundle; a run compares a fifth of it, \`RIGHTS=whole\` all of it, and \`RIGHTS=write\`
writes it anew. What is written here is what happens: each line is to be read beside the procedure. Rights are \`src/domain/office/actions.ts\`.

\`+\` it is done · \`–\` refused, since it is not theirs, and nothing was written · a number: refused for what stands behind the line, whoever asks. \`stays\`: such a
cell cannot be told from one that was not touched.

Columns: con = ММ, a consultant · off = office manager · dir = executive director · adm = administrator · pm = manager of the centre's project · pr = PR manager ·
ext = ПН, an external consultant · gone = a director who has left · str = a stranger. The last three are no readers of the panel; in the sheets they are people who
were left among its editors, and there the office manager's account is the one that set up, so that its word counts as a giver's of rights. Records: own = ММ's, another's = СБ's, an expert's = ПН's.
`

const chapters: readonly (readonly [string, readonly string[]])[] = [
  ['Methods of the panel', titles],
  ['Cells of the register, typed by hand', handObjects],
  ['Cells of the office’s lists, typed by hand', listTitles],
  ['Pages for people outside', Object.keys(actions)],
]

afterAll(() => {
  if (process.env['RIGHTS'] !== 'write') return
  const chapter = ([name, parts]: readonly [string, readonly string[]]) =>
    [
      `## ${name}`,
      '',
      '```text',
      ...(name.startsWith('Pages') ? [] : [heading]),
      ...parts.flatMap((title) => [title, ...(made.get(title) ?? [])]),
      '```',
    ].join('\n')
  writeFileSync(path, `${head}\n${chapters.map(chapter).join('\n\n')}\n`)
})

describe('what the page holds', () => {
  function pageOf(who: Who): string {
    const { ui } = world.fork().invoke({ fn: 'showSidebar', entry: 'menu', user: people[who] })
    return /id="desk-data">([\s\S]*?)<\/script>/.exec(ui.map((effect) => ('html' in effect ? effect.html : '')).join(''))?.[1] ?? ''
  }

  test.each(['external', 'dismissed', 'stranger'] as const)('%s sees nothing of the register', (who) => {
    expect(pageOf(who)).toContain('"view":"refused"')
    expect(pageOf(who)).not.toMatch(/Клиент|Титова|Ресурсный центр/)
  })

  test.each(['consultant', 'officeManager', 'director', 'administrator', 'projectManager', 'prManager'] as const)(
    '%s gets the screen',
    (who) => {
      expect(pageOf(who)).toContain('"view":"sidebar"')
    },
  )
})

describe('rights end with the work', () => {
  function until(date: string): World {
    const later = world.fork()
    const row = rowsOf(later, 'Сотрудники').find(({ cells }) => cells['Инициалы'] === 'ММ')?.row ?? 0
    later.hand.type({ sheet: 'Сотрудники', row, column: columnOf(sheet(later, 'Сотрудники'), 'По'), value: date, user: director })
    return later
  }
  const { id } = deals.own

  test('the last day counts', () => {
    expect(done(until('03.12.2026'), 'deal/open', { id, row: null, clientId: null }, morozova).deal.id).toBe(id)
  })

  test('the day after, nothing is shown', () => {
    const answer = until('02.12.2026').invoke(request('deal/open', { id, row: null, clientId: null }, morozova)).value
    expect(answer).toMatchObject({ ok: false, problem: { code: 'notAtWork' }, message: expect.stringContaining('данные не показаны') })
  })
})

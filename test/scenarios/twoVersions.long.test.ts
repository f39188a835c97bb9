/** An update while the office works: menu, panel and tick run the new code at once, the web app the old one for an hour, and back. */
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { World } from '../../emulator/world/types'
import { booked, deskWorld, minute, nextTick, phoned, sheet } from '../fixtures/desk'
import { jsonPost, post } from '../fixtures/intakeDesk'
import { registerEqualsJournal, rowsOf, standingIn } from '../fixtures/register'

const dist = join(__dirname, '../../dist')
const heading = 'Новое поле N+1'

/** The shipped code with one more column of «Сделки», the number of its structure one higher. */
function nextVersion(): string {
  const folder = mkdtempSync(join(tmpdir(), 'next-'))
  cpSync(dist, folder, { recursive: true })
  const code = readFileSync(join(dist, 'code.js'), 'utf8')
  const version = Number(/var schemaVersion = (\d+);/.exec(code)?.[1])
  const fields = /var dealFields = \{[\s\S]*?\n {2}\};/.exec(code)?.[0] ?? ''
  if (!(version > 0) || fields === '') throw new Error('the bundle has no version or no fields')
  const wider = fields.replace(
    /,?\n {2}\};$/,
    `,\n    novelty: { heading: "${heading}", kind: text(), personal: false, told: false }\n  };`,
  )
  const next = code.replace(fields, wider).replace(`var schemaVersion = ${version};`, `var schemaVersion = ${version + 1};`)
  writeFileSync(join(folder, 'code.js'), next.replaceAll(/buildId = "\w+"/g, 'buildId = "next"'))
  return folder
}

const next = nextVersion()
const headings = (world: World): string[] => (sheet(world, 'Сделки').cells[0] ?? []).map((cell) => String(standingIn(cell) ?? ''))
const newest = (world: World): string[] => rowsOf(world, 'Сделки').map(({ cells }) => String(cells['Организация']))

/** A world whose web app is deployed at version N. */
function inUse(): World {
  const world = deskWorld()
  world.push(dist)
  world.updateDeployment('EMULATED', { description: 'N' })
  return world
}

const request = (at: number) =>
  jsonPost({
    organisation: `АНО «Заявка ${at}»`,
    name: 'Анна',
    phone: `+7 911 400-${String(1000 + at).slice(0, 2)}-${String(1000 + at).slice(2)}`,
    message: `вопрос ${at}`,
  })

/** A request each minute; whoever is told «busy» comes again, as senders do. */
function minutes(world: World, from: number, count: number): void {
  for (let at = from; at < from + count; at++) {
    const answer = post(world, request(at))
    if (!answer.ok && answer.busy !== true) throw new Error(`request ${at} is refused: ${answer.error}`)
    world.advanceTo(world.state.now + minute)
  }
}

test('the update drill: every request stands in the register once, the column came by itself, nobody ran set-up', () => {
  const world = inUse()
  minutes(world, 0, 12)
  world.push(next)
  minutes(world, 12, 60)
  expect(headings(world)).toContain(heading)
  world.updateDeployment('EMULATED', { description: 'N+1' })
  minutes(world, 72, 12)
  for (let tick = 0; tick < 3; tick++) nextTick(world)
  const came = newest(world).filter((one) => one.startsWith('АНО «Заявка'))
  expect([came.length, new Set(came).size]).toEqual([84, 84])
  expect(world.state.executions.filter(({ fn }) => fn === 'setUp')).toEqual([])
  expect(world.state.properties.script).not.toHaveProperty('aside')
  registerEqualsJournal(world)
})

test('a panel drawn by the old code is told to reload, and its work is taken', () => {
  const world = inUse()
  const card = phoned(world, 'АНО «Маяк»')
  const build = /buildId = "(\w+)"/.exec(readFileSync(join(dist, 'code.js'), 'utf8'))?.[1]
  const note = { method: 'deal/note', input: { deal: card.ref, outcome: 'noAnswer', text: '' }, build }
  const asked = (one: World) => one.fork().invoke({ fn: 'rpc', entry: 'rpc', user: 'office@example.org', args: [note] }).value
  expect(asked(world)).toMatchObject({ ok: true })
  expect(asked(world)).not.toHaveProperty('outdated')
  world.push(next)
  expect(asked(world)).toMatchObject({ ok: true, outdated: true })
})

test('new web app, old panel: the old code works on the newer register and leaves the new column alone', () => {
  const world = inUse()
  world.push(next)
  nextTick(world)
  world.updateDeployment('EMULATED', { description: 'N+1' })
  world.push(dist)
  expect(booked(world, 'АНО «Причал»').deal.stage).toBe('assigned')
  minutes(world, 0, 3)
  nextTick(world)
  expect(headings(world)).toContain(heading)
  expect(newest(world).filter((one) => one.startsWith('АНО «Заявка')).length).toBe(3)
  registerEqualsJournal(world)
})

test('code too old for the register keeps what comes, and the newer code takes it', () => {
  const world = inUse()
  world.push(next)
  nextTick(world)
  const service = sheet(world, 'Служебное')
  service.cells = service.cells.map((row) => (standingIn(row?.[0]) === 'oldestWriter' ? ['oldestWriter', '900'] : row))
  expect(post(world, request(1))).toMatchObject({ ok: false, busy: true })
  for (let tick = 0; tick < 3; tick++) nextTick(world)
  expect(newest(world).filter((one) => one.startsWith('АНО «Заявка'))).toHaveLength(1)
})

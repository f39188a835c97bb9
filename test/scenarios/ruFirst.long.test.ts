/** «Сначала в России»: what the receiver passes on, repeated, late, killed in the middle, is one deal; and what every other door does then. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { World } from '../../emulator/world/types'
import { mayTake } from '../../src/domain/intake/ruFirst/doors'
import { doorTitles } from '../../src/domain/intake/ruFirst/ruFirstText.ru'
import { besideAmo, connectedAmo, handOf, pairsOf } from '../fixtures/amoDesk'
import { deskWorld, director, done, nextTick, phoned, refusal } from '../fixtures/desk'
import { showForm } from '../fixtures/formDesk'
import { dealCount, posting } from '../fixtures/intakeDesk'
import { rowsOf } from '../fixtures/register'
import {
  keyOf,
  passedOn,
  passOn,
  receiverPage,
  receiverWorld,
  recordedRequest,
  sealedBy,
  secondsOf,
  setWays,
} from '../fixtures/ruFirstDesk'
import { modes, type Tried, tried, triedDoors, untried } from '../fixtures/ruFirstDoors'

/** One death of so many; DEATHS=1: each. */
const step = Number(process.env['DEATHS'] ?? 2)
const page = join(__dirname, '../../docs/receiver.md')
const shared = setWays(receiverWorld(), 'ruFirst')
const story = (): World => shared.fork()
const lastDeal = (world: World) => rowsOf(world, 'Сделки').at(-1)?.cells ?? {}

test('sent again, by two receivers, after its text was edited or forgotten: the same deal', () => {
  const world = story()
  const first = passOn(world, recordedRequest(world))
  const before = dealCount(world)
  world.state.now += 3 * 24 * 3_600_000
  const again = recordedRequest(world, { recordedAt: secondsOf(shared) })
  expect(passOn(world, again)).toEqual(first)
  // The second receiver recorded the same words from the same page a little later.
  expect(passOn(world, { ...again, recordedAt: again.recordedAt + 7 })).toEqual(first)
  const at = rowsOf(world, 'Сделки').find(({ cells }) => cells['№'] === first.id)
  done(
    world,
    'personal/forget',
    { subjects: [{ kind: 'contact', client: null, deal: first.id ?? 0, also: [] }], reason: 'просьба' },
    director,
  )
  expect(at).toBeDefined()
  expect(passOn(world, again)).toEqual(first)
  expect(dealCount(world)).toBe(before)
})

test('consent counts from the day on which it was recorded, and the card says when', () => {
  const world = story()
  const recordedAt = secondsOf(world)
  world.state.now += 2 * 24 * 3_600_000
  const body = new URLSearchParams({
    Имя: 'Пётр',
    Телефон: '89000000002',
    Вопрос: 'Устав',
    'Согласие на обработку персональных данных': 'Даю согласие',
  })
  passOn(world, recordedRequest(world, { recordedAt, contentType: 'application/x-www-form-urlencoded', body: String(body) }))
  const client = rowsOf(world, 'Клиенты').at(-1)?.cells ?? {}
  const day = new Date((recordedAt + 3 * 3600) * 1000).toISOString().slice(0, 10)
  expect(client['Контактное лицо']).toBe('Пётр')
  expect(Number(client['Согласие на обработку ПД'])).toBe((Date.parse(day) - Date.UTC(1899, 11, 30)) / 86_400_000)
  expect(String(lastDeal(world)['Комментарии'])).toMatch(/записана приёмником в России/)
})

test('a robot’s is set aside as at the desk’s own form, and taken by a press with its record', () => {
  const world = story()
  expect(passOn(world, recordedRequest(world, { suspect: 'hasty' }))).toEqual({ ok: true })
  expect(dealCount(world)).toBe(dealCount(shared))
  const { items } = done(world, 'intake/asides', {})
  const { deal } = done(world, 'intake/settleAside', { id: items[0]?.id ?? '', take: true })
  expect(deal).toBe(lastDeal(world)['№'])
  expect(String(lastDeal(world)['Внешние номера'])).toMatch(/ru:[0-9a-f]{24}/)
  expect(passOn(world, recordedRequest(world))).toEqual({ ok: true, id: deal })
})

test('a desk that cannot write says «busy» and keeps nothing of a person: the receiver has it, and comes again', () => {
  const world = story()
  const before = { ...world.state.properties.script }
  const answer = passOn(world, recordedRequest(world), [{ at: 3, kind: 'fail', message: 'Service unavailable: Sheets' }] as never)
  expect(answer).toMatchObject({ ok: false })
  expect(world.state.properties.script).toEqual(before)
  expect(passOn(world, recordedRequest(world))).toMatchObject({ ok: true })
  expect(dealCount(world)).toBe(dealCount(shared) + 1)
})

test('killed at every call of the intake: sent again, it is one deal', () => {
  const clean = story()
  const record = clean.invoke(posting(clean, passedOn(sealedBy(keyOf(clean), recordedRequest(clean), secondsOf(clean)))))
  const calls = record.calls.length
  let lost = 0
  for (let at = 1; at <= calls; at += step)
    for (const kind of ['kill', 'killAfter'] as const) {
      const world = story()
      world.invoke(posting(world, passedOn(sealedBy(keyOf(world), recordedRequest(world), secondsOf(world)))), [{ at, kind }])
      if (dealCount(world) === dealCount(shared)) lost++
      world.state.now += 60_000
      expect(passOn(world, recordedRequest(world, { recordedAt: secondsOf(shared) }))).toMatchObject({ ok: true })
      expect(dealCount(world)).toBe(dealCount(shared) + 1)
    }
  console.log(
    `${calls} calls of the intake, killed before and after one of ${step}: ${2 * Math.ceil(calls / step)} deaths, ${lost} of them before the deal stood; one deal each time`,
  )
  expect(lost).toBeGreaterThan(0)
  expect(lost).toBeLessThan(2 * calls)
})

describe('doors and modes', () => {
  const names = Object.keys(modes)
  const cells = new Map(triedDoors.map((door) => [door, names.map((mode) => tried(door, mode))]))

  test('docs/receiver.md says of each door what a run says', () => {
    const word = (one: Tried | null) => (one === null ? 'никого не приносит' : one.kept ? 'берёт' : 'отказ')
    const lines = [...cells].map(([door, row]) => `| ${doorTitles[door]} | ${row.map(word).join(' | ')} |`)
    const table = [`| вход | ${names.join(' | ')} |`, '| --- | --- | --- | --- |', ...lines].join('\n')
    console.log(table)
    if (process.env['DOORS'] === 'write') writeFileSync(page, readFileSync(page, 'utf8').replace(/\| вход \|[\s\S]*?(?=\n\n)/, table))
    expect(readFileSync(page, 'utf8')).toContain(table)
    expect(untried).toEqual([])
  })

  test('a door keeps what the one function allows it to keep, and nothing else', () => {
    for (const [door, row] of cells)
      names.forEach((name, at) => {
        const [mode, declared] = modes[name] ?? ['all', []]
        const one = row[at]
        if (one != null) expect([door, name, one.kept]).toEqual([door, name, mayTake(door, { mode, declared })])
      })
  })

  test('who is refused is told where to go, or stands where he was', () => {
    const of = (door: (typeof triedDoors)[number]) => cells.get(door)?.[1]
    expect(of('site')?.said).toMatchObject({ code: 'ruFirst', to: receiverPage })
    expect(of('form')?.said).toMatchObject({ ok: false, message: expect.stringContaining(receiverPage) })
    expect(of('import')?.said).toMatchObject({ ok: false, message: expect.stringMatching(/Персональные данные.*Приём заявок/) })
    expect(of('requestFile')?.said).toMatchObject({ ok: false, message: expect.stringMatching(/когда мы позвоним/) })
    const google = of('googleForm')?.world
    if (google === undefined) throw new Error('not tried')
    const { items } = done(google, 'intake/asides', {})
    expect(items).toMatchObject([{ text: expect.stringMatching(/строка 7/) }])
    expect(refusal(google, 'intake/settleAside', { id: items[0]?.id ?? '', take: true })).toMatch(/лист/)
    expect(refusal(setWays(deskWorld(), 'ruFirst'), 'intake/address', {}, director)).toContain(receiverPage)
    const shown = showForm(setWays(deskWorld(), 'ruFirst')).data
    expect([shown.told?.view, shown.elsewhere, shown.mark]).toEqual(['notice', receiverPage, ''])
  })

  test('what waits in amoCRM comes when its door is opened, once; meanwhile it is told of changes here', () => {
    const world = setWays(connectedAmo(besideAmo()), 'ruFirst')
    const { lead } = handOf(world).arrives('forms', { pipeline_id: 500, _embedded: { contacts: [{ name: 'Новая' }] } })
    const card = phoned(world, 'АНО «Здесь»')
    for (let ticks = 0; ticks < 3; ticks++) nextTick(world)
    expect(pairsOf(world).map((pair) => pair.deal)).toEqual([card.deal.id])
    expect(done(world, 'amo/state', {}, director)).toMatchObject({ good: false, message: expect.stringMatching(/не принимаются/) })
    setWays(world, 'ruFirst', ['amocrm'])
    for (let ticks = 0; ticks < 2; ticks++) nextTick(world)
    expect(pairsOf(world).filter((pair) => pair.lead === lead)).toHaveLength(1)
    expect(done(world, 'amo/state', {}, director)).toMatchObject({ good: true })
  })
})

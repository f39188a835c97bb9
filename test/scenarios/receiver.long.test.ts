/** The receiver really runs: recorded first, then answered, then passed on until the desk has it; nothing lost, nothing twice. */
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { World } from '../../emulator/world/types'
import { dealCount } from '../fixtures/intakeDesk'
import {
  type DeskServer,
  deskServer,
  personsForm,
  type Running,
  receiverFolder,
  recordsIn,
  removeFolder,
  runReceiver,
  sendTo,
  startReceiver,
  until,
} from '../fixtures/receiverRun'
import { registerEqualsJournal, rowsOf } from '../fixtures/register'
import { receiverWorld, setWays } from '../fixtures/ruFirstDesk'

/** One death of so many; DEATHS=1: each. */
const stride = Number(process.env['DEATHS'] ?? 2)

jest.setTimeout(120_000)

let [world, desk, folder, receiver] = [{} as World, {} as DeskServer, '', {} as Running]

beforeAll(async () => {
  world = setWays(receiverWorld(), 'ruFirst')
  desk = await deskServer(world)
  folder = receiverFolder(world, desk)
  receiver = await startReceiver(world, folder)
}, 60_000)

afterAll(async () => {
  receiver.child.kill()
  await receiver.ended
  desk.close()
  removeFolder(folder)
})

const isPassed = () => recordsIn(folder, 'waiting').length === 0
const last = () => rowsOf(world, 'Сделки').at(-1)?.cells ?? {}
const of = (phone: string, part: Readonly<Record<string, string>> = {}) =>
  personsForm(world, { Телефон: `+7 900 ${phone}`, 'request key': `f${phone.padStart(20, '0')}`, ...part })

test('what a person sends is recorded with its consent, then is a deal with the same consent', async () => {
  const before = dealCount(world)
  expect(await sendTo(receiver, of('1000001'))).toBe(200)
  await until(isPassed)
  expect(dealCount(world)).toBe(before + 1)
  const [name = ''] = recordsIn(folder, 'passed')
  const { payload } = JSON.parse(readFileSync(join(folder, 'passed', name), 'utf8'))
  const recorded = JSON.parse(payload)
  expect(recorded).toMatchObject({ suspect: '', recordedAt: expect.any(Number) })
  expect(new URLSearchParams(recorded.body).get('Согласие на обработку персональных данных')).toMatch(
    /Даю согласие.*centre\.example\/policy/,
  )
  const client = rowsOf(world, 'Клиенты').find(({ cells }) => cells['№'] === last()['№ клиента'])?.cells
  expect(client?.['Согласие: текст']).toMatch(/centre\.example\/policy/)
  expect(last()).toMatchObject({ Запрос: 'Как внести изменения в устав?', Канал: 'сайт' })
  expect(String(last()['Комментарии'])).not.toMatch(/не разобраны/)
  expect([statSync(join(folder, 'passed', name)).mode & 0o077, name]).toEqual([0, expect.stringMatching(/^[0-9a-f]{64}\.json$/)])
})

test('pressed twice, and by two people at once: a record and a deal for each person', async () => {
  const before = dealCount(world)
  const bodies = ['2000001', '2000002', '2000001', '2000002', '2000001'].map((phone) => of(phone))
  expect(await Promise.all(bodies.map((body) => sendTo(receiver, body)))).toEqual([200, 200, 200, 200, 200])
  await until(isPassed)
  expect(dealCount(world)).toBe(before + 2)
})

test('a site’s server posts what it likes with its key; without one, or in three seconds, it is set aside for a person', async () => {
  const before = dealCount(world)
  const asides = () => Object.keys(world.state.properties.script).filter((name) => name.startsWith('aside:')).length
  const json = (phone: string) => JSON.stringify({ name: 'Пётр', phone: `8900${phone}`, text: 'Отчёт' })
  expect(await sendTo(receiver, json('3000001'), '?key=site-secret&from=vk', 'application/json')).toBe(200)
  await until(isPassed)
  expect([dealCount(world), last()['Канал'], asides()]).toEqual([before + 1, 'соцсети', 0])
  expect(await sendTo(receiver, json('3000002'), '', 'application/json')).toBe(200)
  expect(await sendTo(receiver, of('3000003', { mark: personsForm(world, {}, 3_000).get('mark') ?? '' }))).toBe(200)
  expect(await sendTo(receiver, of('3000004', { honeypot: 'http://spam.example' }))).toBe(200)
  await until(isPassed)
  expect([dealCount(world), asides()]).toEqual([before + 1, 3])
})

test('bounds: too long, empty, not filled in, another path, another method, no listing', async () => {
  const records = recordsIn(folder, 'passed').length
  expect(await sendTo(receiver, 'x'.repeat(100_001), '', 'text/plain')).toBe(413)
  expect(await sendTo(receiver, ' ', '', 'text/plain')).toBe(400)
  expect(await sendTo(receiver, of('4000001', { 'Согласие на обработку персональных данных': '' }))).toBe(422)
  const statuses = await Promise.all(
    ['passed/', 'config.json', `passed/${recordsIn(folder, 'passed')[0]}`, '../receiver-data/config.json', '%2e%2e/config.json'].map(
      async (path) => (await fetch(`${receiver.url}${path}`)).status,
    ),
  )
  expect(new Set(statuses)).toEqual(new Set([404]))
  expect((await fetch(receiver.url, { method: 'DELETE' })).status).toBe(405)
  expect(recordsIn(folder, 'passed')).toHaveLength(records)
  const page = await (await fetch(receiver.url)).text()
  expect(page).toMatch(/name="request key" value="f[0-9a-f]{24}"/)
  expect(page).not.toMatch(/900 1000001|site-secret/)
})

test('a desk that is down, or dies after it has written: the record waits, and is one deal in the end', async () => {
  const before = dealCount(world)
  desk.next = 'down'
  expect(await sendTo(receiver, of('5000001'))).toBe(200)
  await until(() => /no answer/.test(receiver.log()))
  expect([recordsIn(folder, 'waiting').length, dealCount(world)]).toEqual([1, before])
  desk.next = [{ at: 7, kind: 'killAfter' }]
  await runReceiver(world, folder, 'pass')
  await runReceiver(world, folder, 'pass')
  expect([recordsIn(folder, 'waiting').length, dealCount(world)]).toEqual([0, before + 1])
})

test('one record that cannot be read does not stop the others; forgotten, it is gone', async () => {
  const before = dealCount(world)
  const id = 'a'.repeat(64)
  writeFileSync(
    join(folder, 'waiting', `${id}.json`),
    JSON.stringify({ id, payload: '{"nonce":"","contentType":"","body":"x","from":"","recordedAt":1,"suspect":""}' }),
  )
  expect(await sendTo(receiver, of('6000001'))).toBe(200)
  await until(() => recordsIn(folder, 'waiting').length === 1)
  expect(dealCount(world)).toBe(before + 1)
  expect(await runReceiver(world, folder, 'list')).toMatch(/waiting: 1/)
  expect(await runReceiver(world, folder, 'forget', id.slice(0, 24))).toMatch(/deleted/)
  expect(recordsIn(folder, 'waiting')).toEqual([])
})

test('killed at every step between record, answer and passing on: nothing lost, nothing twice', async () => {
  const [log, place] = [receiver.log().length, '7']
  const steps = await stepsOf()
  const deaths = { unanswered: 0, unrecorded: 0 }
  for (let at = 1; at <= steps; at += stride) {
    const before = dealCount(world)
    const body = of(`${place}${String(at).padStart(6, '0')}`)
    const doomed = await startReceiver(world, folder, at)
    const known = recordsIn(folder, 'waiting').length + recordsIn(folder, 'passed').length
    const status = await sendTo(doomed, body)
    await doomed.ended
    const isRecorded = recordsIn(folder, 'waiting').length + recordsIn(folder, 'passed').length > known
    if (status !== 200) deaths.unanswered++
    if (!isRecorded) deaths.unrecorded++
    // Nobody is told «received» of what is not on disk.
    expect(status === 200 && !isRecorded).toBe(false)
    // Who was not answered sends again; who was answered goes home, and the cron line passes on.
    if (status !== 200) expect(await sendTo(receiver, body)).toBe(200)
    else await runReceiver(world, folder, 'pass')
    await until(isPassed)
    expect(dealCount(world)).toBe(before + 1)
  }
  console.log(
    `${steps} steps of the receiver, killed at one of ${stride}: ${JSON.stringify(deaths)}, ${desk.posts.length} posts to the desk, one deal for each person`,
  )
  expect(receiver.log().slice(log)).not.toMatch(/Пример|900/)
  registerEqualsJournal(world)
}, 120_000)

/** How many steps one request takes. */
async function stepsOf(): Promise<number> {
  const counting = await startReceiver(world, folder, 0)
  expect(await sendTo(counting, of('7999999'))).toBe(200)
  await until(isPassed)
  await until(() => /after renameSync[\s\S]*after renameSync/.test(counting.log()))
  counting.child.kill()
  await counting.ended
  return [...counting.log().matchAll(/^step \d+/gm)].length
}

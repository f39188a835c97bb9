/** Issue 3, 2: each sender's payload over HTTP to the workbench's web address, twice; 200 posts at once of 100 requests. */

import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { Bench, newMemory } from '../../emulator/workbench/bench/bench'
import { createApp } from '../../emulator/workbench/server'
import { deskWorld } from '../fixtures/desk'
import { dealCount, intakeKey, payload, setPerMinute, type WebAnswer } from '../fixtures/intakeDesk'
import { registerEqualsJournal, rowById } from '../fixtures/register'

const world = deskWorld()
setPerMinute(world, 10_000)
const bench = new Bench({ world, memory: newMemory(world), notice: '', renew: deskWorld, changed: () => undefined })
const server = serve({ fetch: createApp(bench, 'dist').fetch, port: 0, hostname: '127.0.0.1' })
beforeAll(() => new Promise<void>((resolve) => (server.listening ? resolve() : server.once('listening', () => resolve()))))
afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())))

async function send(type: string, body: string | Uint8Array<ArrayBuffer>, query = `?key=${intakeKey(world)}`): Promise<WebAnswer> {
  const { port } = server.address() as AddressInfo
  const address = `http://127.0.0.1:${port}/webapp/exec${query}`
  return (await (await fetch(address, { method: 'POST', headers: { 'Content-Type': type }, body })).json()) as WebAnswer
}

const jsonType = 'application/json; charset=utf-8'
const formType = 'application/x-www-form-urlencoded'

test.each([
  ['tilda.txt', formType],
  ['cf7.json', jsonType],
  ['yandex.json', jsonType],
  ['yandex-template.json', jsonType],
  ['vk.json', jsonType],
  ['flat.json', jsonType],
  ['letter.txt', 'text/plain'],
])('%s twice: one deal', async (name, type) => {
  const before = dealCount(world)
  const first = await send(type, payload(name))
  expect(first).toEqual({ ok: true, id: expect.any(Number) })
  expect(await send(type, payload(name))).toEqual(first)
  expect(dealCount(world)).toBe(before + 1)
})

test('200 posts at once of 100 requests: exactly 100 deals', async () => {
  const before = dealCount(world)
  const bodies = Array.from({ length: 100 }, (_, at) =>
    JSON.stringify({ name: `Клиент ${at}`, phone: `8921${2_000_000 + at}`, text: 'Вопрос' }),
  )
  const answers = await Promise.all([...bodies, ...bodies].map((body) => send(jsonType, body)))
  expect(answers.every(({ ok }) => ok)).toBe(true)
  expect(new Set(answers.map(({ id }) => id)).size).toBe(100)
  expect(dealCount(world)).toBe(before + 100)
  registerEqualsJournal(world)
}, 120_000)

test('bytes that are no UTF-8, and 5 MB', async () => {
  const broken = Uint8Array.from([...Buffer.from('{"phone":"89110000011","name":"'), 0xff, 0xfe, 0xc3, 0x28, ...Buffer.from('"}')])
  const { id } = await send(jsonType, broken)
  expect(rowById(world, 'Сделки', id ?? 0)['Контактное лицо']).toMatch(/^\ufffd+\(?/)
  expect(await send(jsonType, `{"text":"${'a'.repeat(5_000_000)}"}`)).toMatchObject({
    ok: false,
    error: expect.stringMatching(/не принята/),
  })
  expect(await send(formType, 'name=Anna', '')).toMatchObject({ ok: false, error: expect.stringMatching(/Ключ/) })
})

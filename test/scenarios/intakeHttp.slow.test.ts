/** Issue 3, 2: each sender's payload over HTTP to the workbench's web address, twice; 20 posts at once of 10 requests. */
import { dealCount, payload } from '../fixtures/intakeDesk'
import { expectOneDealEachOverHttp, formType, jsonType, listeningOffice } from '../fixtures/intakeHttp'
import { rowById } from '../fixtures/register'

const office = listeningOffice()
const { world, send } = office

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

test('20 posts at once of 10 requests: exactly 10 deals', () => expectOneDealEachOverHttp(office, 10))

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

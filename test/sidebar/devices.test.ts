/** «Мои устройства»: the list, a way out of each; what waits for a connection; where a device keeps its secret. */
import type { DeviceLine } from '../../src/rpc/deviceContract'
import { createConnection } from '../../src/sidebar/models/phone/connection'
import { createDevicesModel } from '../../src/sidebar/models/phone/devices'
import { newSecret, secretStore } from '../../src/sidebar/models/phone/secret'
import { accepted, refused } from '../../src/sidebar/transports/memoryTransport'
import { benchWith } from './pageBuilder'

const line = (id: string): DeviceLine => ({
  ...{ id, name: 'iPhone, Safari', who: 'Титова Оксана', isOwn: true, isHere: false },
  ...{ since: '2026-11-23', seen: '2026-11-24', until: '2026-12-23' },
})

test('one that is ended leaves the list; a refusal stays before the eyes', async () => {
  const { page } = benchWith({
    'device/list': () => accepted({ devices: [line('a'), line('b')], address: 'https://x/exec' }),
    'device/end': ({ id }) => (id === 'a' ? accepted({ ended: id }) : refused({ message: 'такого входа нет' })),
  })
  const model = createDevicesModel(page)
  await model.load()
  await model.end(line('a'))
  expect(model.lines.value?.map(({ id }) => id)).toEqual(['b'])
  await model.end(line('b'))
  expect(model.lines.value?.map(({ id }) => id)).toEqual(['b'])
  expect(model.caller.trouble.value?.message).toBe('такого входа нет')
})

test('what waits is tried once the connection is back, each once, and waits again where it fails', () => {
  let online = false
  const connection = createConnection(() => online)
  const tried: string[] = []
  connection.wait(() => tried.push('a'))
  connection.wait(() => {
    tried.push('b')
    connection.wait(() => tried.push('b again'))
  })
  connection.retry()
  expect([tried, connection.waiting.value]).toEqual([[], 2])
  online = true
  connection.retry()
  expect([tried, connection.waiting.value]).toEqual([['a', 'b'], 1])
  connection.retry()
  expect(tried).toEqual(['a', 'b', 'b again'])
  expect(connection.isLost('NetworkError: Connection failure due to HTTP 0')).toBe(true)
  expect(connection.isLost('Exceeded maximum execution time')).toBe(false)
})

describe.each([
  ['kept', false],
  ['refused', true],
])('storage %s', (_how, refuses) => {
  test('the secret is there again, or stands in the address', async () => {
    const kept = new Map<string, string>()
    const storage = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    }
    let address = ''
    const store = secretStore({
      storage: () => {
        if (refuses) throw new Error('SecurityError')
        return storage as unknown as Storage
      },
      hash: async () => address,
      setHash: (hash) => {
        address = hash
      },
    })
    expect(await store.read()).toBeNull()
    const secret = newSecret()
    expect(secret).toMatch(/^[\w-]{43}$/)
    expect(store.write(secret)).toEqual({ secret, inAddress: refuses })
    expect([await store.read(), address]).toEqual([{ secret, inAddress: refuses }, refuses ? secret : ''])
    store.forget()
    expect([await store.read(), address]).toEqual([null, ''])
  })
})

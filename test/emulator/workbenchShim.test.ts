/** The value rules of google.script.run in a frame. */
import { createQueue, legalArguments } from '../../emulator/workbench/frame/valueRules'

describe('arguments', () => {
  test('plain values are copied; undefined, NaN and infinities become null', () => {
    const given = { a: [1, 'б', true, null, undefined, Number.NaN], b: { c: Number.POSITIVE_INFINITY } }
    const [copy] = legalArguments([given])
    expect(copy).toEqual({ a: [1, 'б', true, null, null, null], b: { c: null } })
    expect(copy).not.toBe(given)
    expect(legalArguments([undefined])).toEqual([null])
  })

  test.each([
    ['a Date', new Date(0)],
    ['a function', () => 1],
    ['a Map', new Map()],
    ['a Set', new Set()],
    ['a RegExp', /x/],
    ['a symbol', Symbol('x')],
    ['a BigInt', BigInt(1)],
    ['a Date inside', { list: [{ at: new Date(0) }] }],
  ])('%s fails before the call, in Google’s words', (_, value) => {
    expect(() => legalArguments([value])).toThrow(new TypeError('Failed due to illegal value in property: 0'))
    expect(() => legalArguments(['ok', value])).toThrow('Failed due to illegal value in property: 1')
  })

  test('a value that holds itself fails', () => {
    const loop: { self?: unknown } = {}
    loop.self = loop
    expect(() => legalArguments([loop])).toThrow('Failed due to illegal value in property: 0')
  })

  test('the same object twice, side by side, is legal', () => {
    const shared = { a: 1 }
    expect(legalArguments([[shared, shared]])).toEqual([[{ a: 1 }, { a: 1 }]])
  })

  test('a form is read only where it is the whole argument', () => {
    const form = new Map()
    const read = (value: object) => (value === form ? { name: 'Маяк' } : undefined)
    expect(legalArguments([form], read)).toEqual([{ name: 'Маяк' }])
    expect(() => legalArguments([{ form }], read)).toThrow('illegal value')
  })
})

test('ten calls go at once, the eleventh waits for one to end', async () => {
  const queue = createQueue(10)
  const ends: (() => void)[] = []
  let started = 0
  for (let call = 0; call < 12; call++) {
    queue(() => {
      started++
      return new Promise((resolve) => ends.push(resolve))
    })
  }
  expect(started).toBe(10)
  ends[3]?.()
  await new Promise((resolve) => setImmediate(resolve))
  expect(started).toBe(11)
})

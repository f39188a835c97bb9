/** Requests that the door could not take, as a person sees and settles them. */
import { asideOf, asideProperties, asidesIn, hasRoom } from '../../../src/domain/intake/aside'
import { asides, settleAside } from '../../../src/usecases/intake/setAside'
import { knownTo, shownBy, whoMay } from '../../fixtures/known'

const part = { at: '2026-11-23T06:00', local: '2026-11-23T09:00', why: 'trap', sender: 's1' } as const
const posted = (body: string) => asideOf({ contentType: '', body, parameters: {} }, part)
const answers = asideOf({ namedValues: { Имя: ['Анна'] }, row: 2 }, { ...part, why: 'failed' })

test('each as a person reads it, when, and why', () => {
  const items = shownBy(asides, {}, { facts: { asides: [posted('name=Анна\u0000'), answers] } }).items
  expect(items).toEqual([
    { id: expect.any(String), at: '2026-11-23T09:00', why: expect.stringMatching(/робот/), text: 'Контактное лицо: Анна\u2400' },
    { id: expect.any(String), at: '2026-11-23T09:00', why: expect.stringMatching(/следующей сверке/), text: 'Имя: Анна' },
  ])
  expect(shownBy(asides, {}).items).toEqual([])
})

test('settled by the server, which has the text', () => {
  const input = { id: 'a1', take: true }
  expect(settleAside.deed?.(input, knownTo(settleAside, input))).toEqual({ ok: true, value: { kind: 'aside', asked: input } })
  expect(
    settleAside.answer?.({ did: { kind: 'aside', done: { deal: 7 } } } as Parameters<NonNullable<typeof settleAside.answer>>[0], input),
  ).toEqual({ deal: 7 })
})

test('those who take requests', () => expect(whoMay(asides, {})).toEqual(['officeManager', 'director', 'administrator', 'own', 'other']))

describe('the store', () => {
  test("any text comes back whole, in parts that fit a property of Google's", () => {
    const texts = ['', 'a', '👩‍👩‍👧'.repeat(4_000), 'я'.repeat(50_000), '"\\'.repeat(9_000), '\ud800x'.repeat(5_000)]
    for (const text of texts) {
      const one = posted(text)
      const properties = asideProperties(one)
      expect(asidesIn({ ...properties, spreadsheetId: 'x' })).toEqual([one])
      expect(Math.max(...Object.values(properties).map((value) => Buffer.byteLength(value)))).toBeLessThanOrEqual(9 * 1024)
    }
  })
  test('a part that is missing or typed over leaves out that one alone', () => {
    const [a, b] = [posted('я'.repeat(9_000)), posted('b')]
    const all = { ...asideProperties(a), ...asideProperties(b) }
    const [first = ''] = Object.keys(asideProperties(a))
    expect(asidesIn({ ...all, [first]: '{' }).map(({ id }) => id)).toEqual([b.id])
  })
  test('what came twice is kept once; robots, one sender and long texts leave room', () => {
    const other = (at: number) => ({ ...posted(`x${at}`), sender: `s${at}` })
    expect(posted('a').id).toBe(posted('a').id)
    expect(
      hasRoom(
        Array.from({ length: 20 }, (_, at) => other(at)),
        other(21),
      ),
    ).toBe(false)
    expect(
      hasRoom(
        Array.from({ length: 20 }, (_, at) => other(at)),
        { ...other(21), why: 'rate' },
      ),
    ).toBe(true)
    expect(hasRoom([], posted('я'.repeat(120_000)))).toBe(false)
    expect(hasRoom([posted('я'.repeat(100_000))], posted('я'.repeat(100_000)))).toBe(true)
  })
})

/** The receiver is two files that do the same: signed alike by the desk, with the same words and bounds. */
import { execFileSync } from 'node:child_process'
import { createHash, createHmac } from 'node:crypto'
import { join } from 'node:path'
import { fewestMs, isPersonsPace } from '../../src/domain/intake/formMark'
import { envelopeIn, identified, recordedIn, signedEnvelope } from '../../src/domain/intake/ruFirst/envelope'
import { formTexts } from '../../src/domain/text/formText.ru'
import { root, textOf } from './files'

const vectors = JSON.parse(textOf('receiver/vectors.json')) as { key: string; id: string; at: number; payload: string; sign: string }[]
const [node, php] = [textOf('receiver/receiver.mjs'), textOf('receiver/receiver.php')]

test('the desk signs the examples as the receiver does', () => {
  expect(vectors.length).toBeGreaterThan(2)
  for (const { key, ...one } of vectors) {
    const envelope = envelopeIn(JSON.stringify(one))
    const recorded = recordedIn(one.payload)
    if (envelope === null || recorded === null) throw new Error('it cannot be read')
    expect(createHash('sha256').update(identified(recorded)).digest('hex')).toBe(one.id)
    expect(createHmac('sha256', key).update(signedEnvelope(envelope)).digest('hex')).toBe(one.sign)
  }
})

test('the receiver for Node checks them itself', () => {
  expect(execFileSync(process.execPath, [join(root, 'receiver/receiver.mjs'), 'check'], { encoding: 'utf8' })).toBe(
    `${vectors.length} examples, 0 wrong\n`,
  )
})

/** Sentences of people, in whatever quotes; what stands in between is left out. */
const words = (text: string): string[] =>
  [...text.replace(/^\s*(?:\*|\/\/|\/\*\*).*$/gm, '').matchAll(/[А-ЯЁа-яё][А-ЯЁа-яё0-9 ,.:;\-«»]{2,}[А-ЯЁа-яё.]/g)].map(([one]) =>
    one.trim(),
  )

test('both say the same to people, and know the same answers of the form', () => {
  const [ofNode, ofPhp] = [new Set(words(node)), new Set(words(php))]
  expect(ofNode.size).toBeGreaterThan(20)
  expect([...ofNode].filter((one) => !ofPhp.has(one))).toEqual([])
  expect([...ofPhp].filter((one) => !ofNode.has(one))).toEqual([])
  const { names, agree, formName } = formTexts
  for (const name of [
    names.contact,
    names.phone,
    names.email,
    names.messenger,
    names.organisation,
    names.municipality,
    names.text,
    names.wishedTimes,
    names.consent,
    agree,
    formName,
  ])
    expect([name, node.includes(name) && php.includes(name)]).toEqual([name, true])
})

test('both have the bounds of the desk’s own form', () => {
  const numbers = (text: string, names: readonly string[]) =>
    names.map((name) => {
      const found = new RegExp(`${name}\\s*[:=]\\s*([\\d_ *]+)`).exec(text)?.[1] ?? ''
      return found
        .replaceAll('_', '')
        .split('*')
        .reduce((product, part) => product * Number(part), 1)
    })
  const ofNode = numbers(node, ['body', 'fewestMs', 'longestMs', 'senders'])
  expect(ofNode).toEqual(numbers(php, ['BODY', 'FEWEST_MS', 'LONGEST_MS', 'SENDERS']))
  const [body, fewest = 0, longest = 0, senders] = ofNode
  expect([body, fewest, senders]).toEqual([100_000, fewestMs, 5])
  expect([isPersonsPace(0, longest), isPersonsPace(0, longest + 1)]).toEqual([true, false])
})

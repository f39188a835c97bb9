/** The command line of the bench: flags are never sizes, and what is neither stops it. */
import { askedBy } from './asked'

const usual = [1_000, 10_000, 50_000]

test.each([
  [[], { sizes: usual, json: false, docs: false, floor: false }],
  [['--json'], { sizes: usual, json: true }],
  [['--beside', '--floor', '300000', '--json'], { sizes: [300_000], json: true, floor: true }],
  [['300', '--json', '2000'], { sizes: [300, 2_000] }],
  [['--docs'], { sizes: [...usual, 300_000], docs: true }],
])('%j', (given, asked) => {
  expect(askedBy(given)).toMatchObject(asked)
})

test.each([['many'], ['199'], ['1000.5'], ['--jsn']])('%s is refused', (word) => {
  expect(() => askedBy(['1000', word])).toThrow(word)
})

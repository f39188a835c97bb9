/** The visual language of docs/screens.md: outside tokens.css no style has a distance, a size of text or a colour of its own. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = process.cwd()
const own = 'src/sidebar/style'
const files = [...readdirSync(join(root, own)).map((name) => `${own}/${name}`), 'src/pages/pages.css'].filter(
  (name) => !name.endsWith('/tokens.css'),
)

interface Line {
  readonly property: string
  readonly value: string
  readonly at: string
}

/** Declarations of a file; a value over several lines is one. Names of tokens are given in tokens.css, and anew for the outside pages. */
function declarationsOf(file: string): Line[] {
  const text = readFileSync(join(root, file), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '')
  return [...text.matchAll(/^\s+([a-z-]+):\s*([^;{}]+);/gm)].map(([, property = '', value = '']) => ({
    property,
    value: value.replace(/\s+/g, ' '),
    at: `${file}: ${property}: ${value}`,
  }))
}

const all = files.flatMap(declarationsOf)
const wrong = (lines: readonly Line[]) => lines.map(({ at }) => at)
const pixels = (value: string) => [...value.matchAll(/-?\d*\.?\d+(?=px)/g)].map(([number]) => Math.abs(Number(number)))

test('the styles are read', () => {
  expect(all.length).toBeGreaterThan(500)
})

test('distances are 4, 8, 12, 16, 24', () => {
  const scale = new Set([0, 4, 8, 12, 16, 24])
  const distances = all.filter(({ property }) => /^(margin|padding|gap|row-gap|column-gap)/.test(property))
  expect(wrong(distances.filter(({ value }) => pixels(value).some((one) => !scale.has(one))))).toEqual([])
})

test('boxes stand on the grid of 4', () => {
  const boxes = all.filter(({ property }) =>
    /^(width|height|min-|max-|flex|grid-template|top|left|right|bottom|inset|scroll-padding)/.test(property),
  )
  expect(wrong(boxes.filter(({ value }) => pixels(value).some((one) => one > 1 && one % 4 !== 0)))).toEqual([])
})

test('text has the three sizes of the tokens', () => {
  const sizes = all.filter(({ property }) => property === 'font-size' || property === 'line-height' || property === 'font')
  expect(wrong(sizes.filter(({ value }) => !/var\(--(text|small|subject)(-line)?\)|^inherit$/.test(value)))).toEqual([])
})

test('colours are the tokens’', () => {
  const coloured = /#[0-9a-f]{3,8}\b|\brgba?\(|\bhsl|\b(white|black|red|green|blue|grey|gray|orange|yellow)\b(?!-)/i
  const named = all.filter(({ value }) => coloured.test(value.replace(/var\(--[a-z-]+\)/g, '')))
  expect(wrong(named)).toEqual([])
})

test('motion is as long as the token says', () => {
  const moving = all.filter(({ property, value }) => property.startsWith('transition') && !/var\(--motion\)/.test(value))
  expect(wrong(moving)).toEqual([])
})

const tokens = readFileSync(join(root, own, 'tokens.css'), 'utf8')
const [light = '', dark = ''] = tokens.split('@media (prefers-color-scheme: dark)')
const colourOf = (part: string, name: string) => new RegExp(`--${name}: (#[0-9a-f]{3,6});`).exec(part)?.[1] ?? ''

/** WCAG 2: relative luminance of a colour. */
function luminance(colour: string): number {
  const full = colour.length === 4 ? colour.replace(/[0-9a-f]/g, (digit) => digit + digit) : colour
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(full.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [bright = 0, dim = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (bright + 0.05) / (dim + 0.05)
}

const grounds = ['ground', 'soft', 'sunk', 'chosen', 'blue-soft']
const pairs = [
  ...['ink', 'grey', 'blue-dark'].flatMap((text) => grounds.map((ground) => [text, ground] as const)),
  ...['red', 'green', 'amber'].flatMap((text) => ['ground', 'soft', `${text}-soft`].map((ground) => [text, ground] as const)),
  ['ink', 'amber-soft'],
  ['ink', 'red-soft'],
  ['blue-dark', 'amber-soft'],
  ['on-blue', 'blue'],
  ['on-tip', 'tip'],
] as const

test.each([light, dark])('the edge of what is typed into or pressed is seen, 3 and more', (part) => {
  const ratios = ['ground', 'soft', 'chosen'].map((ground) => contrast(colourOf(part, 'edge'), colourOf(part, ground)))
  expect(Math.min(...ratios)).toBeGreaterThanOrEqual(3)
})

test.each(['light', 'dark'])('%s: every text stands out from its ground, 4.5 and more', (theme) => {
  const part = theme === 'light' ? light : dark
  const poor = pairs
    .map((pair) => [...pair, contrast(colourOf(part, pair[0]), colourOf(part, pair[1]))] as const)
    .filter(([, , ratio]) => !(ratio >= 4.5))
  expect(poor).toEqual([])
})

/** F14: names of projects are no keys: a renamed project keeps what was done for it; another one does not get it. */

import fc from 'fast-check'
import { currentNames, followed, type KnownProject } from '../../src/domain/office/formerNames'

const known = (name: string, manager: string, former: string[] = []): KnownProject => ({ name, manager, former })
const sheet = (...rows: [name: string, managerEmail: string][]) => rows.map(([name, managerEmail]) => ({ name, managerEmail }))
const before = [known('Центр', 'a@x'), known('Север', 'b@x'), known('Школа', 'a@x')]

test.each<[string, [string, string][], Record<string, string>]>([
  [
    'renamed in its place',
    [
      ['Центр', 'a@x'],
      ['Добрый Север', 'b@x'],
      ['Школа', 'a@x'],
    ],
    { Север: 'Добрый Север' },
  ],
  [
    'renamed, and the sheet sorted',
    [
      ['Добрый Север', 'b@x'],
      ['Школа', 'a@x'],
      ['Центр', 'a@x'],
    ],
    { Север: 'Добрый Север' },
  ],
  [
    'two renamed at once',
    [
      ['Центр НКО', 'a@x'],
      ['Север', 'b@x'],
      ['Школа НКО', 'a@x'],
    ],
    { Центр: 'Центр НКО', Школа: 'Школа НКО' },
  ],
  [
    'spelt otherwise: the same name',
    [
      ['центр', 'a@x'],
      ['Север', 'b@x'],
      ['Школа', 'a@x'],
    ],
    { Центр: 'центр' },
  ],
  [
    'another project with another manager',
    [
      ['Центр', 'a@x'],
      ['Восток', 'c@x'],
      ['Школа', 'a@x'],
    ],
    {},
  ],
  [
    'another manager of the same project',
    [
      ['Центр', 'a@x'],
      ['Север', 'c@x'],
      ['Школа', 'a@x'],
    ],
    {},
  ],
  [
    'one more',
    [
      ['Центр', 'a@x'],
      ['Север', 'b@x'],
      ['Школа', 'a@x'],
      ['Новый', 'b@x'],
    ],
    {},
  ],
  [
    'one less',
    [
      ['Центр', 'a@x'],
      ['Школа', 'a@x'],
    ],
    {},
  ],
])('%s', (_name, rows, names) => expect(Object.fromEntries(currentNames(followed(before, sheet(...rows))))).toEqual(names))

test('renamed twice, and back: every name that it had leads to the present one', () => {
  const step = (list: readonly KnownProject[], name: string) => followed(list, sheet(['Центр', 'a@x'], [name, 'b@x'], ['Школа', 'a@x']))
  const twice = step(step(before, 'Добрый Север'), 'Северный край')
  expect(Object.fromEntries(currentNames(twice))).toEqual({ Север: 'Северный край', 'Добрый Север': 'Северный край' })
  expect(Object.fromEntries(currentNames(step(twice, 'Север')))).toEqual({ 'Добрый Север': 'Север', 'Северный край': 'Север' })
})

test("law: the same sheet again changes nothing; a present name is nobody's former one", () => {
  const row = fc.record({ name: fc.constantFrom('А', 'Б', 'В', 'Г'), managerEmail: fc.constantFrom('a@x', 'b@x') })
  const anySheet = fc.uniqueArray(row, { selector: ({ name }) => name, maxLength: 4 })
  fc.assert(
    fc.property(fc.array(anySheet, { maxLength: 5 }), (sheets) => {
      const last = sheets.reduce<KnownProject[]>((list, one) => followed(list, one), [])
      const names = sheets[sheets.length - 1] ?? []
      expect(followed(last, names)).toEqual(last)
      for (const former of currentNames(last).keys()) expect(names.map(({ name }) => name)).not.toContain(former)
    }),
  )
})

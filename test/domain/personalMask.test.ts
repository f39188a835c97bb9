/** A text without somebody: his name in any case, his telephone in any spelling, his address; people who are like him stay. */

import { seededRandom } from '../../emulator/world/seeded'
import { elsewhereMask, ownMask } from '../../src/domain/client/personal/mask'
import { aloneHis, type Told, toldBy } from '../../src/domain/client/personal/told'

const told = (part: Partial<Record<keyof Told, string>>): Told => toldBy([part])
const anna = told({
  contact: 'Иванова Анна Петровна',
  phone: '8 (911) 416-01-23',
  email: 'anna.iv@post.example.org',
  messenger: 'Телеграм @anna_iv',
  organisation: 'АНО «Маяк»',
})

describe('in rows of his own', () => {
  const mask = ownMask(anna, '')
  test.each([
    ['Звонила Анна Петровна', 'Звонила [удалено]'],
    ['говорили с Ивановой А. П. об отчёте', 'говорили с [удалено] об отчёте'],
    ['А. П. Иванова просит перезвонить', '[удалено] просит перезвонить'],
    ['ИВАНОВУ АННУ ждём завтра', '[удалено] ждём завтра'],
    ['Ивaнoва (латиницей)', '[удалено] (латиницей)'],
    ['Ива\u00adнова', '[удалено]'],
    ['тел. +7 911 416 01 23 после 18:00', 'тел. [удалено] после 18:00'],
    ['89114160123', '[удалено]'],
    ['9114160123,89114160124', '[удалено],89114160124'],
    ['пишите на ANNA.IV@post.example.org.', 'пишите на [удалено].'],
    ['mailto:anna.iv%40post.example.org', 'mailto:[удалено]'],
    ['в телеграме @anna_iv', 'в телеграме [удалено]'],
    ['{"text":"строка\\nИванова"}', '{"text":"строка\\n[удалено]"}'],
    ['АНО «Маяк» остаётся', 'АНО «Маяк» остаётся'],
    ['1891141601234 — номер счёта', '1891141601234 — номер счёта'],
  ])('%s', (text, masked) => {
    expect(mask(text)).toBe(masked)
    expect(mask(masked)).toBe(masked)
  })

  test('the organisation is called by its number where it goes too', () => {
    const named = ownMask(anna, 'Клиент № 7')
    expect(named('ММ_АНО «Маяк»')).toBe('ММ_Клиент № 7')
    expect(named('«Маяк» и Анна')).toBe('«Клиент № 7» и [удалено]')
    expect(named(named('АНО «Маяк»'))).toBe('Клиент № 7')
  })
})

describe('elsewhere', () => {
  const mask = elsewhereMask(anna, 'Клиент № 7')
  test.each([
    ['посоветовала Анна Иванова', 'посоветовала [удалено]'],
    ['от Ивановой Анны Петровны', 'от [удалено]'],
    ['Иванова сказала', 'Иванова сказала'],
    ['Анна Петровна сказала', 'Анна Петровна сказала'],
    ['Иванова Ольга и Анна Сидорова', 'Иванова Ольга и Анна Сидорова'],
    ['как у АНО «Маяк»', 'как у Клиент № 7'],
    ['маяк на берегу', 'маяк на берегу'],
    ['8-911-416-01-23', '[удалено]'],
  ])('%s', (text, masked) => {
    expect(mask(text)).toBe(masked)
  })

  test('what is told of others too is nobody’s alone', () => {
    const others = [{ contact: 'Анна Иванова', phone: '8 911 416-01-23', email: 'other@post.example.org' }]
    const alone = aloneHis(anna, others)
    expect(alone).toMatchObject({ contact: [], phone: [], email: ['anna.iv@post.example.org'] })
    expect(elsewhereMask(alone, '')('Анна Иванова, 8 911 416-01-23')).toBe('Анна Иванова, 8 911 416-01-23')
  })
})

/** Cases of women's and men's names, by hand: stems are to be found in each. */
const families = [
  ['Кораблёва', 'Кораблёвой', 'Кораблёву'],
  ['Носов', 'Носова', 'Носову', 'Носовым'],
  ['Белоконь', 'Белоконя', 'Белоконю'],
  ['Мышкина', 'Мышкиной', 'Мышкину'],
] as const
const names = [
  ['Зинаида', 'Зинаиды', 'Зинаиде', 'Зинаиду'],
  ['Мария', 'Марии', 'Марию', 'Марией'],
  ['Олег', 'Олега', 'Олегу', 'Олегом'],
  ['Игорь', 'Игоря', 'Игорю', 'Игорем'],
] as const
const spellings = [
  (d: string) => `8${d}`,
  (d: string) => `+7 ${d.slice(0, 3)} ${d.slice(3, 6)}-${d.slice(6, 8)}-${d.slice(8)}`,
  (d: string) => `8(${d.slice(0, 3)})${d.slice(3)}`,
  (d: string) => d,
  (d: string) => `7-${d.slice(0, 3)}-${d.slice(3, 6)}-${d.slice(6)}`,
]

test('generated: 400 people, each named in another way, and somebody like each beside', () => {
  for (let seed = 0; seed < 400; seed++) {
    const random = seededRandom(`mask ${seed}`)
    const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
    const [family, name] = [pick(families), pick(names)]
    const digits = `9${Array.from({ length: 9 }, () => Math.floor(random() * 10)).join('')}`
    const like = `9${digits.slice(1, 9)}${(Number(digits[9]) + 1) % 10}`
    const person = told({ contact: `${family[0]} ${name[0]}`, phone: pick(spellings)(digits), email: `p${digits}@post.example.org` })
    const said = `с ${pick(family)} ${pick(name)} по ${pick(spellings)(digits)} или p${digits}@POST.example.org`
    const others = `${family[0]} Аполлинария, ${pick(spellings)(like)}, p${like}@post.example.org`
    expect([seed, elsewhereMask(person, '')(said)]).toEqual([seed, 'с [удалено] по [удалено] или [удалено]'])
    expect([seed, elsewhereMask(person, '')(others)]).toEqual([seed, others])
  }
})

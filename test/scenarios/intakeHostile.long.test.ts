/** Issue 3, «60 hostile inputs»: on every channel stored and shown as text, or refused with a sentence. */

import { readCell } from '../../emulator/services/sheets/grid'
import type { World } from '../../emulator/world/types'
import { delivered, mailRows } from '../fixtures/deliveredMail'
import { deskWorld, done, office, sheet } from '../fixtures/desk'
import { dealCount, formPost, jsonPost, post, posting, setPerMinute, webAnswer } from '../fixtures/intakeDesk'
import { hostilePosts, hostileTexts } from '../fixtures/intakeHostile'
import { registerEqualsJournal, registerOf, rowById, rowsOf } from '../fixtures/register'

const forbiddenSigns = /[\u0000-\u0009\u000b-\u001f\u007f\u061c\u200b-\u200f\u202a-\u202e\u2066-\u2069]/
const textColumns = {
  Сделки: ['Организация', 'Контактное лицо', 'Телефон', 'Запрос', 'Договорился с', 'Комментарии', 'Внешние номера', 'Исходная заявка'],
  Клиенты: ['Организация', 'Контактное лицо', 'Телефон', 'E-mail', 'Мессенджер', 'Муниципалитет', 'Внешние номера'],
}
const rawColumn = 'Исходная заявка'

/** The hostile text in every field at once, beside a phone that makes each request another one. */
const fieldsWith = (text: string, number: number): Record<string, string> =>
  text.length > 5_000 ? { text: `${text} ${number}` } : shortFieldsWith(text, number)

const shortFieldsWith = (text: string, number: number): Record<string, string> => ({
  name: text,
  email: text,
  org: `${text} ${number}`,
  city: text,
  topic: text,
  text: `${text} ${number}`,
  consultant: text,
  messenger: text,
  other: text,
  [text.slice(0, 300)]: text,
})

/** A text that fills the whole room stands there once. */
const letterWith = (text: string, number: number): string =>
  text.length > 5_000 ? `Организация: ТОС ${number}\n${text}` : `Имя: ${text}\nОрганизация: ${text} ${number}\nВопрос: ${text}\n${text}`

type Send = (world: World, text: string, number: number) => void

const channels: Readonly<Record<string, Send>> = {
  'JSON post': (world, text, number) => expect(post(world, jsonPost(fieldsWith(text, number)))).toMatchObject({ ok: true }),
  'form post': (world, text, number) => expect(post(world, formPost(fieldsWith(text, number)))).toMatchObject({ ok: true }),
  'posted text': (world, text, number) =>
    expect(post(world, { type: 'text/plain', body: letterWith(text, number) })).toMatchObject({ ok: true }),
  'Google form': (world, text, number) => {
    const named = Object.fromEntries(Object.entries(fieldsWith(text, number)).map(([name, value]) => [name, [value]]))
    const event = { namedValues: named, range: { rowStart: number }, triggerUid: 'form-trigger' }
    expect(world.invoke({ fn: 'onFormSubmit', entry: 'trigger', user: office, args: [event] }).error).toBeNull()
  },
  'pasted letter': (world, text, number) => {
    const letter = letterWith(text, number)
    const { client, request } = done(world, 'intake/readLetter', { text: letter })
    const short = {
      ...client,
      organisation: client.organisation.slice(0, 500),
      contact: client.contact.slice(0, 500),
      phone: client.phone.slice(0, 500),
    }
    done(world, 'deal/create', {
      channel: 'email',
      stage: 'unsorted',
      clientId: null,
      client: short,
      topic: null,
      request: request.slice(0, 10_000),
      agreedWith: '',
      letter,
    })
  },
}

/** Every text cell of the new rows is a string that Sheets does not interpret, without marks that change what is seen. */
function expectTexts(world: World, title: keyof typeof textColumns, firstRow: number): void {
  const found = sheet(world, title)
  const headings = Array.from({ length: found.columnCount }, (_, column) => readCell(found, 0, column).v)
  for (const { row, cells } of rowsOf(world, title).filter(({ row }) => row > firstRow)) {
    for (const heading of textColumns[title]) {
      const cell = readCell(found, row - 1, headings.indexOf(heading))
      expect([heading, row, cell.f, cell.v === null || typeof cell.v === 'string']).toEqual([heading, row, undefined, true])
      if (heading !== rawColumn) expect(String(cell.v ?? '')).not.toMatch(forbiddenSigns)
    }
    expect(cells['№']).toEqual(expect.any(Number))
  }
}

describe.each(Object.entries(channels))('%s', (door, send) => {
  const world = deskWorld()
  setPerMinute(world, 10_000)
  world.state.triggers.push({ uid: 'form-trigger', fn: 'onFormSubmit', owner: world.state.owner, kind: 'formSubmit' })
  const heights = { Сделки: rowsOf(world, 'Сделки').at(-1)?.row ?? 0, Клиенты: rowsOf(world, 'Клиенты').at(-1)?.row ?? 0 }
  const numbers = new Map(Object.keys(hostileTexts).map((name, at) => [name, at + 100]))

  test.each(Object.entries(hostileTexts))('%s is text', (name, text) => {
    const before = dealCount(world)
    if (name === 'control characters' && door === 'pasted letter') {
      expect(() => send(world, text, numbers.get(name) ?? 0)).toThrow('нельзя записать')
      return
    }
    send(world, text, numbers.get(name) ?? 0)
    expect(dealCount(world)).toBe(before + 1)
    expect(rowsOf(world, 'Сделки').at(-1)?.cells).toMatchObject({ Этап: 'Неразобранное', Версия: 1, Консультант: null, Событие: null })
  })

  test('every cell that was written is a string, the register equals its journal, no letter waits', () => {
    expectTexts(world, 'Сделки', heights.Сделки)
    expectTexts(world, 'Клиенты', heights.Клиенты)
    registerEqualsJournal(world)
    expect([mailRows(world, false), delivered(world)]).toEqual([[], []])
    expect(
      rowsOf(world, 'Клиенты')
        .map(({ cells }) => String(cells['E-mail'] ?? ''))
        .filter((email) => /[\s,]/.test(email)),
    ).toEqual([])
  })
})

describe('whole posts', () => {
  test.each(Object.entries(hostilePosts))('%s', (_name, [one, what]) => {
    const world = deskWorld()
    const before = registerOf(world)
    const height = rowsOf(world, 'Сделки').at(-1)?.row ?? 0
    const answer = webAnswer(world.invoke(posting(world, one)))
    if (what === 'refused') {
      expect(answer).toEqual({ ok: false, error: expect.stringMatching(/^[А-ЯЁ].{20,}\.$/) })
      expect(registerOf(world)).toEqual(before)
      return
    }
    expect(answer).toEqual({ ok: true, id: expect.any(Number) })
    expect(post(world, one)).toEqual(answer)
    const deal = rowById(world, 'Сделки', answer.id ?? 0)
    expect(deal).toMatchObject({ Этап: 'Неразобранное', Версия: 1, Консультант: null, [rawColumn]: expect.any(String) })
    expectTexts(world, 'Сделки', height)
    registerEqualsJournal(world)
  })

  test('60 and more are in the tables', () => {
    expect(Object.keys(hostileTexts).length + Object.keys(hostilePosts).length).toBeGreaterThanOrEqual(60)
    expect(Object.keys(hostileTexts).length).toBeGreaterThanOrEqual(60)
  })
})

/** Import through the bundle: every row is accounted for, a dry run promises what the import does, and a second time changes nothing. */

import { createSampleWorld } from '../../emulator/workbench/sampleOffice'
import type { World } from '../../emulator/world/types'
import { issueText } from '../../src/domain/text/text.ru'
import type { ImportTable, Output } from '../../src/rpc/contract'
import { deskWorld, director, done, refusal, remindingWorld, sheet } from '../fixtures/desk'
import { registerEqualsJournal, registerOf, rowsOf, standingIn, valuesOf } from '../fixtures/register'
import { drawnTable, sampleTable } from '../fixtures/sampleTable'

const deals = sampleTable('amocrm-deals.csv')

/** The office with its staff, projects and days, and no deals yet: what the administrator has before the import. */
function beforeImport(): World {
  const world = deskWorld()
  for (const title of ['Сделки', 'Клиенты', 'Журнал', 'Контроль']) sheet(world, title).cells = sheet(world, title).cells.slice(0, 1)
  const service = sheet(world, 'Служебное')
  service.cells = service.cells.map((row) => (row && /^last/.test(String(row[0])) ? [row[0] ?? null, null] : row))
  return world
}

function preview(world: World, kind: 'deals' | 'staff', table: ImportTable): Output<'import/preview'> {
  return done(world, 'import/preview', { kind, table }, director)
}

function apply(world: World, kind: 'deals' | 'staff', table: ImportTable): Output<'import/apply'> {
  return done(world, 'import/apply', { kind, table }, director)
}

describe('the export of amoCRM', () => {
  const world = beforeImport()
  const dry = preview(world, 'deals', deals)

  test('a dry run writes nothing, and every row is taken, a duplicate, or named in an issue', () => {
    expect(rowsOf(world, 'Сделки')).toEqual([])
    const left = deals.rows.length - dry.taken - dry.duplicates
    const leftOut = dry.issues.filter(({ message }) => /не загружается|загружается только/.test(message))
    expect(new Set(leftOut.map(({ row }) => row)).size).toBe(left)
    expect(dry.taken).toBeGreaterThan(0)
    expect(deals.rows).toHaveLength(292)
  })

  test('the import does what the dry run promised: counts, issues, and the eleven booked events found', () => {
    const { written, ...told } = apply(world, 'deals', deals)
    expect(told).toEqual(dry)
    expect(written).toBe(dry.taken)
    expect(rowsOf(world, 'Сделки')).toHaveLength(dry.taken)
    expect(dry.matchedEvents).toBe(11)
    expect(rowsOf(world, 'Сделки').filter(({ cells }) => cells['Событие'] !== null)).toHaveLength(11)
    registerEqualsJournal(world)
  })

  test('each row of the file that was taken stands in the register under its own number', () => {
    const numbers = rowsOf(world, 'Сделки').map(({ cells }) => String(cells['№']))
    const ids = new Set(deals.rows.map(([id]) => id))
    expect(numbers.every((number) => ids.has(number))).toBe(true)
    expect(new Set(numbers).size).toBe(numbers.length)
  })

  test('a second time changes no cell of the register and no line of the journal', () => {
    const before = registerOf(world)
    const control = valuesOf(world, 'Контроль')
    const again = apply(world, 'deals', deals)
    expect(again).toMatchObject({ taken: 0, written: 0 })
    expect(again.duplicates).toBe(dry.taken + dry.duplicates)
    expect(JSON.stringify(registerOf(world))).toBe(JSON.stringify(before))
    expect(valuesOf(world, 'Контроль')).toEqual(control)
  })
})

test('K5: no incomplete card comes into «Успешно завершённые» by import', () => {
  const won = rowsOf(deskWorld(), 'Сделки').filter(({ cells }) => cells['Этап'] === 'Успешно завершённые')
  expect(won.length).toBeGreaterThan(100)
  for (const { cells } of won) {
    for (const field of ['Тема', 'Консультант', 'Начало', 'Содержание', 'Рекомендации', 'Продолжительность, мин', 'Проект']) {
      expect([cells['№'], field, cells[field]]).not.toContain(null)
    }
  }
})

describe('files that are not quite right', () => {
  const dry = preview(beforeImport(), 'deals', deals)

  test('an unknown column that says something stays with the deal', () => {
    const world = beforeImport()
    const table = {
      ...deals,
      headings: [...deals.headings, 'Любимый цвет'],
      rows: deals.rows.map((row, at) => [...row, at % 2 ? 'синий' : 'зелёный']),
    }
    expect(apply(world, 'deals', table).written).toBeGreaterThan(200)
    expect(rowsOf(world, 'Сделки')[1]?.cells['Комментарии']).toContain('из amoCRM: Любимый цвет: синий')
  })

  test('another name of a needed column is understood', () => {
    const world = beforeImport()
    const table = { ...deals, headings: deals.headings.map((heading) => (heading === 'Этап сделки' ? 'Стадия' : heading)) }
    expect(apply(world, 'deals', table).written).toBe(dry.taken)
  })

  test.each([
    ['contacts', 'Имя|Телефон|E-mail\nАнна Иванова|89114160123|a@example.org', 'список контактов'],
    [
      'a bank statement',
      'Дата|Счёт|Контрагент|Дебет|Назначение платежа\n03.08.2026|40702|ООО «Свет»|100|за свет',
      'банковскую выписку или платежи',
    ],
    ['goods', 'Артикул|Наименование товара|Цена|Остаток\n17|Бумага|300|5', 'прайс-лист или список товаров'],
    ['staff', 'Инициалы|ФИО|E-mail|Роли|Темы\nММ|Морозова Мария|m@example.org|консультант|8', 'список сотрудников'],
    [
      'deals of somebody else',
      'ID|Название сделки|Этап сделки|Воронка|Дата создания|Компания\n1|Партия окон|Успешно реализовано|Продажи|03.08.2026 12:00:00|ООО «Окна»',
      'выгрузку сделок, в которых о консультациях ничего нет',
    ],
    ['a letter', 'Здравствуйте!\nПришлите отчёт', 'текст, а не таблицу'],
  ])('no export, %s: refused in a sentence that says what it seems to be; nothing is written', (_, drawing, what) => {
    const world = deskWorld()
    const before = registerOf(world)
    const table = drawnTable('чужое.csv', drawing)
    const told = refusal(world, 'import/apply', { kind: 'deals', table }, director)
    expect(told).toContain(`Файл «чужое.csv» похож на ${what}, а не на выгрузку консультаций`)
    expect(refusal(world, 'import/preview', { kind: 'deals', table }, director)).toBe(told)
    expect(registerOf(world)).toEqual(before)
  })

  test('a cell that looks like a formula is imported as text', () => {
    const world = deskWorld()
    const headings = deals.headings
    const row = [...(deals.rows[0] ?? [])]
    row[0] = '99001'
    row[headings.indexOf('Компания')] = '=IMPORTXML("https://example.org";"//a")'
    apply(world, 'deals', { ...deals, rows: [row] })
    const cell = sheet(world, 'Сделки')
      .cells.flatMap((cells) => cells ?? [])
      .map(standingIn)
      .find((one) => String(one).startsWith('=IMPORTXML'))
    expect(cell).toBe('=IMPORTXML("https://example.org";"//a")')
    registerEqualsJournal(world)
  })

  test.each([
    [
      'a consultant without initials',
      ';Иванова Анна Петровна;anna@example.org;консультант;8;нет;;;',
      '«Инициалы»: у консультанта нет инициалов, в календаре его не узнать',
    ],
    [
      'initials of somebody in the same file',
      'ЯЯ;Яковлев Ян Янович;yan@example.org;консультант;8;нет;;;',
      '«Инициалы»: «ЯЯ» уже есть у другого сотрудника',
    ],
  ])('staff: %s is named and not taken', (_, line, told) => {
    const world = deskWorld()
    const staff = sampleTable('staff.csv')
    const rows = ['ЯЯ;Янина Яна Яновна;yana@example.org;консультант;8;нет;;;', line].map((text) => text.split(';'))
    const before = rowsOf(world, 'Сотрудники').length
    const read = apply(world, 'staff', { ...staff, rows })
    expect(read.issues.map(issueText)).toEqual([`«staff.csv», строка 3, ${told}`])
    expect(read.written).toBe(1)
    expect(rowsOf(world, 'Сотрудники')).toHaveLength(before + 1)
  })
})

test('the sample office is the same whenever and wherever it is built', () => {
  const again = createSampleWorld({ distFolder: `${__dirname}/../../dist`, sampleFolder: `${__dirname}/../../emulator/sample` })
  expect(registerOf(again)).toEqual(registerOf(remindingWorld()))
})

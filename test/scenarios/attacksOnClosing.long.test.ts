/** K5 attacked through what stands beside the doors: journal, «Служебное», required fields, reopening, import. And T2 by import. */
import type { World } from '../../emulator/world/types'
import { type Attack, addLine, cells, changeLine, insiders, ref, typeIn } from '../fixtures/attacks'
import { call, deskWorld, director, inDomain, morozova, nextTick, office } from '../fixtures/desk'
import { rowsOf } from '../fixtures/register'
import { typeOverService } from '../fixtures/typedOver'

/** K5: held in August, contents and project are missing. */
const incomplete = 41006
const desk = inDomain(deskWorld())
const K5 = (name: string, deed: Attack['deed']): Attack => ({ name: `K5, ${name}`, world: desk, facts: cells(incomplete, ['Этап']), deed })
const ofClosing: Attack[] = [
  K5('a line of the journal that closes it', (world) => addLine(world, incomplete, { stage: ['held', 'won'] })),
  K5('the first line, as if it had come closed', (world) => changeLine(world, incomplete, { stage: [null, 'won'] })),
  K5('a line that fills it, then the stage typed', (world) => {
    addLine(world, incomplete, {
      content: ['', 'а'],
      recommendations: ['', 'б'],
      project: ['', 'не распределено'],
      minutes: [null, 60],
      topic: [null, 10],
    })
    typeIn(world, 'Сделки', ['№', incomplete as never], ['Этап', 'Успешно завершённые'], office)
  }),
  K5('the journal’s lines of it deleted, then the stage typed', (world) => {
    for (;;) {
      const row = rowsOf(world, 'Журнал').find((one) => one.cells['Лист'] === 'Сделки' && one.cells['№ строки'] === incomplete)?.row
      if (row === undefined) break
      world.hand.deleteRows({ sheet: 'Журнал', from: row, count: 1, user: morozova })
    }
    typeIn(world, 'Сделки', ['№', incomplete as never], ['Этап', 'Успешно завершённые'], office)
  }),
  K5('the version and the stage pasted together, lines missing', (world) => {
    typeOverService(world, 'journalLines', '99999')
    typeIn(world, 'Сделки', ['№', incomplete as never], ['Версия', '90'], office)
    typeIn(world, 'Сделки', ['№', incomplete as never], ['Этап', 'Успешно завершённые'], office)
  }),
  K5('the required fields crossed out', (world) => {
    const rows = rowsOf(world, 'Обязательные поля').length
    world.hand.deleteRows({ sheet: 'Обязательные поля', from: 2, count: rows, user: office })
    call(world, 'week/close', { deals: [{ ref: ref(world, incomplete), to: 'won', reason: 'так надо' }] }, office)
    typeIn(world, 'Сделки', ['№', incomplete as never], ['Этап', 'Успешно завершённые'], office)
  }),
  K5('a number that is none for minutes', (world) => {
    call(
      world,
      'deal/move',
      {
        deal: ref(world, incomplete),
        to: 'won',
        reason: 'x',
        fields: { minutes: 0, content: ' ', recommendations: ' ', project: 'не распределено' },
      },
      office,
    )
  }),
  K5('filled with spaces', (world) => {
    call(
      world,
      'deal/fill',
      { deal: ref(world, incomplete), fields: { content: '   ', recommendations: '\n', project: 'не распределено' } },
      office,
    )
    call(world, 'week/close', { deals: [{ ref: ref(world, incomplete), to: 'won', reason: 'x' }] }, office)
  }),
  K5('taken back from the archive that it is not in', (world) => addLine(world, incomplete, { archive: [null, '2026'] })),
  ...Object.entries(insiders).map(([who, user]) =>
    K5(`reopened and closed by ${who}`, (world) => {
      call(world, 'deal/reopen', { deal: ref(world, incomplete), reason: 'x' }, user)
      call(world, 'deal/move', { deal: ref(world, incomplete), to: 'won', reason: 'x', fields: {} }, user)
    }),
  ),
]

const table = (row: Readonly<Record<string, string>>) => ({
  fileName: 'сделки.csv',
  headings: Object.keys(row),
  rows: [Object.values(row)],
})
const file = {
  ID: '59001',
  Компания: 'АНО «Ввоз»',
  'Основной контакт': 'Анна',
  'Этап сделки': 'Успешно завершённые',
  Воронка: 'Консультация',
  'Дата создания': '20.11.2026 11:56:00',
  'Рабочий телефон (контакт)': '89110000077',
  Источник: 'телефон офис-менеджеру',
  'Тема консультации': 'Правовые вопросы',
  Консультант: 'ММ',
  'Дата и время консультации': '20.11.2026 14:00:00',
  Формат: 'очно',
  'Продолжительность, мин': '',
  Проект: '',
  'Содержание и рекомендации': '',
}
const importedAs = (world: World) =>
  rowsOf(world, 'Сделки')
    .filter((one) => one.cells['Организация'] === 'АНО «Ввоз»')
    .map((one) => one.cells)
const ofImport: Attack[] = Object.entries({ ...insiders, director }).flatMap(([who, user]): Attack[] => [
  {
    name: `K5, imported closed and empty by ${who}`,
    world: desk,
    facts: (world) => importedAs(world).filter((one) => one['Этап'] === 'Успешно завершённые').length,
    deed: (world) => void call(world, 'import/apply', { kind: 'deals', table: table(file) } as never, user),
  },
  {
    name: `T2, imported as booked with an expert for Friday by ${who}`,
    world: desk,
    facts: (world) => importedAs(world).filter((one) => one['Внешний: кто решил'] !== null).length,
    deed: (world) =>
      void call(
        world,
        'import/apply',
        {
          kind: 'deals',
          table: table({
            ...file,
            'Этап сделки': 'Консультация назначена',
            Консультант: 'ПН',
            'Дата и время консультации': '27.11.2026 14:00:00',
          }),
        } as never,
        user,
      ),
  },
])

const attacks = [...ofClosing, ...ofImport]

test('there are many of them', () => {
  expect(attacks.length).toBeGreaterThanOrEqual(20)
  console.info(`${attacks.length}\n${attacks.map(({ name }) => name).join('\n')}`)
})

test.each(attacks)('$name', ({ world, facts, deed }) => {
  const fork = world.fork()
  const before = facts(fork)
  deed(fork)
  nextTick(fork)
  expect(facts(fork)).toEqual(before)
})

/** «Сотрудники», the file and the sheet: who is read, and which cells are complained of. */

import { readStaff } from '../../../src/domain/importing/staff'
import type { Cell } from '../../../src/domain/importing/wording'
import { drawnTable, sampleTable } from '../../fixtures/sampleTable'

const headings = ['Инициалы', 'ФИО', 'E-mail', 'Роли', 'Темы', 'Внешний', 'Ставка, ₽/ч', 'С', 'По', 'Отсутствия']
const morozova: readonly Cell[] = [
  'ММ',
  'Морозова Мария Игоревна',
  'gg0@example.org',
  'консультант',
  '8,10,5',
  'нет',
  '',
  '2024-01-09',
  '',
  '',
]

const read = (...rows: (readonly Cell[])[]) => readStaff({ fileName: 'Сотрудники', headings, rows })
const withCell = (heading: string, cell: Cell) => morozova.map((old, index) => (headings[index] === heading ? cell : old))

describe('the sample file', () => {
  const { people, issues } = readStaff(sampleTable('staff.csv'))

  test('is read whole, byte order mark and all', () => {
    expect(issues).toEqual([])
    expect(people).toHaveLength(18)
    expect(people.filter(({ external }) => external).map(({ initials }) => initials)).toEqual(['ПН', 'ЛФ', 'КЩ'])
  })

  test('T1: topics keep their order, dates and rates are values', () => {
    expect(people[0]).toMatchObject({
      initials: 'ММ',
      roles: ['consultant'],
      topics: [8, 10, 5],
      ratePerHour: null,
      from: '2024-01-09',
      until: null,
    })
    expect(people.find(({ initials }) => initials === 'ПН')).toMatchObject({ roles: ['externalConsultant'], ratePerHour: 1500 })
    expect(people[15]).toMatchObject({ initials: '', roles: ['officeManager'], topics: [] })
  })
})

describe('the sheet', () => {
  test('holds numbers, serial dates and checkboxes', () => {
    const row = ['ПН', 'Носов Павел Аркадьевич', 'bn12@example.org', 'внешний консультант', 11, true, 1500, 45_689, 46_387, null]
    expect(read(row)).toEqual({
      people: [
        expect.objectContaining({ topics: [11], external: true, ratePerHour: 1500, from: '2025-02-01', until: '2026-12-31', absences: [] }),
      ],
      issues: [],
    })
  })

  test('several roles, any case, е for ё', () => {
    expect(read(withCell('Роли', 'Консультант; Исполнительный директор')).people[0]?.roles).toEqual(['consultant', 'director'])
  })

  test('days away, a range or one day', () => {
    expect(read(withCell('Отсутствия', '24.11.2026–30.11.2026 отпуск; 07.12.2026 командировка')).people[0]?.absences).toEqual([
      { from: '2026-11-24', until: '2026-11-30', why: 'отпуск' },
      { from: '2026-12-07', until: '2026-12-07', why: 'командировка' },
    ])
  })

  test('empty rows between people are passed over and counted', () => {
    const { issues } = read(['', '', null], morozova, [null], ['', 'Титова', 'нет', 'офис-менеджер'])
    expect(issues).toEqual([expect.objectContaining({ row: 5, column: 'E-mail' })])
  })
})

describe('what cannot be read is named by row and column, and the person is kept', () => {
  test.each([
    ['Инициалы', '', 'у консультанта нет инициалов'],
    ['Инициалы', 'М', 'от двух до четырёх букв'],
    ['E-mail', 'gg0.example.org', 'не похоже на адрес'],
    ['E-mail', '', 'не указан адрес'],
    ['Роли', 'стажёр', 'неизвестная роль «стажёр»'],
    ['Роли', '', 'не указана роль'],
    ['Темы', '8,12', '«12»: нужен номер темы от 1 до 11'],
    ['Темы', 8.1, 'темы записаны числом 8,1'],
    ['Внешний', 'да', 'не сходится с ролью'],
    ['Внешний', 'иногда', 'нужно «да» или «нет»'],
    ['Ставка, ₽/ч', 'тысяча', 'не число'],
    ['С', '31.02.2026', 'не дата'],
    ['По', 'скоро', 'не дата'],
    ['Отсутствия', '30.11.2026–24.11.2026 отпуск', 'нужно так'],
    ['Отсутствия', 'в ноябре', 'нужно так'],
  ])('%s = %j: %s', (column, cell, message) => {
    const { people, issues } = read(withCell(column, cell))
    expect(issues).toEqual([{ where: 'Сотрудники', row: 2, column, message: expect.stringContaining(message) }])
    expect(people).toEqual([expect.objectContaining({ name: 'Морозова Мария Игоревна' })])
  })

  test.each(['ММ', 'MM', 'мм', 'Мm'])('the initials %s are ММ’s already, Latin letters or not', (initials) => {
    const second = [initials, 'Мишина Марфа', 'mm@example.org', ...morozova.slice(3)]
    const { people, issues } = read(morozova, second)
    expect(issues).toEqual([{ where: 'Сотрудники', row: 3, column: 'Инициалы', message: `«${initials}» уже есть у другого сотрудника` }])
    expect(people.map((person) => person.initials)).toEqual(['ММ', ''])
  })

  test('АК and АКт are two people', () => {
    expect(read(withCell('Инициалы', 'АК'), ['АКт', 'Катаев', 'asm6@example.org', ...morozova.slice(3)]).issues).toEqual([])
  })

  test('two people with one address, and a row without a name', () => {
    const { people, issues } = read(
      morozova,
      ['', '', 'x@example.org', 'офис-менеджер'],
      ['ИС', 'Соколов', 'GG0@example.org', ...morozova.slice(3)],
    )
    expect(issues.map(({ row, column }) => `${row} ${column}`)).toEqual(['3 ФИО', '4 E-mail'])
    expect(people).toHaveLength(2)
  })

  test('a needed column is missing: nothing is read', () => {
    const { people, issues } = readStaff(drawnTable('staff.csv', 'Инициалы|ФИО|Отдел\nММ|Морозова|учёба'))
    expect(people).toEqual([])
    expect(issues.map(({ row, column, message }) => `${row} ${column}: ${message}`)).toEqual([
      'null Отдел: неизвестная колонка, не загружается',
      ...['E-mail', 'Роли', 'Темы', 'Внешний', 'Ставка, ₽/ч', 'С', 'По'].map(
        (column) => `null ${column}: нет такой колонки, загрузить нельзя`,
      ),
    ])
  })
})

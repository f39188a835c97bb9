/** Staff, projects and working days as offices keep them: other headings, other words, title lines, columns in any order. */
import fc from 'fast-check'
import { asListed, type ListKind, listTableOf } from '../../../src/domain/importing/listHeadings'
import { readProjects } from '../../../src/domain/importing/projects'
import { readStaff } from '../../../src/domain/importing/staff'
import { readWorkingCalendar } from '../../../src/domain/importing/workingDays'

const grid = (rows: readonly (readonly string[])[]) => ({ fileName: 'список.xlsx', rows })

/** One person and project in every pair of ways of saying it. */
const ways = {
  name: ['ФИО', 'Сотрудник', 'Фамилия Имя Отчество', 'Консультант', 'Ф.И.О.'],
  email: ['E-mail', 'Почта', 'Электронная почта', 'email', 'Адрес e-mail', 'Эл. почта'],
  role: ['Роли', 'Должность', 'Роль', 'Функции'],
  initials: ['Инициалы', 'Сокращение', 'Код', 'В календаре'],
  topics: ['Темы', 'Направления', 'Специализация', 'Номера тем'],
} as const
const roles = [
  ['консультант', 'consultant'],
  ['Штатный консультант', 'consultant'],
  ['Привлечённый эксперт', 'externalConsultant'],
  ['внешний консультант', 'externalConsultant'],
  ['Офис-менеджер', 'officeManager'],
  ['менеджер офиса', 'officeManager'],
  ['Директор', 'director'],
  ['исполнительный директор', 'director'],
  ['PR-менеджер', 'prManager'],
  ['пиар', 'prManager'],
  ['Администратор', 'administrator'],
  ['руководитель проекта', 'projectManager'],
  ['координатор проекта', 'projectManager'],
] as const

test('staff: every pair of headings, title lines above, columns in any order', () => {
  const one = <T>(list: readonly T[]) => fc.constantFrom(...list)
  const parts = fc.record({
    name: one(ways.name),
    email: one(ways.email),
    role: one(ways.role),
    initials: one(ways.initials),
    topics: one(ways.topics),
    said: one(roles),
    titles: fc.integer({ min: 0, max: 3 }),
    order: fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }),
  })
  fc.assert(
    fc.property(parts, ({ name, email, role, initials, topics, said, titles, order }) => {
      const columns = [
        [name, 'Морозова Мария Игоревна'],
        [email, 'mm@example.org'],
        [role, said[0]],
        [initials, 'ММ'],
        [topics, '8, 10'],
      ].map((_, at, all) => all[order[at] ?? 0] ?? ['', ''])
      const above = Array.from({ length: titles }, (_, at) => [at === 0 ? 'Наша команда' : ''])
      const { people, issues } = readStaff(
        listTableOf('staff', grid([...above, columns.map(([title = '']) => title), columns.map(([, cell = '']) => cell)])),
      )
      expect(issues).toEqual([])
      expect(people).toMatchObject([
        {
          name: 'Морозова Мария Игоревна',
          email: 'mm@example.org',
          roles: [said[1]],
          initials: 'ММ',
          topics: [8, 10],
          external: said[1] === 'externalConsultant',
        },
      ])
    }),
    { seed: 14, numRuns: 300 },
  )
})

test('surname, name and patronymic in columns of their own; two roles; what is not known is named, not dropped', () => {
  const rows = [
    ['№', 'Фамилия', 'Имя', 'Отчество', 'Должность', 'Почта', 'Телефон'],
    ['1', 'Титова', 'Оксана', '', 'офис-менеджер и администратор', 'office@example.org', '20-65-10'],
  ]
  const { people, issues } = readStaff(listTableOf('staff', grid(rows)))
  expect(people).toMatchObject([{ name: 'Титова Оксана', roles: ['officeManager', 'administrator'], email: 'office@example.org' }])
  expect(issues.map(({ column }) => column).sort()).toEqual(['Телефон', '№'])
})

test.each([
  [
    ['Проект', 'Руководитель (e-mail)', 'Внешние эксперты', 'Лимит внешних в месяц'],
    ['Ресурсный центр', 'a@example.org', 'да', '12'],
    true,
    12,
  ],
  [['Название проекта', 'Почта руководителя'], ['Ресурсный центр', 'a@example.org'], false, null],
  [['Ответственный', 'Наименование', 'Квота в месяц', 'Внешние'], ['a@example.org', 'Ресурсный центр', '4', '+'], true, 4],
])('projects: %j', (headings, row, externals, limit) => {
  const { projects, issues } = readProjects(listTableOf('projects', grid([headings, row])))
  expect(issues).toEqual([])
  expect(projects).toMatchObject([{ name: 'Ресурсный центр', managerEmail: 'a@example.org', externals }])
  if (limit !== null) expect(projects[0]?.externalLimitPerMonth).toBe(limit)
})

test.each([
  ['Дата', 'День'],
  ['Число', 'Тип дня'],
  ['Дата', 'Статус'],
])('working days: «%s», «%s», in words of an office', (date, kind) => {
  const rows = [
    ['Производственный календарь 2028'],
    [date, kind],
    ['03.01.2028', 'Праздничный день'],
    ['22.02.2028', 'Сокращённый'],
    ['26.02.2028', 'Рабочая суббота'],
    ['24.02.2028', 'нерабочий'],
  ]
  const { calendar } = readWorkingCalendar(listTableOf('workingCalendar', grid(rows)))
  expect(calendar.days).toEqual({ '2028-01-03': 'off', '2028-02-22': 'short', '2028-02-26': 'working', '2028-02-24': 'off' })
})

test.each<[ListKind, string[]]>([
  ['staff', ['Инициалы', 'ФИО', 'E-mail', 'Роли', 'Темы', 'Внешний', 'Ставка, ₽/ч', 'С', 'По']],
  ['projects', ['Проект', 'Руководитель (e-mail)', 'Внешние эксперты', 'Лимит внешних в месяц']],
  ['workingCalendar', ['Дата', 'День', 'Перенос с']],
])('%s under our own headings stays as it is, however often it is brought under them', (kind, headings) => {
  const table = { fileName: 'x.csv', headings, rows: [headings.map((_, at) => `я${at}`)] }
  const once = asListed(kind, table)
  expect(asListed(kind, once)).toEqual(once)
  for (const [at, heading] of headings.entries())
    expect([heading, once.rows[0]?.[once.headings.indexOf(heading)]]).toEqual([heading, `я${at}`])
})

test('a table of something else is no list of ours', () => {
  const table = { fileName: 'x.csv', headings: ['Артикул', 'Цена'], rows: [['1', '2']] }
  for (const kind of ['staff', 'projects', 'workingCalendar'] as const) expect(asListed(kind, table)).toEqual(table)
})

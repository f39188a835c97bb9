/** S1–S3: the list beside the report, the file, approval and corrections, letters to project managers, publication. */

import Papa from 'papaparse'
import type { World } from '../../emulator/world/types'
import { calendarId, deskWorld, director, done, minute, office, refusal, run, sheet, sleepUntil } from '../fixtures/desk'
import { rowsOf, serialOf, type Value, valuesOf } from '../fixtures/register'
import { sampleTable } from '../fixtures/sampleTable'

const october = { kind: 'month', month: '2026-10' } as const
const pr = 'pr@example.org'
const heldTitles = ['Консультация проведена', 'Запрошена обратная связь', 'Успешно завершённые']

const { headings, rows: fileRows } = sampleTable('amocrm-deals.csv')
const inFile = (row: readonly string[], heading: string) => (row[headings.indexOf(heading)] ?? '').trim()
const held = fileRows.filter(
  (row) => heldTitles.includes(inFile(row, 'Этап сделки')) && /^\d\d\.10\.2026/.test(inFile(row, 'Дата и время консультации')),
)
const idsOf = (rows: readonly (readonly string[])[]) => rows.map((row) => Number(row[0])).sort((a, b) => a - b)

/** Capital letters that look alike, as people mistype them. */
function cyrillic(title: string): string {
  const alike: Readonly<Record<string, string>> = { A: 'А', B: 'В', C: 'С', E: 'Е', H: 'Н', K: 'К', M: 'М', O: 'О', P: 'Р', T: 'Т', X: 'Х' }
  return title.replace(/[A-Z]/g, (letter) => alike[letter] ?? letter)
}

function listRows(world: World, title = 'Список 2026-10') {
  return rowsOf(world, title).map(({ cells }) => cells)
}

function lineOf(world: World, title: string): Value[] | undefined {
  return valuesOf(world, 'Отчёт 2026-10').find(([first]) => first === title)
}

describe('S1: «Список 2026-10»', () => {
  const world = deskWorld()
  const { report, list } = done(world, 'month/report', { period: october }, director)

  test('holds each consultation of the month once, by its start', () => {
    const rows = listRows(world)
    expect(rows.map((row) => Number(row['№'])).sort((a, b) => a - b)).toEqual(idsOf(held))
    const starts = rows.map((row) => Number(row['Дата']))
    expect(starts).toEqual([...starts].sort((a, b) => a - b))
  })

  test('each line says what the file says', () => {
    const byId = new Map(held.map((row) => [Number(row[0]), row]))
    for (const row of listRows(world)) {
      const own = byId.get(Number(row['№'])) ?? []
      const [, day, month, year, time] = /^(\d\d)\.(\d\d)\.(\d{4}) (\d\d:\d\d)/.exec(inFile(own, 'Дата и время консультации')) ?? []
      expect(row['Дата']).toBeCloseTo(serialOf(`${year}-${month}-${day}T${time}`), 6)
      expect([row['Клиент'], row['Тема'], row['Минут'] ?? 0, row['Оценка'] ?? '', row['Комментарий'] ?? '']).toEqual([
        inFile(own, 'Компания'),
        inFile(own, 'Тема консультации'),
        Number(inFile(own, 'Продолжительность, мин')),
        inFile(own, 'Оценка') === '' ? '' : Number(inFile(own, 'Оценка')),
        inFile(own, 'Отзыв'),
      ])
    }
  })

  test('a second run writes the same sheets; shorter contents leave nothing of the longer ones', () => {
    const before = valuesOf(world, 'Список 2026-10')
    done(world, 'month/report', { month: '2026-10', personal: false }, director)
    const after = listRows(world)
    expect(after).toHaveLength(before.length - 1)
    expect(after.every((row) => /^клиент № \d+$/.test(String(row['Клиент'])) && row['Комментарий'] === null)).toBe(true)
    done(world, 'month/report', { month: '2026-10' }, director)
    expect(valuesOf(world, 'Список 2026-10')).toEqual(before)
  })

  test('the addresses of files name the two sheets', () => {
    const ids = [sheet(world, 'Отчёт 2026-10').sheetId, sheet(world, 'Список 2026-10').sheetId]
    expect([report.xlsx, list.pdf].map((address) => Number(/gid=(\d+)$/.exec(address)?.[1]))).toEqual(ids)
    expect(report.pdf).toMatch(/^https:\/\/docs\.google\.com\/spreadsheets\/d\/[^/]+\/export\?format=pdf&size=A4&portrait=true&fitw=true/)
  })

  test('the file parsed by another program gives the cells of the sheet', () => {
    const { name, text } = done(world, 'month/csv', { period: october, personal: true }, director)
    expect(name).toBe('Список 2026-10.csv')
    expect(text.startsWith('\uFEFF"№";"Дата";')).toBe(true)
    const parsed = Papa.parse<Record<string, string>>(text.slice(1), {
      header: true,
      delimiter: ';',
      newline: '\r\n',
      skipEmptyLines: true,
    })
    const plain = ['№', 'Консультант', 'Клиент', 'Муниципалитет', 'Тема', 'Проект', 'Минут', 'Оценка', 'Новый или повторный']
    const cells = (row: Readonly<Record<string, Value>>) => plain.map((heading) => String(row[heading] ?? ''))
    expect(parsed.data.map(cells)).toEqual(listRows(world).map(cells))
  })

  test('a number of the report names its deals in a note', () => {
    const rows = sheet(world, 'Отчёт 2026-10').cells
    const line = rows.find((row) => row?.[0] === 'Внешними консультантами' || (row?.[0] as { v?: Value })?.v === 'Внешними консультантами')
    const note = (line?.[1] as { note?: string } | undefined)?.note ?? ''
    const external = held.filter((row) => ['ПН', 'ЛФ', 'КЩ'].includes(inFile(row, 'Консультант')))
    expect(
      idsOf(
        note
          .replace('Сделки: ', '')
          .split(', ')
          .map((id) => [id]),
      ),
    ).toEqual(idsOf(external))
  })
})

test.each([
  [{ kind: 'quarter', year: 2026, quarter: 4 }, '2026 IV кв.'],
  [{ kind: 'year', year: 2026 }, '2026'],
  [{ kind: 'range', from: '2026-10-01', until: '2026-10-31' }, '2026-10-01 — 2026-10-31'],
] as const)('S2: any period has sheets of its own: %j', (period, name) => {
  const world = deskWorld()
  const first = done(world, 'month/report', { period }, director)
  expect([first.sheet, first.list.title]).toEqual([`Отчёт ${name}`, `Список ${name}`])
  const ids = ['Отчёт', 'Список'].map((word) => sheet(world, `${word} ${name}`).sheetId)
  const again = done(world, 'month/report', { period }, director)
  expect([again.held, ['Отчёт', 'Список'].map((word) => sheet(world, `${word} ${name}`).sheetId)]).toEqual([first.held, ids])
  expect(first.held).toBe(listRows(world, `Список ${name}`).length)
})

test('G1: slots given and booked are the hours of the calendar', () => {
  const world = deskWorld()
  done(world, 'month/report', { month: '2026-11' }, director)
  const hours = (from: string) => (title: RegExp) =>
    world.calendarHand
      .between({ calendarId, from, to: '2026-12-01T00:00' })
      .filter(({ summary }) => title.test(cyrillic(summary ?? '')))
      .reduce((sum, { start, end }) => sum + (Date.parse(end.dateTime ?? '') - Date.parse(start.dateTime ?? '')) / (60 * minute), 0)
  const inMonth = hours('2026-11-01T00:00')
  const table = valuesOf(world, 'Отчёт 2026-11')
  for (const [initials, name] of [
    ['ММ', 'Морозова М. И.'],
    ['ИС', 'Соколов И. П.'],
    ['ПН', 'Носов П. А.'],
  ] as const) {
    const booked = inMonth(new RegExp(`^${initials}_(?! *консультация)`, 'i'))
    const own = table.find(([first]) => first === name)
    expect([name, ...(own?.slice(5, 7) ?? [])]).toEqual([name, booked + inMonth(new RegExp(`^${initials}[ _-]+консультация`, 'i')), booked])
  }
})

test('a calendar that does not answer is no reason to have no report', () => {
  const world = deskWorld()
  const calls = run(world.fork(), 'month/report', { month: '2026-11' }, director).calls
  const at = calls.findIndex(({ name }) => name === 'Calendar.Events.list') + 1
  const record = run(world, 'month/report', { month: '2026-11' }, director, [{ at, kind: 'fail', message: 'Not Found' }])
  expect([at > 0, record.error, (record.value as { ok: boolean }).ok]).toEqual([true, null, true])
  expect(valuesOf(world, 'Отчёт 2026-11').find(([first]) => first === 'Морозова М. И.')?.[5]).toBe('нет данных')
})

test('a report is three calls, renewed four; one whose sheets the desk does not remember is found all the same', () => {
  const world = deskWorld()
  const leaving = () => {
    const record = run(world, 'month/report', { month: '2026-10' }, director)
    expect([record.error, (record.value as { ok: boolean }).ok]).toEqual([null, true])
    return record.leavingCalls
  }
  expect([leaving(), leaving()]).toEqual([3, 4])
  const before = valuesOf(world, 'Отчёт 2026-10')
  const service = sheet(world, 'Служебное')
  service.cells = service.cells.map((row) => (JSON.stringify(row?.[0] ?? '').includes('reports') ? ['reports', ''] : row))
  expect([leaving(), leaving()]).toEqual([5, 4])
  expect(valuesOf(world, 'Отчёт 2026-10')).toEqual(before)
})

describe('S2: approval', () => {
  const world = deskWorld()
  sleepUntil(world, '2026-12-02T10:00')

  test('a month that still runs is not approved', () => {
    expect(refusal(world, 'month/approve', { month: '2026-12', again: false }, director)).toContain('Месяц ещё идёт: декабрь 2026')
  })

  test('the numbers are kept; a second time has to be meant', () => {
    const { done: status } = done(world, 'month/approve', { month: '2026-10', again: false }, director)
    expect(status).toMatchObject({ approved: '2026-12-02T10:00', approvedBy: 'Михайлова Марина Евгеньевна', corrections: [] })
    sleepUntil(world, '2026-12-02T10:05')
    const { done: repeated } = done(world, 'month/approve', { month: '2026-10', again: false }, director)
    expect(repeated).toEqual(status)
    expect(rowsOf(world, 'Месяцы')).toHaveLength(1)
    expect(done(world, 'month/approve', { month: '2026-10', again: true }, director).done?.approved).toBe('2026-12-02T10:05')
    expect(rowsOf(world, 'Месяцы')).toHaveLength(1)
  })

  test('a later report shows the approved number and the correction beside the present one', () => {
    const id = rowsOf(world, 'Сделки').find(
      ({ cells }) => cells['Этап'] === 'Успешно завершённые' && idsOf(held).includes(Number(cells['№'])),
    )?.cells['№']
    const closed = done(world, 'deal/open', { id: Number(id), row: null, clientId: null }, director)
    const open = done(world, 'deal/reopen', { deal: closed.ref, reason: 'минуты записаны неверно' }, director)
    const minutes = closed.deal.minutes ?? 0
    done(world, 'deal/fill', { deal: open.ref, fields: { minutes: minutes + 30 } }, director)
    const all = held.reduce((sum, row) => sum + Number(inFile(row, 'Продолжительность, мин')), 0)
    const status = done(world, 'month/preview', { period: october }, director).done
    expect(status?.corrections).toEqual([{ title: 'Минут', approved: all, now: all + 30 }])
    done(world, 'month/report', { period: october }, director)
    expect(lineOf(world, 'Минут')?.slice(1, 2)).toEqual([all + 30])
    expect(lineOf(world, 'Минут')?.slice(4)).toEqual([all, 30])
    expect(lineOf(world, 'Проведено консультаций')?.slice(4)).toEqual([held.length])
  })

  test('S3: the PR manager notes where it was published', () => {
    expect(refusal(world, 'month/published', { month: '2026-10', link: 'javascript:alert(1)' }, pr)).toContain('нужен адрес')
    expect(done(world, 'month/published', { month: '2026-10', link: ' https://example.org/news/1 ' }, pr).done).toMatchObject({
      link: 'https://example.org/news/1',
      published: '2026-12-02T10:05',
      approved: '2026-12-02T10:05',
    })
    expect(rowsOf(world, 'Месяцы').map(({ cells }) => [cells['Месяц'], cells['Ссылка']])).toEqual([
      ['2026-10', 'https://example.org/news/1'],
    ])
  })
})

describe('S2: letters to the managers of projects', () => {
  const world = deskWorld()
  const { letters } = done(world, 'month/letters', { month: '2026-10' }, director)
  const outbox = () => rowsOf(world, 'Исходящие').filter(({ cells }) => String(cells['Ключ']).startsWith('month:'))

  test('each is told of the own project only: its number, minutes and deals', () => {
    expect(letters).toHaveLength(sampleTable('projects.csv').rows.length)
    for (const { project, held: count, body } of letters) {
      const own = held.filter((row) => inFile(row, 'Проект') === project)
      const named = [...body.matchAll(/^№ (\d+),/gm)].map(([, id]) => [id ?? ''])
      expect([project, count, idsOf(named)]).toEqual([project, own.length, idsOf(own)])
      const minutes = own.reduce((sum, row) => sum + Number(inFile(row, 'Продолжительность, мин')), 0)
      expect(body).toContain(own.length === 0 ? 'консультаций не было' : `${minutes} минут`)
    }
  })

  test('no contact, phone or mail of a client stands in them', () => {
    const text = letters.map(({ body }) => body).join('\n')
    for (const row of held)
      for (const heading of ['Основной контакт', 'Рабочий телефон (контакт)', 'Рабочий email (контакт)'])
        expect(inFile(row, heading) !== '' && text.includes(inFile(row, heading))).toBe(false)
  })

  const toldAt = (of = world) => rowsOf(of, 'Месяцы')[0]?.cells['Руководители извещены'] ?? null

  test('the same letter goes once; anew only on purpose', () => {
    const [first, ...others] = letters.map(({ project }) => project)
    const tell = (projects: readonly string[], anew = false) =>
      done(world, 'month/tell', { month: '2026-10', projects: [...projects], anew }, director)
    expect(tell([first ?? '']).lettersWaiting).toBe(1)
    expect(toldAt()).toBeNull()
    expect(refusal(world, 'month/tell', { month: '2026-10', projects: [first ?? ''], anew: false }, director)).toBe(
      'Менять нечего: всё уже так и записано.',
    )
    expect(tell([first ?? '', ...others]).lettersWaiting).toBe(others.length)
    expect(toldAt()).toBeNull()
    expect(tell([first ?? ''], true).letters[0]?.sent).toBe(2)
    expect(outbox().map(({ cells }) => cells['Ключ'])).toEqual([
      `month:2026-10:${first}`,
      ...others.map((one) => `month:2026-10:${one}`),
      `month:2026-10:${first}:2`,
    ])
    expect(outbox().every(({ cells }) => cells['Важность'] === 3)).toBe(true)
  })

  test('they are sent to the managers; told is when the last one has gone', () => {
    const down = world.fork()
    down.faults.always('MailApp.sendEmail', 'transient')
    done(down, 'outbox/send', {}, office)
    expect(toldAt(down)).toBeNull()
    const sent = done(world, 'outbox/send', {}, office)
    expect(sent.failed).toBe(0)
    expect(toldAt()).toEqual(expect.any(Number))
    const to = world.state.letters.filter(({ subject }) => subject.startsWith('Консультации по проекту')).map((letter) => letter.to)
    expect([...new Set(to)].sort()).toEqual([...new Set(letters.map((letter) => letter.to))].sort())
  })
})

test('each deed of a month is four calls, its looks one', () => {
  const world = deskWorld()
  sleepUntil(world, '2026-12-02T10:00')
  const calls = (method: string, input: unknown, user = director) => run(world.fork(), method, input, user).leavingCalls
  expect([
    calls('month/approve', { month: '2026-10', again: false }),
    calls('month/published', { month: '2026-10', link: 'https://example.org/1' }, pr),
    calls('month/tell', { month: '2026-10', projects: ['Активное село'], anew: false }),
    calls('month/letters', { month: '2026-10' }),
    calls('month/preview', { period: october }),
    calls('month/csv', { period: october, personal: false }),
  ]).toEqual([4, 4, 4, 1, 1, 1])
})

/** amoCRM's export: what a row becomes, what is complained of, and that no number of the history is lost. */

import { readAmocrm } from '../../../src/domain/importing/amocrm/amocrm'
import { splitAdvice } from '../../../src/domain/importing/amocrm/amocrmCells'
import { closed, read, setting } from '../../fixtures/imports/amocrmRows'

const complaints = (result: ReturnType<typeof read>) => result.issues.map(({ row, column, message }) => `${row} ${column}: ${message}`)

describe('a row becomes a deal and its client', () => {
  test('every cell finds its field', () => {
    const { deals, clients, issues, duplicates } = read({})
    expect({ issues, duplicates }).toEqual({ issues: [], duplicates: 0 })
    expect(deals[0]).toMatchObject({
      id: 41006,
      version: 1,
      stage: 'won',
      stageSince: '2026-08-12T11:56',
      received: '2026-08-03T11:56',
      channel: 'phoneOffice',
      clientId: 1,
      organisation: 'АРМОО «Светлый путь»',
      topic: 6,
      consultant: 'НВ',
      start: '2026-08-05T14:00',
      end: '2026-08-05T15:00',
      firstStart: '2026-08-05T14:00',
      format: 'inPerson',
      minutes: 45,
      project: 'не распределено',
      content: 'Разобрали устав',
      recommendations: 'рекомендовано обновить протокол',
      feedbackScore: 4,
      outsideIds: 'amo:41006',
      comments: '',
    })
    expect(clients).toEqual([
      expect.objectContaining({
        id: 1,
        kind: 'НКО',
        phone: '89587415366',
        phoneKey: '+79587415366',
        municipality: 'Няндома',
        consentDate: null,
      }),
    ])
  })

  test.each([
    ['успешно  завершенные', 'won'],
    ['Успешно реализовано', 'won'],
    ['Запрошена обратная связь', 'feedback'],
    ['КОНСУЛЬТАЦИЯ ПРОВЕДЕНА', 'held'],
    ['Не дозвонились', 'unreached'],
  ])('the stage «%s» is %s', (title, stage) => {
    expect(read({ 'Этап сделки': title }).deals[0]?.stage).toBe(stage)
  })

  test.each(['zoom', 'Скайп', 'zoom / скайп', 'Zoom/Skype', 'онлайн'])('C2: the format «%s» is online', (format) => {
    expect(read({ Формат: format }).deals[0]?.format).toBe('online')
  })

  test.each(['нв', 'HB', 'Нв'])('the consultant %s is НВ', (typed) => {
    expect(read({ Консультант: typed }).deals[0]?.consultant).toBe('НВ')
  })

  test('an hour and a half lasts an hour and a half in the calendar too', () => {
    expect(read({ 'Продолжительность, мин': '90' }).deals[0]).toMatchObject({ end: '2026-08-05T15:30', minutes: 90 })
  })

  test('columns may stand in any order, with a byte order mark before the first', () => {
    const headings = Object.keys(closed).reverse()
    const rows = [headings.map((heading) => closed[heading] ?? '')]
    const marked = (first: string) =>
      readAmocrm({ fileName: 'deals.csv', headings: [`\uFEFF${first}`, ...headings.slice(1)], rows }, setting)
    expect(marked(headings[0] ?? '')).toEqual(read({}))
    const complaints = marked('Погода').issues.map(({ column }) => column)
    expect(complaints).toContain('Погода')
    expect(complaints.filter((column) => column.includes('\uFEFF'))).toEqual([])
  })
})

describe('C5: one column for content and recommendations', () => {
  test.each([
    ['Разобрали устав, рекомендовано обновить протокол', 'Разобрали устав', 'рекомендовано обновить протокол'],
    ['Разобрали устав. Рекомендуется обновить протокол', 'Разобрали устав', 'Рекомендуется обновить протокол'],
    ['Разобрали устав', 'Разобрали устав', 'Разобрали устав'],
    ['рекомендовано обновить протокол', 'рекомендовано обновить протокол', 'рекомендовано обновить протокол'],
    ['', '', ''],
  ])('«%s»', (text, content, recommendations) => {
    expect(splitAdvice(text)).toEqual({ content, recommendations })
  })
})

describe('K5: no incomplete card comes into «Успешно завершённые»', () => {
  test.each([
    [{ 'Содержание и рекомендации': '' }, 'Содержание, Рекомендации'],
    [{ Проект: '' }, 'Проект'],
    [{ 'Продолжительность, мин': '' }, 'Продолжительность, мин'],
    [{ 'Тема консультации': 'Социальное проектирование' }, 'Обсуждаемый проект, Тематика проекта, Рекомендации по проекту'],
  ])('%j', (cells, titles) => {
    const result = read(cells as Record<string, string>)
    expect(result.deals[0]?.stage).toBe('held')
    expect(complaints(result)).toEqual([`2 Этап сделки: карточка не заполнена (${titles}): загружена в «Консультация проведена» (K5)`])
  })

  test('topic 8 with the project discussed is complete', () => {
    const discussed = { 'Обсуждаемый проект': 'Тёплый двор', 'Тематика проекта': 'соседство', 'Рекомендации по проекту': 'уточнить бюджет' }
    const result = read({ 'Тема консультации': 'Социальное проектирование', ...discussed })
    expect(result.issues).toEqual([])
    expect(result.deals[0]).toMatchObject({ stage: 'won', topic: 8, discussedName: 'Тёплый двор' })
  })

  test('K4: a card that is not closed keeps its stage, and what is missing is said', () => {
    const result = read({ 'Этап сделки': 'Консультация проведена', Проект: '' })
    expect(result.deals[0]?.stage).toBe('held')
    expect(complaints(result)).toEqual(['2 Этап сделки: карточка не заполнена (Проект): заполните до закрытия (K4)'])
  })
})

describe('what the stage implies', () => {
  test.each([
    ['Принято в работу', { reachedAt: '2026-08-03T11:56', attempts: 0, toldAt: null }],
    ['Не дозвонились', { attempts: 1, lastAttemptAt: '2026-08-12T11:56', reachedAt: null }],
    ['Неразобранное', { attempts: 0, reachedAt: null }],
    ['Запрошена обратная связь', { feedbackAskedAt: '2026-08-12T11:56', reachedAt: '2026-08-03T11:56' }],
  ])('%s: %j', (stage, fields) => {
    expect(read({ 'Этап сделки': stage }).deals[0]).toMatchObject(fields)
  })

  test('I7: «не дозвонились» stands for three attempts', () => {
    const { deals, issues } = read({ 'Этап сделки': 'Неуспешные', 'Причина отказа': 'Не дозвонились' })
    expect(deals[0]).toMatchObject({ stage: 'lost', failure: 'не дозвонились', attempts: 3, reachedAt: null })
    expect(issues).toEqual([])
  })

  test('K7: without a date of closing a held consultation counts from its end', () => {
    expect(read({ 'Этап сделки': 'Запрошена обратная связь', 'Дата закрытия': '' }).deals[0]?.stageSince).toBe('2026-08-05T15:00')
    expect(read({ 'Этап сделки': 'Принято в работу', 'Дата закрытия': '' }).deals[0]?.stageSince).toBe('2026-08-03T11:56')
  })
})

describe('a cell that cannot be read is named, kept as text, and the row is taken', () => {
  test.each([
    ['Консультант', 'ЯЯ', { consultant: '' }],
    ['Тема консультации', 'Астрология', { topic: null }],
    ['Формат', 'голубиная почта', { format: null }],
    ['Источник', 'газета', { channel: 'phoneOffice' }],
    ['Продолжительность, мин', 'час', { minutes: null }],
    ['Дата и время консультации', '31.02.2026 10:00:00', { start: null, end: null }],
    ['Оценка', 'отлично', { feedbackScore: null }],
    ['Причина отказа', 'неявка', { failure: '' }],
  ])('%s = «%s»', (column, cell, fields) => {
    const result = read({ [column]: cell, 'Этап сделки': 'Принято в работу' })
    expect(result.deals[0]).toMatchObject({ ...fields, comments: `${column} в amoCRM: ${cell}` })
    expect(result.issues).toEqual([{ where: 'deals.csv', row: 2, column, message: expect.stringContaining(cell) }])
  })

  test('a phone with letters is taken as typed', () => {
    const result = read({ 'Рабочий телефон (контакт)': 'спросить у Анны' })
    expect(result.clients[0]).toMatchObject({ phone: 'спросить у Анны', phoneKey: '' })
    expect(result.issues).toEqual([expect.objectContaining({ row: 2, column: 'Рабочий телефон (контакт)' })])
  })

  test('a project that is no longer kept stays the project it counted for', () => {
    const result = read({ Проект: 'Старый грант' })
    expect(result.deals[0]).toMatchObject({ stage: 'won', project: 'Старый грант' })
    expect(complaints(result)).toEqual(['2 Проект: «Старый грант» нет в «Проекты», загружено как есть'])
  })

  test('a reason that the list has not is «другое»', () => {
    const result = read({ 'Этап сделки': 'Неуспешные', 'Причина отказа': 'передумали' })
    expect(result.deals[0]).toMatchObject({ failure: 'другое', comments: 'Причина отказа в amoCRM: передумали' })
  })
})

describe('a row that cannot be a deal is left out and named', () => {
  test.each([
    ['ID', 'A-17'],
    ['ID', ''],
    ['Воронка', 'Продажи'],
    ['Этап сделки', 'Первичный контакт'],
    ['Дата создания', 'вчера'],
  ])('%s = «%s»', (column, cell) => {
    const result = read({ [column]: cell }, { ID: '41007' })
    expect(result.deals.map(({ id }) => id)).toEqual([41007])
    expect(result.issues).toEqual([expect.objectContaining({ row: 2, column })])
  })

  test('the same № again, in the file or in the register, is a duplicate', () => {
    const headings = Object.keys(closed)
    const rows = ['41006', '41006', '41003'].map((id) => headings.map((heading) => (heading === 'ID' ? id : (closed[heading] ?? ''))))
    const { deals, duplicates } = readAmocrm({ fileName: 'deals.csv', headings, rows }, { ...setting, existingDealIds: new Set([41003]) })
    expect(deals.map(({ id }) => id)).toEqual([41006])
    expect(duplicates).toBe(2)
  })

  test('an unknown column is named once; without a needed one nothing is taken', () => {
    expect(complaints(read({ Теги: 'ноябрь' }, { ID: '41007' }))).toEqual(['null Теги: неизвестная колонка, не загружается'])
    const { deals, issues } = readAmocrm({ fileName: 'deals.csv', headings: ['ID'], rows: [['41006']] }, setting)
    expect(deals).toEqual([])
    expect(issues).toContainEqual({ where: 'deals.csv', row: null, column: 'Этап сделки', message: 'нет такой колонки, загрузить нельзя' })
  })
})

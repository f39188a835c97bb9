/** The tables of fields, and what follows from them: columns, empty records, what the wire takes, who may edit by hand, labels, lists. */

import * as v from 'valibot'
import { clientCardKeys, emptyClient } from '../../src/domain/client/client'
import { clientFields } from '../../src/domain/client/fields'
import { emptyDeal } from '../../src/domain/deal/deal'
import { dealFields } from '../../src/domain/deal/fields'
import { clientTitles, dealTitles } from '../../src/domain/deal/fieldTitles'
import { judgeClientEdit, judgeDealEdit } from '../../src/domain/deal/judging/handEdit'
import { listColumns } from '../../src/domain/month/list'
import { type Field, type Fields, keysOf, typedKeys } from '../../src/domain/register/field'
import { checkLengths, checkValues } from '../../src/domain/register/fieldValue'
import { integer, isText, type Kind, type Meaning, type Value } from '../../src/domain/register/kinds'
import { tables } from '../../src/domain/register/tables'
import { historyText } from '../../src/domain/text/historyText'
import { inputs } from '../../src/rpc/contract'
import { client, heldDeal, mondayMorning, office } from '../fixtures/builders'

const headingsOf = (name: 'deals' | 'clients') => tables[name].columns.map(({ heading }) => heading)
const rows = [
  ...Object.entries(dealFields).map(([key, field]) => ['deal', key, field] as const),
  ...Object.entries(clientFields).map(([key, field]) => ['client', key, field] as const),
] as readonly (readonly ['deal' | 'client', string, Field])[]

describe('columns', () => {
  test('«Сделки» has the headings of every register made so far, in their order', () => {
    expect(headingsOf('deals').join(' | ')).toBe(
      '№ | Этап | На этапе с | Организация | Контактное лицо | Телефон | Тема | Запрос | Консультант | Начало | Конец | Формат | ' +
        'Место или ссылка | Продолжительность, мин | Проект | Содержание | Рекомендации | Обсуждаемый проект | Тематика проекта | ' +
        'Рекомендации по проекту | Оценка | Отзыв | Причина отказа | Комментарии | Файлы | Канал | Получена | Договорился с | Попыток | ' +
        'Последняя попытка | Дозвонились | Клиент извещён | Назначено впервые на | Прежний консультант | Переносов | Причина переноса | Перенесена | ' +
        'Не может провести | Отзыв запрошен | Внешний: кто решил | Внешний: когда решено | Отчёт: шаблон отправлен | Отчёт получен | ' +
        'Оплачено | Исходная заявка | Внешние номера | № клиента | Событие | Версия | Отзыв получен | Можно цитировать | ' +
        'Внешний: решение запрошено | Отчёт эксперта | Кто отметил оплату | Клиент знает | Консультант знает | Сообщить клиенту с | ' +
        'Оплачено за | Внешний: проект | Внешний: консультант | Внешний: кого спросили | Не распределено: подтверждено | ' +
        'Отзыв не запрошен, причина | Сказано заново | Загружена | Учёт с | Клиент ответил | Удобное время',
    )
  })

  test('«Клиенты» too', () => {
    expect(headingsOf('clients').join(' | ')).toBe(
      '№ | Версия | Организация | Вид организации | Контактное лицо | Телефон | Телефон для поиска | E-mail | Мессенджер | ' +
        'Муниципалитет | Согласие на обработку ПД | Создан | Внешние номера | Без писем | Консультаций в архиве | Последняя в архиве | Файлы',
    )
  })

  test('«Список ГГГГ-ММ» too', () => {
    expect(listColumns.map(({ heading }) => heading).join(' | ')).toBe(
      '№ | Дата | Консультант | Внутренний или внешний | Клиент | Вид организации | Муниципалитет | Тема | Проект | Формат | Канал | ' +
        'Минут | Новый или повторный | Оценка | Комментарий',
    )
  })

  test.each(['deals', 'clients'] as const)('%s: no two have one heading, and each is read as its kind', (name) => {
    expect(new Set(headingsOf(name)).size).toBe(headingsOf(name).length)
    const table = name === 'deals' ? dealFields : clientFields
    expect(tables[name].columns.map(({ kind }) => kind)).toEqual(Object.values(table).map(({ kind }) => kind))
  })
})

test('what is in the empty records is what their kinds say', () => {
  expect(emptyDeal).toMatchObject({ stage: 'new', channel: 'phoneOffice', moves: 0, topic: null, start: null, received: '', place: '' })
  expect(Object.keys(emptyDeal)).toEqual(Object.keys(dealTitles))
  expect(Object.keys(emptyClient)).toEqual(Object.keys(clientTitles))
})

describe.each(rows)('%s.%s', (card, key, field) => {
  test('says whether it is personal data', () => {
    expect(typeof field.personal).toBe('boolean')
  })

  test('says it of the field of the same name on the other card alike', () => {
    const other = (card === 'deal' ? clientFields : dealFields) as Readonly<Record<string, Field>>
    const same = key === 'outsideIds' || key === 'id' || key === 'version' ? undefined : other[key]
    expect([same?.heading ?? field.heading, same?.kind ?? field.kind, same?.personal ?? field.personal]).toEqual([
      field.heading,
      field.kind,
      field.personal,
    ])
  })

  test('is needed only where the office could ask for it too', () => {
    if (field.needed !== undefined) expect([field.group, field.set?.page]).toEqual([expect.any(String), expect.any(String)])
  })
})

const goodTexts: Readonly<Record<Meaning, string>> = {
  organisation: 'текст',
  phone: '+375 29 123-45-67',
  email: 'a@example.org',
  consultant: 'ММ',
  project: 'Ресурсный центр НКО',
  organisationKind: 'СМИ',
  municipality: 'Онега',
  failureReason: 'неявка',
  yes: 'да',
}

/** A value that may stand there, and values of which none may. */

function valuesFor(kind: Kind): { readonly good: Value; readonly bad: readonly unknown[] } {
  if (isText(kind)) return { good: goodTexts[kind.means ?? 'organisation'], bad: [7, null, undefined] }
  if (kind.type === 'integer') return { good: kind.max ?? 7, bad: ['7', 1.5, -1] }
  if (kind.type === 'date') return { good: '2026-11-23', bad: ['23.11.2026', '2026-11-23T09:00', 7] }
  if (kind.type === 'dateTime') return { good: '2026-11-23T09:00', bad: ['2026-11-23', 7] }
  const code = Object.keys(kind.words)[0] ?? ''
  return kind.numeric ? { good: Number(code), bad: [code, 'слово'] } : { good: code, bad: ['слово', 7] }
}

describe('the wire', () => {
  const schemas = { deal: inputs['deal/fill'].entries.fields, client: inputs['client/fill'].entries.fields }

  test('takes the fields of the card, no others', () => {
    expect(Object.keys(schemas.deal.entries).sort()).toEqual(
      keysOf(dealFields, ({ set, group }) => (set?.page === 'fill' || set?.page === 'hear') && group !== undefined).sort(),
    )
    expect(Object.keys(schemas.client.entries)).toEqual(clientCardKeys)
  })

  test.each(rows.filter(([card, key]) => key in schemas[card].entries))('%s.%s is taken by its kind', (card, key, { kind }) => {
    const takes = (value: unknown) => v.safeParse(schemas[card], { [key]: value }).success
    const { good, bad } = valuesFor(kind)
    expect(takes(good)).toBe(true)
    expect(takes(kind.empty)).toBe(true)
    expect(bad.filter((value) => value !== undefined && takes(value))).toEqual([])
  })
})

describe('edits by hand', () => {
  const who = { name: 'Орлова', email: 'director@example.org', initials: '', roles: ['director', 'officeManager'] } as const
  const external = { consultant: 'ПН' }
  const setting = { office: office(), now: '2026-11-26T09:00', who, client: client() }
  const judged = (card: 'deal' | 'client', fields: object) =>
    card === 'deal' ? judgeDealEdit(heldDeal(external), fields, setting) : judgeClientEdit(fields, { ...setting, isOwn: true })

  test.each(rows.filter(([, key]) => key !== 'stage'))(
    '%s.%s stands where the table lets a hand set it, and goes back else',
    (card, key, field) => {
      const { good } = valuesFor(field.kind)
      const { accepted, putBack } = judged(card, { [key]: good })
      const isAllowed = field.set?.hand !== undefined
      expect([key in accepted, key in putBack]).toEqual([isAllowed, !isAllowed])
    },
  )

  test('V9: a text that is no address goes back', () => {
    expect(judged('client', { email: 'Пётр Новый' }).putBack).toHaveProperty('email')
    expect(judged('client', { email: '' }).accepted).toHaveProperty('email')
  })

  test.each(rows.filter(([, , { kind, set }]) => set?.hand !== undefined && isText(kind)))(
    '%s.%s may not be too long',
    (card, key, { kind }) => {
      const most = isText(kind) ? kind.most : 0
      expect(judged(card, { [key]: 'к'.repeat(most + 1) }).putBack).toHaveProperty(key)
    },
  )

  test('closed deals take a payment and nothing else', () => {
    const closed = keysOf(dealFields, ({ set }) => set?.hand !== undefined).filter(
      (key) => judgeDealEdit(heldDeal({ ...external, stage: 'won' }), { [key]: emptyDeal[key] }, setting).putBack[key] === undefined,
    )
    expect(closed).toEqual(['paidAt'])
  })
})

describe('bounds are the same at every door', () => {
  test.each([
    [{ minutes: 480 }, null],
    [{ minutes: 481 }, 'нужно число от 5 до 480'],
    [{ feedbackScore: 0 }, 'нужно число от 1 до 5'],
    [{ topic: 12 }, 'такого нет в списке'],
    [{ project: 'Проект мечты' }, '«Проект мечты» нет на листе «Проекты» (C7)'],
    [{ project: 'не распределено' }, null],
    [{ topic: null, format: null, minutes: null, project: '' }, null],
    [{ stage: null }, 'не может быть пусто'],
    [{ nobody: 7 }, null],
  ] as const)('%j', (fields, why) => {
    expect(checkValues(fields, { office: office(), now: mondayMorning })).toEqual(why === null ? null : expect.objectContaining({ why }))
  })

  test('no text of the tables is without a limit', () => {
    for (const [, key, { kind }] of rows) {
      if (isText(kind)) expect(checkLengths({ [key]: 'к'.repeat(kind.most + 1) })).toMatchObject({ code: 'tooLong', limit: kind.most })
    }
  })
})

describe('the history', () => {
  test.each(Object.entries(dealFields).filter(([, field]) => (field as Field).personal))('%s: personal data is not repeated', (key) => {
    const text = historyText('deal/fill', { [key]: '' }, { [key]: 'Иванова' }, mondayMorning)
    expect(text).toMatch(/: заполнено$/)
  })
})

test('the card’s order: topic first, notes last, the result as the sheet has it', () => {
  expect(typedKeys(dealFields).join(' ')).toBe(
    'topic request agreedWith wishedTimes comments format place minutes project content recommendations discussedName discussedTheme discussedAdvice ' +
      'feedbackScore feedbackText',
  )
})

test('a row that forgets a part does not compile', () => {
  // @ts-expect-error whether it is personal data has to be said
  const silent: Fields = { participants: { heading: 'Участников', kind: integer(1, 500) } }
  // @ts-expect-error a field without a kind is no field
  const kindless: Fields = { participants: { heading: 'Участников', personal: false } }
  expect([silent, kindless]).toHaveLength(2)
})

/** A field, a bad value, every door: the card, the sheet, a new request, a form from outside, an imported file, the expert's page. One verdict; only what becomes of it differs. */
import type { Client } from '../../src/domain/client/client'
import { clientFields } from '../../src/domain/client/fields'
import type { Deal } from '../../src/domain/deal/deal'
import { dealFields } from '../../src/domain/deal/fields'
import { judgeClientEdit, judgeDealEdit } from '../../src/domain/deal/judging/handEdit'
import { judgeClient, judgeDeal } from '../../src/domain/deal/judging/judge'
import { noFields, type ReadRequest, type RequestFields } from '../../src/domain/intake/request'
import { type Field, type Fields, keysOf } from '../../src/domain/register/field'
import { valueProblem } from '../../src/domain/register/fieldValue'
import { isText, type Value } from '../../src/domain/register/kinds'
import { changes } from '../../src/usecases/changes'
import { receiveReport } from '../../src/usecases/externals/expertReport'
import { takeRequest } from '../../src/usecases/intake/takeRequest'
import { outOfBounds } from '../../src/usecases/register/fitting'
import { assignedDeal, client, heldDeal, office } from '../fixtures/builders'
import { read } from '../fixtures/imports/amocrmRows'
import { deskOf, momentOf } from '../fixtures/known'
import { callers } from '../fixtures/staff'

const now = '2026-11-26T09:00'
const bounds = { office: office(), now }
const chief = { ...callers.director, roles: ['director', 'officeManager'] } as const
const asked = { who: chief, ...bounds }

const badOf: Readonly<Record<string, readonly Value[]>> = {
  integer: [-30, 4, 481, 6060],
  score: [-1, 6, 99],
  date: ['1999-12-31', '2036-11-27', '2026-02-30', '9999-01-01'],
  dateTime: ['1999-12-31T10:00', '2036-01-01T10:00', '2026-99-99T99:99'],
  text: ['а\u0000б', 'x\ud800y', 'я'.repeat(20_001)],
  email: ['нет', 'a@x', 'a@x.org, b@x.org', 'mailto:a@x.org', 'a@x.org.'],
  phone: ['спросить', '12', 'звонить Анне'],
  project: ['Проект мечты'],
  organisationKind: ['Некоммерческая'],
  yes: ['нет'],
}

function badFor({ kind }: Field): readonly Value[] {
  const named = 'means' in kind && kind.means !== undefined ? (badOf[kind.means] ?? []) : []
  if (isText(kind)) return [...(badOf['text'] ?? []), ...named]
  return kind.type === 'integer' ? (badOf[kind.max === 5 ? 'score' : 'integer'] ?? []) : (badOf[kind.type] ?? [])
}

type Refusal = 'refused' | 'stands'
/** Field and value → what the door made of it. */
type Door = (key: string, value: Value) => Refusal

const isBad = (problem: unknown): Refusal => (problem ? 'refused' : 'stands')

/** Column of an imported file → field. */
const columns: Readonly<Record<string, string>> = {
  organisation: 'Компания',
  contact: 'Основной контакт',
  phone: 'Рабочий телефон (контакт)',
  email: 'Рабочий email (контакт)',
  kind: 'Вид организации',
  municipality: 'Муниципалитет',
  messenger: 'Мессенджер',
  consentDate: 'Согласие на обработку ПД',
  minutes: 'Продолжительность, мин',
  feedbackScore: 'Оценка',
  feedbackText: 'Отзыв',
  request: 'Запрос',
  content: 'Содержание и рекомендации',
  discussedName: 'Обсуждаемый проект',
  discussedTheme: 'Тематика проекта',
  discussedAdvice: 'Рекомендации по проекту',
}

/** Refused = it stands in no cell of the card (a phone is kept as it came), and the preview names the column. */
function imported(key: string, value: Value): Refusal {
  const result = read({ [columns[key] as string]: String(value), ...(key === 'content' ? { Рекомендации: 'х' } : {}) })
  const record = { ...result.clients[0], ...result.deals[0] } as Readonly<Record<string, Value>>
  const isNamed = result.issues.some(({ column }) => column === columns[key] || column === titleOf(key))
  const isKept = result.deals.length > 0 && (key === 'phone' || record[key] !== value)
  return isNamed && (isKept || result.deals.length === 0) ? 'refused' : 'stands'
}

const titleOf = (key: string) => (({ ...clientFields, ...dealFields }) as Fields)[key]?.heading

const formKeys: readonly string[] = Object.keys(noFields).filter((key) => key in clientFields && key !== 'phone')

/** Refused = the field stays empty, and the text as it came is there whole. */
function fromForm(key: string, value: Value): Refusal {
  const fields: RequestFields = { ...noFields, contact: 'Анна Иванова', [key]: value }
  const raw = `${key}: ${String(value)}`
  const request: ReadRequest = {
    sender: 'flat',
    test: false,
    key: 'k',
    fields,
    seen: { phones: [], emails: [] },
    spam: false,
    form: '',
    raw: raw.slice(0, 9_000),
    unread: [],
  }
  const decision = takeRequest({ request, channel: 'site' }, [], deskOf(), momentOf())
  if (!decision.ok) return 'refused'
  const [deal, made] = [decision.changes.deals[0]?.after, decision.changes.clients[0]?.after]
  const stands = { ...made, ...(deal?.[key as keyof Deal] === undefined ? {} : { [key]: deal[key as keyof Deal] }) } as Readonly<
    Record<string, Value>
  >
  return stands[key] === value ? 'stands' : 'refused'
}

const reportKeys: readonly string[] = ['minutes', 'content', 'recommendations']

function fromExpert(key: string, value: Value): Refusal {
  const report = {
    topic: 10,
    content: 'а',
    recommendations: 'б',
    minutes: 60,
    discussedName: '',
    discussedTheme: '',
    discussedAdvice: '',
    files: '',
    comment: '',
  }
  const received = receiveReport(assignedDeal({ consultant: 'ПН' }), { ...report, [key]: value }, deskOf(), momentOf())
  if ('refusal' in received) return 'refused'
  const stored = JSON.parse(received.changes.deals[0]?.after.report ?? '{}') as Readonly<Record<string, Value>>
  return stored[key] === value ? 'stands' : 'refused'
}

const dealDoors = (field: Field, key: string): Readonly<Record<string, Door>> => ({
  ...(field.set?.page === undefined
    ? {}
    : {
        page: (_, value) =>
          isBad(judgeDeal(heldDeal({ consultant: 'ПН' }), { [key]: value } as Partial<Deal>, { ...asked, door: 'page' }).refused[key]),
      }),
  ...(field.set?.hand === undefined
    ? {}
    : {
        hand: (_, value) =>
          isBad(
            judgeDealEdit(heldDeal({ consultant: 'ПН' }), { [key]: value } as Partial<Deal>, { ...asked, client: client() }).putBack[key],
          ),
      }),
  command: (_, value) =>
    isBad(
      outOfBounds(
        changes({ kind: 'deal/fill', deals: [{ before: heldDeal(), after: { ...heldDeal(), [key]: value } as Deal }] }),
        bounds,
      ) ?? lengthOf(field, value),
    ),
  ...(columns[key] === undefined ? {} : { import: imported }),
  ...(reportKeys.includes(key) ? { 'expert’s page': fromExpert } : {}),
})

const lengthOf = (field: Field, value: Value) => valueProblem(field, value, bounds)

const clientDoors = (key: string): Readonly<Record<string, Door>> => ({
  page: (_, value) => isBad(judgeClient({ [key]: value } as Partial<Client>, { ...asked, door: 'page', isOwn: true }).refused[key]),
  hand: (_, value) => isBad(judgeClientEdit({ [key]: value } as Partial<Client>, { ...asked, isOwn: true }).putBack[key]),
  ...(columns[key] === undefined ? {} : { import: imported }),
  ...(formKeys.includes(key) ? { form: fromForm } : {}),
})

interface Case {
  readonly door: string
  readonly key: string
  readonly value: Value
  readonly made: Refusal
}

function casesOf(table: Fields, doorsOf: (field: Field, key: string) => Readonly<Record<string, Door>>): Case[] {
  const keys = keysOf(table, ({ set }) => set?.hand !== undefined).filter((key) => key !== 'stage')
  return keys.flatMap((key) =>
    badFor(table[key] as Field).flatMap((value) =>
      Object.entries(doorsOf(table[key] as Field, key)).map(([door, judge]) => ({ door, key, value, made: judge(key, value) })),
    ),
  )
}

const cases = [
  ...casesOf(dealFields, dealDoors),
  ...casesOf(clientFields, (field, key) => {
    const doors = clientDoors(key)
    return field.set?.page === undefined ? { hand: doors['hand'] as Door } : doors
  }),
]

test('every value that is bad by the table of fields is refused at every door', () => {
  const passed = cases
    .filter(({ made }) => made === 'stands')
    .map(({ door, key, value }) => `${door} ${key} ${JSON.stringify(value).slice(0, 40)}`)
  expect(passed).toEqual([])
  const doors = [...new Set(cases.map(({ door }) => door))]
  console.info(doors.map((door) => `${door}: ${cases.filter((one) => one.door === door).length}`).join(', '))
  expect(cases.length).toBeGreaterThan(250)
  expect(doors.length).toBeGreaterThanOrEqual(6)
})

test('and a good one stands at each of them', () => {
  const good = {
    minutes: 60,
    email: 'prichal@example.org',
    municipality: 'Онега',
    consentDate: '2026-11-20',
    kind: 'СМИ',
    content: 'Разобрали устав',
    messenger: 'vk',
  } as const
  for (const [key, value] of Object.entries(good)) {
    if (columns[key] !== undefined) expect([key, imported(key, value)]).toEqual([key, 'stands'])
    if (formKeys.includes(key)) expect([key, fromForm(key, value)]).toEqual([key, 'stands'])
  }
})

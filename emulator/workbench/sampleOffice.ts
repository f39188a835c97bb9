/** The sample office: set up by the shipped bundle and filled through its own imports, as an administrator and a director would. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Papa from 'papaparse'
import { amoHand, siteForm } from '../partners/amocrm/amoHand'
import type { AmoState } from '../partners/amocrm/amoState'
import { sampleAmo } from '../partners/amocrm/sampleAmo'
import { newPlanfix, type PlanfixState } from '../partners/planfixState'
import { asCell } from '../services/sheets/grid'
import { loadIcs } from '../world/ics'
import type { ExecutionRecord, World } from '../world/types'
import { createWorld } from '../world/world'

export interface SampleOptions {
  readonly distFolder: string
  /** Epoch ms; Monday 2026-11-23 09:00 in Moscow unless given. */
  readonly now?: number
  /** Folder with calendar.ics and the tables. */
  readonly sampleFolder?: string
  /** Real time that a run may compute, ms: a register of hundreds of thousands of rows takes longer than usual. */
  readonly cpuLimitMs?: number
}

type ImportKind = 'staff' | 'projects' | 'workingCalendar' | 'deals'

/** What the dialog is told (docs/operations.md). */
const samplePlanfixAccount = { host: 'centre.planfix.ru', token: 'planfix-demo' } as const

export const sampleOwner = 'office@example.org'
const director = 'director@example.org'
const calendarId = 'consultations@group.calendar.example.org'
const timeZone = 'Europe/Moscow'
const mondayMorning = Date.parse('2026-11-23T09:00:00+03:00')

/** People first: until somebody is in «Сотрудники», the owner alone may import. */
const imports: readonly { readonly kind: ImportKind; readonly file: string; readonly user: string }[] = [
  { kind: 'staff', file: 'staff.csv', user: sampleOwner },
  { kind: 'projects', file: 'projects.csv', user: director },
  { kind: 'workingCalendar', file: 'working-calendar.csv', user: director },
  { kind: 'deals', file: 'amocrm-deals.csv', user: director },
]

/** Throws with the desk's own sentence where set-up or an import refuses. The clock stands at `now` again at the end. */
export const createSampleWorld = (options: SampleOptions): World => {
  const now = options.now ?? mondayMorning
  const folder = options.sampleFolder ?? join(process.cwd(), 'emulator', 'sample')
  const { cpuLimitMs } = options
  const world = createWorld({ distFolder: options.distFolder, now, owner: sampleOwner, timeZone, ...(cpuLimitMs && { cpuLimitMs }) })
  prepare(world, readFileSync(join(folder, 'calendar.ics'), 'utf8'))
  expectDone(world.invoke({ fn: 'setUp', entry: 'menu', user: sampleOwner }), 'Настройка')
  // Its own address is learnt where it is opened.
  expectDone(world.invoke({ fn: 'doGet', entry: 'webGet', user: '', args: [{ parameter: {} }] }), 'Страницы')
  for (const { kind, file, user } of imports) applyImport(world, kind, { folder, file, user })
  decideExperts(world, folder)
  world.state.partners = { amocrm: officeAmo(folder, now), planfix: samplePlanfix(folder), xmlCalendar: { years: {}, requests: [] } }
  shareWithStaff(world, folder)
  world.state.now = now
  return world
}

/** T2: the director says yes to the experts who are booked already; no export tells that somebody had. */
const decideExperts = (world: World, folder: string): void => {
  const staff = readTable(join(folder, 'staff.csv'), 'staff.csv')
  const at = (heading: string) => staff.headings.indexOf(heading)
  const experts = staff.rows.filter((row) => row[at('Внешний')] === 'да').map((row) => row[at('Инициалы')])
  const [headings = [], ...deals] = sheetOf(world, 'Сделки')
  deals.forEach((cells, index) => {
    const value = (heading: string) => cells[headings.indexOf(heading)]
    if (value('Этап') !== 'Консультация назначена' || !experts.includes(String(value('Консультант')))) return
    const deal = { id: value('№'), row: index + 2, version: value('Версия'), clientId: value('№ клиента') }
    const project = value('Проект') === '' || value('Проект') === null ? 'Ресурсный центр НКО' : value('Проект')
    const args = [{ method: 'deal/decideExternal', input: { deal, decision: 'allow', project } }]
    expectDone(world.invoke({ fn: 'rpc', args, entry: 'rpc', user: director }), `Решение о сделке № ${value('№')}`)
  })
}

const sheetOf = ({ state }: World, title: string): (string | number | boolean | null)[][] => {
  const sheet = state.spreadsheets[state.boundSpreadsheetId]?.sheets.find((one) => one.title === title)
  return (sheet?.cells ?? []).map((row) => (row ?? []).map((cell) => asCell(cell).v))
}

/** The office's own Planfix, for «Подключить Planfix…»; everybody inside the office but one works in it. */
const samplePlanfix = (folder: string): PlanfixState => {
  const { headings, rows } = readTable(join(folder, 'staff.csv'), 'staff.csv')
  const cell = (row: readonly string[], heading: string): string => row[headings.indexOf(heading)] ?? ''
  const own = rows.filter((row) => cell(row, 'E-mail') !== '').slice(0, -1)
  const users = own.map((row, index) => ({ id: index + 1, name: cell(row, 'ФИО'), lastname: '', email: cell(row, 'E-mail') }))
  return newPlanfix({ ...samplePlanfixAccount, users, templates: [24], statuses: [1, 3] })
}

/** The office's own amoCRM, for «Подключить amoCRM…», with what came to it this morning. */
const officeAmo = (folder: string, now: number): AmoState => {
  const { headings, rows } = readTable(join(folder, 'staff.csv'), 'staff.csv')
  const cell = (row: readonly string[], heading: string): string => row[headings.indexOf(heading)] ?? ''
  const users = rows.map((row, index) => ({ id: index + 1, name: cell(row, 'ФИО'), email: cell(row, 'E-mail') }))
  const initials = rows.map((row) => cell(row, 'Инициалы')).filter((one) => one !== '')
  const projects = readTable(join(folder, 'projects.csv'), 'projects.csv').rows.map(([name = '']) => name)
  const state = sampleAmo({ token: 'amocrm-demo', users: users.filter(({ email }) => email !== ''), initials, projects })
  amoHand(state, now).arrives('forms', siteForm('АНО «Северный ветер»', 'Ольга Петрова', '+7 921 490-11-22', 'Как отчитаться по гранту?'))
  amoHand(state, now).arrives('chats', siteForm('Фонд «Пристань»', 'Илья Кузнецов', '+7 952 300-40-50', 'Нужна помощь с уставом'))
  return state
}

/** Everybody of the office edits the spreadsheet; external consultants need not (C1). */
const shareWithStaff = ({ state }: World, folder: string): void => {
  const { headings, rows } = readTable(join(folder, 'staff.csv'), 'staff.csv')
  const [email, external] = ['E-mail', 'Внешний'].map((heading) => headings.indexOf(heading)) as [number, number]
  const spreadsheet = state.spreadsheets[state.boundSpreadsheetId]
  const inside = rows.filter((row) => row[external] !== 'да' && (row[email] ?? '') !== '')
  if (spreadsheet) spreadsheet.editors = inside.map((row) => row[email] ?? '')
}

const prepare = (world: World, ics: string): void => {
  const { state } = world
  const spreadsheet = state.spreadsheets[state.boundSpreadsheetId]
  if (spreadsheet) spreadsheet.title = 'Консультации — реестр'
  const calendar = { id: calendarId, summary: 'Консультации', timeZone, events: [], revision: 0, oldestValidRevision: 0 }
  state.calendars = { [calendarId]: calendar }
  loadIcs(calendar, ics, new Date(state.now).toISOString())
  state.properties.script['calendarId'] = calendarId
}

const applyImport = (world: World, kind: ImportKind, source: { folder: string; file: string; user: string }): void => {
  const table = readTable(join(source.folder, source.file), source.file)
  const args = [{ method: 'import/apply', input: { kind, table } }]
  expectDone(world.invoke({ fn: 'rpc', args, entry: 'rpc', user: source.user }), `Загрузка ${source.file}`)
}

const readTable = (path: string, fileName: string): { fileName: string; headings: string[]; rows: string[][] } => {
  const text = readFileSync(path, 'utf8').replace(/^\uFEFF/, '')
  const [headings = [], ...rows] = Papa.parse<string[]>(text, { delimiter: ';', skipEmptyLines: true }).data
  return { fileName, headings, rows }
}

const expectDone = (record: ExecutionRecord, deed: string): void => {
  if (record.error) throw new Error(`${deed}: ${record.error.message}`)
  const { value } = record
  if (typeof value === 'object' && value !== null && 'ok' in value && value.ok === false) {
    throw new Error(`${deed}: ${'message' in value ? String(value.message) : 'отказ без объяснения'}`)
  }
}

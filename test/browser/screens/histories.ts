/** What had happened before a screen is looked at. */

import { amoHand } from '../../../emulator/partners/amocrm/amoHand'
import type { World } from '../../../emulator/world/types'
import { publishedDays } from '../../../src/domain/importing/publishedDays'
import { atWork, bookInput, completeClient, done, phoned, sleepUntil, slotsOf } from '../../fixtures/desk'
import { apart, vaultOf } from '../../fixtures/vaultDesk'
import { xmlYear } from '../../fixtures/xmlYear'
import { longName } from './ways'

const consultant = 'gg0@example.org'

/** A transfer was changed after the release. */
export function published(world: World): void {
  const days = publishedDays.filter(({ date }) => date.startsWith('2027-') && date !== '2027-11-05')
  const moved = { date: '2027-11-08', kind: 'off', movedFrom: '2027-01-02' } as const
  world.state.partners = { ...world.state.partners, xmlCalendar: { years: { 2027: xmlYear(2027, [...days, moved]) }, requests: [] } }
}

/** The first morning: people and settings are there, no client, deal or slot yet. */
export function bare(world: World): void {
  const kept = ['Сотрудники', 'Проекты', 'Настройки', 'Рабочий календарь', 'Служебное']
  for (const sheet of world.state.spreadsheets[world.state.boundSpreadsheetId]?.sheets ?? [])
    if (!kept.includes(sheet.title)) sheet.cells = sheet.cells.slice(0, 1)
  const [calendarId = ''] = Object.keys(world.state.calendars)
  for (const { id } of world.calendarHand.between({ calendarId, from: '2026-11-01T00:00', to: '2027-01-31T00:00' }))
    world.calendarHand.remove({ calendarId, id, user: consultant })
}

/** Half-way: nobody in the lists, no calendar yet. */
export function begun(world: World): void {
  const book = world.state.spreadsheets[world.state.boundSpreadsheetId]
  for (const sheet of book?.sheets ?? [])
    if (sheet.title === 'Сотрудники' || sheet.title === 'Проекты') sheet.cells = sheet.cells.slice(0, 1)
  const settings = book?.sheets.find(({ title }) => title === 'Настройки')
  if (settings)
    settings.cells = settings.cells.map((row) =>
      row?.some((cell) => String(cell).includes('@group.calendar')) ? [row[0] ?? null, null] : row,
    )
}

/** A week in which people dragged, fell ill, renamed and copied. */
export function troubled(world: World): void {
  const [calendarId = ''] = Object.keys(world.state.calendars)
  const booked = world.calendarHand
    .between({ calendarId, from: '2026-11-24T00:00', to: '2026-12-05T00:00' })
    .filter(({ summary }) => summary.includes('_'))
  const [one, two, three] = booked
  const by = { calendarId, user: consultant }
  if (one !== undefined) world.calendarHand.patch({ ...by, id: one.id, start: '2026-11-20T11:00', end: '2026-11-20T12:00' })
  if (two !== undefined)
    world.calendarHand.insert({ ...by, summary: `Больничный ${two.summary.split('_')[0]}`, start: '2026-11-23', end: '2026-12-05' })
  if (three !== undefined) world.calendarHand.patch({ ...by, id: three.id, summary: `ОП_${three.summary.split('_')[1]}` })
  world.calendarHand.insert({ ...by, summary: 'ММ консультация (занято)', start: '2026-11-26T15:00', end: '2026-11-26T16:00' })
  world.advanceTo(world.state.now + 25 * 60_000)
}

function postIntake(world: World, key: string, body: object): void {
  const contents = JSON.stringify(body)
  const postData = { contents, length: contents.length, type: 'application/json' }
  const event = { parameters: { key: [key] }, contentLength: contents.length, postData }
  world.invoke({ fn: 'doPost', entry: 'webPost', user: '', args: [event] })
}

/** A known client tells something anew, another body has his phone, and a request falls into the trap. */
export function askFromOutside(world: World): void {
  const key = world.state.properties.script['intakeKey'] ?? ''
  const post = (body: object) => postIntake(world, key, body)
  const phone = '8 911 900-80-70'
  post({ name: 'Анна Иванова', phone, org: 'АНО «Пристань»', email: 'a@pristan.example', text: 'Первый вопрос' })
  post({ name: 'Анна Иванова', phone, org: 'Фонд «Северный ветер»', email: 'a@veter.example', text: 'Как составить отчёт?' })
  post({ name: 'Пётр Лосев', phone: '8 921 000-00-01', text: 'Нужен совет', honey: 'x' })
}

/** A name that no screen has room for, and a question at length. */
export function longWinded(world: World): void {
  const key = world.state.properties.script['intakeKey'] ?? ''
  const text = 'Хотим открыть мастерскую для подростков: какие документы нужны и кто отвечает за безопасность? '.repeat(4)
  const body = {
    name: 'Константин Константинопольский-Задунайский',
    phone: '8 921 777-66-55',
    org: longName,
    email: `${'k'.repeat(60)}@example.org`,
    text,
    'Согласие на обработку персональных данных': `Даю согласие на обработку персональных данных${', в том числе на хранение и уточнение'.repeat(8)}`,
  }
  postIntake(world, key, body)
}

/** Somebody has opened the web app's address: the desk knows it. */
export function learnt(world: World): void {
  world.invoke({ fn: 'doGet', entry: 'webGet', user: '', args: [{ parameter: {} }] })
}

/** amoCRM is connected, a lead says otherwise than its deal. */
export function metAmo(world: World): void {
  const amo = world.state.partners?.amocrm
  if (amo === undefined) throw new Error('the sample office has an amoCRM')
  const input = { account: 'centre', token: amo.token, pipeline: null }
  const calls = [{ method: 'amo/connect', input }]
  world.invoke({ fn: 'rpc', entry: 'rpc', user: 'director@example.org', args: calls })
  world.invoke({ fn: 'tick', entry: 'trigger', user: '' })
  const [lead] = amo.leads
  const company = amo.companies.find(({ id }) => id === lead?.company)
  if (lead !== undefined)
    amoHand(amo, world.state.now + 60_000).edit(lead.id, { fields: { Запрос: 'Как отчитаться по гранту и когда?', Формат: 'очно' } })
  if (company !== undefined) company.name = longName
}

/** ММ has three consultations: one is over and not filled, one is to come this week, one later; it is Wednesday noon. */
export function heldSome(world: World): void {
  atWork(world)
  const request = 'Хотим открыть мастерскую для подростков: какие документы нужны и кто отвечает за безопасность?'
  for (const [at, organisation] of ['АНО «Причал»', longName, 'Фонд «Север»'].entries()) {
    const client = { ...completeClient, organisation, messenger: 'WhatsApp', phone: `8 911 416-01-2${at}` }
    const card = phoned(world, organisation, { client, request })
    const slots = slotsOf(world, 'ММ').filter(({ start }) => start >= (['2026-11-24', '2026-11-25T13:00', '2026-11-30'][at] ?? ''))
    if (slots[0] !== undefined)
      done(world, 'deal/book', bookInput(card, slots[0], { place: at === 0 ? 'ул. Попова, 18, каб. 3' : 'каб. 3' }))
  }
  sleepUntil(world, '2026-11-25T12:00')
}

/** People's data are in a spreadsheet of their own, which was closed to everybody since. */
export function apartAndShut(world: World): void {
  const file = vaultOf(apart(world))
  if (file !== null) file.sharing = { owner: 'nobody@example.org', editors: [], viewers: [] }
}

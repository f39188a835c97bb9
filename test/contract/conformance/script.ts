/** The script project of its own that puts every probe to Google, for as long as a run may take, and goes on where it stopped. */

// It works only in a spreadsheet and a calendar that it makes itself, and its answers name no person.
import { answerOf, type Scratch } from '../../../src/server/conformance/probe'
import { allProbes } from '../probes/all'

/** A run is stopped by Google after six minutes; what is begun has to be finished by then. */
const budgetMs = 4 * 60_000
/** 60 writes a minute and account of the Sheets API; a probe makes three at most, and two are ours. */
const pauseMs = 5_000

interface Places {
  readonly spreadsheetId: string
  readonly calendarId: string
}

/** Probes may empty the script's properties, so the places are the account's own. */
const placesKey = 'conformancePlaces'
const answersId = 1
const scratchFrom = 1000

export function onOpen(): void {
  SpreadsheetApp.getUi()
    .createMenu('Проверка Google')
    .addItem('Начать или продолжить', 'runProbes')
    .addItem('Убрать за собой', 'cleanUp')
    .addToUi()
}

/** One portion. @returns how far it came, for the log of executions */
export function runProbes(): string {
  ScriptApp.requireAllScopes(ScriptApp.AuthMode.FULL)
  const until = Date.now() + budgetMs
  const places = keptPlaces() ?? makePlaces()
  const known = knownAnswers(places)
  const left = allProbes.filter(({ key }) => known[key] === undefined)
  for (const { key, probe } of left) {
    if (Date.now() > until) return told(`Сделано ${Object.keys(known).length} из ${allProbes.length}. Запустите ещё раз.`)
    known[key] = JSON.stringify(answerOf(probe, freshScratch(places)))
    LockService.getScriptLock().releaseLock()
    keep(places, key, known[key])
    Utilities.sleep(pauseMs)
  }
  const file = Drive!.Files!.create(
    { name: 'conformance.json', mimeType: 'application/json' },
    Utilities.newBlob(resultOf(known), 'application/json', 'conformance.json') as never,
  )
  return told(`Готово: ${allProbes.length}. Файл conformance.json лежит на Диске: https://drive.google.com/file/d/${file.id}`)
}

/** The calendar goes; the spreadsheet and the file are the person's to delete. */
export function cleanUp(): string {
  const places = keptPlaces()
  if (places === null) return told('Убирать нечего.')
  Calendar!.Calendars!.remove(places.calendarId)
  PropertiesService.getUserProperties().deleteProperty(placesKey)
  return told(`Календарь удалён. Таблицу удалите сами: https://docs.google.com/spreadsheets/d/${places.spreadsheetId}`)
}

/** What a probe's trigger would run. */
export function probe(): void {
  console.log('a trigger of a probe ran')
}

function told(text: string): string {
  console.log(text)
  return text
}

function keptPlaces(): Places | null {
  const kept = PropertiesService.getUserProperties().getProperty(placesKey)
  return kept === null ? null : (JSON.parse(kept) as Places)
}

function makePlaces(): Places {
  const title = 'Проверка Google (можно удалить)'
  const { spreadsheetId = '' } = Sheets!.Spreadsheets.create({ properties: { title, timeZone: 'Europe/Moscow', locale: 'ru_RU' } })
  const requests = [{ addSheet: { properties: { sheetId: answersId, title: 'Ответы' } } }]
  Sheets!.Spreadsheets.batchUpdate({ requests }, spreadsheetId)
  const { id = '' } = Calendar!.Calendars!.insert({ summary: title, timeZone: 'Europe/Moscow' })
  const places = { spreadsheetId, calendarId: id }
  PropertiesService.getUserProperties().setProperty(placesKey, JSON.stringify(places))
  return places
}

/** Answers by probe, as JSON. */
function knownAnswers({ spreadsheetId }: Places): Record<string, string> {
  const { values = [] } = Sheets!.Spreadsheets.Values.get(spreadsheetId, "'Ответы'!A1:B", { valueRenderOption: 'UNFORMATTED_VALUE' })
  return Object.fromEntries(values.map(([key, answer]) => [String(key), String(answer)]))
}

function keep({ spreadsheetId }: Places, key: string, answer: string): void {
  const values = [key, answer].map((text) => ({ userEnteredValue: { stringValue: text } }))
  const requests = [{ appendCells: { sheetId: answersId, rows: [{ values }], fields: 'userEnteredValue' } }]
  Sheets!.Spreadsheets.batchUpdate({ requests }, spreadsheetId)
}

/** An empty sheet for the next probe, in the place of the last one's. */
function freshScratch({ spreadsheetId, calendarId }: Places): Scratch {
  const { sheets = [] } = Sheets!.Spreadsheets.get(spreadsheetId, { fields: 'sheets.properties(sheetId)' })
  const ids = sheets.map(({ properties }) => properties?.sheetId ?? 0)
  const sheetId = Math.max(scratchFrom, ...ids) + 1
  const sheetName = `Проба ${sheetId}`
  const old = ids.filter((id) => id >= scratchFrom)
  const requests = [...old.map((id) => ({ deleteSheet: { sheetId: id } })), { addSheet: { properties: { sheetId, title: sheetName } } }]
  Sheets!.Spreadsheets.batchUpdate({ requests }, spreadsheetId)
  return { spreadsheetId, sheetId, sheetName, calendarId }
}

function resultOf(known: Readonly<Record<string, string>>): string {
  const answers = Object.fromEntries(Object.entries(known).map(([key, answer]) => [key, JSON.parse(answer) as unknown]))
  return JSON.stringify({ at: new Date().toISOString(), answers }, null, 1)
}

/** What a service call costs in modelled time: medians from published measurements of others, assumed where there are none, as data. */
import type { CallCost } from './types'

export interface Latency {
  /** Median, milliseconds. */
  readonly ms: number
  /** Added for each cell read or written, microseconds. */
  readonly cellUs?: number
  /** Instead of `cellUs` above `bigCells` cells. */
  readonly bigCellUs?: number
  /** False for calls that are answered inside the script's own process. */
  readonly leaves: boolean
}

const remote = (ms: number, cellUs = 0): Latency => ({ ms, cellUs, leaves: true })
const local: Latency = { ms: 0, leaves: false }

/** Cells in one `setValues` above which the dearer rate holds. */
const bigCells = 10_000

/** One `google.script.run` round trip and one request to a warm or cold web app, milliseconds. */
export const roundTripMs = { rpc: 1000, webWarm: 600, webCold: 3000 } as const

const sheets: Record<string, Latency> = {
  'Sheets.Values.get': remote(180, 3),
  'Sheets.Values.batchGet': remote(180, 3),
  'Sheets.Values.batchGetByDataFilter': remote(180, 3),
  'Sheets.Values.append': remote(250, 11),
  'Sheets.get': remote(180, 3),
  'Sheets.batchUpdate': remote(250, 11),
  'Sheets.create': remote(1000),
}

const spreadsheetApp: Record<string, Latency> = {
  'SpreadsheetApp.getValues': remote(300, 9),
  'SpreadsheetApp.getDisplayValues': remote(300, 9),
  'SpreadsheetApp.setValues': { ms: 100, cellUs: 0, bigCellUs: 58, leaves: true },
  'SpreadsheetApp.flush': remote(500),
  'SpreadsheetApp.getValue': remote(100),
  'SpreadsheetApp.setValue': remote(100),
  'SpreadsheetApp.getLastRow': remote(90),
  'SpreadsheetApp.getLastColumn': remote(90),
  'SpreadsheetApp.appendRow': remote(110),
}

const platform: Record<string, Latency> = {
  'Properties.get': remote(30),
  'Properties.set': remote(62),
  'Properties.delete': remote(62),
  'Cache.get': remote(15),
  'Cache.put': remote(75),
  'Cache.remove': remote(88),
  'Lock.acquire': remote(50),
  'Lock.release': remote(50),
  'MailApp.sendEmail': remote(1000),
  'MailApp.getRemainingDailyQuota': remote(30),
  'UrlFetchApp.fetch': remote(175),
  'UrlFetchApp.fetchAll': remote(175),
  'Calendar.Events.list': remote(350),
  'Calendar.Events.instances': remote(350),
  'Calendar.Events.get': remote(350),
  'Calendar.Events.insert': remote(450),
  'Calendar.Events.patch': remote(450),
  'Calendar.Events.update': remote(450),
  'Calendar.Events.move': remote(450),
  'Calendar.Events.delete': remote(450),
  // Assumed, nothing published: an upload like a letter, the rest like a calendar write.
  'Drive.Files.create': remote(1000),
  'Drive.Files.get': remote(350),
  'Drive.Files.list': remote(400),
  'Drive.Files.remove': remote(450),
  'Drive.Files.update': remote(450),
  'Drive.Permissions.create': remote(450),
  'ScriptApp.newTrigger': remote(300),
  'ScriptApp.getProjectTriggers': remote(100),
  'ScriptApp.deleteTrigger': remote(300),
}

const table: Readonly<Record<string, Latency>> = { ...sheets, ...spreadsheetApp, ...platform }

/** Assumed, nothing published: these services answer from inside the script's process and cost nothing. */
const localServices = ['Utilities.', 'Session.', 'HtmlService.', 'ContentService.', 'ScriptApp.', 'Logger.', 'console.', 'Ui.', 'Lock.has']

/** Assumed likewise: what SpreadsheetApp knows from the start of the execution, and what it only hands to the page. */
const localSpreadsheetCalls = new Set(
  (
    'getActiveSpreadsheet getActive getActiveSheet getActiveRange getActiveCell getCurrentCell getActiveRow getSelection getId getUrl getUi getRange getRow ' +
    'getColumn toast alert createMenu addMenu showSidebar showModalDialog showModelessDialog setActiveSheet setActiveRange setActiveSelection setCurrentCell activate'
  )
    .split(' ')
    .map((member) => `SpreadsheetApp.${member}`),
)

/** A call that has no row here is taken as leaving, at an assumed 100 ms: the stricter side. */
const unknown: Latency = remote(100)

export function latencyOf(name: string): Latency {
  const known = table[name]
  if (known) return known
  if (localSpreadsheetCalls.has(name) || localServices.some((prefix) => name.startsWith(prefix))) return local
  return unknown
}

/** Modelled milliseconds of one call with its cells. */
export function modelledMs(name: string, cost: CallCost = {}): number {
  const latency = latencyOf(name)
  const cells = (cost.cellsRead ?? 0) + (cost.cellsWritten ?? 0)
  const rate = cells > bigCells && latency.bigCellUs !== undefined ? latency.bigCellUs : (latency.cellUs ?? 0)
  return latency.ms + (cells * rate) / 1000
}

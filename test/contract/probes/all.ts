/** Every probe by its service, and what each contract file leaves to them. */
import { harmlessProbes } from '../../../src/server/conformance/harmless'
import { batchUpdate } from './batchUpdate'
import { calendarEvents } from './calendarEvents'
import { calendarLists } from './calendarLists'
import { calendarSeries } from './calendarSeries'
import { drive } from './drive'
import { formulas } from './formulas'
import type { AnyProbe } from './kinds'
import { language } from './language'
import { lock } from './lock'
import { scriptApp } from './scriptApp'
import { sheetShapes } from './sheetShapes'
import { sheets } from './sheets'
import { spreadsheetApp } from './spreadsheetApp'
import { stores } from './stores'
import { utilities } from './utilities'
import { valuesWrites } from './valuesWrites'
import { accounts, mail, pages, session, urlfetch } from './web'

export const services: Readonly<Record<string, readonly AnyProbe[]>> = {
  language,
  Utilities: utilities,
  Lock: lock,
  'Properties, Cache': stores,
  Session: session,
  Permissions: accounts,
  'ScriptApp, HtmlService': scriptApp,
  Pages: pages,
  MailApp: mail,
  UrlFetchApp: urlfetch,
  Drive: drive,
  'Sheets: values': sheets,
  'Sheets: values written': valuesWrites,
  'Sheets: batchUpdate': batchUpdate,
  SpreadsheetApp: spreadsheetApp,
  'SpreadsheetApp: sheets and shapes': sheetShapes,
  Formulas: formulas,
  'Calendar: events': calendarEvents,
  'Calendar: lists': calendarLists,
  'Calendar: series and fields': calendarSeries,
  'In a working office': harmlessProbes,
}

export interface NamedProbe {
  /** 'Lock: taken, held, released' */
  readonly key: string
  readonly service: string
  readonly probe: AnyProbe
}

export const allProbes: readonly NamedProbe[] = Object.entries(services).flatMap(([service, probes]) =>
  probes.map((probe) => ({ key: `${service}: ${probe.name}`, service, probe })),
)

type Service = keyof typeof services

/** What of a contract file the probes ask; what stays in it needs a person's hand, a second account, time, or a broken Google. */
export const askedOf: Readonly<Record<string, { readonly by: readonly Service[]; readonly left: string }>> = {
  'accounts.test.ts': { by: ['Permissions'], left: 'permissions refused, two accounts in a browser' },
  'cache.test.ts': { by: ['Properties, Cache'], left: 'hours that pass, a thousand items' },
  'calendar.test.ts': { by: ['Calendar: events', 'Calendar: lists'], left: 'the daily quota' },
  'calendarAccess.test.ts': { by: ['Calendar: lists'], left: 'roles of other accounts' },
  'calendarCancelled.test.ts': {
    by: ['Calendar: lists', 'Calendar: series and fields'],
    left: 'the bin, both ways of what is not settled',
  },
  'calendarFields.test.ts': { by: ['Calendar: series and fields'], left: "kinds of events of a person's own calendar" },
  'calendarFollowing.test.ts': { by: ['Calendar: series and fields'], left: '«this and following» by hand' },
  'calendarGuests.test.ts': { by: ['Calendar: events'], left: "guests' answers, Google's letters to them" },
  'calendarList.test.ts': { by: ['Calendar: lists'], left: 'old tokens, many pages' },
  'calendarSeries.test.ts': { by: ['Calendar: series and fields'], left: 'rules of many kinds' },
  'copy.test.ts': { by: [], left: '«Создать копию» is a deed by hand' },
  'deployments.test.ts': { by: [], left: 'versions and deployments are made outside of a run' },
  'drive.test.ts': { by: ['Drive'], left: 'the bin over thirty days, other accounts' },
  'failures.test.ts': { by: ['In a working office'], left: 'failures that cannot be asked for' },
  'formulas.test.ts': { by: ['Formulas'], left: 'rows and columns moved by hand' },
  'gasLocal.test.ts': { by: [], left: 'our loader, not Google' },
  'language.test.ts': { by: ['language'], left: 'other zones of the script' },
  'lock.test.ts': { by: ['Lock'], left: 'two runs at once' },
  'mail.test.ts': { by: ['MailApp', 'In a working office'], left: 'letters that are really sent' },
  'pages.test.ts': { by: ['Pages', 'ScriptApp, HtmlService'], left: 'what a browser gets' },
  'properties.test.ts': { by: ['Properties, Cache', 'In a working office'], left: 'other accounts, half a megabyte' },
  'rightOrRefused.test.ts': { by: [], left: 'what the emulator refuses is no answer of Google' },
  'scriptApp.test.ts': { by: ['ScriptApp, HtmlService'], left: 'triggers that fire, twenty of them' },
  'session.test.ts': { by: ['Session'], left: 'triggers, web app, other accounts' },
  'sharing.test.ts': { by: [], left: 'spreadsheets of other accounts' },
  'sheets.test.ts': { by: ['Sheets: values', 'In a working office'], left: 'fifty thousand rows, very long addresses' },
  'sheetsBatchUpdate.test.ts': { by: ['Sheets: batchUpdate', 'Sheets: values'], left: 'ten million cells, charts' },
  'spreadsheetApp.test.ts': { by: ['SpreadsheetApp'], left: 'menus, panels, selections' },
  'amocrm.test.ts': { by: [], left: 'an account of amoCRM' },
  'urlfetch.test.ts': { by: ['UrlFetchApp', 'In a working office'], left: 'a partner that answers, or is silent' },
  'vk.test.ts': { by: [], left: 'a community of VK' },
  'utilities.test.ts': { by: ['Utilities', 'In a working office'], left: 'both ways of what is not settled' },
}

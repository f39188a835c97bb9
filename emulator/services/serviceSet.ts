/** The globals that Apps Script gives to a bundle. */
import type { Logs } from '../run/console'
import type { CoreHost } from '../run/host'
import { strict } from '../run/strict'
import type { UiEffect } from '../world/types'
import { calendarService } from './calendar/calendar'
import { cacheService } from './script/cache'
import { driveService } from './script/drive'
import { lockService } from './script/lock'
import { propertiesService } from './script/properties'
import { scriptAppService } from './script/scriptApp'
import { sessionService } from './script/session'
import { utilitiesService } from './script/utilities'
import { sheetsService } from './sheets/sheets'
import { spreadsheetApp } from './spreadsheet/spreadsheetApp'
import { contentService } from './web/content'
import { htmlService } from './web/html'
import { mailService } from './web/mail'
import { urlFetchService } from './web/urlfetch'

export function serviceSet(host: CoreHost, ui: UiEffect[], logs: Logs): Record<string, object> {
  return {
    console: strict('console', logs.console),
    Logger: strict('Logger', logs.logger),
    CacheService: cacheService(host),
    Calendar: calendarService(host),
    ContentService: contentService(host),
    Drive: driveService(host),
    HtmlService: htmlService(host),
    LockService: lockService(host),
    MailApp: mailService(host),
    PropertiesService: propertiesService(host),
    ScriptApp: scriptAppService(host),
    Session: sessionService(host),
    Sheets: sheetsService(host),
    SpreadsheetApp: spreadsheetApp(host, ui),
    UrlFetchApp: urlFetchService(host),
    Utilities: utilitiesService(host),
  }
}

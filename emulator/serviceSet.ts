/** The globals that Apps Script gives to a bundle. */
import type { Logs } from './console'
import type { CoreHost } from './host'
import { cacheService } from './services/cache'
import { calendarService } from './services/calendar'
import { contentService } from './services/content'
import { driveService } from './services/drive'
import { htmlService } from './services/html'
import { lockService } from './services/lock'
import { mailService } from './services/mail'
import { propertiesService } from './services/properties'
import { scriptAppService } from './services/scriptApp'
import { sessionService } from './services/session'
import { sheetsService } from './services/sheets'
import { spreadsheetApp } from './services/spreadsheetApp'
import { urlFetchService } from './services/urlfetch'
import { utilitiesService } from './services/utilities'
import { strict } from './strict'
import type { UiEffect } from './types'

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

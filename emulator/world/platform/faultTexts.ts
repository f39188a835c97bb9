/** What Google says when a service fails, by kind: mostly as others have seen it, the Russian ones included; assumed where nobody told. */

import { texts } from '../limits'
import type { FailureKind, Language } from '../state/stateParts'
import { ServiceError } from '../types'
import { apiMethod, isAdvanced } from './apiMethods'

interface ApiFailure {
  readonly code: number
  readonly message: string
}

const project = "for consumer 'project_number:000000000000'."

const sheetsApi: Readonly<Record<FailureKind, ApiFailure>> = {
  transient: { code: 503, message: 'The service is currently unavailable.' },
  timedOut: { code: 500, message: 'Empty response' },
  quotaDay: {
    code: 429,
    message: `Quota exceeded for quota metric 'Read requests' and limit 'Read requests per day' of service 'sheets.googleapis.com' ${project}`,
  },
  quotaMinute: {
    code: 429,
    message: `Quota exceeded for quota metric 'Read requests' and limit 'Read requests per minute per user' of service 'sheets.googleapis.com' ${project}`,
  },
  permission: { code: 403, message: 'The caller does not have permission' },
  gone: { code: 404, message: 'Requested entity was not found.' },
}

const calendarApi: Readonly<Record<FailureKind, ApiFailure>> = {
  transient: { code: 503, message: 'Backend Error' },
  timedOut: { code: 500, message: 'Empty response' },
  quotaDay: { code: 403, message: 'Calendar usage limits exceeded.' },
  quotaMinute: { code: 403, message: 'Rate Limit Exceeded' },
  permission: { code: 403, message: 'You need to have writer access to this calendar.' },
  gone: { code: 404, message: 'Not Found' },
}

const driveApi: Readonly<Record<FailureKind, ApiFailure>> = {
  transient: { code: 500, message: 'Internal Error' },
  timedOut: { code: 500, message: 'Empty response' },
  quotaDay: { code: 403, message: 'The user has exceeded their Drive storage quota' },
  quotaMinute: { code: 403, message: 'User Rate Limit Exceeded' },
  permission: { code: 403, message: 'The user does not have sufficient permissions for this file.' },
  gone: { code: 404, message: 'File not found: .' },
}

const apis: Readonly<Record<string, Readonly<Record<FailureKind, ApiFailure>>>> = {
  Sheets: sheetsApi,
  Calendar: calendarApi,
  Drive: driveApi,
}

/** The service as Google names it in «invoked too many times». */
const shortNames: Readonly<Record<string, string>> = {
  MailApp: 'email',
  UrlFetchApp: 'urlfetch',
  SpreadsheetApp: 'spreadsheets',
  Properties: 'properties',
  Cache: 'cache',
  Lock: 'lock',
  ScriptApp: 'script',
}

/** The class as a script writes it. */
const calledName = (call: string): string => call.replace(/^(Lock|Properties|Cache)\./, '$1Service.')

const serverError = "We're sorry, a server error occurred. Please wait a bit and try again."

type Words = (call: string, documentId: string) => string

const shortName = (call: string): string => {
  const [service = ''] = call.split('.')
  return shortNames[service] ?? service.toLowerCase()
}

const english: Readonly<Record<FailureKind, Words>> = {
  transient: (call, id) =>
    call.startsWith('SpreadsheetApp.') ? `Service Spreadsheets failed while accessing document with id ${id}.` : serverError,
  timedOut: (call, id) =>
    call.startsWith('SpreadsheetApp.') ? `Service Spreadsheets timed out while accessing document with id ${id}.` : serverError,
  quotaDay: (call) => `Service invoked too many times for one day: ${shortName(call)}.`,
  quotaMinute: (call) => `Service invoked too many times in a short time: ${shortName(call)}. Try Utilities.sleep(1000) between calls.`,
  permission: (call) => `Specified permissions are not sufficient to call ${calledName(call)}.`,
  gone: (call) =>
    call.startsWith('SpreadsheetApp.')
      ? 'Unexpected error while getting the method or property openById on object SpreadsheetApp.'
      : serverError,
}

const russian: Readonly<Record<FailureKind, Words>> = {
  transient: () => 'К сожалению, произошла ошибка сервера. Подождите немного и повторите попытку.',
  timedOut: (_call, id) => `Превышено время ожидания ответа от сервиса Таблицы при доступе к документу с идентификатором ${id}.`,
  quotaDay: (call) => `Служба вызывалась слишком много раз за один день: ${shortName(call)}.`,
  quotaMinute: (call) =>
    `Служба вызывалась слишком много раз за короткое время: ${shortName(call)}. Попробуйте вызвать Utilities.sleep(1000) между обращениями.`,
  permission: (call) => `Указанных разрешений недостаточно для вызова ${calledName(call)}.`,
  gone: () => 'Непредвиденная ошибка при получении метода или свойства openById объекта SpreadsheetApp.',
}

/** The error of a call that fails so; an API's words stay English. */
export function failureOf(call: string, kind: FailureKind, { documentId = '', language = 'en' as Language } = {}): ServiceError {
  const failure = isAdvanced(call) ? apis[call.split('.')[0] ?? '']?.[kind] : undefined
  if (!failure) return new ServiceError((language === 'ru' ? russian : english)[kind](call, documentId))
  const message = call === 'Sheets.batchUpdate' ? failure.message.replaceAll('Read requests', 'Write requests') : failure.message
  const text = `API call to ${apiMethod(call)} failed with error: ${message}`
  return new ServiceError(text, { name: 'GoogleJsonResponseException', details: { code: failure.code, message } })
}

export const executionTimeText = (language: Language): string =>
  language === 'ru' ? 'Превышено максимально допустимое время выполнения' : texts.executionTime

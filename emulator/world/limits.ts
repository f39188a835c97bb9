/** Google's limits (documented) and the words of its refusals (mostly as others have seen them), as data. */
import type { Entry, QuotaName, WorldState } from './types'
import { ServiceError } from './types'

const minute = 60_000
const kilobyte = 1024

/** Longest run by entry, milliseconds of the virtual clock. */
export function timeLimitMs(entry: Entry): number {
  return entry === 'simpleEdit' || entry === 'open' ? 30_000 : 6 * minute
}

export const dailyLimits: Readonly<Record<WorldState['limits'], Readonly<Record<QuotaName, number>>>> = {
  consumer: { mailRecipients: 100, eventsCreated: 5_000, urlFetch: 20_000, triggerSeconds: 90 * 60 },
  workspace: { mailRecipients: 1_500, eventsCreated: 10_000, urlFetch: 100_000, triggerSeconds: 6 * 3600 },
}

export const mailLimits = { recipientsPerMessage: 50, bodyBytes: 200 * kilobyte, htmlBytes: 200 * kilobyte } as const
export const propertyLimits = { valueBytes: 9 * kilobyte, storeBytes: 500 * kilobyte } as const
export const cacheLimits = { keyChars: 250, valueBytes: 100 * kilobyte, seconds: 21_600, items: 1_000, itemsKept: 900 } as const
export const triggerLimits = { perUserAndScript: 20, everyMinutes: [1, 5, 10, 15, 30] } as const
export const sleepLimitMs = 300_000

/** Google's sentences. */
export const texts = {
  notDeployed: 'The web app is not deployed.',
  executionTime: 'Exceeded maximum execution time',
  computerTime: 'Service using too much computer time for one day',
  lockTimeout: 'Lock timeout: another process was holding the lock for too long.',
  tooManyTriggers: 'This script has too many triggers. Triggers must be deleted from the script before more can be added.',
  propertyQuota: 'You have exceeded the property storage quota. Please remove some properties and try again.',
  noRecipient: 'Failed to send email: no recipient',
  tooManyRecipients: 'Limit Exceeded: Email Recipients Per Message.',
  mailBody: 'Limit Exceeded: Email Body Size.',
  everyMinutes: 'The value you passed to everyMinutes was invalid. It must be one of 1, 5, 10, 15 or 30.',
  returnType: 'The script completed but the returned value is not a supported return type.',
  illegalArgument: (index: number) => `Failed due to illegal value in property: ${index}`,
  argumentTooLarge: (argument: string) => `Argument too large: ${argument}`,
  invalidEmail: (address: string) => `Invalid email: ${address}`,
  noFunction: (name: string) => `Script function not found: ${name}`,
  noHtmlFile: (name: string) => `No HTML file named ${name} was found.`,
  signature: (types: string, method: string) => `The parameters (${types}) don't match the method signature for ${method}.`,
} as const

const eventLimit = 'Calendar usage limits exceeded.'

export const exhausted: Readonly<Record<QuotaName, () => ServiceError>> = {
  mailRecipients: () => new ServiceError('Service invoked too many times for one day: email.'),
  urlFetch: () => new ServiceError('Service invoked too many times for one day: urlfetch.'),
  triggerSeconds: () => new ServiceError(texts.computerTime),
  eventsCreated: () =>
    new ServiceError(`API call to calendar.events.insert failed with error: ${eventLimit}`, {
      name: 'GoogleJsonResponseException',
      details: { code: 403, message: eventLimit },
    }),
}

/** Quota that the gate looks at before a call of this name; the amount is charged after it. */
export const quotaByCall: Readonly<Record<string, QuotaName>> = {
  'Calendar.Events.insert': 'eventsCreated',
  'UrlFetchApp.fetch': 'urlFetch',
  'UrlFetchApp.fetchAll': 'urlFetch',
}

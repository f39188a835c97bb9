/** The working calendar as xmlcalendar.ru publishes it: one address a year. */

import { type PublishedYear, readPublishedYear } from '../../domain/importing/publishedYear'
import { type Outcome, refuse } from '../../domain/problem'

const waitSeconds = 20
/** `timeoutSeconds` is newer than the published types. */
type Options = GoogleAppsScript.URL_Fetch.URLFetchRequestOptions & { readonly timeoutSeconds: number }

/** One request; a text that is no calendar of the year is told as such, not as an empty year. */
export function publishedYear(year: number): Outcome<PublishedYear> {
  const text = textOf(year)
  if (!text.ok) return text
  const read = readPublishedYear(text.value, year)
  return read === null ? refuse({ code: 'yearUnread', year, why: 'foreign' }) : { ok: true, value: read }
}

function textOf(year: number): Outcome<string> {
  const options: Options = { muteHttpExceptions: true, timeoutSeconds: waitSeconds }
  try {
    const response = UrlFetchApp.fetch(`https://xmlcalendar.ru/data/ru/${year}/calendar.xml`, options)
    const code = response.getResponseCode()
    if (code === 404) return refuse({ code: 'yearUnread', year, why: 'notPublished' })
    return code === 200 ? { ok: true, value: response.getContentText() } : refuse({ code: 'yearUnread', year, why: 'silent' })
  } catch (error) {
    console.warn(`workdays: ${(error as Error).message}`)
    return refuse({ code: 'yearUnread', year, why: 'silent' })
  }
}

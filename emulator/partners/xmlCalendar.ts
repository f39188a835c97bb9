/** A small xmlcalendar.ru: the years that were put into it, as files of XML. */
import type { FetchResponse } from '../run/host'
import type { XmlCalendarState } from './xmlCalendarState'

export const xmlCalendarHost = 'https://xmlcalendar.ru/'

/** null = it says nothing. */
export function answerXmlCalendar(state: XmlCalendarState, url: string): FetchResponse | null {
  state.requests.push(url.slice(xmlCalendarHost.length))
  if (state.fault === 'silent') return null
  if (state.fault === 'unavailable') return { code: 503, body: 'Service Unavailable' }
  if (state.fault === 'foreign') return { code: 200, body: '<!doctype html><title>Сайт переехал</title>' }
  const [, year = ''] = /\/data\/ru\/(\d{4})\/calendar\.xml$/.exec(url) ?? []
  const file = state.years[year]
  return file === undefined ? { code: 404, body: 'Not Found' } : { code: 200, headers: { 'Content-Type': 'application/xml' }, body: file }
}

/** Days that differ from Monday to Friday, as the Government has published them: what a new office starts with. From xmlcalendar's open data. */

import type { DayKind } from '../office/office'
import type { LocalDate } from '../time/localTime'

/** By year: '05-02<01-04' = a day off, moved from 4 January; * = short. */
const published: Readonly<Record<string, string>> = {
  2025: '01-01 01-02 01-03 01-04 01-05 01-06 01-07 01-08 02-23 03-07* 03-08 04-30* 05-01 05-02<01-04 05-08<02-23 05-09 06-11* 06-12 06-13<03-08 11-01* 11-03<11-01 11-04 12-31<01-05',
  2026: '01-01 01-02 01-03 01-04 01-05 01-06 01-07 01-08 01-09<01-03 02-23 03-08 03-09<03-08 04-30* 05-01 05-08* 05-09 05-11<05-09 06-11* 06-12 11-03* 11-04 12-31<01-04',
  2027: '01-01 01-02 01-03 01-04 01-05 01-06 01-07 01-08 02-20* 02-22<02-20 02-23 03-08 04-30* 05-01 05-03<05-01 05-09 05-10<05-09 06-11* 06-12 06-14<06-12 11-03* 11-04 11-05<01-02 12-31<01-03',
}

export interface PublishedDay {
  readonly date: LocalDate
  readonly kind: DayKind
  readonly movedFrom: LocalDate | null
}

/** All of them, in order. */
export const publishedDays: readonly PublishedDay[] = Object.entries(published).flatMap(([year, days]) =>
  days.split(' ').map((day) => readDay(year, day)),
)

function readDay(year: string, text: string): PublishedDay {
  const [, date = '', short = '', from = ''] = /^(\d\d-\d\d)(\*?)(?:<(.+))?$/.exec(text) ?? []
  const movedFrom = from === '' ? null : from.length === date.length ? `${year}-${from}` : from
  return { date: `${year}-${date}`, kind: short === '' ? 'off' : 'short', movedFrom }
}

/** Each autumn the next year's working calendar is asked for, once a day until it stands in the sheet; a person looks at it and writes it. */

import { decoded } from '../../domain/register/stored'
import { dateOf, type LocalDateTime } from '../../domain/time/localTime'
import { stored } from '../../usecases/register/service'
import { commitService } from '../desk/commit'
import type { Loaded } from '../desk/load'
import { publishedYear } from '../partners/workdays'

/** The Government publishes transfers of days in summer or autumn. */
const firstMonth = '09'

export function askForNextYear(loaded: Loaded): void {
  const year = yearWanted(loaded)
  if (year === null) return
  const read = publishedYear(year)
  const found = !read.ok ? 'nothing' : read.value.lacks === '' ? 'whole' : 'partly'
  commitService(loaded, { workdays: JSON.stringify({ asked: dateOf(loaded.moment.now), year, found }) })
}

/** null = it is not time, it stands there already, or today was asked. */
function yearWanted({ desk, moment }: Loaded): number | null {
  const year = nextYear(moment.now)
  if (moment.now.slice(5, 7) < firstMonth || desk.office.calendar.years.includes(year)) return null
  const last = decoded(stored.workdays, desk.service.workdays, null)
  return last?.asked === dateOf(moment.now) ? null : year
}

function nextYear(now: LocalDateTime): number {
  return Number(now.slice(0, 4)) + 1
}

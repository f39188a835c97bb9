/** G7: how many consultations a week are expected, raised for everybody or for one person from a date to a date. */

import type { Office, Person } from '../office/office'
import { addDays, type LocalDate } from '../time/localTime'

/** The quota of one person in the week that begins on that Monday; none for external consultants. A raise counts in a week it touches. */
export function quotaOf(person: Pick<Person, 'external' | 'quotas'>, { settings }: Pick<Office, 'settings'>, monday: LocalDate): number {
  if (person.external) return 0
  const sunday = addDays(monday, 6)
  const raised = [...(settings.quotaRaised ?? []), ...(person.quotas ?? [])].filter(({ from, until }) => from <= sunday && until >= monday)
  return Math.max(settings.quotaPerWeek, ...raised.map(({ perWeek }) => perWeek))
}

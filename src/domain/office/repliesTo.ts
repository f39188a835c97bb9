/** Where an answer to a letter goes: to people who read it, not to the account that letters are sent from. */

import type { LocalDate } from '../time/localTime'
import type { Office } from './office'
import { isAtWork } from './permission'

/** What «Настройки» say; else the first office manager who works on that day. '' = nobody is there: the sending account. */
export function repliesTo({ people, settings }: Pick<Office, 'people' | 'settings'>, day: LocalDate): string {
  const reader = people.find((one) => one.email !== '' && one.roles.includes('officeManager') && isAtWork(one, day))
  return settings.repliesTo || (reader?.email ?? '')
}

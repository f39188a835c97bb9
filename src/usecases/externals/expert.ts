/** The external consultant of a deal. */

import type { Deal } from '../../domain/deal/deal'
import type { Office, Person } from '../../domain/office/office'

/** The external consultant of an assigned deal, or undefined. */
export function expertOf({ consultant }: Pick<Deal, 'consultant'>, { people }: Office): Person | undefined {
  return people.find(({ initials, external }) => external && initials === consultant)
}

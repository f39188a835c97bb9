/** Now on the office's wall clock. */

import type { LocalDateTime } from '../../domain/time/localTime'

/** Google converts the zone; the bundle relies on no Intl zones. */
export function localNow(zone: string): LocalDateTime {
  return Utilities.formatDate(new Date(), zone, "yyyy-MM-dd'T'HH:mm")
}

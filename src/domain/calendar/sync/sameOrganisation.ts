/** Whether a title in the calendar names the organisation of a deal, as people write it. */

import { organisationCore, organisationKey } from '../../client/organisation'
import { bookedTitle } from '../slotTitle'

/**
 * Case, quotes, underscores, ё/е, look-alike letters do not count, nor does a missing legal form; a name that our own title cut at its
 * limit, or that has no letters, is the same as what stands in that title.
 * @example isSameOrganisation('Круг_друзей', 'АРМОО «Круг друзей»') // true
 */
export function isSameOrganisation(inTitle: string, ofDeal: string): boolean {
  const written = bookedTitle('_', ofDeal).slice(2)
  const key = organisationKey(inTitle)
  if (key === organisationKey(ofDeal) || key === organisationKey(written)) return true
  const core = organisationCore(inTitle)
  return core !== '' && (core === organisationCore(ofDeal) || core === organisationKey(ofDeal) || key === organisationCore(ofDeal))
}

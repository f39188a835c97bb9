/** Who works in the panel and cannot open the vault. */

import { panelPeople } from '../../domain/office/selfCheck.ru'
import { folded } from '../../domain/text/fold'
import type { Loaded } from '../desk/load'
import { pagesAddress } from '../google/signed/links'
import { deskOwner } from '../google/spreadsheet'
import { editorsOf } from './vaultFile'

/** Names; the account of the triggers too. [] where Google does not tell. */
export function withoutVault({ desk, moment }: Loaded, id: string): string[] {
  const editors = editorsOf(id)
  if (editors === null) return []
  const have = new Set(editors.map(folded))
  const isPublished = pagesAddress(desk.office.settings.pagesAddress) !== ''
  return panelPeople(desk.office, { owner: deskOwner(), isPublished, now: moment.now })
    .filter(({ email }) => !have.has(folded(email)))
    .map(({ name }) => name)
}

/** His own rows: cards, deals, their history; all of it in one transaction. */

import type { Deal } from '../../../domain/deal/deal'
import { loadFurther } from '../../desk/load'
import { scanColumns } from '../../google/register/records'
import type { Place, Setting } from '../place'
import { readStanding } from '../rows'
import { writeWithout } from '../rowWrites'

export const ownRows: Place = {
  name: 'rows',
  portion: (setting) => {
    const { loaded, own, scope } = setting
    const standing = readStanding(loaded, { Клиенты: scope.cards, Сделки: [...new Set([...scope.deals, ...newDeals(setting)])] })
    return {
      found: standing.rows.length,
      next: null,
      write: (change) => {
        writeWithout(setting, standing, own, change)
        return true
      },
    }
  },
}

/** Deals that came to his card since it was asked who he is. */
function newDeals({ loaded, scope }: Setting): number[] {
  const { rows } = scanColumns<Deal>(loadFurther(loaded, { columns: { deals: ['id', 'clientId'] } }).snapshot, 'deals')
  return rows.flatMap(({ value: { id, clientId } }) => (id !== undefined && scope.cards.includes(clientId ?? 0) ? [id] : []))
}

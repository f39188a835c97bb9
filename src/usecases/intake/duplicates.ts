/** Cards of the register that may be one client, to be merged or told apart. One read. */

import { type Client, clientCardKeys } from '../../domain/client/client'
import { duplicatesIn } from '../../domain/client/duplicates'
import { accept } from '../../domain/problem'
import { maybeText } from '../../domain/text/intakeText.ru'
import { method } from '../method/method'

/** Pairs that are shown; the next ones come as these are settled. */
const shown = 20

export const duplicates = method('client/duplicates', {
  may: 'merge',
  reads: () => ({ columns: { clients: ['id', 'version', ...clientCardKeys, 'phoneKey', 'created', 'outsideIds'] } }),
  look: (_input, { scan }) => {
    const pairs = duplicatesIn(scan<Client>('clients').map(({ value }) => value as Client))
    return accept({
      pairs: pairs.slice(0, shown).map((pair) => ({ keep: pair.of, drop: pair.client, text: maybeText(pair) })),
      count: pairs.length,
    })
  },
})

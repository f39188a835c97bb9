/** Which cards are one organisation, for counting organisations and not cards. */

import { type Client, mergedInto } from './client'
import { nameKey } from './likeness'

export type Counted = Pick<Client, 'id' | 'organisation' | 'kind' | 'outsideIds'>

/**
 * № of the card that stands for each card: the first of those with the same name, or the one it was merged into. A private person stands for
 * himself. Example: two cards «АНО «Маяк»», № 7 and № 9 → { 7 → 7, 9 → 7 }
 */
export function standsFor(clients: readonly Counted[]): ReadonlyMap<number, number> {
  const byName = new Map<string, number>()
  const known = new Map<number, number>()
  for (const client of [...clients].sort((a, b) => a.id - b.id)) {
    const name = client.kind === 'физическое лицо' ? '' : nameKey(client.organisation)
    const first = name === '' ? client.id : (byName.get(name) ?? client.id)
    byName.set(name, first)
    known.set(client.id, first)
  }
  for (const client of clients) {
    const into = mergedInto(client)
    if (into !== null) known.set(client.id, known.get(into) ?? into)
  }
  return known
}

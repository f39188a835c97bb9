/** The deal, the lead, and what the lead said last: what has changed where, and whose word counts. */

import { type FacetKey, type Facets, facetKeys, isSame, masterOf } from './facets'

export interface Compared {
  /** Changed there: they are judged here. */
  readonly incoming: readonly FacetKey[]
  /** Changed here: they are written there. */
  readonly outgoing: readonly FacetKey[]
  /** Of the outgoing, those that were changed there too. */
  readonly overruled: readonly FacetKey[]
}

/**
 * @param last what the lead said last, as far as it is known
 * @example compare({ last: { minutes: 60 }, here: { minutes: 60 }, there: { minutes: 45 } }).incoming // ['minutes']
 */
export function compare({ last, here, there }: { readonly last: Facets; readonly here: Facets; readonly there: Facets }): Compared {
  const different = facetKeys.filter((key) => key in there && !isSame(key, here[key], there[key]))
  // Of what was never compared, nothing said stands against something said.
  const isSaid = (key: FacetKey, of: Facets) => !isSame(key, of[key], '')
  const changedThere = different.filter((key) => (key in last ? !isSame(key, there[key], last[key]) : isSaid(key, there)))
  const changedHere = different.filter((key) => (key in last ? !isSame(key, here[key], last[key]) : isSaid(key, here)))
  const overruled = changedThere.filter((key) => changedHere.includes(key) && masterOf(key) === 'desk')
  return {
    incoming: changedThere.filter((key) => !overruled.includes(key)),
    outgoing: [...changedHere.filter((key) => !changedThere.includes(key)), ...overruled],
    overruled,
  }
}

/** What is to be written so that the lead says what the deal does. */
export function outgoing(last: Facets, here: Facets): FacetKey[] {
  return facetKeys.filter((key) => key in here && !isSame(key, here[key], last[key]))
}

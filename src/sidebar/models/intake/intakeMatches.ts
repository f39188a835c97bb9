/** The list under the search field as rows one walks with the arrows: known clients, their open requests, a new client. */

import type { ClientMatch } from '../../../rpc/contract'

export type MatchRow =
  | { readonly kind: 'client'; readonly match: ClientMatch }
  | { readonly kind: 'deal'; readonly match: ClientMatch; readonly open: NonNullable<ClientMatch['open']> }
  | { readonly kind: 'new' }

export function matchRows(matches: readonly ClientMatch[]): readonly MatchRow[] {
  return [...matches.flatMap(rowsOf), { kind: 'new' }]
}

function rowsOf(match: ClientMatch): readonly MatchRow[] {
  const client = { kind: 'client', match } as const
  return match.open ? [client, { kind: 'deal', match, open: match.open }] : [client]
}

/** The row Enter takes: the open request of the best match, so that a second one is not created by habit; else the best match. */
export function likeliestRow(rows: readonly MatchRow[]): number {
  return rows[1]?.kind === 'deal' ? 1 : 0
}

/** The same in every answer. */
export function rowKey(row: MatchRow): string {
  return row.kind === 'new' ? 'new' : `${row.kind}-${row.match.client.id}`
}

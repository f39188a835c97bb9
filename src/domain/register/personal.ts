/** What a column tells of people: said of each one in its table, so that nothing about a person is kept without anybody knowing where. */

/**
 * 'person' = who somebody outside is, or what he sent as it came: goes when he is forgotten. 'organisation' = the client's name. 'words' and
 * 'remark' = written freely, a person may be named in it: his name goes, the rest stays; remarks are short and told in the history. 'staff' = of
 * the office's own people. false = of nobody.
 */
export type Personal = 'person' | 'organisation' | 'words' | 'remark' | 'staff' | false

/** What of clients' people a column may hold, in the order of how much it says. */
export const clientsOwn = ['person', 'organisation', 'words', 'remark'] as const satisfies readonly Personal[]

/** The history says of it only that it changed. */
export function isHidden(personal: Personal): boolean {
  return personal === 'person' || personal === 'organisation' || personal === 'words'
}

/** «Сначала в России»: the one answer to «may this door take a new person's request or data now?», for every door that there is. */

/**
 * `closed` = what comes would be recorded outside Russia first; `declared` = recorded before it comes here: where, the office says;
 * `known` = about somebody who is recorded, with no contacts; `spoken` = typed by the office, which is reminded; `none` = brings nobody.
 */
type Kind = 'receiver' | 'closed' | 'declared' | 'known' | 'spoken' | 'none'

export const doors = {
  receiver: 'receiver',
  site: 'closed',
  form: 'closed',
  googleForm: 'closed',
  requestFile: 'closed',
  amocrm: 'declared',
  vk: 'declared',
  import: 'declared',
  answer: 'known',
  panel: 'spoken',
  sheet: 'spoken',
  planfix: 'none',
} as const satisfies Readonly<Record<string, Kind>>

export type Door = keyof typeof doors
/** Doors of which the office may say that what they bring was first recorded in Russia: those of the kind `declared`. */
export const declaredDoors = ['amocrm', 'vk', 'import'] as const satisfies readonly Door[]

/** Asked by each door before anything is read or kept. In `all` everything is taken, as before. */
export function mayTake(door: Door, { mode, declared }: { readonly mode: 'all' | 'ruFirst'; readonly declared: readonly Door[] }): boolean {
  if (mode === 'all') return true
  const kind: Kind = doors[door]
  return kind === 'declared' ? declared.includes(door) : kind !== 'closed'
}

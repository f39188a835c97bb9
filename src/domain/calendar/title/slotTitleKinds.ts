/** What a title of the calendar can say: a free slot, a booking, an absence, a question, or nothing of ours (G1, G3). */

export type SlotTitle =
  | { readonly kind: 'free'; readonly initials: string; readonly note: string }
  | { readonly kind: 'booked'; readonly initials: string; readonly organisation: string }
  /** `people` are initials. `why` is said as «отпуск», «обед», see awayText. */
  | { readonly kind: 'away'; readonly people: readonly string[] | 'everybody'; readonly why: string }
  | AskedTitle
  | { readonly kind: 'unrelated' }

/** About a consultant and not certain: a person is asked. */
export interface AskedTitle {
  readonly kind: 'ask'
  readonly why: AskWhy
  /** All who are named, as the office spells their initials. */
  readonly people: readonly string[]
  /** The only one of them, '' = nobody or several. */
  readonly initials: string
  /** Title to type instead, '' = none is certain. */
  readonly suggestion: string
  /** What may be the name of an organisation, '' = nothing; only the register knows whether it is one. */
  readonly organisation: string
}

/** Why it is asked, put into words. */
export const askReasons = {
  unreadable: 'не читается ни как слот, ни как запись',
  unknownInitials: 'инициалов нет в «Сотрудниках»',
  sharedInitials: 'так зовут двух сотрудников',
  twoPeople: 'названы двое',
  whose: 'не сказано, чьё это',
  noOrganisation: 'нет названия организации',
  twoOrganisations: 'названы две организации',
  calledOff: 'похоже на отмену или перенос',
  reserved: 'похоже на резерв',
  taken: 'похоже, что время занято',
  unsure: 'сказано неуверенно',
  copy: 'похоже на копию',
  declined: 'консультант отклонил приглашение',
} as const
export type AskWhy = keyof typeof askReasons

export const unrelated: SlotTitle = { kind: 'unrelated' }

/** A question about these people. */
export function asked(
  why: AskWhy,
  people: readonly string[],
  part: Partial<Pick<AskedTitle, 'suggestion' | 'organisation'>> = {},
): AskedTitle {
  const initials = people.length === 1 ? (people[0] as string) : ''
  return { kind: 'ask', why, people, initials, suggestion: '', organisation: '', ...part }
}

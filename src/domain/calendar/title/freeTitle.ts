/** Titles that we write for free slots (G1). */

/** 'ММ консультация', with a note 'ММ консультация (онлайн)'. */
export function freeTitle(initials: string, note = ''): string {
  return note ? `${initials} консультация (${note})` : `${initials} консультация`
}

/** Letters of a day that are kept for times and duties: signing in takes none of them, nor does what can wait until tomorrow (docs/decisions/0067). */
export const lettersKept = 20

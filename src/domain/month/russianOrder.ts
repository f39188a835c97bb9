/** Alphabetical order of Russian names, the same on every machine. */

import { folded } from '../text/fold'

/** For sorting: case and quotes do not count, «Ёлкина» stands with «Елкина». Negative = a first. */
export function compareRussian(a: string, b: string): number {
  const [first, second] = [alphabetical(a), alphabetical(b)]
  if (first === second) return 0
  return first < second ? -1 : 1
}

function alphabetical(name: string): string {
  return folded(name.replace(/[«»"„“]/g, ''))
}

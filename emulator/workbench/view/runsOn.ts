/** Texts that go on over the empty cells behind them, on the screen and on paper. */
import type { CellStyle } from '../wire'

/** A title or a note with nothing behind it; numbers and wrapped texts stay in their cell. `column` is 0-based. */
export const runsOn = (texts: readonly string[], column: number, { wrap, align }: CellStyle): boolean =>
  texts[column] !== '' && wrap !== true && align !== 'right' && texts.slice(column + 1).every((text) => text === '')

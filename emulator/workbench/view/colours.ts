/** Colours and text styles of the Sheets API as the page's cell styles. */
import type { CellStyle } from '../wire'

type Bag = Readonly<Record<string, unknown>>

export const bag = (value: unknown): Bag => (typeof value === 'object' && value !== null ? (value as Bag) : {})

const share = (value: unknown): number => Math.round((typeof value === 'number' ? value : 0) * 255)

/** `{red: 1}` → '#ff0000'; undefined where there is no colour. */
const cssColour = (colour: unknown): string | undefined => {
  if (typeof colour !== 'object' || colour === null) return undefined
  const { red, green, blue } = bag(colour)
  return '#' + [red, green, blue].map((part) => share(part).toString(16).padStart(2, '0')).join('')
}

const aligns: Readonly<Record<string, 'left' | 'center' | 'right'>> = { LEFT: 'left', CENTER: 'center', RIGHT: 'right' }

/** CellFormat (userEnteredFormat, or a conditional rule's format) as a style; what is not set is absent. */
export const styleOf = (format: Bag): CellStyle => {
  const text = bag(format['textFormat'])
  const bg = cssColour(bag(format['backgroundColorStyle'])['rgbColor']) ?? cssColour(format['backgroundColor'])
  const fg = cssColour(bag(text['foregroundColorStyle'])['rgbColor']) ?? cssColour(text['foregroundColor'])
  const align = aligns[String(format['horizontalAlignment'])]
  return {
    ...(bg !== undefined && bg !== '#ffffff' && { bg }),
    ...(fg !== undefined && { fg }),
    ...(text['bold'] === true && { bold: true as const }),
    ...(text['italic'] === true && { italic: true as const }),
    ...(text['strikethrough'] === true && { strike: true as const }),
    ...(align && { align }),
    ...(format['wrapStrategy'] === 'WRAP' && { wrap: true as const }),
  }
}

/** Percent signs of a form's body as text: UTF-8, or Windows-1251 where an old site sends that. */

/** Windows-1251 from 0x80 to 0xBF; from 0xC0 on the letters follow the alphabet. */
const upper = 'ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\u0098™љ›њќћџ\u00a0ЎўЈ¤Ґ¦§Ё©Є«¬\u00ad®Ї°±Ііґµ¶·ё№є»јЅѕї'
const run = /(?:%[0-9a-f]{2})+/gi

/** How the parts of a body are to be read: by what most of its signs are, so that a word that fits both by chance is read like the others. */
export function decoderOf(body: string): (part: string) => string {
  const runs = (body.match(run) ?? []).filter((one) => /%[89a-f]/i.test(one))
  const isOld = runs.filter((one) => utf8(one) === null).length * 2 > runs.length
  const decode = (one: string) => (isOld ? windows1251(one) : (utf8(one) ?? windows1251(one)))
  return (part) => part.replace(/\+/g, ' ').replace(run, decode)
}

/** null = no UTF-8. */
function utf8(one: string): string | null {
  try {
    return decodeURIComponent(one)
  } catch {
    return null
  }
}

function windows1251(one: string): string {
  return one.replace(/%([0-9a-f]{2})/gi, (_sign, code: string) => letterOf(Number.parseInt(code, 16)))
}

function letterOf(byte: number): string {
  if (byte < 0x80) return String.fromCharCode(byte)
  return byte < 0xc0 ? upper.charAt(byte - 0x80) : String.fromCharCode(0x0410 + byte - 0xc0)
}

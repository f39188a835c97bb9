/** Programs name a page with a table «.xls»: its rows as texts. */

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  laquo: '«',
  raquo: '»',
  mdash: '—',
  ndash: '–',
}

/** Rows of all tables of a page; its first line where it has none; null = it is no page. */
export function htmlRows(text: string): string[][] | null {
  if (!/^\s{0,99}(?:<\?xml[^<>]*>\s{0,99})?<(?:!doctype html|html|head|meta|table)\b/i.test(text)) return null
  const rows = text.split(/<tr\b/i).slice(1).map(cellsOf)
  return rows.length > 0 ? rows : [[text.slice(0, 100)]]
}

/** A wide cell holds its text in the first of its columns. */
function cellsOf(row: string): string[] {
  return row
    .split(/<t[dh]\b/i)
    .slice(1)
    .flatMap((cell) => {
      const [tag = '', ...inside] = cell.split('>')
      const wide = Number(/colspan=["']?(\d{1,2})/i.exec(tag)?.[1] ?? 1)
      return [plain(inside.join('>')), ...Array.from({ length: wide - 1 }, () => '')]
    })
}

function plain(html: string): string {
  const text = html
    .replace(/\s+/g, ' ')
    .replace(/<br\b[^<>]*>/gi, '\n')
    .replace(/<[^<>]*>/g, '')
  return text
    .replace(/&(#x[\da-f]{1,6}|#\d{1,7}|[a-z]{2,6});/gi, (whole, name: string) => entities[name.toLowerCase()] ?? numbered(name) ?? whole)
    .trim()
}

function numbered(name: string): string | null {
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
  return name.startsWith('#') && code <= 0x10ffff ? String.fromCodePoint(code) : null
}

/** Field masks: `userEnteredValue,userEnteredFormat(numberFormat,textFormat)` into paths, and pruning an answer by them. */

/** Paths of a mask with groups opened: `a(b,c.d),e` → ['a.b', 'a.c.d', 'e']. Slashes count as dots. */
export const maskPaths = (mask: string): string[] => {
  const text = mask.replace(/\s+/g, '').replaceAll('/', '.')
  return splitTop(text).flatMap((part) => {
    const open = part.indexOf('(')
    if (open < 0) return part === '' ? [] : [part]
    return maskPaths(part.slice(open + 1, part.lastIndexOf(')'))).map((inner) => `${part.slice(0, open)}.${inner}`)
  })
}

const splitTop = (text: string): string[] => {
  const parts: string[] = []
  let depth = 0
  let from = 0
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '(') depth++
    if (text[at] === ')') depth--
    if (text[at] === ',' && depth === 0) {
      parts.push(text.slice(from, at))
      from = at + 1
    }
  }
  parts.push(text.slice(from))
  return parts
}

/** The part of a JSON value that the mask names; lists are gone into. No mask or `*` = everything. */
export const pickFields = (value: unknown, mask: string | undefined): unknown =>
  mask === undefined || mask === '' ? value : pick(value, maskPaths(mask))

const pick = (value: unknown, paths: readonly string[]): unknown => {
  if (paths.length === 0 || paths.includes('*')) return value
  if (Array.isArray(value)) return value.map((item) => pick(item, paths))
  if (typeof value !== 'object' || value === null) return value
  const picked: Record<string, unknown> = {}
  for (const [key, inner] of Object.entries(value)) {
    const own = paths.filter((path) => path === key || path.startsWith(`${key}.`))
    if (own.length > 0)
      picked[key] = own.includes(key)
        ? inner
        : pick(
            inner,
            own.map((path) => path.slice(key.length + 1)),
          )
  }
  return picked
}

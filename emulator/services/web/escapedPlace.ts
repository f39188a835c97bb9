/** Where a printing scriptlet stands: Google escapes by context (documented); here as text and in plain attributes, and refused elsewhere. */

const special = /^(href|src|srcset|srcdoc|action|formaction|data|poster|background|cite|style|on\w+)$/i

/** What the page so far has opened and not closed, in words; '' = text, or an attribute that holds text. */
export function specialPlace(page: string): string {
  for (const name of ['script', 'style'] as const) if (isOpen(page, name)) return `inside <${name}>`
  const tag = page.slice(page.lastIndexOf('<'))
  if (page.lastIndexOf('<') < 0 || isClosed(tag)) return ''
  const attribute = /\s([\w-]+)\s*=\s*(?:"[^"]*|'[^']*|[^\s"'>]*)$/.exec(tag)?.[1]
  if (attribute === undefined) return 'inside a tag'
  return special.test(attribute) ? `in the attribute ${attribute}` : ''
}

const isPlain = (text: string): boolean => /^[\w.-]*$/.test(text)

/**
 * What `<?= ?>` prints in a special place; null = how Google escapes it is not settled. A plain word in quotes is the same in every context;
 * where a script wants a value it becomes a literal, as Google's own templates count on (which quotes it gets is assumed).
 */
export function printedThere(page: string, place: string, value: unknown): string | null {
  const text = String(value)
  if (!isPlain(text)) return null
  if (/["']$/.test(page)) return text
  if (place !== 'inside <script>' || !/[=(:,[]\s*$/.test(page)) return null
  return typeof value === 'string' ? JSON.stringify(value) : text
}

const isOpen = (page: string, name: string): boolean => {
  const starts = [...page.matchAll(new RegExp(`<${name}\\b[^>]*>`, 'gi'))].at(-1)?.index ?? -1
  return starts > page.toLowerCase().lastIndexOf(`</${name}`)
}

const isClosed = (tag: string): boolean => /^<(?:[^"'>]|"[^"]*"|'[^']*')*>/.test(tag)

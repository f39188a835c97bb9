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

const isOpen = (page: string, name: string): boolean => {
  const starts = [...page.matchAll(new RegExp(`<${name}\\b[^>]*>`, 'gi'))].at(-1)?.index ?? -1
  return starts > page.toLowerCase().lastIndexOf(`</${name}`)
}

const isClosed = (tag: string): boolean => /^<(?:[^"'>]|"[^"]*"|'[^']*')*>/.test(tag)

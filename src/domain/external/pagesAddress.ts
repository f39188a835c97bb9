/** The public address of the web app: what people outside can open, and nothing else that Google gives for it. */

const address = /^https:\/\/script\.google\.com\/(?:a\/)?(?:macros\/)(?:[\w.-]+\/)?s\/([\w-]+)\/exec$/
const domainAddress = /^https:\/\/script\.google\.com\/a\/(?:[\w.-]+\/)?macros\/(?:[\w.-]+\/)?s\/([\w-]+)\/exec$/

/**
 * The address that opens without an account; null where it is none: `/dev` is another id's, for editors alone.
 * Example: 'https://script.google.com/a/macros/centre.ru/s/AK12/exec' → 'https://script.google.com/macros/s/AK12/exec'
 */
export function readPagesAddress(typed: string): string | null {
  const text = typed.trim().replace(/[?#].*$/, '')
  const local = /^http:\/\/localhost:\d+\/\S*exec$/.test(text)
  if (text === '' || local) return text
  const id = (address.exec(text) ?? domainAddress.exec(text))?.[1]
  return id === undefined ? null : `https://script.google.com/macros/s/${id}/exec`
}

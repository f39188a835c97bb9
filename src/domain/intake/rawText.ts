/** What was sent, as it is kept with the deal: readable, whole, without the form's secret. */

import type { Posted } from './request'

/**
 * Readable and storable: escapes of letters in JSON become letters, control characters their pictures (␀), half characters «�».
 * Direction marks and everything else stay as they came.
 */
export function rawText(body: string): string {
  return body
    .replace(/\\\\|\\u([0-9a-f]{4})/gi, (written: string, code?: string) => letterOf(code) ?? written)
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b-\u001f]/g, (sign) => String.fromCharCode(0x2400 + sign.charCodeAt(0)))
    .replace(/\p{Surrogate}/gu, '\ufffd')
}

/** The same request without the secret, wherever it stood: it is never stored. */
export function withoutSecret(posted: Posted, secret: string): Posted {
  const clean = (text: string) => [secret, encodeURIComponent(secret)].reduce((rest, one) => rest.split(one).join('***'), text)
  const parameters = Object.keys(posted.parameters).map((name) => [name, (posted.parameters[name] ?? []).map(clean)] as const)
  return { ...posted, body: clean(posted.body), parameters: Object.fromEntries(parameters) }
}

function letterOf(code: string | undefined): string | null {
  const letter = code === undefined ? '' : String.fromCharCode(Number.parseInt(code, 16))
  return /^[\p{L}\p{N}«»№–—…]$/u.test(letter) ? letter : null
}

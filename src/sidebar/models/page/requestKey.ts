/** The key of a person's deed: made once, sent along each time the same deed is sent. */

const bytes = 12

/** 24 hexadecimal digits. */
export function newRequestKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(bytes)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

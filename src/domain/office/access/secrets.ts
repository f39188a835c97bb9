/** Secrets of signing in: what is kept of one is a digest under a key of the script's properties, so that whoever reads the place of keeping has none. */

import { hmac } from '../../register/hmac'
import { folded } from '../../text/fold'

/** What a secret is for: one that is good for the one is none for another. */
type Kind = 'device' | 'link' | 'address'

/** 43 characters. */
export function digestOf(kind: Kind, secret: string, key: string): string {
  return hmac(`${kind}|${secret}`, key)
}

/** By which a record is found: 96 bits of its digest. */
export function idOf(digest: string): string {
  return digest.slice(0, 16)
}

/** An address as people type it: whatever case, with spaces around and in it, seen or not. Look-alike letters are other letters. */
export function addressKey(typed: string): string {
  return typed.replace(/[\s\u200b-\u200d\u2060]/g, '').toLowerCase()
}

/** Ties a device and a link to one person: an address that is another's by now is not his. */
export function personTag({ email, name }: { readonly email: string; readonly name: string }): string {
  return hmac(folded(name), addressKey(email)).slice(0, 12)
}

/** Signatures of links: HMAC-SHA256 with a secret of the script's properties, written as base64url without padding. */

import { isSameSecret } from '../../../domain/external/sameSecret'
import { type GivenLink, type LinkTarget, signedText } from '../../../domain/external/signedLink'

/** 43 characters. */
export function signatureOf(link: LinkTarget, key: string): string {
  const bytes = Utilities.computeHmacSha256Signature(signedText(link), key, Utilities.Charset.UTF_8)
  return Utilities.base64EncodeWebSafe(bytes).replace(/={1,2}$/, '')
}

/** Whether the link is one that we wrote; takes as long for a wrong one. Its day is the caller's to judge. */
export function isSigned(link: GivenLink, key: string): boolean {
  return key !== '' && isSameSecret(link.signature, signatureOf(link, key))
}

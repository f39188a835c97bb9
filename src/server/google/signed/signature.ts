/** Signatures of links: HMAC-SHA256 with a secret of the script's properties, written as base64url without padding. */

import { isSameSecret } from '../../../domain/external/sameSecret'
import { type GivenLink, type LinkTarget, signedText } from '../../../domain/external/signedLink'

/** 43 characters. */
export function signatureOf(link: LinkTarget, key: string): string {
  return signatureOfText(signedText(link), key)
}

/** 43 characters. */
export function signatureOfText(text: string, key: string): string {
  const bytes = Utilities.computeHmacSha256Signature(text, key, Utilities.Charset.UTF_8)
  return Utilities.base64EncodeWebSafe(bytes).replace(/={1,2}$/, '')
}

/** Whether the link is one that we wrote; takes as long for a wrong one. Its day is the caller's to judge. */
export function isSigned(link: GivenLink, key: string): boolean {
  return isSignature(signedText(link), link.signature, key)
}

/** The same of any text that we signed. */
export function isSignature(text: string, signature: string, key: string): boolean {
  return key !== '' && isSameSecret(signature, signatureOfText(text, key))
}

/** Comparing what somebody gave with a secret. */

/** Takes as long for a wrong one as for the right one: every character is looked at. */
export function isSameSecret(given: string, secret: string): boolean {
  let difference = given.length ^ secret.length
  for (let at = 0; at < secret.length; at++) difference |= secret.charCodeAt(at) ^ given.charCodeAt(at % Math.max(1, given.length))
  return difference === 0
}

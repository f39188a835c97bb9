/** JSON that somebody may have typed into: the one place where it is parsed, and what comes is not known yet. */

/** undefined = no JSON. */
export function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

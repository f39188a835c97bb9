/** What a deed brings is drawn a moment later: it is looked for again, and told as it stands after five seconds at most. */
const [again, most] = [50, 5_000]

/** @returns what was seen last: the wanted thing, or what stood instead */
export async function soon<T>(look: () => Promise<T>, wanted: T): Promise<T> {
  const until = Date.now() + most
  let seen = await look()
  while (seen !== wanted && Date.now() < until) {
    await new Promise((resolve) => setTimeout(resolve, again))
    seen = await look()
  }
  return seen
}

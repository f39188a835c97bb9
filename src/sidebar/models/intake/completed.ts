/** What Tab and Enter make of a beginning: the one suggestion that it can mean, else what was typed. */

/** Letters; one may mean anything. */
const shortest = 2

/** @example completed('Он', ['Онежский район', 'Мезенский район', 'Мезень']) // 'Онежский район'; 'Мез' stays */
export function completed(typed: string, suggestions: readonly string[]): string {
  const begun = typed.trim().toLowerCase()
  if (begun.length < shortest) return typed
  const meant = suggestions.filter((one) => one.toLowerCase().startsWith(begun))
  return meant.length === 1 ? (meant[0] as string) : typed
}

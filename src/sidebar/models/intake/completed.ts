/** What Tab makes of a beginning: the one suggestion that it can mean, else what was typed. */

/** Letters; fewer may mean anything. */
const shortest = 3

/** @example completed('Онеж', ['Онежский район', 'Мезенский район']) // 'Онежский район'; 'Он' stays */
export function completed(typed: string, suggestions: readonly string[]): string {
  const begun = typed.trim().toLowerCase()
  if (begun.length < shortest) return typed
  const meant = suggestions.filter((one) => one.toLowerCase().startsWith(begun))
  return meant.length === 1 ? (meant[0] as string) : typed
}

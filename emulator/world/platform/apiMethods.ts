/** Names of service calls as Google writes them in its errors. */

/** 'Sheets.Values.batchGet' → 'sheets.spreadsheets.values.batchGet', 'Calendar.Events.patch' → 'calendar.events.patch'. */
export function apiMethod(call: string): string {
  const [service = '', ...members] = call.split('.')
  const method = members.pop() ?? ''
  const resources = service === 'Sheets' ? ['spreadsheets', ...members] : members
  return [service, ...resources].map(firstSmall).concat(method).join('.')
}

const firstSmall = (word: string): string => word.charAt(0).toLowerCase() + word.slice(1)

/** Services whose calls go to an API and fail in its words: the advanced ones. */
export const isAdvanced = (call: string): boolean => /^(Sheets|Calendar|Drive)\./.test(call)

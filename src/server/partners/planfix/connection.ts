/** How the office's Planfix is reached: kept in the script's properties, never in a sheet, a log or an answer. */

export interface PlanfixLink {
  /** 'centre.planfix.ru'. */
  readonly host: string
  readonly token: string
  /** Number of the task template, null = none. */
  readonly template: number | null
  /** Number of the status «Завершённая» in this account, null = a comment says it. */
  readonly doneStatus: number | null
}

const names = { host: 'planfixAccount', token: 'planfixToken', template: 'planfixTemplate', doneStatus: 'planfixDone' } as const

/** null = not connected. */
export function planfixLink(): PlanfixLink | null {
  const all = PropertiesService.getScriptProperties().getProperties()
  const host = all[names.host] ?? ''
  const token = all[names.token] ?? ''
  if (host === '' || token === '') return null
  return { host, token, template: numberOf(all[names.template]), doneStatus: numberOf(all[names.doneStatus]) }
}

export function keepLink({ host, token, template, doneStatus }: PlanfixLink): void {
  PropertiesService.getScriptProperties().setProperties({
    [names.host]: host,
    [names.token]: token,
    [names.template]: String(template ?? ''),
    [names.doneStatus]: String(doneStatus ?? ''),
  })
}

export function forgetLink(): void {
  const properties = PropertiesService.getScriptProperties()
  for (const name of Object.values(names)) properties.deleteProperty(name)
}

function numberOf(stored = ''): number | null {
  return /^\d{1,9}$/.test(stored) ? Number(stored) : null
}

/**
 * The host of what people type: only Planfix's own addresses, so that the key goes nowhere else. null = not one.
 * @example hostOf('https://centre.planfix.ru/task/1') // 'centre.planfix.ru'
 */
export function hostOf(typed: string): string | null {
  const parts = /^(?:https?:\/\/)?([a-z0-9][a-z0-9-]*)(?:\.planfix\.(ru|com))?(?:\/.*)?$/.exec(typed.trim().toLowerCase())
  return parts === null ? null : `${parts[1]}.planfix.${parts[2] ?? 'ru'}`
}

/** Session: who the script works for, and the script's zone. */
import type { CoreHost } from '../../run/host'
import { activeUser, effectiveUser } from '../../run/host'
import { strict } from '../../run/strict'

type User = Pick<GoogleAppsScript.Base.User, 'getEmail'>

interface Service {
  getActiveUser(): User
  getEffectiveUser(): User
  getScriptTimeZone(): string
  getActiveUserLocale(): string
}

export function sessionService(host: CoreHost): Service {
  const { state, invocation, gate } = host
  const user = (email: string): User => strict('User', { getEmail: () => email, toString: () => email })
  return strict('Session', {
    getActiveUser: () => user(gate.call('Session.getActiveUser', () => activeUser(state, invocation))),
    getEffectiveUser: () => user(gate.call('Session.getEffectiveUser', () => effectiveUser(state, invocation))),
    getScriptTimeZone: () => gate.call('Session.getScriptTimeZone', () => state.scriptTimeZone),
    getActiveUserLocale: () => gate.call('Session.getActiveUserLocale', () => 'ru'),
  })
}

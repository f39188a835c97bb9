/** ScriptApp's side of consent: requireScopes, requireAllScopes, getAuthorizationInfo. */
import { type CoreHost, effectiveUser } from '../../run/host'
import { strict } from '../../run/strict'
import { authorizationText, hasGranted, manifestScopes } from '../../world/platform/consent'
import { ServiceError } from '../../world/types'
import { notEmulated, requireValue } from '../knownMembers'

/** Those asked about, or all of the manifest. One outside the manifest is an error (documented; its words are not told). */
function askedScopes(host: CoreHost, given: readonly string[] | undefined): readonly string[] {
  const inManifest = manifestScopes(host.settings.distFolder)
  if (given === undefined) return inManifest ?? host.state.consents?.[account(host)] ?? []
  const foreign = inManifest === null ? undefined : [...given].find((one) => !inManifest.includes(one))
  if (foreign !== undefined) throw new ServiceError(`The scope ${foreign} is not in the script's manifest.`)
  return [...given]
}

const account = (host: CoreHost): string => effectiveUser(host.state, host.invocation)

const missingOf = (host: CoreHost, asked: readonly string[]): string[] => asked.filter((one) => !hasGranted(host.state, account(host), one))

/** Only a menu item can put the question to the person; everywhere else the run just ends (assumed). */
function requireGranted(host: CoreHost, member: string, scopes: readonly string[] | undefined): void {
  const missing = host.gate.call(`ScriptApp.${member}`, () => {
    const lacking = missingOf(host, askedScopes(host, scopes))
    if (lacking.length > 0 && host.invocation.entry === 'menu') {
      host.state.consentAsked = [...(host.state.consentAsked ?? []), { account: account(host), scopes: lacking }]
    }
    return lacking
  })
  if (missing.length > 0) host.endRun(authorizationText)
}

function info(host: CoreHost, scopes: readonly string[] | undefined) {
  const { missing, granted } = host.gate.call('ScriptApp.getAuthorizationInfo', () => {
    const asked = askedScopes(host, scopes)
    return { missing: missingOf(host, asked), granted: asked.filter((one) => hasGranted(host.state, account(host), one)) }
  })
  const url = `https://script.google.com/d/${host.state.scriptId}/authorize`
  return strict('AuthorizationInfo', {
    getAuthorizationStatus: () => (missing.length > 0 ? 'REQUIRED' : 'NOT_REQUIRED'),
    getAuthorizationUrl: () => (missing.length > 0 ? url : null),
    getAuthorizedScopes: () => host.intoRealm([...granted]),
  })
}

/** Only a run with all authority asks for something. */
const requireFull = (member: string, mode: unknown): void => requireValue(`ScriptApp.${member} mode`, mode ?? 'FULL', ['FULL'])

export const authorization = (host: CoreHost) => ({
  AuthorizationStatus: strict('ScriptApp.AuthorizationStatus', { REQUIRED: 'REQUIRED', NOT_REQUIRED: 'NOT_REQUIRED' }),
  requireScopes: (mode: unknown, scopes?: readonly string[]) => {
    requireFull('requireScopes', mode)
    if (!scopes) throw notEmulated('ScriptApp.requireScopes without scopes')
    requireGranted(host, 'requireScopes', scopes)
  },
  requireAllScopes: (mode: unknown) => {
    requireFull('requireAllScopes', mode)
    requireGranted(host, 'requireAllScopes', undefined)
  },
  getAuthorizationInfo: (mode: unknown, scopes?: readonly string[]) => {
    requireFull('getAuthorizationInfo', mode)
    return info(host, scopes)
  },
})

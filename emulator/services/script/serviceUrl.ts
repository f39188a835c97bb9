/** The web app's address as a script sees it: the called one in its own runs, elsewhere an address that is of no use to people outside. */
import { type CoreHost, isWebAppRun } from '../../run/host'
import { codeOf, deploymentOf } from '../../world/platform/deployments'
import { platformOf } from '../../world/platform/settings'

/** null where nothing is deployed. Editor, menu and triggers get `/dev`, of another id; with several deployments the oldest one. */
export function serviceUrl(host: CoreHost): string | null {
  const { state, invocation, settings } = host
  const { serviceUrl: kind, domain } = platformOf(state)
  if (kind === 'fixed') return settings.webAppUrl
  const called = isWebAppRun(invocation) ? deploymentOf(state, invocation.deployment) : null
  const [oldest, another] = codeOf(state).deployments
  if (called) return address(domain, `${called.id}/exec`)
  if (!oldest) return null
  return address(domain, another ? `${oldest.id}/exec` : 'HEAD/dev')
}

const address = (domain: string, end: string): string =>
  `https://script.google.com/${domain === '' ? 'macros' : `a/macros/${domain}`}/s/${end}`

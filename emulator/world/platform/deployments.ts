/** Versions of the script's code and deployments of its web app: a push changes the head, a deployment stays at its version. */
import type { CodeState, Deployment, DeployOptions } from '../state/stateParts'
import { ServiceError, type WorldState } from '../types'

export const firstDeployment: Deployment = { id: 'EMULATED', version: null, description: '' }

/** A world of an older snapshot has one deployment, which follows the head. */
export const codeOf = (state: WorldState): CodeState => {
  state.code ??= { head: '', versions: [], deployments: [firstDeployment] }
  return state.code
}

/** `clasp push`: menu, panels and triggers run the new code at once. */
export function pushCode(state: WorldState, folder: string): void {
  codeOf(state).head = folder
}

const versionLimit = 200

function newVersion(code: CodeState, givenFolder: string, description = ''): number {
  if (code.versions.length >= versionLimit) throw new ServiceError('Script has reached the limit of 200 versions.')
  const number = code.versions.length + 1
  code.versions.push({ number, folder: code.head || givenFolder, description })
  return number
}

/** `clasp create-deployment`: another address each time. `givenFolder`: the one the world was made with. */
export function deploy(state: WorldState, givenFolder: string, { description = '', version }: DeployOptions = {}): Deployment {
  const code = codeOf(state)
  const made = code.deployments.filter(({ id }) => id.startsWith('DEPLOYED')).length + 1
  const deployment = { id: `DEPLOYED${made}`, version: version ?? newVersion(code, givenFolder, description), description }
  code.deployments.push(deployment)
  return deployment
}

/** `clasp update-deployment`: the same address, a new version; without a description it is emptied. */
export function updateDeployment(state: WorldState, givenFolder: string, id: string, options: DeployOptions = {}): Deployment {
  const code = codeOf(state)
  if (!code.deployments.some((one) => one.id === id)) throw new Error(`there is no deployment ${id}`)
  const { description = '', version = newVersion(code, givenFolder, options.description) } = options
  const updated = { id, version, description }
  code.deployments = code.deployments.map((one) => (one.id === id ? updated : one))
  return updated
}

/** The deployment that a call of the web app reaches; null where there is none. */
export function deploymentOf(state: WorldState, id: string | undefined): Deployment | null {
  const { deployments } = codeOf(state)
  return (id === undefined ? deployments[0] : deployments.find((one) => one.id === id)) ?? null
}

/** Folder of the code that a deployment runs. */
export function folderOf(state: WorldState, givenFolder: string, deployment: Deployment | null): string {
  const { head, versions } = codeOf(state)
  return versions.find(({ number }) => number === deployment?.version)?.folder ?? (head || givenFolder)
}

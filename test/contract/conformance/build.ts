/** Builds the script project of the probes: code.js and the manifest, into a folder of its own. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { allProbes } from '../probes/all'

/** Functions that a person runs. */
export const entryPoints = ['cleanUp', 'onOpen', 'probe', 'runProbes']

interface Building {
  readonly globals: readonly string[]
  readonly entry: string
}
export type BuildCode = (options: Building) => Promise<string>

/** @param root the repository's folder. @param buildCode build.mjs's own */
export async function buildConformance(root: string, folder: string, buildCode: BuildCode): Promise<void> {
  const code = await buildCode({ entry: join(root, 'test/contract/conformance/script.ts'), globals: entryPoints })
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'code.js'), code)
  writeFileSync(join(folder, 'appsscript.json'), `${JSON.stringify(manifest(), null, 2)}\n`)
}

/** The script's own needs beside those of the probes. */
const ownNeeds = ['spreadsheets', 'calendar', 'drive.file', 'script.scriptapp', 'userinfo.email']

function manifest(): object {
  const needs = [...new Set([...ownNeeds, ...allProbes.flatMap(({ probe }) => probe.needs)])].sort()
  const service = (userSymbol: string, version: string) => ({ userSymbol, version, serviceId: userSymbol.toLowerCase() })
  return {
    timeZone: 'Europe/Moscow',
    runtimeVersion: 'V8',
    exceptionLogging: 'STACKDRIVER',
    dependencies: { enabledAdvancedServices: [service('Calendar', 'v3'), service('Drive', 'v3'), service('Sheets', 'v4')] },
    oauthScopes: needs.map((name) => `https://www.googleapis.com/auth/${name}`),
  }
}

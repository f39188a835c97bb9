/** The shipped folder under another build's name: two versions of the code that differ in nothing else. */
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { distFolder } from '../fixtures/bundleFolder'

let shipped = distFolder
let other: string | null = null

/** Another bundle in the shipped one's place. */
export function useBundle(folder: string): void {
  shipped = folder
  other = null
}

export const bundleFolder = (): string => shipped

/** What the pages of the shipped folder tell. */
export const shippedBuild = (): string => /buildId = "(\w+)"/.exec(readFileSync(join(shipped, 'code.js'), 'utf8'))?.[1] ?? ''

export function otherVersion(isOther: boolean): string {
  other ??= made()
  return isOther ? other : shipped
}

function made(): string {
  const folder = mkdtempSync(join(tmpdir(), 'version-'))
  cpSync(shipped, folder, { recursive: true })
  const code = readFileSync(join(shipped, 'code.js'), 'utf8')
  writeFileSync(join(folder, 'code.js'), code.replaceAll(/buildId = "\w+"/g, 'buildId = "other"'))
  return folder
}

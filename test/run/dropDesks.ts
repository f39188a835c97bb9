/** After the scenarios: the file of the kept worlds goes. */
import { rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { keptAt } from '../fixtures/keptDesks'

export default function drop(): void {
  const path = process.env[keptAt]
  if (path !== undefined) rmSync(dirname(path), { recursive: true, force: true })
}

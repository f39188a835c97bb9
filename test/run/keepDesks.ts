/** Before the scenarios: builds the office that most of them start from, once for all their files. */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildDesks } from '../fixtures/desk'
import { keepDesks, keptAt } from '../fixtures/keptDesks'

export default function keep(): void {
  const path = join(mkdtempSync(join(tmpdir(), 'desks-')), 'desks')
  keepDesks(path, buildDesks())
  process.env[keptAt] = path
}

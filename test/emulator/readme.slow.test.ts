/** The example in emulator/README.md, as it stands there, runs a stranger's bundle and prints what it says. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'

const root = process.cwd()
const readme = readFileSync(join(root, 'emulator', 'README.md'), 'utf8')
const block = (language: string): string => new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\``, 'ms').exec(readme)?.[1] ?? ''

test('the five lines run the script beside them and print what the page says', async () => {
  expect(block('ts').trimEnd().split('\n')).toHaveLength(5)
  const folder = mkdtempSync(join(tmpdir(), 'stranger-'))
  mkdirSync(join(folder, 'my-script'))
  writeFileSync(join(folder, 'my-script', 'code.js'), block('js'))
  const outfile = join(root, '.build', 'readmeExample.mjs')
  await build({
    stdin: { contents: block('ts'), resolveDir: join(root, 'emulator'), loader: 'ts' },
    ...{ bundle: true, platform: 'node', format: 'esm', packages: 'external', logLevel: 'silent', outfile },
  })
  const printed = execFileSync(process.execPath, [outfile], { cwd: folder, encoding: 'utf8' })
  expect(printed).not.toBe('')
  expect(printed).toBe(block('text'))
})

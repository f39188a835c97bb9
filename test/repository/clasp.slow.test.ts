/** What `clasp push` would send: asked of clasp itself, without an account and without the network. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { requireDist } from './building'
import { jsonOf, root } from './files'

const meant = ['appsscript.json', 'code.js', 'dialogs.html', 'form.html', 'guide.html', 'import.html', 'pages.html', 'sidebar.html']
const nowhere = 'http://127.0.0.1:9'

beforeAll(requireDist)

test('clasp pushes the five files of dist and nothing else', () => {
  const home = mkdtempSync(join(tmpdir(), 'clasp-home-'))
  try {
    const { bin } = jsonOf<{ bin: { clasp: string } }>('node_modules/@google/clasp/package.json')
    const answer = execFileSync(process.execPath, [join('node_modules/@google/clasp', bin.clasp), 'show-file-status', '--json'], {
      cwd: root,
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], HOME: home, USERPROFILE: home, HTTPS_PROXY: nowhere, HTTP_PROXY: nowhere },
    })
    const { filesToPush, untrackedFiles } = JSON.parse(answer) as { filesToPush: string[]; untrackedFiles: string[] }
    expect(filesToPush.map((path) => path.replace(/\\/g, '/')).sort()).toEqual(meant.map((name) => `dist/${name}`))
    expect(untrackedFiles).toEqual([])
  } finally {
    rmSync(home, { recursive: true })
  }
}, 60_000)

test('dist holds the same five files', () => {
  expect(readdirSync(join(root, 'dist')).sort()).toEqual(meant)
})

test('the script id in .clasp.json is made up, of the length clasp expects', () => {
  const { scriptId, rootDir } = jsonOf<{ scriptId: string; rootDir: string }>('.clasp.json')
  expect(rootDir).toBe('dist')
  expect(scriptId).toHaveLength(57)
  expect(scriptId).toMatch(/^1aBcDeFgHi/)
})

/** Builds the pages: each one HTML text with its script and style inside, as HtmlService wants it. */

import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const source = (folder, name) => fileURLToPath(new URL(`../${folder}/${name}`, import.meta.url))

/** Pages that look like another one. */
const looks = { import: 'dialogs' }

/** `page`: 'sidebar', 'dialogs' for the wide ones, 'import'; 'pages' and 'form' of the folder 'pages' for people outside. */
export async function buildPage({ page = 'sidebar', folder = 'sidebar', minify = true } = {}) {
  const [html, css, js] = await Promise.all([
    readFile(source(folder, 'page.html'), 'utf8'),
    bundle(source(folder, `${looks[page] ?? page}.css`), { minify, loader: { '.css': 'css' } }),
    bundle(source(folder, `${page}.tsx`), { minify, jsx: 'automatic', jsxImportSource: 'preact', format: 'iife', platform: 'browser' }),
  ])
  return html
    .replace('id="desk-data">{}', () => 'id="desk-data"><?!= data ?>')
    .replace('/* css */', () => css)
    .replace('/* js */', () => inert(js))
}

async function bundle(entry, options) {
  const result = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    target: entry.endsWith('.css') ? 'chrome110' : 'es2020',
    charset: 'utf8',
    legalComments: 'none',
    // HtmlService damages template literals that hold // or /*.
    supported: { 'template-literal': false },
    ...options,
  })
  return result.outputFiles[0].text
}

/** Nothing in the script may end it, open a comment, or look like a scriptlet of the template. */
function inert(js) {
  return js.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--').replaceAll('<?', '<\\?')
}

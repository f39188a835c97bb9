/** Builds the sidebar's page: one HTML text with its script and style inside, as HtmlService wants it. */

import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const here = (name) => fileURLToPath(new URL(name, import.meta.url))

export async function buildPage({ minify = true } = {}) {
  const [html, css, js] = await Promise.all([
    readFile(here('sidebar.html'), 'utf8'),
    bundle('sidebar.css', { minify, loader: { '.css': 'css' } }),
    bundle('main.tsx', { minify, jsx: 'automatic', jsxImportSource: 'preact', format: 'iife', platform: 'browser' }),
  ])
  return html
    .replace('id="desk-data">{}', () => 'id="desk-data"><?!= data ?>')
    .replace('/* css */', () => css)
    .replace('/* js */', () => inert(js))
}

async function bundle(entry, options) {
  const result = await build({
    entryPoints: [here(entry)],
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

/** HtmlService: pages from files of the bundle and templates with scriptlets. */
import { existsSync, readFileSync } from 'node:fs'
import type { CoreHost } from '../../run/host'
import { isQuiet, strict } from '../../run/strict'
import { texts } from '../../world/limits'
import { ServiceError } from '../../world/types'
import { notEmulated } from '../knownMembers'
import type { Blob } from './blob'
import { printedThere, specialPlace } from './escapedPlace'
import { escapeHtml, type HtmlOutput, htmlOutput } from './htmlOutput'

function readPage(host: CoreHost, name: string): string {
  const path = `${host.settings.distFolder}/${name.replace(/\.html$/, '')}.html`
  if (!existsSync(path)) throw new ServiceError(texts.noHtmlFile(name))
  return readFileSync(path, 'utf8')
}

const scriptlet = /<\?(!?=)?([\s\S]*?)\?>/g

/** Template text as the source of a function of (variables, print, printEscaped, output). */
function templateSource(template: string): string {
  let code = ''
  let end = 0
  for (const match of template.matchAll(scriptlet)) {
    code += `__print(${JSON.stringify(template.slice(end, match.index))});`
    const expression = (match[2] ?? '').trim().replace(/;$/, '')
    if (match[1] === '=') code += `__printEscaped(${expression});`
    else if (match[1] === '!=') code += `__print(${expression});`
    else code += `${match[2]}\n`
    end = match.index + match[0].length
  }
  return `(function (__variables, __print, __printEscaped, output) { with (__variables) { ${code}__print(${JSON.stringify(template.slice(end))}) } })`
}

interface HtmlTemplate {
  evaluate(): HtmlOutput
  getRawContent(): string
  getCode(): string
}

/** A template keeps whatever the script sets on it as variables of its scriptlets. */
function htmlTemplate(host: CoreHost, content: string): HtmlTemplate {
  const variables: Record<string, unknown> = {}
  const evaluate = (): HtmlOutput => {
    let page = ''
    const print = (text: unknown): void => {
      page += String(text)
    }
    const printEscaped = (text: unknown): void => {
      const place = specialPlace(page)
      const printed = place === '' ? escapeHtml(text) : printedThere(page, place, text)
      if (printed === null) throw notEmulated(`HtmlService: a value printed ${place}`)
      page += printed
    }
    const render = host.evaluate(templateSource(content)) as (...args: unknown[]) => void
    render(variables, print, printEscaped, strict('HtmlOutput', { append: print, appendUntrusted: printEscaped }))
    return htmlOutput(page)
  }
  const members: HtmlTemplate = { evaluate, getRawContent: () => content, getCode: () => templateSource(content) }
  return new Proxy(strict('HtmlTemplate', members), {
    get: (target, key) =>
      typeof key === 'string' && key in variables ? variables[key] : isQuiet(key) ? undefined : Reflect.get(target, key),
    set: (_target, key, value) => Reflect.set(variables, key, value),
  })
}

interface Service {
  createHtmlOutput(html?: string | Blob): HtmlOutput
  createHtmlOutputFromFile(name: string): HtmlOutput
  createTemplate(html: string | Blob): HtmlTemplate
  createTemplateFromFile(name: string): HtmlTemplate
  readonly XFrameOptionsMode: Record<string, string>
  readonly SandboxMode: Record<string, string>
}

const textOf = (html: string | Blob): string => (typeof html === 'object' ? html.getDataAsString() : String(html))

export function htmlService(host: CoreHost): Service {
  const read = (member: string, name: string): string => host.gate.call(`HtmlService.${member}`, () => readPage(host, name))
  return strict('HtmlService', {
    createHtmlOutput: (html: string | Blob = '') => htmlOutput(textOf(html)),
    createHtmlOutputFromFile: (name: string) => htmlOutput(read('createHtmlOutputFromFile', name)),
    createTemplate: (html: string | Blob) => htmlTemplate(host, textOf(html)),
    createTemplateFromFile: (name: string) => htmlTemplate(host, read('createTemplateFromFile', name)),
    XFrameOptionsMode: strict('HtmlService.XFrameOptionsMode', { ALLOWALL: 'ALLOWALL', DEFAULT: 'DEFAULT' }),
    SandboxMode: strict('HtmlService.SandboxMode', { IFRAME: 'IFRAME', NATIVE: 'NATIVE', EMULATED: 'EMULATED' }),
  } satisfies Partial<Record<keyof GoogleAppsScript.HTML.HtmlService, unknown>>)
}

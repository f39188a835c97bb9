/** axe-core on whatever a page shows: every rule, best practices too. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'

const script = readFileSync(join(process.cwd(), 'node_modules/axe-core/axe.min.js'), 'utf8')

/** What belongs to the page of the program that shows a letter. */
const ofReader = ['region', 'landmark-one-main', 'page-has-heading-one', 'document-title']

interface Result {
  readonly violations: readonly {
    readonly id: string
    readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[]
  }[]
}

interface Rules {
  readonly only?: readonly string[]
  readonly isLetter?: boolean
}

/** A colour that is on its way to another one is there at once; what turns without end goes on. */
const settled = `document.getAnimations().filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime)).forEach((one) => one.finish())`

/** «rule: element (why)», each. */
export async function violationsOf(page: Page, { only, isLetter = false }: Rules = {}): Promise<string[]> {
  await page.evaluate(`window.axe === undefined && (() => { ${script} })()`)
  const rules = isLetter ? Object.fromEntries(ofReader.map((rule) => [rule, { enabled: false }])) : {}
  const options = { resultTypes: ['violations'], rules, ...(only === undefined ? {} : { runOnly: { type: 'rule', values: only } }) }
  await page.evaluate(settled)
  const { violations } = (await page.evaluate(`axe.run(document, ${JSON.stringify(options)})`)) as Result
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 140)} (${failureSummary.split('\n')[1]?.trim().slice(0, 160)})`),
  )
}

/** The same page as the system's dark theme shows it. */
export async function inDark(page: Page): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
  return violationsOf(page, { only: ['color-contrast'] })
}

interface Node {
  readonly ignored: boolean
  readonly backendDOMNodeId?: number
  readonly role?: { readonly value?: unknown }
  readonly name?: { readonly value?: unknown }
  readonly properties?: readonly { readonly name: string; readonly value: { readonly value?: unknown } }[]
}

const isFocusable = ({ properties = [] }: Node) => properties.some(({ name, value }) => name === 'focusable' && value.value === true)
const isNameless = ({ ignored, role, name }: Node) => !ignored && role?.value !== 'RootWebArea' && String(name?.value ?? '').trim() === ''

/** What the keyboard reaches and a screen reader has no name for. */
export async function namelessOf(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page)
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as { nodes: readonly Node[] }
  const found: string[] = []
  for (const node of nodes.filter((one) => isFocusable(one) && isNameless(one))) {
    const { outerHTML } = await session.send('DOM.getOuterHTML', { backendNodeId: node.backendDOMNodeId ?? 0 })
    if (!/^<[^>]*tabindex="-1"/.test(outerHTML)) found.push(outerHTML.slice(0, 120))
  }
  return found
}

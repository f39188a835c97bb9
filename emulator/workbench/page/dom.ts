/** Making elements: every text goes in as text, never as markup. */
export type Child = Node | string | null | false

type Events = { readonly [K in keyof HTMLElementEventMap as `on${K}`]?: (event: HTMLElementEventMap[K]) => void }
export type Props = Events & {
  readonly class?: string
  readonly [attribute: string]: unknown
}

/** `el('button', { class: 'blue', onclick: save }, 'Сохранить')`. A false or undefined attribute is left out. */
export const el = <K extends keyof HTMLElementTagNameMap>(tag: K, props: Props = {}, ...children: Child[]): HTMLElementTagNameMap[K] => {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined || value === false || value === null) continue
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value as EventListener)
    else element.setAttribute(name, value === true ? '' : String(value))
  }
  fill(element, children)
  return element
}

export const fill = (element: Element, children: readonly Child[]): void => {
  element.replaceChildren(...children.filter((child): child is Node | string => child !== null && child !== false))
}

/** A drawn icon of 20 × 20; the paths are constants of icons.ts. */
export const icon = (path: string): SVGSVGElement => {
  const space = 'http://www.w3.org/2000/svg'
  const svg = document.createElementNS(space, 'svg')
  const attributes = { viewBox: '0 0 20 20', width: '20', height: '20', 'aria-hidden': 'true' }
  for (const [name, value] of Object.entries(attributes)) svg.setAttribute(name, value)
  const shape = document.createElementNS(space, 'path')
  shape.setAttribute('d', path)
  svg.append(shape)
  return svg
}

export const icons = {
  clock: 'M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15ZM10 5.5V10l3 2',
  close: 'M5 5l10 10M15 5L5 15',
  reload: 'M15.5 7A6.2 6.2 0 1 0 16.2 10M15.8 3.2V7h-3.8',
  chevron: 'M7 4l6 6-6 6',
} as const

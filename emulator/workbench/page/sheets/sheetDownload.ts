/** «Скачать»: the open sheet as .xlsx or .csv, or on paper, by the spreadsheet's own addresses. */
import { el, fill } from '../dom'
import { texts } from '../text.ru'

/** Returns what points the links to a sheet. */
export const mountDownload = (strip: HTMLElement): ((spreadsheet: string, sheet: number | null) => void) => {
  const items = el('div', { class: 'menuItems' })
  const menu = el('details', { class: 'menu download' }, el('summary', {}, texts.download), items)
  const close = (): void => menu.removeAttribute('open')
  menu.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape') return
    close()
    menu.querySelector('summary')?.focus()
  })
  document.addEventListener('click', ({ target }) => {
    if (!(target instanceof Node && menu.querySelector('summary')?.contains(target))) close()
  })
  strip.append(menu)
  return (spreadsheet, sheet) => {
    const address = (format: string): string => `/spreadsheets/d/${encodeURIComponent(spreadsheet)}/export?format=${format}&gid=${sheet}`
    fill(items, [
      el('a', { href: address('xlsx'), download: true }, 'Excel (.xlsx)'),
      el('a', { href: address('csv'), download: true }, 'CSV (.csv)'),
      el('a', { href: address('pdf'), target: '_blank', rel: 'noopener' }, texts.print),
    ])
  }
}

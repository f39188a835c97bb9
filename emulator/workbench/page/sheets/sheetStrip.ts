/** The sheets' tabs under the grid: open, rename, delete; and the download of the open sheet. */
import type { Summary } from '../../wire'
import { el, fill } from '../dom'
import { ask, attempt } from '../head/toasts'
import { post } from '../requests'
import type { Store } from '../store'
import { mountDownload } from './sheetDownload'

export const mountSheetStrip = (panel: HTMLElement, store: Store): void => {
  const tabs = el('div', { class: 'sheetTabs', role: 'tablist', 'aria-label': 'Листы таблицы' })
  const strip = el('div', { class: 'sheetStrip' }, tabs)
  panel.append(strip)
  const download = mountDownload(strip)
  let drawn = ''
  store.watch(({ summary, sheet }) => {
    const key = JSON.stringify([summary.sheets, summary.spreadsheet, sheet])
    if (key !== drawn) drawTabs(tabs, tabButtons(summary, sheet, store))
    if (key !== drawn) download(summary.spreadsheet, sheet)
    drawn = key
  })
}

const drawTabs = (tabs: HTMLElement, buttons: readonly HTMLElement[]): void => {
  fill(tabs, buttons)
  tabs.querySelector('[aria-selected="true"]')?.scrollIntoView({ inline: 'nearest', block: 'nearest' })
}

const tabButtons = ({ sheets }: Summary, open: number | null, store: Store): HTMLElement[] =>
  sheets.map(({ id, title }) => {
    const askRemove = (event: MouseEvent): void => {
      event.preventDefault()
      attempt(() => remove(id, title))
    }
    return el(
      'button',
      {
        role: 'tab',
        'aria-selected': String(id === open),
        title: 'Двойной щелчок — переименовать, правая кнопка — удалить',
        onclick: () => store.set({ sheet: id }),
        ondblclick: () => rename(id, title),
        oncontextmenu: askRemove,
      },
      title,
    )
  })

const remove = async (id: number, title: string): Promise<void> => {
  if (await ask({ message: `Удалить лист «${title}» со всем, что на нём?`, yes: 'Удалить', no: 'Отмена' }))
    await post(`/sheets/${id}/delete`)
}

const rename = (id: number, title: string): void => {
  const next = window.prompt('Новое название листа', title)
  if (next !== null && next.trim() !== '' && next !== title) attempt(() => post(`/sheets/${id}/rename`, { title: next.trim() }))
}

/** The script's dialogs: frames over the page, modal or not, with their title and size. */
import type { FrameView } from '../../wire'
import { el, icon, icons } from '../dom'
import { post } from '../requests'
import type { Store } from '../store'
import { type FrameMessage, frameElement, onFrameMessage } from './frame'
import { attempt } from './toasts'

export const mountDialogs = (root: HTMLElement, store: Store): void => {
  const shown = new Map<number, HTMLDialogElement>()
  store.watch(({ summary }) => {
    for (const [frame, dialog] of shown) {
      if (summary.dialogs.some((one) => one.frame === frame)) continue
      dialog.remove()
      shown.delete(frame)
    }
    for (const view of summary.dialogs) if (!shown.has(view.frame)) shown.set(view.frame, open(root, view))
  })
  onFrameMessage((message) => obey(message, shown))
}

const close = (frame: number): void => attempt(() => post('/close', { frame }))

const open = (root: HTMLElement, view: FrameView): HTMLDialogElement => {
  const title = el('h2', { id: `dialog-${view.frame}` }, view.title)
  const button = el('button', { class: 'iconButton', 'aria-label': 'Закрыть окно', onclick: () => close(view.frame) }, icon(icons.close))
  const frame = frameElement(view.frame, `Окно: ${view.title}`)
  frame.style.width = `${view.width}px`
  frame.style.height = `${view.height}px`
  const dialog = el(
    'dialog',
    { class: 'scriptDialog', 'aria-labelledby': `dialog-${view.frame}` },
    el('div', { class: 'frameTitle' }, title, button),
    frame,
  )
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault()
    close(view.frame)
  })
  root.append(dialog)
  if (view.modal) dialog.showModal()
  else dialog.show()
  return dialog
}

const obey = ({ verb, frame, pixels }: FrameMessage, shown: ReadonlyMap<number, HTMLDialogElement>): void => {
  if (verb === 'close') close(frame)
  if (verb === 'focus') document.querySelector<HTMLElement>('.sheetGrid .tabulator-tableholder')?.focus()
  const element = shown.get(frame)?.querySelector('iframe')
  if (!element || pixels === undefined) return
  if (verb === 'height') element.style.height = `${pixels}px`
  if (verb === 'width') element.style.width = `${pixels}px`
}

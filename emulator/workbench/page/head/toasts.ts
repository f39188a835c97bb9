/** Toasts in the corner, alerts and questions over the page. */
import { el, icon, icons } from '../dom'

const shownMs = 7000
const region = el('div', { class: 'toasts', role: 'status', 'aria-live': 'polite', popover: 'manual' })

export const mountToasts = (root: HTMLElement): void => root.append(region)

export interface ToastOptions {
  readonly title?: string
  readonly error?: boolean
  readonly action?: { readonly label: string; readonly run: () => void }
}

export const showToast = (message: string, { title = '', error = false, action }: ToastOptions = {}): void => {
  const remove = (): void => toast.remove()
  const act = (): void => {
    remove()
    action?.run()
  }
  const button = action && el('button', { class: 'toastAction', onclick: act }, action.label)
  const close = el('button', { class: 'iconButton', 'aria-label': 'Закрыть сообщение', onclick: remove }, icon(icons.close))
  const text = el('div', { class: 'toastText' }, title !== '' && el('strong', {}, title), message)
  const toast = el('div', { class: error ? 'toast error' : 'toast' }, text, button ?? null, close)
  region.append(toast)
  raise()
  setTimeout(remove, shownMs)
}

/** Above a dialog that was opened meanwhile: the last one shown is on top. */
const raise = (): void => {
  region.hidePopover()
  region.showPopover()
}

export const showProblem = (problem: unknown): void =>
  showToast(problem instanceof Error ? problem.message : String(problem), { title: 'Не получилось', error: true })

/** Does something that may fail; a failure is told in a toast. */
export const attempt = (work: () => Promise<unknown>): void => void work().catch(showProblem)

/** The script's alert: one button, as in Sheets. */
export const showAlert = (message: string): void => void ask({ message, yes: 'ОК' })

interface Question {
  readonly message: string
  readonly yes: string
  readonly no?: string
}

/** True when the blue button was pressed; Esc and «Отмена» are false. */
export const ask = ({ message, yes, no }: Question): Promise<boolean> =>
  new Promise((resolve) => {
    const close = (answer: boolean) => () => dialog.close(answer ? 'yes' : '')
    const cancel = no === undefined ? null : el('button', { class: 'plain', onclick: close(false) }, no)
    const buttons = el('div', { class: 'buttons' }, cancel, el('button', { class: 'blue', onclick: close(true) }, yes))
    const dialog = el('dialog', { class: 'question', 'aria-label': 'Вопрос' }, el('p', {}, message), buttons)
    dialog.addEventListener('close', () => {
      dialog.remove()
      resolve(dialog.returnValue === 'yes')
    })
    document.body.append(dialog)
    dialog.showModal()
  })

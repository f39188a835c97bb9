/** What happened while the clock went: letters that left and runs that failed, in the order of the hours. */
import type { JumpEvent } from '../../wire'
import { el } from '../dom'
import { texts } from '../text.ru'

export const jumpNewsLines = (news: readonly JumpEvent[]): HTMLElement[] =>
  news.map(({ at, kind, text }) => el('li', { class: kind }, el('time', {}, at), ' ', text))

export const openJumpNews = (news: readonly JumpEvent[]): void => {
  const close = el('button', { class: 'blue', onclick: () => dialog.close() }, 'Закрыть')
  const list = el('ul', { class: 'jumpNews' }, ...jumpNewsLines(news))
  const dialog = el('dialog', { class: 'question', 'aria-label': texts.jumpNews }, el('h2', {}, texts.jumpNews), list, close)
  dialog.addEventListener('close', () => dialog.remove())
  document.body.append(dialog)
  dialog.showModal()
}

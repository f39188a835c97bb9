/** Deleting an event and bringing it back: in the message at once, and by a button beside the week as long as the page is open. */
import { el } from '../dom'
import { attempt, showToast } from '../head/toasts'
import { post } from '../requests'

interface Removed {
  readonly address: string
  readonly title: string
}

/** The last one is offered first. */
let removed: readonly Removed[] = []
const button = el('button', { class: 'plain', hidden: true, onclick: () => attempt(() => restore(removed.at(-1))) })

export const restoreButton = (): HTMLElement => button

/** `scope`: of a repeated event this one, this and the following, or all. Only a single one is offered back. */
export const removeEvent = async (event: Removed, choice: { readonly scope?: string } = {}): Promise<void> => {
  await post(`${event.address}/remove`, choice)
  if (choice.scope === 'following' || choice.scope === 'all') return
  keep([...removed, event])
  showToast(`Удалено: ${event.title}`, { action: { label: 'Вернуть', run: () => attempt(() => restore(event)) } })
}

const restore = async (event: Removed | undefined): Promise<void> => {
  if (event === undefined || !removed.includes(event)) return
  await post(`${event.address}/restore`)
  keep(removed.filter((one) => one !== event))
}

const keep = (events: readonly Removed[]): void => {
  removed = events
  button.hidden = events.length === 0
  button.textContent = `Вернуть удалённое: ${events.at(-1)?.title ?? ''}`
}

/** «Письма»: everything the desk has sent, the list on the left and the open letter on the right. */
import type { LetterLine, LetterView } from '../../wire'
import { el, fill } from '../dom'
import { attempt } from '../head/toasts'
import { get, post } from '../requests'
import type { Store } from '../store'
import { counted } from '../text.ru'
import { letterElements } from './letterBody'

export const mountLettersTab = (panel: HTMLElement, store: Store): void => {
  const list = el('div', { class: 'letterList', role: 'listbox', 'aria-label': 'Письма', tabindex: 0 })
  const reading = el('article', { class: 'letter', 'aria-label': 'Открытое письмо' })
  const filter = el('select', { id: 'letterFilter', onchange: () => draw() })
  const head = el('div', { class: 'listHead' }, el('label', { for: 'letterFilter' }, 'Кому:'), filter)
  panel.append(el('div', { class: 'letterColumn' }, head, list), reading)
  let lines: readonly LetterLine[] = []
  let open: number | null = null
  const choose = (id: number): void => {
    open = id
    draw()
    attempt(async () => fill(reading, letterElements(await get<LetterView>(`/letters/${id}`))))
  }
  const draw = (): void => {
    const shown = lines.filter((line) => filter.value === '' || line.to === filter.value)
    fill(list, shown.length === 0 ? [empty()] : shown.map((line) => lineElement(line, line.id === open, choose)))
    if (shown.every((line) => line.id !== open)) fill(reading, [])
  }
  const load = async (): Promise<void> => {
    const fresh = await get<LetterLine[]>('/letters')
    const unreadBefore = new Set(lines.filter((line) => line.unread).map((line) => line.id))
    // What was new when the tab was opened stays marked while one looks at it.
    lines = fresh.map((line) => ({ ...line, unread: line.unread || unreadBefore.has(line.id) }))
    fillFilter(filter, lines)
    draw()
    if (open === null && lines[0]) choose(lines[0].id)
    if (fresh.some((line) => line.unread)) await post('/letters/seen')
  }
  list.addEventListener('keydown', (event) => move(event, list))
  followLetters(store, load)
}

const followLetters = (store: Store, load: () => Promise<void>): void => {
  let total = -1
  store.watch(({ summary, tab }) => {
    if (tab !== 'letters' || (summary.letters.total === total && summary.letters.unread === 0)) return
    if (summary.letters.total !== total) attempt(load)
    total = summary.letters.total
  })
}

const empty = (): HTMLElement =>
  el('p', { class: 'emptyState' }, 'Писем пока нет. Переведите часы или назначьте консультацию — письма появятся здесь, никуда не уходя.')

const lineElement = ({ id, at, to, subject, unread, google }: LetterLine, chosen: boolean, choose: (id: number) => void): HTMLElement =>
  el(
    'button',
    { class: unread ? 'letterLine unread' : 'letterLine', role: 'option', 'aria-selected': String(chosen), onclick: () => choose(id) },
    el('span', { class: 'letterTo' }, to),
    el('span', { class: 'letterAt' }, at),
    el('span', { class: 'letterSubject' }, google && el('i', { class: 'letterGoogle' }, 'Google Календарь'), subject),
  )

const fillFilter = (filter: HTMLSelectElement, lines: readonly LetterLine[]): void => {
  const chosen = filter.value
  const people = [...new Set(lines.map((line) => line.to))].sort()
  const option = (value: string, text: string): HTMLElement => el('option', { value }, text)
  fill(filter, [
    option('', `всем — ${counted.letters(lines.length)}`),
    ...people.map((to) => option(to, `${to} — ${lines.filter((line) => line.to === to).length}`)),
  ])
  filter.value = people.includes(chosen) ? chosen : ''
}

const move = (event: KeyboardEvent, list: HTMLElement): void => {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (step === 0) return
  event.preventDefault()
  const buttons = [...list.querySelectorAll('button')]
  const at = buttons.findIndex((button) => button.getAttribute('aria-selected') === 'true')
  const next = buttons[Math.max(0, Math.min(buttons.length - 1, at + step))]
  next?.click()
  const again = [...list.querySelectorAll('button')][Math.max(0, Math.min(buttons.length - 1, at + step))]
  again?.focus()
}

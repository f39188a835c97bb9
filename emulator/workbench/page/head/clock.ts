/** The virtual clock: where it stands, the jumps, their progress and what came of them. */
import type { JumpEvent, JumpProgress } from '../../wire'
import { el, fill, icon, icons } from '../dom'
import { jumpClock, post } from '../requests'
import type { Store } from '../store'
import { counted, texts } from '../text.ru'
import { jumpNewsLines, openJumpNews } from './jumpNews'
import { attempt, showToast } from './toasts'

export const mountClock = (header: HTMLElement, store: Store): void => {
  const time = el('time', { class: 'clockText' })
  const progress = el('div', { class: 'jumpProgress', role: 'status', 'aria-live': 'polite', hidden: true })
  const jump = (to: string): void => attempt(() => run(store, to, progress))
  const buttons = texts.jumps.map(({ to, label, hint }) => el('button', { class: 'jump', title: hint, onclick: () => jump(to) }, label))
  const free = freeField(jump)
  const shown = el('span', { class: 'clockNow', title: texts.clockHint, tabindex: 0 }, icon(icons.clock), time)
  header.append(el('div', { class: 'clock', role: 'group', 'aria-label': 'Часы стенда' }, shown, ...buttons, free.element, progress))
  store.watch(({ summary }) => {
    time.textContent = summary.clock.text
    time.dateTime = summary.clock.now
    for (const button of [...buttons, free.button]) button.disabled = summary.jumping
    free.input.min = summary.clock.now
    if (document.activeElement !== free.input) free.input.value = summary.clock.now
  })
}

const freeField = (jump: (to: string) => void) => {
  const input = el('input', {
    type: 'datetime-local',
    'aria-label': 'Перевести часы на',
    onkeydown: (event) => event.key === 'Enter' && go(),
  })
  const button = el('button', { class: 'jump', onclick: () => go() }, 'Перевести')
  const go = (): void => jump(input.value)
  const element = el(
    'details',
    { class: 'freeJump' },
    el('summary', { title: 'Выбрать день и время' }, 'на…'),
    el('div', { class: 'popover' }, input, button),
  )
  button.addEventListener('click', () => element.removeAttribute('open'))
  return { element, input, button }
}

const run = async (store: Store, to: string, box: HTMLElement): Promise<void> => {
  const bar = el('progress', { max: 1, value: 0, 'aria-label': 'Ход часов' })
  const line = el('span', {})
  const stop = el('button', { class: 'plain', onclick: () => attempt(() => post('/clock/stop')) }, 'Остановить')
  const latest = el('ul', { class: 'jumpNews' })
  const news: JumpEvent[] = []
  fill(box, [bar, line, stop, latest])
  // A short jump ends before anybody could read its progress.
  const appear = setTimeout(() => {
    box.hidden = false
  }, 250)
  try {
    await jumpClock(to, (progress) => {
      bar.value = progress.share
      line.textContent = `${progress.clock.text} … ${happened(progress)}`
      store.set({ summary: { ...store.state.summary, clock: progress.clock, jumping: !progress.done } })
      news.push(...progress.news)
      fill(latest, jumpNewsLines(news.slice(-3)))
      if (progress.done) tellEnd(progress, news)
    })
  } finally {
    clearTimeout(appear)
    box.hidden = true
  }
}

const tellEnd = (progress: JumpProgress, news: readonly JumpEvent[]): void => {
  const action = { label: texts.jumpNews, run: () => openJumpNews(news) }
  showToast(`${counted.runs(progress.runs)}, ${happened(progress)}`, { title: ended(progress), ...(news.length > 0 && { action }) })
}

const ended = ({ stopped, clock }: JumpProgress): string => (stopped ? `Остановлено: ${clock.text}` : clock.text)

const happened = ({ letters, reminders, escalations, errors }: JumpProgress): string =>
  [
    counted.letters(letters),
    reminders > 0 && `из них ${counted.reminders(reminders)}`,
    escalations > 0 && counted.escalations(escalations),
    counted.errors(errors),
  ]
    .filter((part) => part !== false)
    .join(', ')

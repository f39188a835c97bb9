/** «История»: its steps, how far it is played, and the step after which something does not hold. */
import type { StoryStepView, StorySummary, StoryView } from '../../story/storyWire'
import { el, fill } from '../dom'
import { attempt } from '../head/toasts'
import { get, playStory, post } from '../requests'
import type { Store } from '../store'
import { texts } from '../text.ru'

const words = texts.story

export const mountStoryTab = (panel: HTMLElement, store: Store): void => {
  const head = el('div', { class: 'listHead storyHead' })
  const told = el('p', { class: 'storyTold', role: 'status' })
  const body = el('tbody', {})
  const heading = el('tr', {}, ...words.columns.map((title) => el('th', { scope: 'col' }, title)))
  const table = el('table', { class: 'runs story', 'aria-label': 'Шаги истории' }, el('thead', {}, heading), body)
  panel.append(head, told, el('div', { class: 'scroll' }, table))
  let steps: StoryView['steps'] = []
  let read = ''
  const play = (to: number): void => attempt(() => playStory(to, ({ at }) => told.replaceChildren(words.playing(at, steps.length))))
  const draw = (story: StorySummary): void => {
    fill(head, buttons(story, play))
    fill(told, saying(story))
    fill(
      body,
      steps.map((step, at) => rowOf(step, at, story, play)),
    )
    body.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' })
  }
  store.watch(({ summary: { story }, tab }) => {
    if (tab !== 'story') return
    if (story === null) store.set({ tab: 'sheets' })
    else if (read === story.name && steps.length === story.total) draw(story)
    else {
      read = story.name
      attempt(async () => {
        const view = await get<StoryView | null>('/story')
        steps = view?.steps ?? []
        if (view !== null) draw(view)
      })
    }
  })
}

const buttons = ({ at, total, playing, violation }: StorySummary, play: (to: number) => void): HTMLElement[] => {
  const button = (text: string, to: number, off: boolean) =>
    el('button', { class: 'plain', disabled: playing || off, onclick: () => play(to) }, text)
  const bad = violation?.step ?? -1
  const stop = el('button', { class: 'plain', onclick: () => attempt(() => post('/story/stop')) }, words.stop)
  const close = el('button', { class: 'plain', disabled: playing, onclick: () => attempt(() => post('/story/close')) }, words.close)
  return [
    button(words.begin, -1, at < 0),
    button(words.next, at + 1, at >= total - 1),
    ...(violation === null ? [] : [button(words.toViolation, bad, at === bad)]),
    button(words.toEnd, total - 1, at >= total - 1),
    ...(playing ? [stop] : []),
    close,
  ]
}

const saying = ({ at, total, violation, proof }: StorySummary): (Node | string)[] => {
  const where = `${words.where(at, total)}. `
  if (violation === null) return [at === total - 1 ? words.held : where]
  return [where, el('strong', {}, words.proofs[proof](violation.step + 1)), ` ${violation.words}`]
}

const rowOf = ({ at: time, deed, fault }: StoryStepView, at: number, story: StorySummary, play: (to: number) => void): HTMLElement => {
  const [who = '', what = ''] = deed.split('/')
  const isBad = story.violation?.step === at && story.proof !== 'notHere'
  const marks = [at <= story.at ? 'played' : '', isBad ? 'failed' : '']
  const number = el(
    'button',
    { class: 'linkButton', title: words.here, 'aria-label': `${words.here}: ${at + 1}`, disabled: story.playing, onclick: () => play(at) },
    String(at + 1),
  )
  return el(
    'tr',
    { class: marks.join(' ').trim(), 'aria-current': at === story.at ? 'step' : undefined },
    el('td', {}, number),
    el('td', {}, time),
    el('td', {}, words.who[who] ?? who),
    el('td', {}, el('code', {}, what || who), isBad && el('p', { class: 'storyBad' }, story.violation?.words ?? '')),
    el('td', {}, fault === '' ? '' : (words.faults[fault] ?? fault)),
  )
}

/** «Запуски»: what the script did and what it cost, newest first; a row opens its call list. */
import type { ExecutionDetail, ExecutionLine } from '../../wire'
import { el, fill } from '../dom'
import { mountFault } from '../head/fault'
import { attempt } from '../head/toasts'
import { get } from '../requests'
import type { Store } from '../store'
import { storyButton } from '../story/openStory'

const columns = ['Время', 'Откуда', 'Кто', 'Функция', 'Обращения', 'Секунд на Google', 'Ошибка'] as const

export const mountExecutionsTab = (panel: HTMLElement, store: Store): void => {
  const head = el('div', { class: 'listHead' })
  const filter = el('select', { id: 'runFilter', onchange: () => draw() }, ...filters.map(({ name }) => el('option', {}, name)))
  head.append(el('label', { for: 'runFilter' }, 'Показать:'), filter)
  mountFault(head, store)
  head.append(storyButton(store))
  const body = el('tbody', {})
  const table = el(
    'table',
    { class: 'runs', 'aria-label': 'Запуски скрипта' },
    el('thead', {}, el('tr', {}, ...columns.map((title) => el('th', { scope: 'col' }, title)))),
    body,
  )
  panel.append(head, el('div', { class: 'scroll' }, table))
  const opened = new Set<number>()
  let lines: readonly ExecutionLine[] = []
  const draw = (): void => {
    const fits = filters[filter.selectedIndex]?.fits ?? (() => true)
    fill(
      body,
      lines.filter(fits).flatMap((line) => rows(line, opened)),
    )
  }
  let shown = -1
  store.watch(({ summary, tab }) => {
    if (tab !== 'executions' || summary.executions === shown) return
    shown = summary.executions
    attempt(async () => {
      lines = await get<ExecutionLine[]>('/executions')
      draw()
    })
  })
}

const filters: readonly { readonly name: string; readonly fits: (line: ExecutionLine) => boolean }[] = [
  { name: 'все', fits: () => true },
  { name: 'без триггеров', fits: (line) => line.entry !== 'триггер' },
  { name: 'с ошибками', fits: (line) => line.error !== '' },
]

const rows = (line: ExecutionLine, opened: Set<number>): HTMLElement[] => {
  const detail = el('tr', { class: 'runDetail', hidden: true })
  const button = el(
    'button',
    { class: 'linkButton', 'aria-expanded': 'false', onclick: () => toggle() },
    line.fn,
    line.method !== '' && el('b', {}, ` ${line.method}`),
  )
  const row = el(
    'tr',
    { class: line.error === '' ? 'run' : 'run failed' },
    ...[line.at, line.entry, line.who === '' ? '—' : line.who].map((text) => el('td', {}, text)),
    el('td', {}, button),
    el('td', { class: 'number' }, String(line.leavingCalls)),
    el('td', { class: 'number' }, line.modelledSeconds.toFixed(2).replace('.', ',')),
    el('td', { class: 'error' }, line.error),
  )
  const open = (): void => {
    opened.add(line.id)
    detail.hidden = false
    button.setAttribute('aria-expanded', 'true')
    attempt(async () =>
      fill(detail, [el('td', { colspan: columns.length }, ...detailElements(await get<ExecutionDetail>(`/executions/${line.id}`)))]),
    )
  }
  const close = (): void => {
    opened.delete(line.id)
    detail.hidden = true
    button.setAttribute('aria-expanded', 'false')
  }
  const toggle = (): void => (detail.hidden ? open() : close())
  if (opened.has(line.id)) open()
  return [row, detail]
}

const detailElements = ({ calls, logs, stack, cpuMs }: ExecutionDetail): HTMLElement[] => [
  el(
    'ol',
    { class: 'calls' },
    ...calls.map(({ n, name, leaves, ms, cells, error }) =>
      el(
        'li',
        { value: n, class: leaves ? 'leaves' : 'local' },
        el('code', {}, name),
        ` ${ms} мс`,
        cells !== '' && ` · ${cells}`,
        error !== '' && el('span', { class: 'error' }, ` · ${error}`),
      ),
    ),
  ),
  el(
    'p',
    { class: 'hint' },
    `${calls.length === 0 ? 'Обращений к службам не было. ' : 'Жирные обращения уходят из скрипта. '}Сам код занял ${cpuMs} мс на этой машине.`,
  ),
  ...(logs.length > 0 ? [el('pre', {}, logs.join('\n'))] : []),
  ...(stack !== '' ? [el('pre', { class: 'error' }, stack)] : []),
]

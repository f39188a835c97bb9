/** A break put at one call of the next run: how the desk behaves when Google fails in the middle. */
import { el } from '../dom'
import { post } from '../requests'
import type { Store } from '../store'
import { attempt } from './toasts'

export const mountFault = (head: HTMLElement, store: Store): void => {
  const kind = el(
    'select',
    { id: 'faultKind', onchange: () => send() },
    el('option', { value: 'none' }, 'без помех'),
    el('option', { value: 'kill' }, 'обрыв на обращении'),
    el('option', { value: 'fail' }, 'ошибка службы на обращении'),
  )
  const at = el('input', { type: 'number', min: 1, value: 3, 'aria-label': 'Номер обращения', onchange: () => send() })
  const send = (): void => attempt(() => post('/fault', { kind: kind.value, at: Math.max(1, Math.round(Number(at.value))) }))
  head.append(el('label', { for: 'faultKind' }, 'Следующий запуск:'), kind, at)
  store.watch(({ summary }) => {
    kind.value = summary.fault?.kind ?? 'none'
    at.hidden = summary.fault === null
  })
}

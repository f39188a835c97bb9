/** A break put at a call of the run it is meant for: how the desk behaves when Google fails in the middle. */
import { el } from '../dom'
import { post } from '../requests'
import type { Store } from '../store'
import { attempt } from './toasts'

const kinds = [
  ['none', 'без помех'],
  ['kill', 'обрыв на обращении'],
  ['transient', 'ошибка службы'],
  ['timedOutAfter', 'ошибка после записи'],
  ['quotaMinute', 'квота минуты'],
  ['quotaDay', 'квота дня'],
  ['permission', 'нет прав'],
  ['gone', 'нет такого'],
] as const

const aims = [
  ['person', 'Следующее действие:'],
  ['edit', 'Следующая правка в таблице:'],
  ['tick', 'Следующий триггер времени:'],
] as const

const options = (pairs: readonly (readonly [string, string])[]) => pairs.map(([value, text]) => el('option', { value }, text))

export const mountFault = (head: HTMLElement, store: Store): void => {
  const onchange = (): void => send()
  const aim = el('select', { id: 'faultAim', 'aria-label': 'Какой запуск', onchange }, ...options(aims))
  const kind = el('select', { id: 'faultKind', 'aria-label': 'Помеха', onchange }, ...options(kinds))
  const what = el('input', {
    id: 'faultWhat',
    placeholder: 'любое: deal/book, doPost, Calendar.Events.patch',
    'aria-label': 'Метод, функция или служба',
    onchange,
  })
  const at = el('input', {
    type: 'number',
    min: 0,
    value: 0,
    title: 'Номер обращения в запуске, 0 — первое подходящее',
    'aria-label': 'Номер обращения, 0 — первое подходящее',
    onchange,
  })
  const send = (): void =>
    attempt(() => post('/fault', { kind: kind.value, aim: aim.value, what: what.value, at: Math.max(0, Math.round(Number(at.value))) }))
  head.append(aim, kind, what, at)
  store.watch(({ summary }) => {
    kind.value = summary.fault?.kind ?? 'none'
    for (const field of [what, at]) field.hidden = summary.fault === null
  })
}

/** Google refuses the script this one event, until it is lifted: for trying what the desk makes of it. */
import { el } from '../dom'
import { attempt } from '../head/toasts'
import { post } from '../requests'
import { select } from './formParts'

const codes: readonly (readonly [string, string])[] = [
  ['0', 'как обычно'],
  ['403', 'отказывает: 403, нет права'],
  ['412', 'отказывает: 412, событие изменилось'],
  ['404', 'отказывает: 404, не найдено'],
  ['410', 'отказывает: 410, удалено'],
  ['500', 'отказывает: 500, сбой'],
]

export const refusalField = (address: string, code: number): HTMLElement => {
  const choice = select('refusal', codes, String(code))
  choice.addEventListener('change', () => attempt(() => post(`${address}/refusal`, { code: Number(choice.value) })))
  return el('label', {}, 'Что Google отвечает программе об этом событии', choice)
}

/** What Google asks when a repeated event is saved or deleted: this one, this and the following, or all. */
import { el } from '../dom'
import { select } from './formParts'

export const scopeField = () => {
  const choice = select(
    'scope',
    [
      ['one', 'Только это событие'],
      ['following', 'Это и следующие'],
      ['all', 'Все события серии'],
    ],
    'one',
  )
  return { element: el('label', {}, 'Изменить или удалить', choice), value: () => choice.value }
}

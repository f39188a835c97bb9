/** Sentences of «Настройки и проверка», and of the set-up checklist. */

import type { CheckLine } from '../../domain/office/selfCheck.ru'
import type { SetUpStep } from '../../domain/office/setUpSteps.ru'
import { counted } from '../../domain/text/russian'
import type { SettingRow } from '../../rpc/settingsContract'

const hints: Readonly<Record<SettingRow['kind'], string>> = {
  text: '',
  number: 'число',
  time: 'время, 09:00',
  role: '',
  yesNo: '',
  quotas: '3: 01.12.2026–25.12.2026',
  date: 'день, 01.12.2026',
  zone: '',
  pages: 'обычно пусто: программа узнаёт его сама',
  email: 'адрес; пусто — офис-менеджеру',
  web: 'https://…',
}

const states: Readonly<Record<CheckLine['state'], string>> = { good: 'В порядке', warning: 'Обратите внимание', bad: 'Не работает' }

export const settings = {
  title: 'Настройки и проверка',
  loading: 'Проверяем…',
  checks: 'Проверка',
  again: 'Проверить ещё раз',
  states,
  allGood: 'Всё в порядке: сроки, письма и календарь работают.',
  wrong: (bad: number, warnings: number) =>
    [
      bad > 0 ? counted(bad, 'не работает', 'не работают', 'не работают') : '',
      warnings > 0 ? counted(warnings, 'предупреждение', 'предупреждения', 'предупреждений') : '',
    ]
      .filter(Boolean)
      .join(', '),
  letters: 'Письма',
  showLetters: 'Показать, как они выглядят',
  letterKind: 'Какое письмо',
  preview: 'Письмо',
  sendMe: 'Прислать мне',
  sentTo: (email: string) => `Отправлено на ${email}`,
  settings: 'Настройки',
  readOnly: 'Меняют настройки исполнительный директор и администратор.',
  usual: (initial: string) => (initial === '' ? '' : `обычно ${initial}`),
  hint: ({ kind, initial }: SettingRow) => initial || hints[kind],
  save: (n: number) => (n === 0 ? 'Сохранить' : `Сохранить ${counted(n, 'изменение', 'изменения', 'изменений')}`),
  saved: 'Сохранено. Сроки пересчитаются при ближайшей сверке.',
  discard: 'Отменить правки',
} as const

const stepStates: Readonly<Record<SetUpStep['state'], string>> = {
  good: 'Готово',
  warning: 'Обратите внимание',
  bad: 'Осталось сделать',
  later: 'Позже',
}

export const setUp = {
  title: 'Установка и проверка',
  loading: 'Смотрим, что готово…',
  again: 'Проверить ещё раз',
  states: stepStates,
  left: (count: number) => (count === 0 ? 'Можно работать: обязательное готово.' : `Осталось: ${counted(count, 'шаг', 'шага', 'шагов')}.`),
  leave: 'Окно можно закрыть и вернуться: меню «Консультации» → «Установить и проверить».',
  address: 'Адрес календаря',
  addressHint: '…@group.calendar.google.com',
  save: 'Сохранить адрес',
} as const

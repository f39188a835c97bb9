/** Sentences of the dialog «Planfix». */

export const planfix = {
  teach: 'Задачи консультантам будут появляться и в Planfix: при назначении, при переносе, при незаполненной карточке.',
  loading: 'Смотрим подключение…',
  account: 'Аккаунт',
  accountHint: 'centre.planfix.ru',
  token: 'Ключ доступа (API)',
  tokenHint: 'Planfix → Управление аккаунтом → Доступ к API',
  tokenKept: 'ключ сохранён; введите новый, чтобы заменить',
  template: 'Шаблон задачи, №',
  templateHint: 'можно оставить пустым',
  done: 'Статус «Завершённая», №',
  doneHint: 'пусто — закрываем комментарием и датой',
  connect: 'Проверить и подключить',
  check: 'Проверить и сохранить',
  checking: 'Спрашиваем Planfix, это несколько секунд…',
  disconnect: 'Отключить',
} as const

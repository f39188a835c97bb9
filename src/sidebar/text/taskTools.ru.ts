/** Sentences of the dialog of tools for tasks; what a tool asks for comes with its state. */

export const taskTools = {
  windowTitle: 'Программа для задач',
  loading: 'Смотрим подключение…',
  choose: 'Программа',
  connect: 'Проверить и подключить',
  check: 'Проверить и сохранить',
  checking: (title: string) => `Спрашиваем ${title}, это несколько секунд…`,
  disconnect: 'Отключить',
} as const

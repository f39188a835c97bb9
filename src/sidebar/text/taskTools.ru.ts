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

/** «Подключить amoCRM…». */
export const amo = {
  windowTitle: 'amoCRM',
  teach:
    'Заявки из «Неразобранного» amoCRM будут приходить сюда, а этап, время и результат уходить туда. Ничего не удаляется ни там, ни здесь.',
  loading: 'Смотрим подключение…',
  account: 'Адрес amoCRM',
  accountHint: 'centre.amocrm.ru',
  token: 'Долгосрочный ключ',
  tokenHint: 'amoМаркет → «Создать интеграцию»',
  tokenKept: 'Долгосрочный ключ (сохранён; введите, чтобы сменить)',
  look: 'Посмотреть',
  connect: 'Подключить',
  save: 'Сохранить',
  disconnect: 'Отключить',
  asking: 'Спрашиваем amoCRM, это несколько секунд…',
  until: (day: string) => `Ключ действует до ${day.split('-').reverse().join('.')}.`,
  met: (done: number) => `Идёт знакомство: просмотрено сделок — ${done}.`,
  pipeline: 'Воронка',
  stages: 'Этапы',
  noStage: 'не показывать',
  fields: 'Поля',
  noField: 'нет',
  missing: 'Чего в amoCRM не хватает',
  groups: 'Чьё слово верно',
  dry: 'Что изменится',
  first: 'Первые сделки',
  differences: 'Различия',
  compare: 'Сравнить открытые сделки',
  same: (compared: number) => `Различий нет (сравнено открытых сделок: ${compared}).`,
  deal: (id: number, organisation: string) => `№ ${id} ${organisation}`.trim(),
  field: 'Поле',
  here: 'Здесь',
  there: 'В amoCRM',
  takeHere: 'Оставить как здесь',
  takeThere: 'Взять из amoCRM',
} as const

/** The words that a deal’s fields are chosen from, as the register shows them. */

/** Stages in the order of the pipeline «Консультация» (the procedure, «Stages and moves»). */
export const stageTitles = {
  unsorted: 'Неразобранное',
  new: 'Новая заявка',
  accepted: 'Принято в работу',
  unreached: 'Не дозвонились',
  assigned: 'Консультация назначена',
  held: 'Консультация проведена',
  feedback: 'Запрошена обратная связь',
  won: 'Успешно завершённые',
  lost: 'Неуспешные',
} as const

/** How the request came (I1). */
export const channelTitles = {
  site: 'сайт',
  phoneOffice: 'телефон офис-менеджеру',
  phoneStaff: 'телефон сотруднику',
  email: 'электронная почта',
  social: 'соцсети',
} as const

/** How it is held (C2). */
export const formatTitles = { inPerson: 'очно', phone: 'по телефону', online: 'zoom / скайп' } as const

/** The eleven topics (T1), by number. */
export const topicTitles: Readonly<Record<number, string>> = {
  1: 'Благотворительные акции и мероприятия',
  2: 'Бухгалтерские и финансовые вопросы',
  3: 'Администрирование конкурсов (грантмейкинг)',
  4: 'Консультации для тренеров',
  5: 'Привлечение ресурсов',
  6: 'PR и продвижение',
  7: 'Работа ресурсных центров',
  8: 'Социальное проектирование',
  9: 'Управление организацией',
  10: 'Управление проектом и отчетность',
  11: 'Правовые вопросы',
}
/** Topic whose card also needs the project discussed (C5). */
export const socialDesignTopic = 8

/** Value of the field «Проект» where none is known (C7). */
export const noProject = 'не распределено'

/** Reasons of «Неуспешные». */
export const failureReasons = ['не дозвонились', 'отказ клиента', 'неявка', 'не по профилю', 'дубль', 'спам', 'другое'] as const

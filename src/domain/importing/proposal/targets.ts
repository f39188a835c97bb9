/** What a column of a foreign file can be for: one row each, with the heading under which the import reads it. */

interface TargetRow {
  /** Heading of the arranged table (amocrm/amocrmExport.ts); '' = it has no column of its own. */
  readonly heading: string
  /** As the dialog names it. */
  readonly title: string
  /** Several columns of a file may go there. */
  readonly many?: true
  /** Its values are words of the office: they are proposed one by one. */
  readonly words?: true
}

export const targets = {
  id: { heading: 'ID', title: 'Номер сделки' },
  stage: { heading: 'Этап сделки', title: 'Этап', words: true },
  pipeline: { heading: 'Воронка', title: 'Воронка', words: true },
  received: { heading: 'Дата создания', title: 'Когда обратились' },
  receivedTime: { heading: '', title: 'Когда обратились, время' },
  closed: { heading: 'Дата закрытия', title: 'Когда закрыта' },
  failure: { heading: 'Причина отказа', title: 'Причина отказа', words: true },
  organisation: { heading: 'Компания', title: 'Организация', many: true },
  title: { heading: '', title: 'Название сделки' },
  contact: { heading: 'Основной контакт', title: 'Контактное лицо', many: true },
  phone: { heading: 'Рабочий телефон (контакт)', title: 'Телефон', many: true },
  email: { heading: 'Рабочий email (контакт)', title: 'E-mail', many: true },
  messenger: { heading: 'Мессенджер', title: 'Мессенджер' },
  kind: { heading: 'Вид организации', title: 'Вид организации', words: true },
  municipality: { heading: 'Муниципалитет', title: 'Муниципалитет', words: true },
  consent: { heading: 'Согласие на обработку ПД', title: 'Согласие на обработку ПД' },
  consentText: { heading: 'Согласие: текст', title: 'Согласие: текст' },
  consentSource: { heading: 'Согласие: откуда', title: 'Согласие: откуда получено' },
  channel: { heading: 'Источник', title: 'Как обратились', words: true },
  topic: { heading: 'Тема консультации', title: 'Тема', words: true },
  request: { heading: 'Запрос', title: 'Запрос', many: true },
  consultant: { heading: 'Консультант', title: 'Консультант', words: true },
  start: { heading: 'Дата и время консультации', title: 'Консультация: дата и время' },
  startTime: { heading: '', title: 'Консультация: время' },
  endTime: { heading: '', title: 'Консультация: окончание' },
  format: { heading: 'Формат', title: 'Формат', words: true },
  minutes: { heading: 'Продолжительность, мин', title: 'Продолжительность' },
  project: { heading: 'Проект', title: 'Проект', words: true },
  content: { heading: 'Содержание и рекомендации', title: 'Содержание (и рекомендации)', many: true },
  recommendations: { heading: 'Рекомендации', title: 'Рекомендации', many: true },
  discussedName: { heading: 'Обсуждаемый проект', title: 'Обсуждаемый проект' },
  discussedTheme: { heading: 'Тематика проекта', title: 'Тематика проекта' },
  discussedAdvice: { heading: 'Рекомендации по проекту', title: 'Рекомендации по проекту' },
  score: { heading: 'Оценка', title: 'Оценка клиента' },
  feedbackText: { heading: 'Отзыв', title: 'Отзыв клиента' },
  /** Stays with the deal as a line of its comments. */
  kept: { heading: 'Комментарии', title: 'Оставить в комментариях', many: true },
  skip: { heading: '', title: 'Не загружать', many: true },
} as const satisfies Readonly<Record<string, TargetRow>>

export type Target = keyof typeof targets
export const targetKeys = Object.keys(targets) as Target[]

export type WordTarget = { [T in Target]: (typeof targets)[T] extends { words: true } ? T : never }[Target]
export const wordTargets = targetKeys.filter((target): target is WordTarget => 'words' in targets[target])

export function isMany(target: Target): boolean {
  return 'many' in targets[target]
}

/** The amoCRM of a resource centre: the pipeline «Консультация» with the office's stages, its fields, its reasons. */
import { type AmoField, type AmoState, lostStatus, newAmo, wonStatus } from './amoState'

const stages = {
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
type StageName = keyof typeof stages
const order = Object.keys(stages) as StageName[]

const reasons = ['не дозвонились', 'отказ клиента', 'неявка', 'не по профилю', 'дубль', 'спам', 'другое']
const formats = ['очно', 'по телефону', 'zoom / скайп']
const topics = [
  ...['Благотворительные акции и мероприятия', 'Бухгалтерские и финансовые вопросы', 'Администрирование конкурсов (грантмейкинг)'],
  ...['Консультации для тренеров', 'Привлечение ресурсов', 'PR и продвижение', 'Работа ресурсных центров', 'Социальное проектирование'],
  ...['Управление организацией', 'Управление проектом и отчетность', 'Правовые вопросы'],
]

export const samplePipeline = 500

/** Number of the status that a stage has there. */
export function sampleStatus(stage: StageName): number {
  if (stage === 'won' || stage === 'lost') return stage === 'won' ? wonStatus : lostStatus
  return 600 + order.indexOf(stage)
}

export interface SampleAmo {
  readonly token: string
  readonly users: AmoState['users']
  readonly initials: readonly string[]
  readonly projects: readonly string[]
}

export function sampleAmo({ token, users, initials, projects }: SampleAmo): AmoState {
  const statuses = order.map((stage) => ({ id: sampleStatus(stage), name: stages[stage], type: stage === 'unsorted' ? 1 : 0 }))
  return newAmo({
    subdomain: 'centre',
    token,
    users,
    owner: users[0]?.id ?? 1,
    pipelines: [
      { id: 400, name: 'Пожертвования', statuses: [{ id: 401, name: 'Новое', type: 0 }] },
      { id: samplePipeline, name: 'Консультация', statuses },
    ],
    fields: sampleFields(initials, projects),
    lossReasons: reasons.map((name, index) => ({ id: 51 + index, name })),
  })
}

function sampleFields(initials: readonly string[], projects: readonly string[]): AmoField[] {
  const select = (id: number, name: string, words: readonly string[]): AmoField => ({
    id,
    name,
    type: 'select',
    enums: words.map((value, index) => ({ id: id * 100 + index, value })),
  })
  const plain = (id: number, name: string, type: AmoField['type']): AmoField => ({ id, name, type, enums: null })
  return [
    select(801, 'Консультант', initials),
    plain(802, 'Дата и время консультации', 'date_time'),
    select(803, 'Тема консультации', topics),
    plain(804, 'Запрос', 'textarea'),
    select(805, 'Формат', formats),
    plain(806, 'Продолжительность, мин', 'numeric'),
    select(807, 'Проект', projects),
    plain(808, 'Содержание', 'textarea'),
    plain(809, 'Рекомендации', 'textarea'),
    plain(810, 'Источник', 'text'),
  ]
}

/** A deal: one client's request for a consultation, from the first call to the closed card. */

import type { LocalDateTime } from '../time/localTime'

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
export type Stage = keyof typeof stageTitles

/** How the request came (I1). */
export const channelTitles = {
  site: 'сайт',
  phoneOffice: 'телефон офис-менеджеру',
  phoneStaff: 'телефон сотруднику',
  email: 'электронная почта',
  social: 'соцсети',
} as const
export type Channel = keyof typeof channelTitles

/** How it is held (C2). */
export const formatTitles = { inPerson: 'очно', phone: 'по телефону', online: 'zoom / скайп' } as const
export type Format = keyof typeof formatTitles

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

/** Empty text is '', an absent number or time is null. */
export interface Deal {
  /** № of the deal, unique, never reused. */
  readonly id: number
  /** Grows by one with every change; a page that saw an older one is told so. */
  readonly version: number
  readonly stage: Stage
  /** When it came to this stage. */
  readonly stageSince: LocalDateTime
  /** When the request was received (A1 counts from here). */
  readonly received: LocalDateTime
  readonly channel: Channel
  readonly clientId: number | null
  /** Copy of the client's organisation: titles and lists need no second read. */
  readonly organisation: string
  readonly contact: string
  readonly phone: string
  /** 1–11 (T1). */
  readonly topic: number | null
  readonly request: string
  /** Initials of the consultant the client has already agreed with (I2). */
  readonly agreedWith: string
  /** Initials. */
  readonly consultant: string
  readonly start: LocalDateTime | null
  /** Exclusive. */
  readonly end: LocalDateTime | null
  /** The time first assigned to this consultant; G5's two days count from it. */
  readonly firstStart: LocalDateTime | null
  readonly moves: number
  readonly format: Format | null
  /** Room or link. */
  readonly place: string
  readonly eventId: string
  /** Duration held, minutes (C6). */
  readonly minutes: number | null
  /** Name of the project, or noProject (C7). */
  readonly project: string
  readonly content: string
  readonly recommendations: string
  readonly discussedName: string
  readonly discussedTheme: string
  readonly discussedAdvice: string
  readonly files: string
  /** Who decided on an external consultant, and when (T2). */
  readonly externalBy: string
  readonly externalAt: LocalDateTime | null
  readonly reportSentAt: LocalDateTime | null
  readonly reportReceivedAt: LocalDateTime | null
  readonly paidAt: LocalDateTime | null
  /** Name of who marked it paid (T3). */
  readonly paidBy: string
  /** When the project's manager was asked to decide on an external consultant (T2). */
  readonly externalAskedAt: LocalDateTime | null
  /** The expert's report as it was sent (C9), JSON of ExpertReport; '' = none. */
  readonly report: string
  /** Noted attempts that did not reach the client (I7). */
  readonly attempts: number
  readonly lastAttemptAt: LocalDateTime | null
  /** A call or message that reached the client (I5). */
  readonly reachedAt: LocalDateTime | null
  /** The client was told the time by phone or letter (A1). */
  readonly toldAt: LocalDateTime | null
  readonly feedbackAskedAt: LocalDateTime | null
  /** 1–5. */
  readonly feedbackScore: number | null
  readonly feedbackText: string
  /** When the client answered. */
  readonly feedbackAt: LocalDateTime | null
  /** 'да' where the client agreed to be quoted. */
  readonly quotable: string
  /** Reason of «Неуспешные». */
  readonly failure: string
  /** Notes, one a line, newest last; the assigned time stands here (A2). */
  readonly comments: string
  /** Ids elsewhere, 'amo:41003 planfix:77'. */
  readonly outsideIds: string
  /** What a form or a letter sent, as it came (issue 3: never in the bin). */
  readonly raw: string
  /** G6: «не смогу провести», with its moment in front, '23.11.2026 09:05: заболела'; '' = the consultant holds it. */
  readonly cannotHold: string
  /** R1: why the last move was made; '' = not told (yet). */
  readonly moveReason: string
  /** When it was last moved or given to another consultant; null = never since it was booked. */
  readonly movedAt: LocalDateTime | null
}

/** Stages of a deal that has no time yet (A1). */
export const unassignedStages: readonly Stage[] = ['unsorted', 'new', 'accepted', 'unreached']

export const openStages: readonly Stage[] = [...unassignedStages, 'assigned', 'held', 'feedback']

/** A deal of which nothing is known yet. */
export const emptyDeal: Deal = {
  id: 0,
  version: 0,
  stage: 'new',
  stageSince: '',
  received: '',
  channel: 'phoneOffice',
  clientId: null,
  organisation: '',
  contact: '',
  phone: '',
  topic: null,
  request: '',
  agreedWith: '',
  consultant: '',
  start: null,
  end: null,
  firstStart: null,
  moves: 0,
  format: null,
  place: '',
  eventId: '',
  minutes: null,
  project: '',
  content: '',
  recommendations: '',
  discussedName: '',
  discussedTheme: '',
  discussedAdvice: '',
  files: '',
  externalBy: '',
  externalAt: null,
  reportSentAt: null,
  reportReceivedAt: null,
  paidAt: null,
  paidBy: '',
  externalAskedAt: null,
  report: '',
  attempts: 0,
  lastAttemptAt: null,
  reachedAt: null,
  toldAt: null,
  feedbackAskedAt: null,
  feedbackScore: null,
  feedbackText: '',
  feedbackAt: null,
  quotable: '',
  failure: '',
  comments: '',
  outsideIds: '',
  cannotHold: '',
  moveReason: '',
  movedAt: null,
  raw: '',
}

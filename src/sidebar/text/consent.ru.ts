/** Sentences about consent on a card: when it was given, how, and what taking it back means. */

import type { Client } from '../../domain/client/client'
import { type Stage, unassignedStages } from '../../domain/deal/deal'
import { stageTitles } from '../../domain/deal/words'
import { dateWords } from '../../domain/text/russian'

type Kept = Pick<Client, 'consentDate' | 'consentSource' | 'consentWithdrawn'>

export const consent = {
  line: ({ consentDate, consentSource, consentWithdrawn }: Kept) =>
    consentWithdrawn === null
      ? `Согласие: ${[dateWords(consentDate ?? ''), consentSource].filter((part) => part !== '').join(', ')}`
      : `Согласие отозвано ${dateWords(consentWithdrawn)}`,
  given: (kept: Kept) => consent.line({ ...kept, consentWithdrawn: null }),
  noText: 'Текст согласия не сохранён.',
  withdraw: 'Отозвать согласие',
  means:
    'Клиент попадёт в список «Срок вышел» («Персональные данные»). Писем с вопросом об отзыве и напоминаний ему больше не будет. Письма о назначенном времени останутся.',
  running: (stage: Stage) =>
    unassignedStages.includes(stage)
      ? `Заявка в работе («${stageTitles[stage]}»): спросите клиента, нужна ли консультация. Сделка останется как есть.`
      : `Этап сделки: «${stageTitles[stage]}». Спросите клиента, нужна ли консультация: запись останется, отменить её можно шагами карточки.`,
  date: 'Когда отозвал',
  reason: 'Как и почему',
  confirm: 'Отметить отзыв',
  stay: 'Не отзывать',
  back: 'Вернуть согласие',
  backMeans: 'Если отзыв отмечен по ошибке. Новое согласие запишите датой в поле «Согласие на обработку ПД».',
  withdrawn: 'Отзыв согласия отмечен',
  returned: 'Отметка об отзыве снята',
} as const

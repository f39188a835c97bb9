/** Sentences of «Расхождения». */

import { counted } from '../../domain/text/russian'

export const disputes = {
  link: (n: number) => `Расхождения с календарём — ${n}`,
  title: 'Расхождения с календарём',
  back: 'К делам',
  teach: 'В календаре и в карточке написано разное. Выберите, что верно.',
  count: (n: number) => counted(n, 'расхождение', 'расхождения', 'расхождений'),
  loading: 'Читаем расхождения…',
  none: 'Расхождений нет',
  noneHelp: 'Календарь и карточки говорят одно и то же. Стол сверяет их каждые 10 минут.',
  found: (when: string) => `замечено: ${when}`,
  reasonHint: 'Почему так, одной фразой',
  deal: 'На какую сделку',
  noDeal: 'Открытой сделки не нашлось. Проверьте номер или название.',
  other: 'Другая сделка',
  settled: (title: string, event: string) => `Решено (${title}): ${event}`,
} as const

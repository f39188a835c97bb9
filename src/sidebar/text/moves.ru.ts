/** Sentences of moving a consultation, giving it to another consultant, and holding an hour. */

import { clock, dateWords } from '../../domain/text/russian'
import type { LocalDateTime } from '../../domain/time/localTime'

export const moves = {
  title: { reschedule: 'Перенос консультации', reassign: 'Другой консультант' },
  now: (when: string, who: string) => `Сейчас: ${when}, ${who}`,
  limit: (from: string, until: string) =>
    from === until ? `Можно на ${dateWords(from)} (G5)` : `Можно: ${dateWords(from)} — ${dateWords(until)} (G5)`,
  limitOver: 'Два рабочих дня от первого назначенного времени прошли, переносить дальше нельзя (G5).',
  none: {
    reschedule: 'Свободных слотов в эти дни нет. Договоритесь о другом времени или передайте другому консультанту.',
    reassign:
      'В эти дни ни у кого по теме нет слотов. Договоритесь с клиентом о дне позже: «Отменить назначение…», потом «Подобрать время».',
  },
  own: 'Другое время…',
  date: 'Дата',
  from: 'С',
  to: 'До',
  newTime: (when: string) => `Станет: ${when}`,
  letters: 'Кто получит письмо',
  toClient: (email: string) => `клиент, ${email}: новое время и консультант`,
  noClient: 'клиент: e-mail нет, скажите по телефону',
  toNew: (name: string) => `${name}: назначенная консультация`,
  toOld: (name: string) => `${name}: консультация передана другому`,
  toSame: (name: string) => `${name}: новое время и причина`,
  confirm: { reschedule: 'Перенести', reassign: 'Передать' },
  other: 'Передать другому…',
  rescheduled: (when: string) => `Перенесено: ${when}`,
  reassigned: (who: string, when: string) => `Передано: ${who}, ${when}`,
  settled: 'Решено, карточка обновлена',
} as const

export const holds = {
  mine: (until: LocalDateTime) => `Держим за вами до ${clock(until)}`,
  over: 'Больше не держим за вами: 10 минут прошли.',
  again: 'Держать ещё',
  theirs: (name: string, until: LocalDateTime | undefined) => `держит ${name}${until ? ` до ${clock(until)}` : ''}`,
} as const

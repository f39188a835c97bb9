/** Sentences of «Внешние консультанты». */

import { counted, dateWords, shortName } from '../../domain/text/russian'
import type { LocalDateTime } from '../../domain/time/localTime'
import type { ExternalProjectMonth } from '../../rpc/externalContract'

const rubles = (sum: number) => `${sum.toLocaleString('ru-RU')}\u00a0₽`
const consultations = (n: number) => counted(n, 'консультация', 'консультации', 'консультаций')

export const externals = {
  title: 'Внешние консультанты',
  rubles,
  columns: ['Когда', 'Эксперт, организация', 'Мин', '₽/ч', 'Сумма', 'Оплата'],
  allHere: 'Все неоплаченные',
  all: (project: string) => `Все неоплаченные: ${project}`,
  pick: (id: number) => `№ ${id}`,
  against: ({ held, counted: n, limit }: ExternalProjectMonth) =>
    `Проведено ${held}${n > held ? `, с назначенными ${n}` : ''}${limit === 0 ? '' : ` из ${limit} в месяц`}`,
  over: ({ counted: n, limit }: ExternalProjectMonth) => (limit === 0 ? 'лимит не задан (T3)' : `лимит превышен на ${n - limit} (T3)`),
  sums: ({ minutes, due, paid }: ExternalProjectMonth) =>
    `${minutes}\u00a0мин · ${rubles(due)}${paid > 0 ? `, оплачено ${rubles(paid)}` : ''}`,
  total: ({ due, paid }: { readonly due: number; readonly paid: number }) => `Всего ${rubles(due)}, не оплачено ${rubles(due - paid)}`,
  noRate: 'нет',
  paidBy: (at: LocalDateTime, by: string) => [dateWords(at), shortName(by)].filter(Boolean).join(', '),
  archived: 'в архиве',
  unpaid: 'не оплачено',
  pay: (n: number, due: number) => (n === 0 ? 'Отметить оплаченными' : `Отметить оплаченными ${n} · ${rubles(due)}`),
  unpay: 'снять',
  unpayOf: (id: number) => `Снять отметку об оплате № ${id}`,
  undo: 'Отменить',
  marked: ({ deals, paid }: { readonly deals: readonly unknown[]; readonly paid: boolean }) =>
    deals.length === 0 ? 'Так уже отмечено' : `${paid ? 'Отмечено оплаченными' : 'Отметка снята'}: ${consultations(deals.length)}`,
  loading: 'Собираем консультации месяца…',
  emptyTitle: 'В этом месяце платить не за что',
  empty: 'Здесь появятся проведённые консультации внешних консультантов по вашим проектам.',
} as const

/** Sentences of the wide dialogs: closing the week. */

import { counted, dateWords, fullDayTime, plural } from '../../domain/text/russian'
import type { LocalDateTime } from '../../domain/time/localTime'
import type { Output } from '../../rpc/contract'

const cards = (n: number) => counted(n, 'карточка', 'карточки', 'карточек')

const weekTitles = { incomplete: 'Не готовы', ready: 'Готовы', awaiting: 'Ждут отзыва' } as const
const choiceTitles = { won: 'Закрыть', feedback: 'Отзыв', stay: 'Не сейчас' } as const
export const week = {
  title: 'Закрытие недели',
  until: (at: LocalDateTime, now: LocalDateTime) => `до ${fullDayTime(at, now || at)}`,
  groups: weekTitles,
  list: 'Карточки недели',
  choices: choiceTitles,
  choiceWords: { won: 'Закрыть', feedback: 'Запросить отзыв', stay: 'Не сейчас' },
  notReady: (n: number) => `Не готовы: ${cards(n)}. Они останутся до заполнения.`,
  choice: (id: number) => `Что сделать с № ${id}`,
  lacks: (titles: readonly string[]) => `нет: ${titles.map((title) => title.split(',', 1).join('').toLowerCase()).join(', ')}`,
  held: (when: string, who: string) => `${when} · ${who}`,
  complete: 'Карточка заполнена.',
  distribute: 'К какому проекту отнести (K1)',
  unasked: 'Почему не спрашиваем отзыв у нового клиента (K3)',
  fill: 'Заполните, чтобы закрыть:',
  why: (reason: string) => `Предлагаем запросить отзыв: ${reason}`,
  asked: (date: string) => `Отзыв запрошен ${dateWords(date)}`,
  answered: (score: number) => `Оценка ${score} из 5`,
  noAnswer: 'ответа пока нет',
  save: 'Сохранить',
  saving: 'сохраняется…',
  notSaved: (lacks: string) => `не сохранено; ${lacks}`,
  savedLeft: (left: number) => (left === 0 ? 'Сохранено. Все карточки готовы' : `Сохранено. Не готовы: ${cards(left)}`),
  close: (won: number, feedback: number) =>
    [won > 0 || feedback === 0 ? `Закрыть ${won}` : '', feedback > 0 ? (won > 0 ? `отзыв ${feedback}` : `Запросить отзыв ${feedback}`) : '']
      .filter((part) => part !== '')
      .join(' · '),
  closing: (n: number) => `Закрываем ${cards(n)}. Это несколько секунд…`,
  closed: ({ closed, unanswered, asked }: Pick<Output<'week/close'>, 'closed' | 'unanswered' | 'asked'>) =>
    `${plural(closed, 'Закрыта', 'Закрыты', 'Закрыто')} ${cards(closed)}` +
    (unanswered > 0 ? `, из них без ответа ${unanswered}` : '') +
    (asked > 0 ? `, отзыв запрошен у ${counted(asked, 'клиента', 'клиентов', 'клиентов')}` : ''),
  refused: (n: number) => `Не закрыты: ${n}`,
  numbers: (ids: readonly number[]) => `№ ${ids.join(', ')}`,
  undo: 'Отменить',
  undone: (n: number) => `${plural(n, 'Возвращена', 'Возвращены', 'Возвращено')} ${cards(n)}`,
  notUndone: (n: number) => `Не возвращены: ${n}`,
  /** Whose cards a group holds, «ММ 3, ИП 1». */
  whose: (counts: readonly (readonly [initials: string, n: number])[]) =>
    counts.map(([initials, n]) => `${initials || '—'} ${n}`).join(', '),
  emptyTitle: 'На этой неделе закрывать нечего',
  empty: 'Здесь появятся карточки, когда консультации пройдут и перейдут в «Консультация проведена».',
  loading: 'Собираем карточки недели…',
  keys: '↑ ↓ — по списку, Enter — сохранить и к следующей',
} as const

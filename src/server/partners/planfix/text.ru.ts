/** What people read about Planfix, and what they read in it. */

import { theirLine } from '../../../domain/letter/theirs'
import { counted, fullDayTime } from '../../../domain/text/russian'
import type { LocalDateTime } from '../../../domain/time/localTime'

/** Why Planfix took no task: one sentence, with what to do. */
export const planfixTexts = {
  token: () =>
    'Planfix не принимает ключ: он отозван или введён с ошибкой. Введите новый в меню «Подключить Planfix…»; задачи ждут и не потеряются.',
  access: () =>
    'У ключа Planfix нет прав на задачи или список сотрудников. Задачи ждут. Администратору: выдайте эти права ключу в Planfix, затем меню «Подключить Planfix…».',
  unpaid: () => 'Planfix отвечает, что аккаунт не оплачен или отключён. Задачи ждут оплаты; пока они видны на листе «Задачи».',
  account: () => 'По этому адресу Planfix не отвечает: проверьте аккаунт в меню «Подключить Planfix…». Задачи ждут.',
  dailyLimit: () => 'Дневной запас обращений к Planfix исчерпан. Задачи ждут и будут поставлены завтра; пока они видны на листе «Задачи».',
  busy: () => 'Planfix просит подождать минуту.',
  silent: () => 'Planfix не отвечает. Задачи ждут, повторим сами; пока они видны на листе «Задачи».',
  nobody: ({ detail = '' }: { detail?: string }) =>
    `${detail}: нет в Planfix (по e-mail листа «Сотрудники»). Задача ждёт исполнителя и будет поставлена, как только он там появится; пока она видна на листе «Задачи».`,
  refused: ({ detail = '' }: { detail?: string }) =>
    `Planfix не принял задачу: ${detail || 'причина не названа'}. Проверьте шаблон и статус в меню «Подключить Planfix…»; задача видна на листе «Задачи».`,
} as const satisfies Record<string, (params: { detail?: string }) => string>

export type PlanfixTrouble = keyof typeof planfixTexts

/** A task of Planfix: `mark` finds it again. */
export const planfixTask = {
  name: (subject: string, dealId: number) => `${theirLine(subject)} (№ ${dealId})`,
  /** What the name holds and the list is searched by. */
  searched: (dealId: number) => `№ ${dealId}`,
  lines: (clause: string, who: string, mark: string) => [
    `Пункт порядка: ${clause}. Кому: ${who}.`,
    'Карточка — в таблице «Консультации».',
    mark,
  ],
  closed: (at: LocalDateTime) => `Закрыто ${fullDayTime(at, at)}: сделано, перенесено на другой день или передано. Ничего делать не нужно.`,
} as const

/** Answers of the dialog «Подключить Planfix…». */
export const planfixLinkTexts = {
  badAccount: () => 'Аккаунт пишется как адрес вашего Planfix: «centre.planfix.ru» или «centre».',
  noToken: () => 'Введите ключ: Planfix → «Управление аккаунтом» → «Доступ к API».',
  badNumber: () => 'Шаблон и статус — номера из Planfix, одни цифры; можно оставить пустыми.',
  linked: (host: string, matched: number, missing: readonly string[], all: number) =>
    `Подключено к ${host}: ${matched === all ? 'найдены все' : `найдены ${matched} из`} ${counted(all, 'сотрудник', 'сотрудника', 'сотрудников')}` +
    (missing.length === 0 ? '.' : `. Нет в Planfix (по e-mail): ${missing.join(', ')}; их задачи подождут, пока они там не появятся.`),
  unlinked: () => 'Planfix отключён. Задачи остаются на листе «Задачи».',
} as const

/** The dialog's first sentence, and its fields. */
export const teach = 'Задачи консультантам будут появляться и в Planfix: при назначении, при переносе, при незаполненной карточке.'

export const fieldTexts = {
  account: { label: 'Аккаунт', hint: 'centre.planfix.ru' },
  token: { label: 'Ключ доступа (API)', hint: 'Planfix → Управление аккаунтом → Доступ к API' },
  tokenKept: { label: 'Ключ доступа (API)', hint: 'ключ сохранён; введите новый, чтобы заменить' },
  template: { label: 'Шаблон задачи, №', hint: 'можно оставить пустым' },
  done: { label: 'Статус «Завершённая», №', hint: 'пусто — закрываем комментарием и датой' },
} as const

/** What people are told when the office, a file or the platform says no: what happened, why (the clause), what to do next. */

import { stageTitles, topicTitles } from '../deal/words'
import { importTitles } from '../importing/importKind'
import type { Issue, MissingField, Problem } from '../problem'
import type { LocalDateTime } from '../time/localTime'
import { fileTexts } from './fileText.ru'
import { counted, dayTime, monthTitle } from './russian'

type ProblemOf<C extends Problem['code']> = Extract<Problem, { code: C }>
type Sentences = { readonly [C in Problem['code']]: (problem: ProblemOf<C>, now: LocalDateTime) => string }

const yearUnreadTexts = {
  silent: () => 'xmlcalendar.ru не отвечает. Попробуйте позже.',
  notPublished: (year: number) => `Рабочий календарь ${year} года ещё не опубликован.`,
  foreign: (year: number) => `Вместо календаря ${year} года xmlcalendar.ru прислал что-то другое.`,
} as const

const vaultTexts = {
  link: 'Это не адрес другой Google Таблицы. Откройте таблицу для персональных данных и скопируйте адрес из строки браузера.',
  taken: 'В этой таблице уже есть лист «Данные»: она занята другим реестром или вами. Дайте пустую таблицу или нажмите «Создать».',
  owner:
    'Учётная запись, под которой программа работает сама, не открывает эту таблицу. Дайте ей право редактора и повторите: без неё сверка остановится.',
  copy: 'Это учебная копия таблицы: персональные данные из неё не переносят.',
} as const

const sentences: Sentences = {
  incomplete: ({ missing, to }) =>
    `Не заполнено: ${missing.map(missingText).join(', ')}. ${to ? `Без этого сделка не переходит на этап «${stageTitles[to]}»` : 'Без этого дальше нельзя'}${clausesOf(missing)}. Заполните и повторите.`,
  moveNotAllowed: ({ from, to }) =>
    `С этапа «${stageTitles[from]}» нельзя перейти на этап «${stageTitles[to]}»: такого шага нет в порядке работы. Выберите один из шагов, предложенных в карточке.`,
  attemptsMissing: ({ made, needed, nextAt }, now) =>
    `Сделано попыток: ${made}, а нужно ${needed}, и только потом «Неуспешные» с причиной «не дозвонились» (I7). ${nextAt ? `Следующая попытка — ${dayTime(nextAt, now)}.` : 'Позвоните ещё раз и отметьте звонок.'}`,
  attemptTooSoon: ({ nextAt }, now) =>
    `С прошлой попытки прошло мало времени, и этот звонок отдельной попыткой не считается (I7). Позвоните снова: ${dayTime(nextAt, now)} или позже.`,
  vaultUnfit: ({ why }) => vaultTexts[why],
  notReached: () =>
    'Нет отметки, что с клиентом поговорили (I5). Нажмите «Дозвонились», когда клиент ответил по телефону или в мессенджере, и повторите.',
  noAttempt: () => 'Ни одной попытки дозвониться не отмечено (I6). Позвоните клиенту, отметьте «Не ответили» и повторите.',
  notYetStarted: ({ start }, now) =>
    `Консультация ещё не началась: она назначена на ${dayTime(start, now)} (C8). Отметьте её проведённой после начала или перенесите время.`,
  reasonNeeded: ({ what }) => `Не указано: «${what}». Причина остаётся в истории сделки (R1). Напишите её и повторите.`,
  unknownReason: ({ reason }) =>
    `Причины «${reason}» нет в списке для «Неуспешные», и отчёт её не посчитает (S2). Выберите причину из списка.`,
  externalDecisionNeeded: ({ consultant }) =>
    `${consultant} — внешний консультант, а решения руководителя проекта или директора в карточке нет (T2). Получите решение и отметьте его или выберите другого консультанта.`,
  reportNotReceived: () =>
    'Отчёт внешнего консультанта ещё не получен (C9). Напомните ему, отметьте получение отчёта и перенесите из него продолжительность, тему и комментарии.',
  slotTaken: ({ start, consultant }, now) =>
    `Это время только что заняли: ${dayTime(start, now)}, ${consultant} (A3). Ничего не записано. Выберите другое время — список уже обновлён.`,
  slotNotTheirs: ({ consultant }) =>
    `Этот слот в календаре отметил другой человек, не ${consultant} (G1). Обновите список и выберите время ещё раз.`,
  consultantUnknown: ({ initials }) =>
    initials
      ? `Консультанта с инициалами «${initials}» нет на листе «Сотрудники» (A2). Выберите консультанта из списка или добавьте его на лист.`
      : 'Консультант не выбран (A2). Выберите консультанта из списка.',
  topicNotTheirs: ({ consultant, topic }) =>
    `${consultant} не консультирует по теме «${topicTitles[topic] ?? topic}» (T1). Выберите другого консультанта или исправьте тему.`,
  changedMeanwhile: ({ id }) =>
    `Сделка № ${id} изменилась с тех пор, как её открыли, поэтому ничего не записано. Карточка прочитана заново: посмотрите, что изменилось, и нажмите ещё раз.`,
  dealNotFound: ({ id }) => `Сделки № ${id} нет на листе «Сделки» и в архиве: возможно, удалили строку. Найдите её поиском.`,
  dealArchived: ({ id, year }) =>
    `Сделка № ${id} давно закрыта и стоит в архиве ${year}: её можно только читать. Если клиент обратился снова, заведите новую заявку.`,
  clientNotFound: ({ id }) =>
    id
      ? `Клиента № ${id} нет на листе «Клиенты». Найдите его поиском или заведите карточку заново (I4).`
      : 'У сделки нет карточки клиента (I4). Выберите клиента или заведите карточку.',
  notAllowed: ({ role, action }) =>
    `Ваша роль (${role}) не позволяет: ${action}. Попросите офис-менеджера или директора; роли записаны на листе «Сотрудники».`,
  strangerCaller: ({ email }) =>
    `${email ? `Адреса ${email}` : 'Вашего адреса'} нет на листе «Сотрудники», поэтому данные не показаны. Попросите администратора внести вас и откройте панель снова.`,
  notAtWork: ({ name }) =>
    `${name || 'Вы'}: по датам «С» и «По» на листе «Сотрудники» сегодня не рабочий период, поэтому данные не показаны. Попросите администратора исправить даты или роль и откройте панель снова.`,
  badValue: ({ title, why }) => `«${title}»: ${why}. Исправьте и повторите.`,
  tooLong: ({ title, length, limit }) =>
    `«${title}»: ${counted(length, 'знак', 'знака', 'знаков')}, а помещается ${limit}. Сократите текст или приложите его файлом.`,
  badPhone: ({ value }) =>
    `«${value}» не читается как телефон (I4). Напишите номер с кодом, например +7 911 416-01-23 или 8 (8182) 65-43-21.`,
  dealClosed: ({ stage }) =>
    `Сделка закрыта («${stageTitles[stage]}»), и карточку уже не изменить (K5). Если нужна правка, попросите директора вернуть сделку на прежний этап.`,
  cannotUndo: ({ why }) => `Отменить последнее изменение нельзя: ${why}. Ничего не изменено.`,
  moveLimit: ({ firstStart, days }, now) =>
    `Дальше ${counted(days, 'рабочего дня', 'рабочих дней', 'рабочих дней')} от первого назначенного времени (${dayTime(firstStart, now)}) консультацию не переносят (G5). Выберите время ближе или нажмите «Не смогу провести», чтобы её передали другому консультанту (G6).`,
  slotHeld: ({ who, until }, now) =>
    `Это время держит ${who} до ${dayTime(until, now)}: идёт разговор с клиентом (G3). Выберите другое время или подождите.`,
  overlaps: ({ consultant, deal }) =>
    `В это время у консультанта (${consultant}) уже стоит консультация${deal === 0 ? ' в календаре' : `, сделка № ${deal}`} (A3). Выберите другое время.`,
  fileTooLarge: ({ name, bytes, limit }) => fileTexts.tooLarge(name, bytes, limit),
  fileType: ({ name }) => fileTexts.type(name),
  monthRuns: ({ month }) =>
    `Месяц ещё идёт: ${monthTitle(month)}. Сводку утверждают, когда он закончится (S2); посмотреть числа можно уже сейчас.`,
  monthApproved: ({ month, at, by }, now) =>
    `Сводка за ${monthTitle(month)} уже утверждена: ${dayTime(at, now)}, ${by} (S2). Чтобы утвердить нынешние числа вместо прежних, подтвердите это.`,
  nothingToDo: () => 'Менять нечего: всё уже так и записано.',
  yearUnread: ({ year, why }) => `${yearUnreadTexts[why](year)} Можно загрузить файлом: «Выбрать файлы».`,
  otherFile: ({ name, what, kind }) =>
    `Файл «${name}» похож на ${what}, а не на выгрузку консультаций: ничего не загружено. ${kind === null ? 'Выберите выгрузку сделок из CRM или таблицу, где по строке на консультацию.' : `Выберите «${importTitles[kind]}» в поле «Что загружаем».`}`,
  importTouched: ({ deals, count }) =>
    `Импорт уже не вернуть целиком: с ним работали, изменено сделок: ${count} (№ ${deals.join(', ')}${count > deals.length ? ' …' : ''}). Исправьте отдельные сделки в карточках.`,
}

/**
 * The sentence for a refusal, ready to be shown; times are said beside `now`.
 * Example: { code: 'attemptTooSoon', nextAt: '2026-11-23T12:30' } → «… Позвоните снова: сегодня 12:30 или позже.»
 */
export function problemText(problem: Problem, now: LocalDateTime): string {
  const sentence = sentences[problem.code] as (problem: Problem, now: LocalDateTime) => string
  return sentence(problem, now)
}

/** The sentence for a value that could not be read, its address first. Example: «Сотрудники», строка 7, «E-mail»: нет знака @. */
export function issueText(issue: Issue): string {
  const place = [`«${issue.where}»`, issue.row === null ? '' : `строка ${issue.row}`, issue.column ? `«${issue.column}»` : '']
  return `${place.filter(Boolean).join(', ')}: ${issue.message}`
}

/** «Телефон (карточка клиента)»: on the deal's card only the field's name. */
function missingText({ card, title }: MissingField): string {
  return card === 'client' ? `${title} (карточка клиента)` : title
}

function clausesOf(missing: readonly MissingField[]): string {
  const clauses = [...new Set(missing.map(({ clause }) => clause).filter(Boolean))]
  return clauses.length > 0 ? ` (${clauses.join(', ')})` : ''
}

/** It is written, and something that follows was not done: never told as a refusal, since nobody is to repeat it. */
export const writtenBut = {
  misplaced: (sheets: readonly string[]) =>
    `Записано, но на листе ${sheets.map((title) => `«${title}»`).join(', ')} в это время двигали строки или столбцы, и поставить всё на место сразу не удалось. Повторять не нужно: программа проверит лист по «Журналу» в ближайшие минуты.`,
  notFreed: 'Записано, но прежнее время в календаре пока занято: программа освободит его сама в ближайшие минуты. Повторять не нужно.',
} as const

/** Stands in «Исходящие» until an event is freed at the next try. */
export const eventJustChanged = 'событие только что изменили в календаре'

/** Why a card of a closed week is not taken back. */
export const undoTexts = {
  notClosing: 'после закрытия карточку уже меняли',
  letterGone: 'письмо клиенту уже ушло',
  clients: 'это ответ клиента по ссылке из письма; его никто не отменяет (K3)',
  unreadable: 'запись журнала об этом изменении кто-то исправил, и она не читается',
} as const

/** In «Ошибка» of a letter that is owed no more. */
export const needlessMark = 'не понадобилось'

/** In «Ошибка» of a letter that waits for its deal. */
export const dealUnread = 'строка сделки не читается'

/** In the history: «письмо: Консультация назначена: пт 27 ноября, 10:00». */
export const letterWent = (subject: string): string => `письмо: ${subject}`

/** T3: why a payment is not marked. */
export const payTexts = {
  title: 'Оплата',
  notExternal: (id: number) => `сделка № ${id} — не проведённая внешняя консультация`,
  manager: 'руководитель проекта',
  foreign: 'отмечать оплату чужого проекта',
} as const

/** Set-up by a second person. */
export const setUpTexts = {
  takeOver: (owner: string) =>
    `Программа уже установлена: сверка и письма идут от имени ${owner}. Взять их на себя? Тогда письма клиентам будут приходить с вашего адреса, а запас писем и время работы считаться по вашей учётной записи; у ${owner} сверка остановится сама. «Нет»: листы проверены, остальное останется как есть.`,
} as const

/** Every sentence of the sidebar and its dialogs, in Russian. */

import type { Stage } from '../domain/deal'
import { dealTitles } from '../domain/fieldTitles'
import type { LocalDateTime } from '../domain/localTime'
import { clock, counted, dateWords, dayTime, fullDayTime, monthTitle, overdueBy, plural } from '../domain/russian'
import type { HistoryLine, ImportKind, Output, SlotList, TodayItem } from '../rpc/contract'
import type { Group } from './models/cardFields'
import type { Tab } from './models/desk'
import type { PartOfDay } from './models/slots'
import type { Choice, WeekGroup } from './models/week'

type Titles<K extends string> = Readonly<Record<K, string>>

const deals = (n: number) => counted(n, 'сделка', 'сделки', 'сделок')
const cards = (n: number) => counted(n, 'карточка', 'карточки', 'карточек')
const rows = (n: number) => counted(n, 'строка', 'строки', 'строк')
const numbered = (n: number) => n.toLocaleString('ru-RU')

const tabTitles: Titles<Tab> = { today: 'Сегодня', intake: 'Заявка', slots: 'Слоты', card: 'Карточка' }
const dueTitles: Titles<TodayItem['state']> = { overdue: 'Просрочено', today: 'Сегодня', later: 'Потом' }
const partTitles: Titles<PartOfDay> = { morning: 'утро', day: 'день', evening: 'вечер' }
const groupTitles: Titles<Group> = { client: 'Клиент', request: 'Запрос', booking: 'Консультация', result: 'Результат', feedback: 'Отзыв' }
const weekTitles: Titles<WeekGroup> = { incomplete: 'Не готовы', ready: 'Готовы', awaiting: 'Ждут отзыва' }
const choiceTitles: Titles<Choice> = { won: 'Закрыть', feedback: 'Отзыв', stay: 'Не сейчас' }
const importTitles: Titles<ImportKind> = {
  deals: 'Сделки из amoCRM',
  staff: 'Сотрудники',
  projects: 'Проекты',
  workingCalendar: 'Рабочий календарь',
}
const trailTitles: Titles<Stage> = {
  unsorted: 'Неразобранное',
  new: 'Новая',
  accepted: 'Принята',
  unreached: 'Не дозвонились',
  assigned: 'Назначена',
  held: 'Проведена',
  feedback: 'Отзыв',
  won: 'Завершена',
  lost: 'Неуспешная',
}
const noSlotsWhy: Readonly<Record<SlotList['none'][number]['reason'], string>> = {
  noSlots: 'Не отметили время',
  taken: 'Всё занято',
  tooSoon: 'Только слишком близкое время',
  absent: 'Отсутствуют',
  outsideHours: 'Только в другое время дня',
}

export const text = {
  common: {
    product: 'Консультации',
    noAnswer: 'Сервер не ответил. Проверьте связь; всё введённое осталось.',
    retry: 'Повторить',
    fillThis: 'Заполните это поле',
    close: 'Закрыть окно',
    cancel: 'Отмена',
    wait: 'Подождите…',
    choose: '— выберите —',
    any: 'любой',
    notFilled: 'не заполнено',
    unsaved: 'не сохранено',
    required: 'обязательно',
  },
  header: {
    tabs: tabTitles,
    tabsLabel: 'Разделы',
    shortcut: (title: string, n: number) => `${title} — Alt+${n}`,
    checked: (minutes: number) => (minutes < 1 ? 'проверено сейчас' : `проверено ${ago(minutes)} назад`),
    checkedShort: (minutes: number) => (minutes < 1 ? 'сейчас' : `${ago(minutes)} назад`),
    neverShort: 'не проверялось',
    neverChecked: 'ещё не проверялось',
    checkedHint: 'Когда стол сам сверил календарь и сроки. Обычно раз в 10 минут.',
    lateHint: 'Сверка календаря и сроков не шла больше часа. Скажите администратору: меню «Консультации» → «Проверка».',
    refresh: 'Обновить',
  },
  today: {
    groups: dueTitles,
    all: 'Все',
    mine: 'Мои',
    whose: 'Чьи дела показать',
    due: (item: TodayItem, now: LocalDateTime) =>
      item.state === 'overdue' ? overdueBy(item.due, now) || 'просрочено' : dueWords(item.due, now),
    clause: (clause: string) => `Пункт ${clause} порядка консультаций`,
    nothing: 'На сегодня всё сделано',
    nothingMine: 'У вас на сегодня всё сделано',
    next: (at: LocalDateTime, subject: string, now: LocalDateTime) => `Следующее — ${dayTime(at, now)}: ${subject}`,
    noNext: 'Новые дела появятся здесь сами: заявки с сайта, приближающиеся сроки, незаполненные карточки.',
    othersHave: (n: number) => `У других ${counted(n, 'дело', 'дела', 'дел')} — показать`,
    loading: 'Смотрим, что на сегодня…',
    weekClose: 'Закрытие недели',
    report: 'Отчёт за месяц',
    import: 'Импорт',
    more: 'Окна',
    dialogFailed: 'Окно не открылось. Откройте его из меню «Консультации» над таблицей.',
  },
  intake: {
    search: 'Телефон, организация или почта',
    searchHint: 'Например: 911 416-01, «Маяк» или anna@mayak.ru',
    searchLabel: 'Найденные клиенты',
    teach: 'Кто звонит? Наберите то, что назвали первым. Знакомого клиента стол узнает, карточка заполнится сама.',
    searching: 'Ищем…',
    found: (n: number) => (n === 0 ? 'Такого клиента ещё нет' : `Найдено: ${counted(n, 'клиент', 'клиента', 'клиентов')}`),
    last: (what: string) => `Последняя: ${what}`,
    noLast: 'Консультаций ещё не было',
    open: (id: number, stage: string) => `Открыта заявка № ${id} — ${stage}`,
    newClient: (typed: string) => `Новый клиент: «${typed}»`,
    noMatch: 'Такого клиента ещё нет.',
    title: 'Новая заявка',
    known: 'Клиент из реестра',
    allFields: 'Все поля клиента',
    complete: 'Карточка клиента заполнена',
    another: 'Другой клиент',
    channel: 'Как обратились',
    topic: dealTitles.topic,
    request: 'Вопрос клиента',
    agreedWith: dealTitles.agreedWith,
    nobody: '— ни с кем —',
    consent: 'Согласие получено сегодня',
    consentGot: (date: string) => `Согласие получено ${dateWords(date)}`,
    consentUndo: 'Убрать',
    pickTime: 'Подобрать время',
    withoutTime: 'Принять без времени',
    clear: 'Очистить',
    resume: 'Вернуться к начатой заявке',
    restore: 'Вернуть очищенное',
    created: (id: number) => `Заявка № ${id} принята в работу`,
    unreadable: 'Не похоже на телефон: нужен номер с кодом',
  },
  slots: {
    forDeal: (id: number) => `для № ${id}`,
    browsing: 'Свободное время. Чтобы назначить, откройте карточку или примите заявку.',
    leaveDeal: 'Без заявки',
    topic: dealTitles.topic,
    anyTopic: 'любая тема',
    consultant: dealTitles.consultant,
    anyConsultant: 'любой консультант',
    format: dealTitles.format,
    part: 'Время дня',
    parts: partTitles,
    anyPart: 'любое',
    load: (n: number, quota: number) => (quota > 0 ? `на неделе ${n} из ${quota}` : `на неделе ${n}`),
    external: 'внешний',
    long: (minutes: number) => `свободно ${minutes / 60} ч подряд`,
    found: (n: number) => `Свободно: ${counted(n, 'слот', 'слота', 'слотов')}`,
    looking: 'Смотрим календарь…',
    more: (n: number) => `ещё ${n}`,
    agreed: (initials: string) => `договорился с ${initials}`,
    none: 'Свободных слотов нет',
    noneWhy: (reason: SlotList['none'][number]) =>
      `${noSlotsWhy[reason.reason]} — ${reason.who.length === reason.count ? reason.who.join(', ') : [reason.count, ...reason.who].join(', ')}`,
    otherNone: 'Без слотов',
    noneHelp: 'Попробуйте другое время дня, уберите консультанта или посмотрите позже.',
    later: (from: string) => `Смотреть с ${dateWords(from)}`,
    nearest: 'С ближайшего дня',
    horizon: (from: string, until: string) => `${dateWords(from)} — ${dateWords(until)}`,
    unread: (n: number) => `В календаре ${counted(n, 'событие', 'события', 'событий')} с непонятным названием`,
    suggestion: (title: string) => `похоже на «${title}»`,
    panel: 'Назначение консультации',
    minutesShort: 'Минут',
    place: { inPerson: 'Место', phone: 'Телефон для звонка', online: 'Ссылка на встречу' },
    placeHint: { inPerson: 'кабинет или адрес', phone: '+7…', online: 'https://…' },
    chooseTopic: 'Выберите тему: без неё консультацию не назначить',
    whatClientGets: 'Что получит клиент',
    letter: (email: string, when: string, who: string) =>
      `Письмо на ${email}: консультация ${when}, консультант ${who}, место или ссылка и телефон центра.`,
    noEmail: 'Письма не будет: нет e-mail. Назовите время по телефону.',
    book: 'Назначить',
    otherSlot: 'Другое время',
    needDeal: 'Кому назначить? Примите заявку или откройте карточку, потом нажмите это время снова.',
    booked: (when: string, who: string) => `Назначено: ${when}, ${who}`,
  },
  card: {
    search: '№, организация, телефон или консультант',
    find: 'Найти',
    currentRow: 'Строка таблицы',
    teach: 'Поставьте курсор на строку сделки в таблице и нажмите «Строка таблицы» или найдите сделку здесь.',
    noRow: 'На этой строке таблицы нет сделки. Выберите строку на листе «Сделки».',
    found: (n: number) => (n === 0 ? 'Ничего не нашлось. Проверьте номер или название.' : `Найдено: ${deals(n)}`),
    opening: 'Открываем карточку…',
    other: 'Другая',
    otherHint: 'Другая сделка',
    copy: 'Копировать',
    copied: 'Скопировано',
    since: (at: LocalDateTime, now: LocalDateTime) => `на этапе ${sinceWords(at, now)}`,
    came: (channel: string, at: LocalDateTime, now: LocalDateTime) => `обращение: ${channel}, ${dayTime(at, now)}`,
    afterwards: 'Заполнить после консультации:',
    allClientFields: 'Все поля клиента',
    trail: 'Этапы',
    trailTitles,
    missing: 'Не хватает:',
    jump: (title: string, clause: string) => `Перейти к полю «${title}», пункт ${clause}`,
    note: 'Заметка к звонку',
    noteHint: 'необязательно',
    attempts: (made: number, needed: number) => `${made}/${needed}`,
    attemptsHint: (made: number, needed: number) => `Попыток: ${made} из ${needed}`,
    blocked: (title: string, why: string) => `«${title}» пока нельзя: ${why}`,
    steps: 'Следующие шаги',
    reason: 'Причина',
    reasonHint: 'Что случилось, одной фразой',
    noSteps: 'Следующих шагов нет.',
    groups: groupTitles,
    when: 'Когда',
    save: 'Сохранить',
    discard: 'Отменить правки',
    saved: 'Сохранено',
    edited: (n: number) => `Не сохранено: ${counted(n, 'поле', 'поля', 'полей')}`,
    history: 'История',
    historyLine: (line: HistoryLine, now: LocalDateTime) => `${dayTime(line.at, now)} · ${line.who}`,
    noHistory: 'Записей ещё нет.',
    leaving: 'На карточке есть несохранённые правки.',
    leaveSave: 'Сохранить и перейти',
    leaveDiscard: 'Не сохранять',
    stay: 'Остаться',
    noted: 'Записано',
    moved: (stage: string) => `Теперь: ${stage}`,
    client: (id: number) => `Сделка № ${id}`,
    scores: ['', '1 — плохо', '2', '3', '4', '5 — отлично'],
  },
  letters: {
    sending: 'Письма отправляются…',
    sent: (n: number) => (n === 1 ? 'Письмо отправлено' : `Письма отправлены: ${n}`),
    later: 'Часть писем ещё ждёт: стол отправит их сам в течение 10 минут.',
  },
  week: {
    title: 'Закрытие недели',
    until: (at: LocalDateTime, now: LocalDateTime) => `до ${fullDayTime(at, now || at)}`,
    groups: weekTitles,
    list: 'Карточки недели',
    choices: choiceTitles,
    choiceWords: { won: 'Закрыть', feedback: 'Запросить отзыв', stay: 'Не сейчас' } satisfies Titles<Choice>,
    notReady: (n: number) => `Не готовы: ${cards(n)}. Они останутся до заполнения.`,
    choice: (id: number) => `Что сделать с № ${id}`,
    lacks: (titles: readonly string[]) => `нет: ${titles.map((title) => title.replace(/,.*$/, '').toLowerCase()).join(', ')}`,
    held: (when: string, who: string) => `${when} · ${who}`,
    complete: 'Карточка заполнена.',
    fill: 'Заполните, чтобы закрыть:',
    why: (reason: string) => `Предлагаем запросить отзыв: ${reason}`,
    asked: (date: string) => `Отзыв запрошен ${dateWords(date)}`,
    answered: (score: number) => `Оценка ${score} из 5`,
    noAnswer: 'ответа пока нет',
    save: 'Сохранить',
    savedLeft: (left: number) => (left === 0 ? 'Сохранено. Все карточки готовы' : `Сохранено. Не готовы: ${cards(left)}`),
    close: (won: number, feedback: number) =>
      [
        won > 0 || feedback === 0 ? `Закрыть ${won}` : '',
        feedback > 0 ? (won > 0 ? `отзыв ${feedback}` : `Запросить отзыв ${feedback}`) : '',
      ]
        .filter((part) => part !== '')
        .join(' · '),
    closing: (n: number) => `Закрываем ${cards(n)}. Это несколько секунд…`,
    closed: (closed: number, asked: number) =>
      `${plural(closed, 'Закрыта', 'Закрыты', 'Закрыто')} ${cards(closed)}` +
      (asked > 0 ? `, отзыв запрошен у ${counted(asked, 'клиента', 'клиентов', 'клиентов')}` : ''),
    refused: (n: number) => `Не закрыты: ${n}`,
    number: (id: number) => `№ ${id}`,
    emptyTitle: 'На этой неделе закрывать нечего',
    empty: 'Здесь появятся карточки, когда консультации пройдут и перейдут в «Консультация проведена».',
    loading: 'Собираем карточки недели…',
    keys: '↑ ↓ — по списку, Enter — сохранить и к следующей',
  },
  import: {
    title: 'Импорт',
    kind: 'Что загружаем',
    kinds: importTitles,
    fileHint: 'Выгрузка CSV, кодировка и разделитель определятся сами. До кнопки «Загрузить» в таблице ничего не изменится.',
    read: (name: string, n: number) => `${name}: ${rows(n)}`,
    unreadable: (name: string) => `Файл «${name}» не читается. Сохраните его как CSV и выберите снова.`,
    noRows: (name: string) => `В файле «${name}» нет строк с данными. Первая строка — заголовки столбцов, дальше — по строке на запись.`,
    checking: 'Проверяем строки…',
    previewed: (taken: number, issues: number) => `Будет загружено: ${taken}. Замечаний: ${issues}`,
    taken: 'будет загружено',
    duplicates: 'уже есть, пропустим',
    issues: (n: number) => plural(n, 'замечание', 'замечания', 'замечаний'),
    matched: 'найдены в календаре',
    issuesTitle: 'Замечания',
    issueRow: 'Строка',
    issueColumn: 'Столбец',
    issueText: 'Что не так',
    noIssues: 'Замечаний нет.',
    sample: 'Как это будет выглядеть',
    apply: (n: number) => (n > 0 ? `Загрузить ${n}` : 'Загрузить'),
    pickFile: 'Выбрать файл CSV',
    noFile: 'файл не выбран',
    applying: (n: number) => `Загружаем ${rows(n)}…`,
    nothing: 'Загружать нечего: исправьте файл по замечаниям и выберите его снова.',
    written: (n: number) => `${plural(n, 'Загружена', 'Загружено', 'Загружено')} ${rows(n)}`,
    again: 'Загрузить другой файл',
  },
  report: {
    title: 'Отчёт за месяц',
    month: 'Месяц',
    teach: 'Отчёт и список консультаций появятся отдельными листами этой таблицы. Прежний отчёт за этот месяц будет обновлён.',
    make: 'Сформировать',
    making: 'Считаем консультации месяца…',
    made: (result: Output<'month/report'>) =>
      `Отчёт ${result.month}: ${plural(result.held, 'проведена', 'проведено', 'проведено')} ${counted(result.held, 'консультация', 'консультации', 'консультаций')}, ` +
      `${numbered(result.minutes)} ${plural(result.minutes, 'минута', 'минуты', 'минут')}; лист открыт`,
    monthTitle,
  },
} as const

function ago(minutes: number): string {
  if (minutes < 60) return `${minutes} мин`
  return minutes < 1440 ? `${Math.floor(minutes / 60)} ч` : counted(Math.floor(minutes / 1440), 'день', 'дня', 'дней')
}

/** «до 16:20», «завтра до 10:00», «до пт 27 ноября, 18:00». */
function dueWords(due: LocalDateTime, now: LocalDateTime): string {
  const said = dayTime(due, now)
  if (said.startsWith('сегодня')) return `до ${clock(due)}`
  return said.startsWith('завтра') ? `завтра до ${clock(due)}` : `до ${said}`
}

/** «сегодня с 09:12», «с пт 20 ноября, 14:10». */
function sinceWords(at: LocalDateTime, now: LocalDateTime): string {
  const said = dayTime(at, now)
  return /^(сегодня|вчера)/.test(said) ? said.replace(' ', ' с ') : `с ${said}`
}

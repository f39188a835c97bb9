/** «Проверка»: what has to be in order for the desk to keep its deadlines, each with its remedy. */

import { topicTitles } from '../deal/words'
import { lettersKept } from '../letter/lettersKept'
import { folded } from '../text/fold'
import { counted, dayTime } from '../text/russian'
import { type LocalDateTime, minutesBetween } from '../time/localTime'
import { missingYears } from '../time/workingTime'
import type { Office } from './office'
import { isAtWork } from './permission'
import { type Role, roleTitles } from './roles'
import { type GarbledCell, garbledText } from './serviceText.ru'

/** What Google told; null = it did not. */
export interface CheckFacts {
  readonly zones: { readonly spreadsheet: string; readonly script: string; readonly calendar: string | null }
  /** By which the spreadsheet reads what is typed, 'ru_RU'; '' = not told. */
  readonly locale: string
  readonly calendar: 'ok' | 'notNamed' | 'missing' | 'readOnly'
  /** Installed triggers by handler; null = they are another account's, and Google does not show them. */
  readonly triggers: Readonly<Record<string, number>> | null
  /** The account that set the desk up, '' = not known. */
  readonly owner: string
  /** Of the last tick; '' = never. */
  readonly heartbeat: LocalDateTime | ''
  /** Of the last tick that could not read the calendar; '' = none. */
  readonly ranAt: LocalDateTime | ''
  readonly isPublished: boolean
  /** Letters that may still be sent today. */
  readonly lettersLeft: number
  /** Who may edit the spreadsheet, and with it the program; null = Google did not tell. */
  readonly editors: readonly string[] | null
  /** Cells of the office's sheets that cannot be read. */
  readonly issues: number
  /** Where people's data are kept beside the register; null = they are not. */
  readonly vault: { readonly away: string; readonly without: readonly string[]; readonly isMoving: boolean } | null
  /** Cells of «Служебное» that cannot be read. */
  readonly garbled: readonly GarbledCell[]
}

export interface CheckLine {
  readonly key: string
  readonly state: 'good' | 'warning' | 'bad'
  readonly title: string
  /** What is so. */
  readonly text: string
  /** What to do; '' where all is well. */
  readonly remedy: string
}

/** null = there is nothing to check. */
type Rule = (facts: CheckFacts, office: Office, now: LocalDateTime) => Omit<CheckLine, 'key'> | null

/** All lines, what is bad first, each group in the order of the rules. */
export function selfChecks(facts: CheckFacts, office: Office, now: LocalDateTime): CheckLine[] {
  const lines = Object.entries(rules).flatMap(([key, rule]) => {
    const line = rule(facts, office, now)
    return line === null ? [] : [{ key, ...line }]
  })
  const order: readonly CheckLine['state'][] = ['bad', 'warning', 'good']
  return order.flatMap((state) => lines.filter((line) => line.state === state))
}

/** The locales of Sheets that read «05.12.2026» as it is meant here. */
export function isRussian(locale: string): boolean {
  return /^ru(_|-|$)/.test(locale)
}

const setUpAgain = 'Меню «Консультации» → «Установить и проверить»'

function good(title: string, text: string): Omit<CheckLine, 'key'> {
  return { state: 'good', title, text, remedy: '' }
}

/** Who works in the spreadsheet itself; everybody else comes by the web app, where it is published. */
const editing: readonly Role[] = ['officeManager', 'director', 'administrator']

interface Editors {
  /** Do not work here. */
  readonly foreign: readonly string[]
  /** Cannot open the panel; external consultants need not (C1). */
  readonly missing: readonly string[]
  /** Sign in by letter, and need the right to edit no more. */
  readonly needless: readonly string[]
}

function editorsBeside(
  { editors, owner, isPublished }: { readonly editors: readonly string[] } & Pick<CheckFacts, 'owner' | 'isPublished'>,
  { office, now }: { readonly office: Office; readonly now: LocalDateTime },
): Editors {
  const atWork = office.people.filter((person) => person.email !== '' && isAtWork(person, now.slice(0, 10)))
  const known = new Set(
    [...atWork.map(({ email }) => email), ...office.projects.map(({ managerEmail }) => managerEmail), owner].map(folded),
  )
  const have = new Set(editors.map(folded))
  const needs = ({ external, roles }: Office['people'][number]) => (isPublished ? roles.some((role) => editing.includes(role)) : !external)
  const needed = new Set([...atWork.filter(needs).map(({ email }) => email), owner].map(folded))
  return {
    foreign: editors.filter((email) => !known.has(folded(email))),
    missing: atWork.filter((person) => needs(person) && !have.has(folded(person.email))).map(({ name }) => name),
    needless: isPublished ? editors.filter((email) => known.has(folded(email)) && !needed.has(folded(email))) : [],
  }
}

/** Who works in the panel, with the account that the program runs by itself as: each needs whatever the panel reads. */
export function panelPeople(
  { people }: Pick<Office, 'people'>,
  { owner, isPublished, now }: Pick<CheckFacts, 'owner' | 'isPublished'> & { readonly now: LocalDateTime },
): { readonly name: string; readonly email: string }[] {
  const atWork = people.filter((person) => person.email !== '' && isAtWork(person, now.slice(0, 10)))
  const own = atWork.filter(({ external, roles }) => (isPublished ? roles.some((role) => editing.includes(role)) : !external))
  const isListed = owner === '' || own.some(({ email }) => folded(email) === folded(owner))
  return [...own, ...(isListed ? [] : [{ name: owner, email: owner }])]
}

function needlessText(count: number): string {
  return count === 1 ? 'может править таблицу, но ему это больше не нужно' : 'могут править таблицу, но им это больше не нужно'
}

/** The trigger is alive, and the calendar alone is out of reach. */
function runsBlind(
  { heartbeat, ranAt }: Pick<CheckFacts, 'heartbeat' | 'ranAt'>,
  title: string,
  now: LocalDateTime,
): Omit<CheckLine, 'key'> {
  const since = heartbeat === '' ? '' : ` с ${dayTime(heartbeat, now)}`
  const text = `программа запускается (${dayTime(ranAt, now)}), но календарь не читается${since}`
  return { state: 'bad', title, text, remedy: 'Триггер на месте. Исправьте строку «Календарь «Консультации»», и сверка пойдёт сама' }
}

const rules: Readonly<Record<string, Rule>> = {
  vault: ({ vault }) => {
    const title = 'Хранилище персональных данных'
    if (vault === null) return null
    if (vault.away !== '') {
      const remedy = 'Верните файл из корзины Диска или откройте его программе и сотрудникам с правом редактора'
      return { state: 'bad', title, text: `не открывается: ${vault.away}`, remedy }
    }
    if (vault.without.length > 0) {
      const text = `не открывают, панель им не покажет ничего: ${vault.without.join(', ')}`
      return { state: 'bad', title, text, remedy: 'Откройте таблицу-хранилище этим людям с правом редактора' }
    }
    return good(title, vault.isMoving ? 'открывается; перенос идёт' : 'открывается всем, кто работает в панели')
  },
  calendar: ({ calendar }) => {
    const title = 'Календарь «Консультации»'
    if (calendar === 'ok') return good(title, 'отвечает, записывать в него можно')
    const texts = {
      notNamed: [
        'адрес не указан',
        'Впишите адрес календаря (Настройки календаря → «Интеграция календаря») в настройку «Календарь „Консультации“»',
      ],
      missing: ['не найден', 'Проверьте адрес в настройках и откройте календарь учётной записи, от имени которой работает программа'],
      readOnly: ['открыт только для чтения', 'Дайте учётной записи программы право «Внесение изменений»'],
    } as const
    const [text, remedy] = texts[calendar]
    return { state: 'bad', title, text, remedy }
  },
  heartbeat: ({ heartbeat, ranAt }, _office, now) => {
    const title = 'Сверка раз в 10 минут'
    if (ranAt > heartbeat && minutesBetween(ranAt, now) <= 60) return runsBlind({ heartbeat, ranAt }, title, now)
    if (heartbeat === '') return { state: 'bad', title, text: 'ещё не было', remedy: `${setUpAgain}, затем подождите 10 минут` }
    const text = `последняя ${dayTime(heartbeat, now)}`
    return minutesBetween(heartbeat, now) <= 60
      ? good(title, text)
      : { state: 'bad', title, text, remedy: `${setUpAgain}: триггер поставится заново` }
  },
  triggers: ({ triggers, owner }) => {
    const title = 'Триггеры'
    if (triggers === null) return good(title, `стоят у ${owner}, видит их только эта учётная запись; работу показывает сверка`)
    const missing = Object.values(triggers).filter((count) => count === 0).length
    const doubled = Object.values(triggers).filter((count) => count > 1).length
    if (missing + doubled === 0) return good(title, 'все на месте, лишних нет')
    const text = [missing > 0 ? `не хватает: ${missing}` : '', doubled > 0 ? `повторяются: ${doubled}` : ''].filter(Boolean).join(', ')
    return { state: missing > 0 ? 'bad' : 'warning', title, text, remedy: `${setUpAgain} от имени той же учётной записи` }
  },
  zones: ({ zones }, { settings }) => {
    const title = 'Часовые пояса'
    const named = [
      ['таблица', zones.spreadsheet],
      ['программа', zones.script],
      ['календарь', zones.calendar ?? settings.zone],
    ] as const
    const other = named.filter(([, zone]) => zone !== settings.zone)
    if (other.length === 0) return good(title, settings.zone)
    return {
      state: 'warning',
      title,
      text: `в «Настройках» ${settings.zone}, а ${other.map(([name, zone]) => `${name}: ${zone}`).join(', ')}`,
      remedy:
        'Время считается по «Настройкам». Чтобы всюду показывалось одно и то же, поставьте этот пояс в таблице (Файл → Настройки) и в календаре',
    }
  },
  locale: ({ locale }) => {
    const title = 'Язык таблицы'
    if (locale === '' || isRussian(locale)) return good(title, 'русский: даты читаются день.месяц.год')
    const text = `«${locale}»: «05.12.2026» таблица может прочитать как 12 мая, а «1,5» как текст`
    return { state: 'warning', title, text, remedy: `${setUpAgain}, или Файл → Настройки → Язык и регион: Россия` }
  },
  people: (_facts, { people, projects }) => {
    const title = 'Роли'
    const needed: readonly Role[] = ['officeManager', 'director', 'prManager', 'administrator']
    const missing = needed.filter((role) => !people.some((person) => person.roles.includes(role) && person.email !== ''))
    const unled = projects.filter(({ managerEmail }) => managerEmail === '').length
    if (missing.length + unled === 0) return good(title, 'у каждого обязательства есть кому напомнить')
    const text = [
      missing.length > 0 ? `никто не назначен: ${missing.map((role) => roleTitles[role]).join(', ')}` : '',
      unled > 0 ? `без руководителя: ${counted(unled, 'проект', 'проекта', 'проектов')}` : '',
    ]
    return { state: 'warning', title, text: text.filter(Boolean).join('; '), remedy: 'Листы «Сотрудники» и «Проекты»: роль и e-mail' }
  },
  topics: (_facts, { people }) => {
    const title = 'Темы'
    const bare = Object.keys(topicTitles).filter((id) => !people.some(({ topics }) => topics.includes(Number(id))))
    if (bare.length === 0) return good(title, 'у каждой темы есть консультант')
    return { state: 'warning', title, text: `без консультанта: ${bare.join(', ')}`, remedy: 'Лист «Сотрудники», столбец «Темы»' }
  },
  workingCalendar: (_facts, { calendar }, now) => {
    const title = 'Рабочий календарь'
    const year = Number(now.slice(0, 4))
    const until = now.slice(5, 7) >= '11' ? year + 1 : year
    const missing = missingYears(calendar, now.slice(0, 10), `${until}-12-31`)
    if (missing.length === 0) return good(title, `заполнен по ${until} год`)
    const state = missing.includes(year) ? 'bad' : 'warning'
    return {
      state,
      title,
      text: `не заполнен: ${missing.join(', ')}`,
      remedy: 'Меню «Импорт…» → «Рабочий календарь»: выходные и переносы года',
    }
  },
  pages: ({ isPublished }) => {
    const title = 'Страницы для клиентов и экспертов'
    if (isPublished) return good(title, 'опубликованы')
    return {
      state: 'bad',
      title,
      text: 'не опубликованы: письма со ссылками ждут',
      remedy:
        'Редактор Apps Script: «Начать развертывание» → «Новое развертывание» → «Веб-приложение», доступ «Все»; затем откройте её адрес один раз',
    }
  },
  access: ({ editors, owner, isPublished }, office, now) => {
    const title = 'Кто может править таблицу и программу'
    if (editors === null) return good(title, 'Google не сообщил; смотрите «Настройки доступа» таблицы')
    const { foreign, missing } = editorsBeside({ editors, owner, isPublished }, { office, now })
    const text = [
      `${counted(editors.length, 'человек', 'человека', 'человек')}: им доступны и программа, и её ключи`,
      foreign.length > 0 ? `не работают здесь: ${foreign.join(', ')}` : '',
      missing.length > 0 ? `не откроют панель: ${missing.join(', ')}` : '',
    ].filter((part) => part !== '')
    if (text.length === 1) return good(title, text.join(''))
    const remedy = [
      foreign.length > 0 ? 'уберите лишних: таблица → «Настройки доступа»' : '',
      missing.length > 0 ? 'дайте недостающим право «Редактор»' : '',
    ].filter((part) => part !== '')
    return { state: 'warning', title, text: text.join('; '), remedy: remedy.join('; ').replace(/^./, (letter) => letter.toUpperCase()) }
  },
  needless: ({ editors, owner, isPublished }, office, now) => {
    const title = 'Лишние редакторы таблицы'
    if (editors === null || !isPublished) return good(title, 'смотрим, когда опубликованы страницы')
    const { needless } = editorsBeside({ editors, owner, isPublished }, { office, now })
    if (needless.length === 0) return good(title, 'таблицу правят только те, кому это нужно')
    const text = `${needlessText(needless.length)}: ${needless.join(', ')}`
    return {
      state: 'warning',
      title,
      text,
      remedy: 'Снимите право «Редактор»: они входят по письму, а ключи программы увидит меньше людей',
    }
  },
  letters: ({ lettersLeft }) => {
    const title = 'Почта'
    const text = `сегодня можно отправить ещё ${counted(lettersLeft, 'письмо', 'письма', 'писем')}`
    if (lettersLeft > lettersKept) return good(title, text)
    return { state: 'warning', title, text, remedy: 'Важные письма уйдут первыми, остальные завтра. У Google Workspace предел 1500 в день' }
  },
  sheets: ({ issues }) => {
    const title = 'Листы офиса'
    if (issues === 0) return good(title, 'всё читается')
    const text = counted(issues, 'замечание', 'замечания', 'замечаний')
    return { state: 'warning', title, text, remedy: 'Перечень внизу экрана «Сегодня», у каждого лист, строка и столбец' }
  },
  service: ({ garbled }) => {
    const title = 'Лист «Служебное»'
    if (garbled.length === 0) return good(title, 'всё читается')
    const remedy = garbled.some(({ key }) => key === 'schemaVersion')
      ? setUpAgain
      : 'Делать ничего не нужно: ближайшая сверка исправит. Этот лист ведёт программа'
    return { state: 'warning', title, text: garbledText(garbled), remedy }
  },
}

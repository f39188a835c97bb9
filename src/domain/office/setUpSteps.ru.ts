/** «Установить и проверить»: the way from an empty spreadsheet to the first consultation, step by step, each with what is left to do. */

import type { LocalDateTime } from '../time/localTime'
import type { Office } from './office'
import { type CheckFacts, type CheckLine, selfChecks } from './selfCheck.ru'

export interface SetUpFacts {
  readonly checks: CheckFacts
  /** Every permission that the program asks for. */
  readonly isGranted: boolean
  /** Free hours in the two weeks ahead; null = the calendar was not read. */
  readonly freeHours: number | null
  readonly hasDeals: boolean
}

/** 'later' = nothing is wrong, it has not come to it. */
export interface SetUpStep extends Omit<CheckLine, 'state'> {
  readonly state: CheckLine['state'] | 'later'
}

type Step = Omit<SetUpStep, 'key'>
type Rule = (facts: SetUpFacts, office: Office) => Step | string

/** In the order in which they are done. */
export function setUpSteps(facts: SetUpFacts, office: Office, now: LocalDateTime): SetUpStep[] {
  const lines = new Map(selfChecks(facts.checks, office, now).map((line) => [line.key, line]))
  return Object.entries(steps).flatMap(([key, rule]) => {
    const step = rule(facts, office)
    const line = typeof step === 'string' ? lines.get(step) : step
    return line === undefined ? [] : [{ ...line, key }]
  })
}

/** How many are left before the office can work; what waits for its time does not count. */
export function stepsLeft(steps: readonly SetUpStep[]): number {
  return steps.filter(({ state }) => state === 'bad').length
}

/** A step of its own, or the line of «Проверка» that says it. */
const steps: Readonly<Record<string, Rule>> = {
  permissions: ({ isGranted }) => {
    const title = 'Разрешения Google'
    if (isGranted) return { state: 'good', title, text: 'даны все', remedy: '' }
    const remedy = 'Меню «Консультации» → «Установить и проверить»: в окне Google отметьте все строки и нажмите «Продолжить»'
    return { state: 'bad', title, text: 'даны не все', remedy }
  },
  sheets: () => 'sheets',
  triggers: () => 'triggers',
  calendar: ({ checks }) => {
    if (checks.calendar !== 'notNamed') return 'calendar'
    const remedy = 'Настройки календаря → «Интеграция календаря» → «Идентификатор календаря»: скопируйте и вставьте сюда'
    return { state: 'bad', title: 'Календарь «Консультации»', text: 'адрес не указан', remedy }
  },
  people: (_facts, { people }) => {
    if (people.length > 0) return 'people'
    const remedy =
      'Меню «Импорт…» → «Сотрудники» или прямо на листе. Первой строкой впишите себя с ролью «администратор»: дальше пускают только по списку'
    return { state: 'bad', title: 'Сотрудники', text: 'список пуст', remedy }
  },
  topics: (_facts, { people }) =>
    people.length > 0 ? 'topics' : { state: 'later', title: 'Темы', text: 'после списка сотрудников', remedy: '' },
  projects: (_facts, { projects }) => {
    const title = 'Проекты'
    if (projects.length > 0) return { state: 'good', title, text: projects.map(({ name }) => name).join(', '), remedy: '' }
    return {
      state: 'warning',
      title,
      text: 'нет ни одного',
      remedy: 'Лист «Проекты» или «Импорт…» → «Проекты»: без проекта консультацию не распределить',
    }
  },
  workingCalendar: () => 'workingCalendar',
  access: (_facts, { people }) =>
    people.length > 0
      ? 'access'
      : { state: 'later', title: 'Кто может править таблицу и программу', text: 'после списка сотрудников', remedy: '' },
  zones: () => 'zones',
  pages: () => 'pages',
  heartbeat: ({ checks }) => {
    if (checks.heartbeat !== '' || checks.ranAt !== '') return 'heartbeat'
    return {
      state: 'later',
      title: 'Сверка раз в 10 минут',
      text: 'ещё не было',
      remedy: 'Подождите 10 минут и нажмите «Проверить ещё раз»',
    }
  },
  hours: ({ freeHours }) => {
    const title = 'Свободное время консультантов'
    if (freeHours === null) return { state: 'later', title, text: 'после календаря', remedy: '' }
    if (freeHours > 0) return { state: 'good', title, text: `свободных часов на две недели: ${freeHours}`, remedy: '' }
    const remedy = 'Консультант создаёт в календаре событие «ММ консультация»: его инициалы и это слово'
    return { state: 'warning', title, text: 'на две недели вперёд нет ни одного часа', remedy }
  },
  deals: ({ hasDeals }) => {
    const title = 'Заявки'
    if (hasDeals) return { state: 'good', title, text: 'есть', remedy: '' }
    const remedy = 'Прошлое: «Импорт…» → «Сделки из CRM». Первая заявка: «Открыть панель» → «Заявка»'
    return { state: 'later', title, text: 'ещё нет', remedy }
  },
}

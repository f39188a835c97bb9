import type { Problem } from '../../src/domain/problem'
import { googleSentences, ownSentences, type PlatformCode, platformText } from '../../src/domain/text/platformText.ru'
import { issueText, problemText } from '../../src/domain/text/text.ru'

const now = '2026-11-23T09:00'
const minutes = { card: 'deal', field: 'minutes', title: 'Продолжительность, мин', clause: 'C6' } as const
const phone = { card: 'client', field: 'phone', title: 'Телефон', clause: 'I4' } as const

type Case<C extends Problem['code']> = readonly [Omit<Extract<Problem, { readonly code: C }>, 'code'>, part: string]

/** Every code, as the compiler sees to: one that is missing here is a type error. */
const cases: { readonly [C in Problem['code']]: readonly Case<C>[] } = {
  incomplete: [
    [
      { missing: [minutes, phone], to: 'won' },
      'Не заполнено: Продолжительность, мин, Телефон (карточка клиента). Без этого сделка не переходит на этап «Успешно завершённые» (C6, I4)',
    ],
    [{ missing: [minutes], to: null }, 'Без этого дальше нельзя (C6).'],
  ],
  moveNotAllowed: [[{ from: 'new', to: 'won' }, 'С этапа «Новая заявка» нельзя перейти на этап «Успешно завершённые»']],
  attemptsMissing: [
    [{ made: 1, needed: 3, nextAt: '2026-11-24T09:00' }, 'Следующая попытка — завтра 09:00.'],
    [{ made: 1, needed: 3, nextAt: null }, 'Позвоните ещё раз'],
  ],
  attemptTooSoon: [[{ nextAt: '2026-11-23T12:30' }, 'Позвоните снова: сегодня 12:30 или позже.']],
  notReached: [[{}, '(I5)']],
  vaultUnfit: [
    [{ why: 'link' }, 'не адрес другой Google Таблицы'],
    [{ why: 'taken' }, 'уже есть лист «Данные»'],
    [{ why: 'owner' }, 'Дайте ей право редактора'],
    [{ why: 'copy' }, 'учебная копия'],
  ],
  noAttempt: [[{}, '(I6)']],
  notYetStarted: [[{ start: '2026-11-27T10:00' }, 'назначена на пт 27 ноября, 10:00 (C8)']],
  reasonNeeded: [[{ what: 'Причина отказа' }, 'Не указано: «Причина отказа».']],
  unknownReason: [[{ reason: 'лень' }, 'Причины «лень» нет']],
  externalDecisionNeeded: [[{ consultant: 'ПН' }, 'ПН — внешний консультант']],
  reportNotReceived: [[{}, '(C9)']],
  slotTaken: [[{ start: '2026-11-27T10:00', consultant: 'ММ' }, 'пт 27 ноября, 10:00, ММ']],
  slotNotTheirs: [[{ consultant: 'ММ' }, 'не ММ']],
  consultantUnknown: [
    [{ initials: 'ЖЖ' }, '«ЖЖ»'],
    [{ initials: '' }, 'Консультант не выбран'],
  ],
  topicNotTheirs: [[{ consultant: 'ММ', topic: 11 }, 'ММ не консультирует по теме «Правовые вопросы»']],
  changedMeanwhile: [[{ id: 41217 }, '№ 41217']],
  dealNotFound: [[{ id: 41217 }, '№ 41217']],
  clientNotFound: [
    [{ id: 7 }, '№ 7'],
    [{ id: 0 }, 'нет карточки клиента'],
  ],
  notAllowed: [[{ role: 'консультант', action: 'закрывать неделю' }, 'Ваша роль (консультант) не позволяет: закрывать неделю.']],
  strangerCaller: [
    [{ email: 'a@example.org' }, 'a@example.org'],
    [{ email: '' }, 'Вашего адреса нет'],
  ],
  badValue: [[{ title: 'Тема', why: 'нет такой темы' }, '«Тема»: нет такой темы.']],
  tooLong: [[{ title: 'Содержание', length: 50_001, limit: 50_000 }, '50001 знак, а помещается 50000']],
  badPhone: [[{ value: '65-43-21' }, '«65-43-21»']],
  nothingToDo: [[{}, 'Менять нечего']],
  otherFile: [
    [
      { name: 'контакты.csv', what: 'список контактов', kind: null },
      'Файл «контакты.csv» похож на список контактов, а не на выгрузку консультаций',
    ],
    [{ name: 'люди.csv', what: 'список сотрудников', kind: 'staff' }, 'Выберите «Сотрудники» в поле «Что загружаем».'],
  ],
  importTouched: [[{ deals: [41003, 41006], count: 2 }, 'изменено сделок: 2 (№ 41003, 41006)']],
  yearUnread: [
    [{ year: 2028, why: 'silent' }, 'xmlcalendar.ru не отвечает'],
    [{ year: 2028, why: 'notPublished' }, '2028 года ещё не опубликован'],
    [{ year: 2028, why: 'foreign' }, 'прислал что-то другое'],
  ],
  dealArchived: [[{ id: 41217, year: '2024' }, '№ 41217 давно закрыта и стоит в архиве 2024']],
  notAtWork: [
    [{ name: 'Морозова Мария' }, 'Морозова Мария: по датам «С» и «По»'],
    [{ name: '' }, 'Вы: по датам'],
  ],
  dealClosed: [[{ stage: 'won' }, 'Сделка закрыта («Успешно завершённые»)']],
  cannotUndo: [[{ why: 'письмо клиенту уже ушло' }, 'нельзя: письмо клиенту уже ушло.']],
  moveLimit: [[{ firstStart: '2026-11-25T10:00', days: 2 }, 'Дальше 2 рабочих дней от первого назначенного времени (ср 25 ноября, 10:00)']],
  slotHeld: [[{ who: 'Титова О. Д.', until: '2026-11-23T09:10' }, 'держит Титова О. Д. до сегодня 09:10']],
  overlaps: [[{ consultant: 'ММ', deal: 41217 }, 'консультанта (ММ) уже стоит консультация, сделка № 41217']],
  fileTooLarge: [[{ name: 'смета.pdf', bytes: 12_000_000, limit: 10_000_000 }, 'смета.pdf']],
  fileType: [[{ name: 'смета.exe' }, 'смета.exe']],
  monthRuns: [[{ month: '2026-11' }, 'Месяц ещё идёт: ноябрь 2026']],
  monthApproved: [[{ month: '2026-10', at: '2026-11-02T12:00', by: 'Лебедева И. П.' }, 'Лебедева И. П.']],
}
const problems = Object.entries(cases).flatMap(([code, given]) =>
  given.map(([rest, part]) => [{ code, ...rest } as Problem, part] as const),
)

describe('a refusal says what happened, why, and what to do next', () => {
  test.each(problems)('%j', (problem, part) => {
    const sentence = problemText(problem, now)
    expect(sentence).toContain(part)
    expect(sentence).toMatch(/[.!]$/)
    expect(sentence).not.toMatch(/undefined|null|NaN|\.\.|\s{2}/)
  })

  test('every refusal that follows from the procedure names its clause', () => {
    const silent: readonly Problem['code'][] = [
      'vaultUnfit',
      'moveNotAllowed',
      'changedMeanwhile',
      'dealNotFound',
      'dealArchived',
      'notAllowed',
      'strangerCaller',
      'notAtWork',
      'badValue',
      'tooLong',
      'cannotUndo',
      'fileTooLarge',
      'fileType',
      'nothingToDo',
      'otherFile',
      'importTouched',
      'yearUnread',
    ]
    for (const [problem] of problems) {
      if (silent.includes(problem.code) || (problem.code === 'clientNotFound' && problem.id)) continue
      expect(problemText(problem, now)).toMatch(/\([A-Z]\d+(, [A-Z]\d+)*\)/)
    }
  })
})

describe('a value that cannot be read has an address', () => {
  test.each([
    [{ where: 'Сотрудники', row: 7, column: 'E-mail', message: 'нет знака @' }, '«Сотрудники», строка 7, «E-mail»: нет знака @'],
    [{ where: 'Сотрудники', row: 7, column: '', message: 'строка пуста' }, '«Сотрудники», строка 7: строка пуста'],
    [{ where: 'amocrm-deals.csv', row: null, column: '', message: 'файл пуст' }, '«amocrm-deals.csv»: файл пуст'],
  ])('%j', (issue, expected) => expect(issueText(issue)).toBe(expected))
})

describe('a failure of the platform has a sentence with the next step', () => {
  test.each(Object.keys({ ...googleSentences, ...ownSentences }) as PlatformCode[])('%s', (code) => {
    for (const params of [{}, { sheet: 'Сделки', heading: '№', detail: 'Ошибка службы.' }]) {
      if (code === 'said' && params.detail === undefined) continue
      expect(platformText(code, params)).toMatch(/^[А-ЯG].*[^.][.!]$/)
      expect(platformText(code, params)).not.toMatch(/undefined|«»/)
    }
  })
  test('with the sheet and the column', () => {
    expect(platformText('headingMissing', { sheet: 'Сделки', heading: '№' })).toContain('На листе «Сделки» нет столбца «№».')
  })
})

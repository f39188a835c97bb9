import type { Problem } from '../../src/domain/problem'
import { issueText, type PlatformCode, platformText, problemText } from '../../src/domain/text/text.ru'

const now = '2026-11-23T09:00'
const minutes = { card: 'deal', field: 'minutes', title: 'Продолжительность, мин', clause: 'C6' } as const
const phone = { card: 'client', field: 'phone', title: 'Телефон', clause: 'I4' } as const

const problems: readonly [Problem, string][] = [
  [
    { code: 'incomplete', missing: [minutes, phone], to: 'won' },
    'Не заполнено: Продолжительность, мин, Телефон (карточка клиента). Без этого сделка не переходит на этап «Успешно завершённые» (C6, I4)',
  ],
  [{ code: 'incomplete', missing: [minutes], to: null }, 'Без этого дальше нельзя (C6).'],
  [{ code: 'moveNotAllowed', from: 'new', to: 'won' }, 'С этапа «Новая заявка» нельзя перейти на этап «Успешно завершённые»'],
  [{ code: 'attemptsMissing', made: 1, needed: 3, nextAt: '2026-11-24T09:00' }, 'Следующая попытка — завтра 09:00.'],
  [{ code: 'attemptsMissing', made: 1, needed: 3, nextAt: null }, 'Позвоните ещё раз'],
  [{ code: 'attemptTooSoon', nextAt: '2026-11-23T12:30' }, 'Позвоните снова: сегодня 12:30 или позже.'],
  [{ code: 'notReached' }, '(I5)'],
  [{ code: 'noAttempt' }, '(I6)'],
  [{ code: 'notYetStarted', start: '2026-11-27T10:00' }, 'назначена на пт 27 ноября, 10:00 (C8)'],
  [{ code: 'reasonNeeded', what: 'Причина отказа' }, 'Не указано: «Причина отказа».'],
  [{ code: 'unknownReason', reason: 'лень' }, 'Причины «лень» нет'],
  [{ code: 'externalDecisionNeeded', consultant: 'ПН' }, 'ПН — внешний консультант'],
  [{ code: 'reportNotReceived' }, '(C9)'],
  [{ code: 'slotTaken', start: '2026-11-27T10:00', consultant: 'ММ' }, 'пт 27 ноября, 10:00, ММ'],
  [{ code: 'slotNotFree', title: 'ММ_АНО «Маяк»' }, '«ММ_АНО «Маяк»»'],
  [{ code: 'slotNotTheirs', consultant: 'ММ' }, 'не ММ'],
  [{ code: 'consultantUnknown', initials: 'ЖЖ' }, '«ЖЖ»'],
  [{ code: 'consultantUnknown', initials: '' }, 'Консультант не выбран'],
  [{ code: 'topicNotTheirs', consultant: 'ММ', topic: 11 }, 'ММ не консультирует по теме «Правовые вопросы»'],
  [{ code: 'changedMeanwhile', id: 41217 }, '№ 41217'],
  [{ code: 'dealNotFound', id: 41217 }, '№ 41217'],
  [{ code: 'clientNotFound', id: 7 }, '№ 7'],
  [{ code: 'clientNotFound', id: 0 }, 'нет карточки клиента'],
  [{ code: 'notAllowed', role: 'консультант', action: 'закрывать неделю' }, 'Ваша роль (консультант) не позволяет: закрывать неделю.'],
  [{ code: 'strangerCaller', email: 'a@example.org' }, 'a@example.org'],
  [{ code: 'strangerCaller', email: '' }, 'Вашего адреса нет'],
  [{ code: 'badValue', title: 'Тема', why: 'нет такой темы' }, '«Тема»: нет такой темы.'],
  [{ code: 'tooLong', title: 'Содержание', length: 50_001, limit: 50_000 }, '50001 знак, а помещается 50000'],
  [{ code: 'badPhone', value: '65-43-21' }, '«65-43-21»'],
  [{ code: 'nothingToDo' }, 'Менять нечего'],
]

describe('a refusal says what happened, why, and what to do next', () => {
  test.each(problems)('%j', (problem, part) => {
    const sentence = problemText(problem, now)
    expect(sentence).toContain(part)
    expect(sentence).toMatch(/[.!]$/)
    expect(sentence).not.toMatch(/undefined|null|NaN|\.\.|\s{2}/)
  })

  test('every refusal that follows from the procedure names its clause', () => {
    const silent = [
      'moveNotAllowed',
      'changedMeanwhile',
      'dealNotFound',
      'notAllowed',
      'strangerCaller',
      'badValue',
      'tooLong',
      'nothingToDo',
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
  const codes: readonly PlatformCode[] = [
    'timeout',
    'lockBusy',
    'quotaMail',
    'calendarBusy',
    'sheetMissing',
    'headingMissing',
    'calendarMissing',
    'notInstalled',
    'newerSchema',
    'unexpected',
  ]
  test.each(codes)('%s', (code) => {
    for (const params of [{}, { sheet: 'Сделки', heading: '№', detail: 'Service error.' }]) {
      expect(platformText(code, params)).toMatch(/^[А-ЯG].*[^.][.!]$/)
      expect(platformText(code, params)).not.toMatch(/undefined|«»/)
    }
  })
  test('with the sheet and the column', () => {
    expect(platformText('headingMissing', { sheet: 'Сделки', heading: '№' })).toContain('На листе «Сделки» нет столбца «№».')
  })
})

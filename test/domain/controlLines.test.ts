/** Who owes and who is told, what is due at a minute, and how a line keeps its state; letters in words. */

import { controlLetter, type ToldItem } from '../../src/domain/letter/controlLetters.ru'
import { breachKey, countsAsBreach, noBreaches } from '../../src/domain/obligations/breach'
import { isOwner, type Owner, ownerText, readOwners } from '../../src/domain/obligations/owner'
import { isReachable, recipientsOf, toldOf } from '../../src/domain/obligations/recipients'
import { mailWaitsText, unreachableText } from '../../src/domain/text/todayNotes.ru'
import { metLate } from '../../src/usecases/control/breaches'
import { controlAfter, detailAt, rulesOf } from '../../src/usecases/control/control'
import { dueOf, isQuietAt } from '../../src/usecases/control/remind'
import type { ControlLine } from '../../src/usecases/desk'
import { acceptedDeal, assignedDeal, nosov, office, person, project, workingCalendar } from '../fixtures/builders'

const monday = '2026-11-23'
const manager = person({ initials: '', name: 'Титова Оксана Дмитриевна', email: 'office@example.org', roles: ['officeManager'] })
const head = person({ initials: '', name: 'Михайлова Марина Евгеньевна', email: 'director@example.org', roles: ['director'] })
const admin = person({ initials: '', name: 'Гусева Алина', email: 'admin@example.org', roles: ['administrator'] })
const away = [{ from: monday, until: monday, why: 'отпуск' }]
const desk = office({ people: [person(), nosov, manager, head] })

const line = (part: Partial<ControlLine> = {}): ControlLine => ({
  key: 'I5.call',
  clause: 'I5',
  subject: 'Позвонить: АНО «Маяк»',
  detail: 'с сайта, пт 20 ноября 2026, 14:10',
  who: 'офис-менеджер',
  opensAt: '2026-11-20T14:10',
  due: '2026-11-23T14:10',
  dealId: 41721,
  row: 5,
  clientId: 7,
  remindAt: '2026-11-23T12:10',
  overdueTo: 'directorDigest',
  reminded: null,
  escalated: null,
  breached: null,
  ...part,
})

describe('owners in words, and back', () => {
  test.each<[readonly Owner[], string]>([
    [[{ initials: 'ММ' }], 'ММ'],
    [[{ role: 'officeManager' }], 'офис-менеджер'],
    [[{ initials: 'ММ' }, { role: 'officeManager' }], 'ММ и офис-менеджер'],
    [[{ managerOf: 'Мы и они' }], 'руководитель проекта «Мы и они»'],
    [[{ email: 'ep2@example.org' }], 'ep2@example.org'],
    [[], ''],
  ])('%j: %s', (owners, text) => {
    expect(ownerText(owners)).toBe(text)
    expect(readOwners(text)).toEqual(owners)
  })

  test('mine is what I owe alone, together, or as the manager of a project', () => {
    const me = { email: 'EP2@example.org', initials: 'ММ', roles: ['consultant'] } as const
    const texts = [
      'ММ и офис-менеджер',
      'консультант',
      'руководитель проекта «Ресурсный центр НКО»',
      'ep2@example.org',
      'СБ',
      'офис-менеджер',
      '',
    ]
    expect(texts.map((text) => isOwner(text, me, desk))).toEqual([true, true, true, true, false, false, false])
  })
})

describe('recipients', () => {
  const to = (owners: readonly Owner[], people = desk.people) =>
    recipientsOf(owners, office({ people }), monday).map(({ email, substitute }) => (substitute ? `(${email})` : email))

  test('initials are that person, away or not; an external one has no register', () => {
    expect(to([{ initials: 'ММ' }], [person({ absences: away })])).toEqual(['gg0@example.org'])
    expect(recipientsOf([{ initials: 'ПН' }], desk, monday)).toMatchObject([{ email: 'bn12@example.org', external: true }])
  })

  test('the office manager; while all are away the director too', () => {
    const owner = [{ role: 'officeManager' }] as const
    const absent = { ...manager, absences: away }
    expect(to(owner)).toEqual(['office@example.org'])
    expect(to(owner, [absent, head])).toEqual(['office@example.org', '(director@example.org)'])
    expect(to(owner, [absent, { ...manager, email: 'second@example.org' }, head])).toEqual(['office@example.org', 'second@example.org'])
  })

  test('nobody found: the administrator, or nobody; nobody’s line: nobody', () => {
    expect(to([{ role: 'prManager' }], [...desk.people, admin])).toEqual(['(admin@example.org)'])
    expect(to([{ initials: 'ЯЯ' }])).toEqual([])
    expect(to([], [admin])).toEqual([])
    expect([isReachable('ЯЯ', desk, monday), isReachable('ММ', desk, monday), isReachable('', desk, monday)]).toEqual([false, true, true])
  })

  test('somebody who has left is nobody', () => {
    expect(to([{ role: 'officeManager' }], [{ ...manager, until: '2026-11-22' }, admin])).toEqual(['(admin@example.org)'])
  })

  test.each([
    ['director', ['director@example.org']],
    ['projectManager: Ресурсный центр НКО', ['ep2@example.org']],
    ['projectManager: Без руководителя', ['director@example.org']],
    ['directorDigest', []],
    ['K4', []],
    ['nobody', []],
  ])('overdue → %s', (code, emails) => {
    expect(toldOf(code, desk, monday).map(({ email }) => email)).toEqual(emails)
  })
})

describe('what is due at a minute', () => {
  const due = (lines: readonly ControlLine[], now: string, sent = '', at = desk) => dueOf(lines, { office: at, now }, sent)

  test.each([
    ['2026-11-23T12:09', 0],
    ['2026-11-23T12:10', 1],
    ['2026-11-23T14:10', 1],
    ['2026-11-23T14:11', 0],
  ])('a reminder at %s: %i', (now, count) => expect(due([line()], now).remind).toHaveLength(count))

  test('not twice, not in quiet hours, not on a day off', () => {
    expect(due([line({ reminded: '2026-11-23T12:10' })], '2026-11-23T13:00').remind).toEqual([])
    expect(due([line({ remindAt: '2026-11-23T07:00' })], '2026-11-23T07:59').remind).toEqual([])
    expect(due([line({ due: '2026-11-23T14:10', remindAt: '2026-11-21T10:00' })], '2026-11-22T12:00').remind).toEqual([])
  })

  test('a breach and an escalation the minute after; the first even at night', () => {
    const late = line({ due: '2026-11-23T22:00', overdueTo: 'officeManager' })
    expect(due([late], '2026-11-23T22:00')).toMatchObject({ breached: [], escalate: [] })
    expect(due([late], '2026-11-23T22:01')).toMatchObject({ breached: [late], escalate: [] })
    expect(due([late], '2026-11-24T08:00')).toMatchObject({ breached: [late], escalate: [late] })
  })

  test('the digest at its time on working days, once a day', () => {
    const late = line({ due: '2026-11-20T14:10' })
    expect(due([late], '2026-11-23T09:29').digest).toBeNull()
    expect(due([late], '2026-11-23T09:30').digest).toEqual([late])
    expect(due([late], '2026-11-23T09:40', '2026-11-23T09:30').digest).toBeNull()
    expect(due([late], '2026-11-22T12:00').digest).toBeNull()
    expect(due([line({ ...late, who: '', escalated: '2026-11-20T15:00' })], '2026-11-23T09:30').digest).toEqual([])
  })

  test.each([
    [1260, 480, '2026-11-23T21:00', true],
    [1260, 480, '2026-11-23T07:59', true],
    [1260, 480, '2026-11-23T08:00', false],
    [60, 120, '2026-11-23T01:30', true],
    [0, 0, '2026-11-23T00:00', false],
  ])('quiet from %i until %i at %s: %s', (quietFrom, quietUntil, now, isQuiet) =>
    expect(isQuietAt(now, { quietFrom, quietUntil })).toBe(isQuiet),
  )
})

describe('lines after a change', () => {
  const setting = { office: desk, now: '2026-11-23T09:00' }
  const row = (value = acceptedDeal()) => ({ row: 5, value })
  const made = controlAfter([], { deals: [row()] }, setting)

  test('the same line stays the same object; what was told stays told', () => {
    const told = made.map((one) => ({ ...one, reminded: '2026-11-23T08:00', breached: '2026-11-23T08:10' }))
    const after = controlAfter(told, { deals: [row()] }, setting)
    expect(after.map((one, index) => one === told[index])).toEqual(told.map(() => true))
    const renamed = controlAfter(told, { deals: [row(acceptedDeal({ organisation: 'Фонд «Север»' }))] }, setting)
    expect(renamed).toMatchObject([{ subject: 'Назначить: Фонд «Север»', reminded: '2026-11-23T08:00', breached: '2026-11-23T08:10' }])
  })

  test('A4: a moved consultation is to be reminded of anew; another owner too', () => {
    const told = controlAfter([], { deals: [row(assignedDeal())] }, setting).map((one) => ({ ...one, reminded: '2026-11-24T09:00' }))
    const hold = (deal: ReturnType<typeof assignedDeal>) =>
      controlAfter(told, { deals: [row(deal)] }, setting).find(({ key }) => key === 'A4.hold')
    expect(hold(assignedDeal({ place: 'каб. 5' }))?.reminded).toBe('2026-11-24T09:00')
    expect(hold(assignedDeal({ start: '2026-11-26T10:00', end: '2026-11-26T11:00' }))).toMatchObject({
      remindAt: '2026-11-25T09:00',
      reminded: null,
    })
    expect(hold(assignedDeal({ consultant: 'СБ' }))?.reminded).toBeNull()
  })

  test('lines without a deal are kept by commands, and replaced as a whole where they were gathered', () => {
    const slots = line({
      key: 'G1.slots',
      dealId: null,
      subject: 'Дать слоты: ММ',
      reminded: '2026-11-19T10:00',
      remindAt: '2026-11-19T10:00',
    })
    const lines = [...made, slots]
    expect(controlAfter(lines, { deals: [row()] }, setting)).toContain(slots)
    const pay = line({ key: 'T3.pay', dealId: null, subject: 'Отметить оплату' })
    const after = controlAfter(lines, { deals: [], officeWide: [{ ...slots, reminded: null }, pay] }, setting)
    expect(after.filter(({ dealId }) => dealId === null)).toEqual([slots, pay].sort((a, b) => (a.key < b.key ? -1 : 1)))
    expect(controlAfter(lines, { deals: [], officeWide: [] }, setting)).toEqual(made)
  })

  test('a line that went after its time is a breach, one that still stands is the tick’s', () => {
    const late = line({ due: '2026-11-23T08:00' })
    expect(metLate([late], [], '2026-11-23T08:00')).toEqual([])
    expect(metLate([late], [], '2026-11-23T08:01')).toEqual([late])
    expect(metLate([late], [{ ...late, detail: 'иначе' }], '2026-11-23T08:01')).toEqual([])
    expect(metLate([{ ...late, breached: '2026-11-23T08:05' }], [], '2026-11-23T09:00')).toEqual([])
    expect(breachKey(late)).toBe('I5.call:41721:2026-11-23T08:00')
    expect(Object.keys(noBreaches).map(countsAsBreach)).toEqual([false, false, false])
  })

  test('the digest of rules changes with a setting, a day off, a manager; not with a name', () => {
    const of = (part: Parameters<typeof office>[0]) => rulesOf(office(part))
    const same = of({})
    expect(of({ people: [person({ name: 'Морозова М. И.' }), nosov] })).toBe(same)
    expect(of({ calendar: workingCalendar({ '2026-11-27': 'off' }) })).not.toBe(same)
    expect(of({ settings: { ...desk.settings, fridayCloseBy: 1020 } })).not.toBe(same)
    expect(of({ projects: [project({ managerEmail: '' })] })).not.toBe(same)
  })

  test('the detail says no year that goes without saying', () => {
    expect(detailAt(line(), '2026-11-23T09:00')).toBe('с сайта, пт 20 ноября, 14:10')
    expect(detailAt(line(), '2027-01-11T09:00')).toBe('с сайта, пт 20 ноября 2026, 14:10')
  })
})

describe('the letter', () => {
  const now = '2026-11-23T09:30'
  const item = (part: Partial<ToldItem> = {}): ToldItem => ({
    subject: 'Позвонить: АНО «<i>»',
    detail: 'с сайта',
    clause: 'I5',
    due: '2026-11-23T14:10',
    who: '',
    url: 'https://example.org/#gid=101&range=A5',
    ...part,
  })
  const letter = (part: Partial<Parameters<typeof controlLetter>[0]>) =>
    controlLetter({ centreName: 'Центр', now, owed: [], overdue: [], digest: null, ...part })

  test.each([
    [{ owed: [item()] }, 'Напоминание: позвонить (I5) до пн 23 ноября, 14:10'],
    [{ owed: [item(), item()] }, 'Напоминание: 2 дела'],
    [{ overdue: [item({ who: 'ММ' })] }, 'Просрочено: позвонить (I5)'],
    [{ digest: { overdue: [], breaches: 2 } }, 'Сводка: просроченного нет, 2 новых нарушения сроков'],
    [{ digest: { overdue: Array.from({ length: 5 }, () => item({ who: 'ММ' })), breaches: 0 } }, 'Сводка: просрочено 5 дел'],
    [{ owed: [item()], overdue: [item(), item()] }, 'Напоминание: позвонить (I5) до пн 23 ноября, 14:10; просрочено: 2 дела'],
  ])('the subject names nobody: %#', (part, subject) => expect(letter(part).subject).toBe(subject))

  test('the deed first, then why, until when, and where; escaped', () => {
    const { body, html } = letter({ owed: [item()] })
    expect(body).toBe(
      'Здравствуйте!\n\nЧто сделать.\n1. Позвонить: АНО «<i>»\n   с сайта\n   Срок: пн 23 ноября, 14:10 (I5)\n   https://example.org/#gid=101&range=A5\n\nЦентр',
    )
    expect(html).toContain('<b>Позвонить: АНО «&lt;i&gt;»</b></a><br>с сайта<br>Срок')
    expect(html).toContain('<a href="https://example.org/#gid=101&amp;range=A5" ')
  })

  test('many things to do: forty are named, and how many more there are', () => {
    const { body } = letter({ owed: Array.from({ length: 52 }, () => item()) })
    expect(body).toContain('40. Позвонить')
    expect(body).not.toContain('41. Позвонить')
    expect(body).toContain('И ещё 12: лист «Контроль».')
  })

  test('a long digest goes person by person, who owes most first, three of each by name', () => {
    const late = (who: string, count: number) => Array.from({ length: count }, () => item({ who, due: '2026-11-20T10:00' }))
    const { body } = letter({ digest: { overdue: [...late('ММ', 4), ...late('офис-менеджер', 9)], breaches: 0 } })
    expect(body.split('\n').filter((line) => /^(\d\. |И ещё|\S+: )/.test(line))).toEqual([
      'Сводка: просрочено 13 дел.',
      'Офис-менеджер: 9 дел.',
      ...[1, 2, 3].map((at) => `${at}. Позвонить: АНО «<i>»`),
      'И ещё 6: лист «Контроль».',
      'ММ: 4 дела.',
      ...[1, 2, 3].map((at) => `${at}. Позвонить: АНО «<i>»`),
      'И ещё 1: лист «Контроль».',
    ])
  })

  test('what nobody owes is for information', () => {
    const known = item({ subject: 'Квота не выполнена: ММ', clause: 'G7', due: '2026-11-20T18:00' })
    const { subject, body } = letter({ digest: { overdue: [known], breaches: 0 } })
    expect(subject).toBe('Сводка: просроченного нет')
    expect(body).toContain('К сведению.\n1. Квота не выполнена: ММ\n   с сайта\n   (G7)')
  })

  test('notes of «Сегодня»', () => {
    expect([1, 2, 12].map((n) => mailWaitsText(n).split(';')[0])).toEqual([
      'на сегодня квота исчерпана, ждёт 1 письмо',
      'на сегодня квота исчерпана, ждут 2 письма',
      'на сегодня квота исчерпана, ждут 12 писем',
    ])
    expect(unreachableText('PR-менеджер')).toContain('PR-менеджер')
  })
})

/** Who owes and who is told; letters in words. */

import { controlLetter, type ToldItem } from '../../src/domain/letter/controlLetters.ru'
import { isOwner, type Owner, ownerText, readOwners } from '../../src/domain/obligations/owner'
import { isReachable, recipientsOf, toldOf } from '../../src/domain/obligations/recipients'
import { mailWaitsText, unreachableText } from '../../src/domain/text/todayNotes.ru'
import { nosov, office, person } from '../fixtures/builders'

const monday = '2026-11-23'
const manager = person({ initials: '', name: 'Титова Оксана Дмитриевна', email: 'office@example.org', roles: ['officeManager'] })
const head = person({ initials: '', name: 'Михайлова Марина Евгеньевна', email: 'director@example.org', roles: ['director'] })
const admin = person({ initials: '', name: 'Гусева Алина', email: 'admin@example.org', roles: ['administrator'] })
const away = [{ from: monday, until: monday, why: 'отпуск' }]
const desk = office({ people: [person(), nosov, manager, head] })

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
    expect(html).toContain('<a href="https://example.org/#gid=101&amp;range=A5">')
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
      'запас писем на сегодня на исходе, ждёт 1 письмо',
      'запас писем на сегодня на исходе, ждут 2 письма',
      'запас писем на сегодня на исходе, ждут 12 писем',
    ])
    expect(unreachableText('PR-менеджер')).toContain('PR-менеджер')
  })
})

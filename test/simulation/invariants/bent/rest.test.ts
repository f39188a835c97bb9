/** Each invariant at rest sees what it is for: the calendar, «Исходящие», letters and cells of a small office are bent. */
import { serial } from '../cells'
import { append, bend, bendEvent, bendLetter, consultant, drop, smallOffice } from './smallOffice'

type Office = ReturnType<typeof smallOffice>

/** At rest, once something was bent. */
function broken(change: (office: Office) => void): string[] {
  const office = smallOffice()
  office.run('outbox/send')
  office.tick()
  change(office)
  office.rest()
  return office.broken()
}

const ahead = ({ checker }: Office) => [...checker.booked.values()].at(-1)?.id ?? 0
const last = () => true

describe('B2', () => {
  test('the event is another consultant’s', () =>
    expect(broken(({ world }) => bendEvent(world, { summary: 'ОП_АНО «Причал 2»' }))).toContain('B2'))
  test('the event stands at another hour', () => {
    expect(broken(({ world }) => bendEvent(world, { end: { dateTime: '2026-10-08T11:30:00+03:00' } }))).toContain('B2')
  })

  /** A line of «Расхождения» about the deal, beside the other consultant's title. */
  const asked = (change: (office: Office) => Record<string, string | number | null>) =>
    broken((office) => {
      bendEvent(office.world, { summary: 'ОП_АНО «Причал 2»' })
      append(office.world, 'Расхождения', { Ключ: 'otherConsultant:one', Решено: null, '№ сделки': null, ...change(office) })
    })
  test('an open line about that very booking says so', () => expect(asked((office) => ({ '№ сделки': ahead(office) }))).not.toContain('B2'))
  test('a line about another does not', () => expect(asked((office) => ({ '№ сделки': ahead(office) - 1 }))).toContain('B2'))
  test('a line that is decided does not', () => {
    expect(asked((office) => ({ '№ сделки': ahead(office), Решено: 'вернуть как было' }))).toContain('B2')
  })
})

describe('a deal that is to be handed over', () => {
  const answered = (office: Office, solved: string, cannot: string | null) => {
    append(office.world, 'Расхождения', { Ключ: 'cannotMove:one', '№ сделки': ahead(office), Решено: solved })
    bend(office.world, 'Сделки', ({ '№': id }) => id === ahead(office), { 'Не может провести': cannot })
  }
  const moved = (start: string, end: string) => ({ start: { dateTime: `${start}:00+03:00` }, end: { dateTime: `${end}:00+03:00` } })
  const atAnotherHour = (solved: string, cannot: string | null) =>
    broken((office) => {
      bendEvent(office.world, moved('2026-10-09T10:00', '2026-10-09T11:00'))
      answered(office, solved, cannot)
    })
  const over = (solved: string, cannot: string | null) =>
    broken((office) => {
      bendEvent(office.world, moved('2026-10-12T10:00', '2026-10-12T11:00'))
      answered(office, solved, cannot)
      office.world.state.now = Date.parse('2026-10-09T09:00:00+03:00')
    })

  test.each([
    ['B2', atAnotherHour],
    ['B3', over],
  ] as const)('%s lets its event be as it is, until somebody else has it', (name, look) => {
    expect(look('переназначить — заболела', 'заболела')).not.toContain(name)
    expect(look('переназначить — заболела', null)).toContain(name)
    expect(look('вернуть как было', 'заболела')).toContain(name)
  })
})

test.each(['ММ_Берегова', 'ММ_АНО «Причал 2» 8 911 400-10-02', 'ММ_client2@example.net'])(
  'P3: a title tells of a person: %s',
  (summary) => {
    expect(broken(({ world }) => bendEvent(world, { summary }))).toContain('P3')
  },
)

describe('T1', () => {
  const isOf =
    (person: string) =>
    ({ to, subject }: { to: string; subject: string }) =>
      to === person && subject.includes('8 октября')
  const hour = (person: string) =>
    broken(({ world }) => {
      const { subject = '' } = world.state.letters.find(isOf(person)) ?? {}
      bendLetter(world, isOf(person), { subject: subject.replace('10:00', '11:00') })
    })
  const none = (person: string, change: (office: Office) => void = () => undefined) =>
    broken((office) => {
      office.world.state.letters = office.world.state.letters.filter((one) => !isOf(person)(one))
      change(office)
    })

  test.each([consultant, 'client2@example.net'])('%s was told another hour', (person) => expect(hour(person)).toContain('T1'))
  test.each([consultant, 'client2@example.net'])('%s was told nothing', (person) => expect(none(person)).toContain('T1'))
  test.each([
    ['10:00', false],
    ['12:00', true],
  ])('the consultant gave it %s himself, after the last letter, and it stands at ten', (time, isWrong) => {
    const given = (office: Office) => {
      const given = { at: '2026-10-06T13:00', start: `2026-10-08T${time}`, consultant: 'ММ' }
      const { givenBy } = office.checker.booked.get(ahead(office)) ?? { givenBy: new Map() }
      ;(givenBy as Map<string, object>).set(consultant, given)
    }
    expect(none(consultant, given).includes('T1')).toBe(isWrong)
  })
  test('somebody has to tell the client', () => {
    const owed = (office: Office) =>
      append(office.world, 'Контроль', { Обязательство: 'A1.tell', '№ сделки': ahead(office), Напомнено: null })
    expect(none('client2@example.net', owed)).not.toContain('T1')
  })
  test('the letter waits', () => {
    const waits = (office: Office) =>
      bend(office.world, 'Исходящие', ({ Ключ: key }) => String(key).startsWith(`tell:client:${ahead(office)}`), { Отправлено: null })
    expect(none('client2@example.net', waits)).not.toContain('T1')
  })
})

describe('«Исходящие»', () => {
  const isLetter = ({ Вид: kind }: Readonly<Record<string, unknown>>) => kind === 'известие'
  test('O3: a row says sent, and no letter went', () => {
    expect(broken(({ world }) => bend(world, 'Исходящие', isLetter, { Кому: 'nobody@example.org' }))).toContain('O3')
  })
  test('O3: a letter went, and its row says that it was not needed', () => {
    expect(broken(({ world }) => bend(world, 'Исходящие', isLetter, { Ошибка: 'не понадобилось' }))).toContain('O3')
  })
  test('O4: a letter is due and waits', () => {
    const waits = { Отправлено: null, 'Следующая попытка': serial('2026-10-06T11:00'), Попыток: 1 }
    expect(broken(({ world }) => bend(world, 'Исходящие', isLetter, waits))).toContain('O4')
  })
  test('O1: the same cause has a second row, though the first one is done', () => {
    const again = { Ключ: 'tell:ММ:1v2', Вид: 'известие', Содержание: '{"deal":1,"person":"ММ"}', Отправлено: serial('2026-10-06T11:00') }
    const twice = ({ world }: Office) => {
      for (const one of [again, again]) append(world, 'Исходящие', one)
    }
    expect(broken(twice)).toContain('O1')
  })
  test('O1: a month stands twice', () => {
    const month = { Месяц: '2026-09' }
    const twice = ({ world }: Office) => {
      for (const one of [month, month]) append(world, 'Месяцы', one)
    }
    expect(broken(twice)).toContain('O1')
  })
  test('F1: a second digest of a day', () => {
    const digest = {
      Вид: 'письмо',
      Кому: 'director@example.org',
      Содержание: '{"subject":"Сводка: просрочено 2 дела"}',
      Отправлено: null,
      Попыток: 12,
    }
    const twice = ({ world }: Office) => {
      for (const Ключ of ['one', 'two']) append(world, 'Исходящие', { ...digest, Ключ })
    }
    expect(broken(twice)).toContain('F1')
  })
})

describe('Q1', () => {
  const held = ({ Этап: stage }: Readonly<Record<string, unknown>>) => stage === 'Консультация проведена'
  test.each([
    ['topic', { Тема: 'Социальное проектирование' }],
    ['minutes', { 'Продолжительность, мин': 45 }],
    ['held', { Этап: 'Принято в работу' }],
  ])('the month is counted otherwise by %s', (_, change) =>
    expect(broken(({ world }) => bend(world, 'Сделки', held, change))).toContain('Q1'),
  )
})

test('all that is dropped from the mirror is missed', () =>
  expect(broken(({ world }) => drop(world, 'Зеркало календаря', last))).toContain('S1'))

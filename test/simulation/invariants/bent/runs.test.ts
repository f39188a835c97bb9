/** Each invariant after an execution sees what it is for: the journal, letters, logs and «Контроль» of a small office are bent. */
import type { ExecutionRecord } from '../../../../emulator/world/types'
import { insert, remove } from '../../../fixtures/consultantHand'
import { sheet } from '../../../fixtures/desk'
import { rowsIn, serial } from '../cells'
import { append, bend, consultant, drop, smallOffice } from './smallOffice'

const quiet = { fn: 'rpc', logs: [], error: null, calls: [], startedAt: '2026-10-06T09:00:00.000Z' } as const
const sending = { n: 1, name: 'MailApp.sendEmail', leaves: true, modelledMs: 0, cellsRead: 0, cellsWritten: 0 } as const
const killed = { ...quiet, calls: [sending], error: { name: 'Killed', message: '', stack: '' } } satisfies Partial<ExecutionRecord>

test('nothing is bent: nothing is told', () => {
  const { checker, broken, run, tick, rest } = smallOffice()
  run('outbox/send')
  tick()
  rest()
  expect(broken()).toEqual([])
  expect(checker.checks).toBeGreaterThan(50)
})

describe('the journal', () => {
  test('J5: an empty line with lines below', () => {
    const { world, checker, broken } = smallOffice()
    append(world, 'Журнал', {})
    const { cells } = sheet(world, 'Журнал')
    cells.splice(cells.length - 1, 0, undefined)
    checker.afterExecution(quiet)
    expect(broken()).toContain('J5')
  })

  /** A move of deal № 2, which is booked, as a line of this kind. */
  const moved = (kind: string, from: string, to: string) => {
    const { world, checker, broken } = smallOffice()
    const deal = [...checker.booked.values()].at(-1)
    append(world, 'Журнал', {
      Лист: 'Сделки',
      '№ строки': deal?.id ?? 0,
      Версия: (deal?.version ?? 0) + 1,
      Что: kind,
      'Было → стало': JSON.stringify({ stage: [from, to] }),
    })
    checker.afterExecution(quiet)
    return broken()
  }

  test.each([
    ['calendar/moved', 'unreached'],
    ['calendar/released', 'feedback'],
    ['client/merge', 'new'],
    ['deal/undo', 'new'],
    ['deal/reopen', 'unreached'],
    ['import/deals', 'unsorted'],
  ])('M1: «%s» leads to no other stage than the procedure’s (%s)', (kind, to) => expect(moved(kind, 'assigned', to)).toContain('M1'))

  test.each([
    ['calendar/released', 'accepted'],
    ['deal/undo', 'accepted'],
  ])('«%s» leads where it may (%s)', (kind, to) => expect(moved(kind, 'assigned', to)).not.toContain('M1'))
})

describe('letters', () => {
  const letter = { to: 'client2@example.net', subject: 'Консультация', body: 'Здравствуйте!' }
  const sent = (office: ReturnType<typeof smallOffice>, run: Parameters<typeof office.checker.afterExecution>[0], change = {}) => {
    const { state } = office.world
    const at = new Date(state.now).toISOString()
    const last = { id: state.letters.length + 1, from: '', cc: '', bcc: '', replyTo: '', name: '', htmlBody: '', attachments: [] }
    state.letters.push({ ...last, at, ...letter, ...change })
    office.checker.afterExecution({ ...run, startedAt: at })
    return office.broken()
  }

  test('L1: the same letter twice, though the run was whole', () => {
    const office = smallOffice()
    expect(sent(office, quiet)).toEqual([])
    expect(sent(office, quiet)).toEqual(['L1'])
  })

  test('L1: a run that was cut off allows one copy of what it sent, and of that alone', () => {
    const office = smallOffice()
    sent(office, killed)
    expect(sent(office, quiet)).toEqual([])
    expect(office.checker.possiblyDoubled).toBe(1)
    sent(office, quiet, { body: 'Другое' })
    expect(sent(office, quiet, { body: 'Другое' })).toEqual(['L1'])
  })

  test('L1: one copy and no more', () => {
    const office = smallOffice()
    for (const run of [killed, quiet]) sent(office, run)
    expect(sent(office, quiet)).toEqual(['L1'])
  })

  test('L1: a reminder too, where nobody went back on anything; a sample is sent as often as it is asked for', () => {
    const office = smallOffice()
    sent(office, quiet, { subject: 'Напоминание: позвонить' })
    sent(office, quiet, { subject: 'Проба: Напоминание' })
    expect(sent(office, quiet, { subject: 'Проба: Напоминание' })).toEqual([])
    expect(sent(office, quiet, { subject: 'Напоминание: позвонить' })).toEqual(['L1'])
  })

  /** Somebody went back on deal № 1, whose client a reminder names. */
  const wentBack = (office: ReturnType<typeof smallOffice>, kind: string, stage: readonly [string, string]) =>
    append(office.world, 'Журнал', {
      Лист: 'Сделки',
      '№ строки': numberOf(office, 'АНО «Причал 1»'),
      Когда: serial('2026-10-06T12:30'),
      Что: kind,
      'Было → стало': JSON.stringify({ stage }),
    })
  const numberOf = ({ world }: ReturnType<typeof smallOffice>, organisation: string) =>
    rowsIn(world, 'Сделки').find(({ cells }) => cells['Организация'] === organisation)?.cells['№'] ?? null

  test.each<[string, readonly [string, string], boolean]>([
    ['deal/undo', ['held', 'assigned'], true],
    ['deal/move', ['assigned', 'accepted'], true],
    ['deal/move', ['accepted', 'assigned'], false],
  ])('L1: «%s» %j lets a reminder go again once', (kind, stage, isAllowed) => {
    const office = smallOffice()
    const reminder = { subject: 'Напоминание: позвонить', body: '1. Позвонить: АНО «Причал 1»', to: 'office@example.org' }
    sent(office, quiet, reminder)
    wentBack(office, kind, stage)
    expect(sent(office, quiet, { ...reminder, at: '2026-10-06T10:00:00.000Z' }).includes('L1')).toBe(!isAllowed)
    expect(sent(office, quiet, { ...reminder, at: '2026-10-06T10:01:00.000Z' })).toContain('L1')
  })

  test.each([
    ['that very card', 'АНО «Причал 1»', true],
    ['another card', 'АНО «Причал 2»', false],
  ])('L1: the expert’s link goes again once where somebody sent it again on %s (story 5)', (_, organisation, isAllowed) => {
    const office = smallOffice()
    const link = { to: 'expert@example.org', subject: `Отчёт о консультации: вт 6 октября, № ${numberOf(office, 'АНО «Причал 1»')}` }
    sent(office, quiet, link)
    append(office.world, 'Журнал', {
      '№ строки': numberOf(office, organisation),
      Когда: serial('2026-10-06T12:30'),
      Что: 'deal/sendReport',
    })
    expect(sent(office, quiet, { ...link, at: '2026-10-06T10:00:00.000Z' }).includes('L1')).toBe(!isAllowed)
    expect(sent(office, quiet, { ...link, at: '2026-10-06T10:01:00.000Z' })).toContain('L1')
  })

  test.each([
    ['taken back', 'Консультация отменена: чт 8 октября, 10:00, сделка № 7', true],
    ['another one taken back', 'Консультация отменена: чт 8 октября, 10:00, сделка № 8', false],
    ['nothing of it', 'Напоминание: позвонить', false],
  ])('L1: a booking is told again once, in between: %s (story 152)', (_, subject, isAllowed) => {
    const office = smallOffice()
    const booked = { to: consultant, subject: 'Вам назначена консультация: чт 8 октября, 10:00, сделка № 7' }
    sent(office, quiet, booked)
    sent(office, quiet, { to: consultant, subject, at: '2026-10-06T09:45:00.000Z' })
    expect(sent(office, quiet, { ...booked, at: '2026-10-06T10:00:00.000Z' }).includes('L1')).toBe(!isAllowed)
    expect(sent(office, quiet, { ...booked, at: '2026-10-06T10:01:00.000Z' })).toContain('L1')
  })

  test('L1: over midnight too, and not the day after', () => {
    const office = smallOffice()
    sent(office, quiet)
    office.world.state.now += 25 * 3_600_000
    expect(sent(office, quiet)).toEqual([])
    office.world.state.now += 13 * 3_600_000
    expect(sent(office, quiet)).toEqual(['L1'])
  })

  test.each(['8 911 400-10-01', '+7 (911) 400 10 01', 'client1@example.net', 'АНО «Причал 1»'])(
    'P2: a client’s letter tells of another: %s',
    (told) => {
      expect(sent(smallOffice(), quiet, { body: `Звоните: ${told}` })).toEqual(['P2'])
    },
  )

  test.each(['8 911 400-10-02', 'АНО «Причал 2»', '20-65-10', 'АНО «Причал 222»'])('of himself he is told: %s', (told) => {
    expect(sent(smallOffice(), quiet, { body: `Звоните: ${told}` })).toEqual([])
  })

  test.each(['no row for +79114001001', 'Берегова', 'client1@example.net', '«Причал 1»: none', '8 911 400 10 01'])(
    'P1: a log names a client: %s',
    (log) => {
      const { checker, broken } = smallOffice()
      checker.afterExecution({ ...quiet, logs: [log] })
      expect(broken()).toEqual(['P1'])
    },
  )

  test('F1: Friday’s work is asked for once', () => {
    const office = smallOffice()
    const body = (first: string) =>
      `Здравствуйте!\n\nЧто сделать.\n1. Закрыть: АНО «Причал 1»\n   ${first}\n   Срок: пт 9 октября, 18:00 (K6)\n   https://x\n\nЦентр`
    expect(sent(office, quiet, { to: 'office@example.org', body: body('проведена вт') })).toEqual([])
    expect(sent(office, quiet, { to: 'office@example.org', body: body('проведена вт').replace('Центр', 'Центр НКО') })).toEqual(['F1'])
  })

  test('F1: hours that were offered and taken back are owed anew, once for each; somebody else’s are not', () => {
    const body = (why: string) =>
      `Что сделать.\n1. Поставить слоты: ММ, две недели с 12 октября\n   ${why}\n   Срок: пт 9 октября, 18:00 (G1)\n`
    const told = (whose: string) => {
      const office = smallOffice()
      const event = insert(office.world, `${whose} консультация`, '2026-10-13T10:00', '2026-10-13T11:00')
      const asked = (why: string) => sent(office, quiet, { to: consultant, body: body(why) })
      asked('0 часов из 3')
      remove(office.world, event.id)
      return [asked('1 час из 3'), asked('2 часа из 3')].map((broken) => broken.includes('F1'))
    }
    expect(told('ММ')).toEqual([false, true])
    expect(told('ОП')).toEqual([true, true])
  })

  test('F1: a project is told of its month once', () => {
    const office = smallOffice()
    const told = (count: number) => ({
      to: 'ep2@example.org',
      subject: `Консультации по проекту «Активное село» в сентябре 2026 года: ${count}`,
      body: `${count}`,
    })
    expect(sent(office, quiet, told(0))).toEqual([])
    expect(sent(office, quiet, told(1))).toEqual(['F1'])
  })
})

describe('«Контроль»', () => {
  const line = {
    Обязательство: 'I5.call',
    '№ сделки': 7,
    Кто: 'кто-то',
    Напомнить: serial('2026-10-06T11:00'),
    Напомнено: null,
    Срок: serial('2026-10-07T11:00'),
    'О просрочке узнаёт': '',
    'Что сделать': 'Позвонить',
  }
  /** The line stands while two ticks pass. */
  const standing = (change: object) => {
    const { world, checker, broken } = smallOffice()
    append(world, 'Контроль', { ...line, ...change })
    for (let ticks = 2; ticks > 0; ticks--) {
      const startedAt = new Date(world.state.now + 300_000).toISOString()
      world.state.now += 600_000
      checker.afterExecution({ ...quiet, fn: 'tick', startedAt })
    }
    return broken()
  }

  test('D1: its time to be reminded has come, and nobody was', () => expect(standing({})).toEqual(['D1']))
  test('not before that time, and not where it was done', () => {
    expect(standing({ Напомнить: serial('2026-10-06T19:00') })).toEqual([])
    expect(standing({ Напомнено: serial('2026-10-06T11:10') })).toEqual([])
  })
  test('D3: marked as reminded, and no letter was written', () => {
    expect(standing({ Напомнено: serial('2026-10-06T11:50') })).toEqual(['D3'])
  })
  test('D2: late, and no row of «Нарушения»', () => expect(standing({ Срок: serial('2026-10-06T11:30') })).toEqual(['D2']))
  test('a consultation that begins is no breach', () => {
    expect(standing({ Обязательство: 'A4.hold', Срок: serial('2026-10-06T11:30') })).toEqual([])
  })
})

test('R2, R4: a row that goes, a cell that changes, though it is compared by the row that stands', () => {
  const { world, checker, broken } = smallOffice()
  checker.afterExecution(quiet)
  bend(world, 'Сделки', () => true, { Запрос: 'другое' })
  checker.afterExecution(quiet)
  drop(world, 'Клиенты', () => true)
  checker.afterExecution(quiet)
  expect(broken()).toEqual(['R4', 'R2'])
})

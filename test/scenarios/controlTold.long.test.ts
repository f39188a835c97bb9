/** Reminders and escalations: when quiet hours and days off let them go, whom they reach, what they say, and what the mail quota leaves for tomorrow. */
import type { World } from '../../emulator/world/types'
import { setStaff } from '../fixtures/bareDesk'
import { tick } from '../fixtures/consultantHand'
import { breachesOf, controlOf, lettersAbout, lineOf, quietStart, tickAt } from '../fixtures/controlDesk'
import { booked, bookInput, completeClient, deskWorld, director, done, morozova, office, phoned, sheet, slotOf } from '../fixtures/desk'
import { rowsOf } from '../fixtures/register'
import { bookedAt, filled, move, setClock } from '../fixtures/stages'

const name = 'АНО «Светлячок»'
const reminder = `Назначить: ${name}`

/** Phoned on Monday at 9:00, so due on Tuesday at 9:00: reminded of at 8:00, when quiet hours end. */
function asked(): { world: World; deal: number } {
  const world = quietStart()
  return { world, deal: phoned(world, name).deal.id }
}

describe('quiet hours and days off only put off', () => {
  test('a reminder of 7:00 comes at 8:00, never in the night, and once', () => {
    const { world, deal } = asked()
    expect(lineOf(world, 'A1.assign', deal)?.remindAt).toBe('2026-11-24T07:00')
    tickAt(world, '2026-11-24T07:00')
    tickAt(world, '2026-11-24T07:59')
    expect(lettersAbout(world, reminder)).toEqual([])
    tickAt(world, '2026-11-24T08:00')
    expect(lettersAbout(world, reminder)).toHaveLength(1)
  })

  test('what is over by morning is not reminded of at all', () => {
    const { world, deal } = asked()
    tickAt(world, '2026-11-24T07:00')
    tickAt(world, '2026-11-24T09:01')
    expect(lettersAbout(world, reminder)).toEqual([])
    expect(breachesOf(world, deal)).toEqual([[`A1.assign:${deal}:2026-11-24T09:00`, '2026-11-24T09:01']])
  })

  test('A4: on a day off only a consultation of today or tomorrow is told', () => {
    const world = quietStart([['2026-11-27', 'короткий']])
    const near = bookedAt(world, name, '2026-11-30').deal
    expect(lineOf(world, 'A4.hold', near.id)?.remindAt).toBe('2026-11-27T09:00')
    const saturday = world.fork()
    tickAt(saturday, '2026-11-28T10:00')
    expect(lettersAbout(saturday, name)).toEqual([])
    tickAt(saturday, '2026-11-29T10:00')
    // The client is reminded the day before, also where that is a Sunday.
    expect(lettersAbout(saturday, name).map(({ to }) => to)).toEqual([morozova, 'prichal@example.org'])
  })
})

describe('whom it reaches', () => {
  test('one letter a person and run with everything in it, and links to the rows', () => {
    const world = quietStart()
    for (const one of ['АНО «Раз»', 'АНО «Два»', 'АНО «Три <b>»']) phoned(world, one)
    tickAt(world, '2026-11-24T08:00')
    const [letter, ...others] = lettersAbout(world, 'Назначить')
    expect(others).toEqual([])
    expect(letter?.subject).toBe('Напоминание: 3 дела')
    expect(letter?.html).toContain('Назначить: АНО «Три &lt;b&gt;»')
    const { row } = rowsOf(world, 'Сделки').find(({ cells }) => cells['Организация'] === 'АНО «Два»') ?? { row: 0 }
    expect(letter?.body).toContain(`#gid=101&range=A${row}\n`)
    expect(world.state.letters.map(({ to, subject }) => [to, subject])).toEqual([[office, 'Напоминание: 3 дела']])
  })

  test('an absent office manager: the director too; an absent consultant all the same', () => {
    const { world } = asked()
    setStaff(world, office, 'Отсутствия', '23.11.2026-30.11.2026 отпуск')
    tickAt(world, '2026-11-24T08:00')
    expect(lettersAbout(world, reminder).map(({ to }) => to)).toEqual([director, office])
  })

  test('nobody found: the administrator; none either: a note on «Сегодня»', () => {
    const { world } = asked()
    setStaff(world, office, 'По', '2026-11-20')
    setClock(world, '2026-11-24T08:00')
    const notes = () => done(world, 'desk/today', {}, director).notes.map(({ message }) => message)
    expect(notes()).toContain('некому напомнить: офис-менеджер. Укажите адрес или администратора на листе «Сотрудники»')
    setStaff(world, morozova, 'Роли', 'консультант, администратор')
    expect(notes().filter((note) => note.startsWith('некому'))).toEqual([])
    tickAt(world, '2026-11-24T08:00')
    expect(lettersAbout(world, reminder).map(({ to, body }) => [to, body.includes('— офис-менеджер')])).toEqual([[morozova, true]])
  })

  test('clients the working day before, as a new office begins, where they do not mind', () => {
    const world = quietStart()
    const { client, deal } = bookedAt(world, name, '2026-11-30')
    const silent = world.fork()
    const clients = sheet(silent, 'Клиенты')
    const column = Object.keys(rowsOf(silent, 'Клиенты')[0]?.cells ?? {}).indexOf('Без писем')
    const row = rowsOf(silent, 'Клиенты').find(({ cells }) => cells['№'] === client?.id)?.row ?? 0
    clients.cells = clients.cells.map((cells, index) =>
      index === row - 1 && cells ? Object.assign([...cells], { [column]: 'да' }) : cells,
    )
    const letters = (desk: World) => lettersAbout(desk, 'Напоминание о консультации').filter(({ to }) => to === client?.email)
    tickAt(world, '2026-11-27T09:00')
    expect(letters(world)).toMatchObject([{ to: client?.email, subject: 'Напоминание о консультации: пн 30 ноября, 16:00' }])
    expect(letters(world)[0]?.body).toContain('Консультант: Морозова Мария Игоревна')
    expect(letters(world)[0]?.body).toContain('20-65-10')
    tickAt(world, '2026-11-27T09:10')
    expect(letters(world)).toHaveLength(1)
    tickAt(silent, '2026-11-27T09:00')
    expect(column).toBeGreaterThan(0)
    expect(letters(silent)).toEqual([])
    expect(lineOf(silent, 'A4.hold', deal.id)?.reminded).toBe('2026-11-27T09:00')
  })

  test('the director’s digest: each working day while a line stands, with the breaches since the last', () => {
    const { world } = asked()
    tickAt(world, '2026-11-24T09:10')
    tickAt(world, '2026-11-24T09:30')
    const digest = () => lettersAbout(world, reminder).filter(({ to }) => to === director)
    expect(digest().map(({ subject }) => subject)).toEqual(['Сводка: просрочено 1 дело, 1 новое нарушение срока'])
    expect(digest()[0]?.body).toContain(
      `${reminder} — офис-менеджер\n   по телефону, пн 23 ноября, 09:00\n   Срок был вт 24 ноября, 09:00 (A1), просрочено на 30 мин`,
    )
    tickAt(world, '2026-11-24T16:00')
    tickAt(world, '2026-11-25T09:40')
    tickAt(world, '2026-11-28T10:00')
    expect(digest()).toHaveLength(2)
  })
})

describe('rules that change', () => {
  test('a day off typed into «Рабочий календарь» moves the due times of open deals by the next tick', () => {
    const { world, deal } = asked()
    const days = sheet(world, 'Рабочий календарь')
    days.cells = [...days.cells.filter((row) => row !== undefined), ['2026-11-24', 'выходной', null]]
    tickAt(world, '2026-11-23T09:10')
    expect(lineOf(world, 'A1.assign', deal)).toMatchObject({ due: '2026-11-25T09:00', remindAt: '2026-11-25T07:00' })
    expect(controlOf(world, deal)).toHaveLength(1)
  })
})

describe('the mail quota', () => {
  /** A question about feedback and both letters of a booking wait, so many are left of the day: what goes. */
  function goneOf(left: number): string[] {
    const world = deskWorld()
    const first = booked(world, 'АНО «Парус»')
    done(world, 'outbox/send', {})
    setClock(world, '2026-11-27T15:00')
    const held = move(world, first, 'held', { fields: filled })
    move(world, held, 'feedback', {}, office)
    const second = phoned(world, 'Фонд «Север»', {
      client: { ...completeClient, organisation: 'Фонд «Север»', email: 'sever@example.org' },
    })
    done(world, 'deal/book', bookInput(second, slotOf(world, 'ММ', '2026-11-30')))
    world.state.quotas = { day: '2026-11-27', used: { mailRecipients: 100 - left } }
    const before = world.state.letters.length
    done(world, 'outbox/send', {})
    return world.state.letters.slice(before).map(({ subject }) => subject.split(/[:?]/)[0] ?? '')
  }

  test('what can wait leaves the last letters of the day to what cannot', () => {
    const [told, question] = [['Вам назначена консультация', 'Консультация назначена'], 'Помогла ли вам консультация']
    expect(goneOf(23).sort()).toEqual([...told, question].sort())
    expect(goneOf(22).sort()).toEqual(told)
    expect(goneOf(2).sort()).toEqual(told)
    expect(goneOf(1)).toHaveLength(1)
  })

  test('links and times go first, what does not fit waits untried and is told on «Сегодня»', () => {
    const { world } = asked()
    tickAt(world, '2026-11-24T07:50')
    setClock(world, '2026-11-24T08:00')
    booked(world, 'АНО «Парус»')
    const sent = (world: World) => world.state.letters.map(({ subject }) => subject.split(':')[0])
    world.state.quotas = { day: '2026-11-24', used: { mailRecipients: 98 } }
    tickAt(world, '2026-11-24T08:00')
    expect(sent(world)).toEqual(['Вам назначена консультация', 'Консультация назначена'])
    const waiting = rowsOf(world, 'Исходящие').filter(({ cells }) => cells['Отправлено'] === null)
    expect(waiting.map(({ cells }) => [cells['Кому'], cells['Попыток']])).toEqual([[office, 0]])
    expect(done(world, 'desk/today', {}, office).notes).toContainEqual({
      where: 'Почта',
      row: null,
      column: '',
      message: 'запас писем на сегодня на исходе, ждёт 1 письмо; уйдут завтра, сначала самые важные',
    })
  })
})

test('a tick with twenty reminders due: the calls of the control stay the same', () => {
  const world = quietStart()
  phoned(world, 'АНО «Ноль»')
  const single = world.fork()
  for (let n = 1; n < 20; n++) phoned(world, `АНО «Номер ${n}»`)
  setClock(single, '2026-11-24T07:50')
  tick(single)
  setClock(world, '2026-11-24T07:50')
  tick(world)
  const calls = (desk: World) => tickAt(desk, '2026-11-24T08:00').leavingCalls
  expect(calls(world)).toBe(calls(single))
})

test('a run begins no further job after sixty seconds: the next one tells, once', () => {
  const { world } = asked()
  tickAt(world, '2026-11-24T07:50')
  setClock(world, '2026-11-24T08:00')
  const trigger = { fn: 'tick', entry: 'trigger', user: '' } as const
  const list =
    world
      .fork()
      .invoke(trigger)
      .calls.find((one) => one.name === 'Calendar.Events.list')?.n ?? 0
  const slow = world.invoke(trigger, [{ at: list, kind: 'delay', ms: 61_000 }])
  expect(slow.logs.join()).toContain('control: left for the next run')
  expect(lettersAbout(world, reminder)).toEqual([])
  tickAt(world, '2026-11-24T08:10')
  expect(lettersAbout(world, reminder)).toHaveLength(1)
})

describe('mail that was down', () => {
  const matter = 'Опубликовать число консультаций'

  /** S3 is reminded of on the second and the third; nothing goes until the evening of the third. */
  function downUntilTheThird(): World {
    const world = quietStart()
    world.state.now = Date.parse('2026-12-01T09:00:00+03:00')
    world.faults.always('MailApp.sendEmail', 'transient')
    for (const at of ['2026-12-01T09:10', '2026-12-01T10:30', '2026-12-02T09:10', '2026-12-03T09:10', '2026-12-03T10:30']) tickAt(world, at)
    world.faults.lift('MailApp.sendEmail')
    return world
  }

  test('two reminders of one matter that waited together are one letter, the later one (story 35, five weeks)', () => {
    const world = downUntilTheThird()
    const queued = () => rowsOf(world, 'Исходящие').filter(({ cells }) => String(cells['Содержание']).includes(matter))
    expect(queued().length).toBeGreaterThan(1)
    tickAt(world, '2026-12-03T22:40')
    tickAt(world, '2026-12-04T10:40')
    expect(world.state.letters.filter(({ body }) => body.includes(matter)).map(({ to }) => to)).toEqual(['pr@example.org'])
    expect(queued().map(({ cells }) => [cells['Отправлено'] !== null, cells['Ошибка']])).toEqual(
      queued().map((_, at, all) => [true, at === all.length - 1 ? null : 'не понадобилось']),
    )
  })
})

/** A quarter of a lazy office: every breach recorded once, every reminder in time and once, nobody flooded; and the same with triggers that come late, twice or not. */
import type { World } from '../../emulator/world/types'
import { addDays, addMinutes, dateOf } from '../../src/domain/time/localTime'
import { isAtWork, minutesFrom, newAgenda } from '../fixtures/agenda'
import { bookingProblems, tick } from '../fixtures/consultantHand'
import { controlLines, writtenBreaches } from '../fixtures/controlDesk'
import { lazyOffice, planFridays, planMonths, planRequests, planSlots, quarter } from '../fixtures/lazyOffice'
import { recount, recounted } from '../fixtures/quarterRecount'
import { registerEqualsJournal, rowsOf } from '../fixtures/register'

interface Reminder {
  readonly about: string
  readonly at: string
  readonly due: string
}

interface Lived {
  readonly world: World
  readonly reminders: readonly Reminder[]
  readonly failures: readonly string[]
  /** As it stood at `middle`. */
  readonly halfway: World
}

const seed = 'quarter'
/** So far it is lived a second time, with bad triggers. */
const middle = '2026-11-13T20:00'

/** Every two hours of a working day and half an hour after the times at which most is due, twice at night, twice on a day off. */
function plannedTicks(): string[] {
  const all: string[] = []
  for (let day = dateOf(quarter.from); day <= dateOf(quarter.until); day = addDays(day, 1)) {
    const hours = isAtWork(day) ? minutesFrom(`${day}T08:00`, `${day}T18:00`, 120).map((at) => at.slice(11)) : ['10:00', '20:00']
    const between = isAtWork(day) ? ['02:00', '09:30', '15:30', '18:30', '21:30'] : []
    all.push(...[...hours, ...between].sort().map((clock) => `${day}T${clock}`))
  }
  return all.filter((at) => at >= quarter.from && at <= quarter.until)
}

/** A third of the triggers never comes, others come late or twice; the last one comes. */
function disturbed(ticks: readonly string[], random: () => number): string[] {
  return ticks.flatMap((at) => {
    const fate = random()
    if (at === ticks[ticks.length - 1]) return [at]
    if (fate < 0.35) return []
    if (fate < 0.65) return [addMinutes(at, 1 + Math.floor(random() * 28))]
    return fate < 0.8 ? [at, at] : [at]
  })
}

function lived(isDisturbed: boolean, until: string = quarter.until): Lived {
  const world = lazyOffice()
  const agenda = newAgenda(world, seed, until)
  let halfway = world
  const reminders: Reminder[] = []
  const failures: string[] = []
  const run = () => {
    const { error, logs } = tick(world)
    failures.push(...logs, ...(error === null ? [] : [error.message]))
    for (const { key, dealId, subject, due, remindAt, reminded } of controlLines(world)) {
      if (reminded !== agenda.now) continue
      const about = `${key} ${dealId ?? subject} ${remindAt} ${due}`
      // A trigger that runs twice in a minute is seen twice here; a second letter would be seen among the letters.
      const isSeen = reminders.some((one) => one.about === about && one.at === reminded)
      if (!isSeen) reminders.push({ about, at: reminded, due: due ?? '' })
    }
  }
  for (const plan of [planSlots, planRequests, planFridays, planMonths]) plan(agenda)
  const planned = [...plannedTicks(), middle].filter((at) => at <= until).sort()
  const ticks = isDisturbed ? disturbed(planned, agenda.chance('ticks')) : planned
  for (const at of ticks) agenda.plan(at, 'яя tick', run)
  agenda.plan(middle, 'яяя', () => {
    halfway = world.fork()
  })
  agenda.run()
  return { world, reminders, failures, halfway }
}

const keysOf = (world: World) => writtenBreaches(world).map(([key]) => key ?? '')
const isRecounted = (key: string) => recounted.some((one) => key.startsWith(`${one}:`))

/** Letters of the control: when, and to whom. */
function letters(world: World): { readonly at: string; readonly to: string }[] {
  return rowsOf(world, 'Исходящие').flatMap(({ cells }) => {
    const at = /^control:(.{16})/.exec(String(cells['Ключ']))?.[1]
    return at === undefined ? [] : [{ at, to: String(cells['Кому']) }]
  })
}

function most(names: readonly string[]): number {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return Math.max(...counts.values())
}

let calm: Lived
beforeAll(() => {
  calm = lived(false)
}, 300_000)

describe('a quarter', () => {
  test('happened: of everything something, and no run failed', () => {
    const stages = new Set(rowsOf(calm.world, 'Сделки').map(({ cells }) => cells['Этап']))
    expect(rowsOf(calm.world, 'Сделки').length).toBeGreaterThan(40)
    expect([...stages]).toEqual(expect.arrayContaining(['Неуспешные', 'Успешно завершённые', 'Консультация назначена', 'Неразобранное']))
    expect(calm.failures).toEqual([])
  })

  test('each breach is recorded once, and they are those that the journal tells', () => {
    const keys = keysOf(calm.world)
    expect(new Set(keys).size).toBe(keys.length)
    expect(keys.filter(isRecounted).sort()).toEqual(recount(calm.world, quarter.until))
    expect(recounted.filter((key) => !keys.some((one) => one.startsWith(`${key}:`)))).toEqual([])
  })

  test('reminders come before the time is over, and once', () => {
    expect(calm.reminders.filter(({ at, due }) => at > due)).toEqual([])
    expect(most(calm.reminders.map(({ about }) => about))).toBe(1)
    expect(calm.reminders.length).toBeGreaterThan(100)
  })

  test('nobody gets two letters of a run, nor more than a few a day', () => {
    const all = letters(calm.world)
    expect(most(all.map(({ at, to }) => `${at} ${to}`))).toBe(1)
    expect(most(all.map(({ at, to }) => `${dateOf(at)} ${to}`))).toBeLessThanOrEqual(8)
    expect(all.length).toBeLessThan(8 * 92)
  })

  test('register, journal and calendar agree', () => {
    registerEqualsJournal(calm.world)
    expect(bookingProblems(calm.world, quarter.from)).toEqual([])
  })
})

/** What does not hang on the minute at which a tick looked or sent a letter. */
const plain = ['№', 'Этап', 'Консультант', 'Начало', 'Конец', 'Получена', 'Тема', 'Проект', 'Продолжительность, мин', 'Попыток', 'Событие']

/** These begin when a tick sees the calendar, so their due time does hang on it. */
const seenByTick = ['R1.reason', 'G5.limit', 'G4.replace', 'G6.decide']
/** Owed where no tick has sent the letter in half an hour. */
const unsent = 'A1.tell:'

function comparable(world: World): string[] {
  return keysOf(world)
    .filter((key) => !key.startsWith(unsent))
    .map((key) => (seenByTick.some((one) => key.startsWith(`${one}:`)) ? key.slice(0, -17) : key))
    .sort()
}

test('with triggers late, twice and dropped it ends the same', () => {
  const { world, failures, reminders } = lived(true, middle)
  const deals = (one: World) => rowsOf(one, 'Сделки').map(({ cells }) => plain.map((heading) => cells[heading]))
  expect(failures).toEqual([])
  expect(deals(world)).toEqual(deals(calm.halfway))
  expect(comparable(world)).toEqual(comparable(calm.halfway))
  expect(reminders.filter(({ at, due }) => at > due)).toEqual([])
  expect(most(reminders.map(({ about }) => about))).toBe(1)
  expect(most(letters(world).map(({ at, to }) => `${at} ${to}`))).toBe(1)
  registerEqualsJournal(world)
  expect(bookingProblems(world, quarter.from)).toEqual([])
}, 300_000)

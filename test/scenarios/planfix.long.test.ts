/** A4, K4: with Planfix connected every task stands there once, whatever goes wrong on the way, a second between requests. */
import type { World } from '../../emulator/world/types'
import { bookInput, call, director, done, morozova, nextTick, office, phoned, slotOf } from '../fixtures/desk'
import {
  besidePlanfix,
  breakPlanfix,
  connect,
  connected,
  connectInput,
  doneStatus,
  followUp,
  moveToEvening,
  passMinutes,
  planfixOf,
  planfixTasks,
  planfixToken,
  taskRows,
  waitingTasks,
} from '../fixtures/planfixDesk'
import { filled, move, setClock } from '../fixtures/stages'

function assigned(world: World, from = '2026-11-25', organisation = 'АНО «Маяк»') {
  const { card } = done(world, 'deal/book', bookInput(phoned(world, organisation), slotOf(world, 'ММ', from)))
  return { world, card, id: card.deal.id }
}

const shared = connected()
const story = () => assigned(shared.fork())
const planfixTime = (at: string | null) => ({ date: (at ?? '').slice(0, 10).split('-').reverse().join('-'), time: (at ?? '').slice(11) })

function notes(world: World) {
  return done(world, 'desk/today', {}).notes.filter(({ where }) => where === 'Planfix')
}

/** No two requests came less than a second apart. */
function expectPace(world: World): void {
  const { requests } = planfixOf(world)
  const gaps = requests.slice(1).map(({ at }, index) => at - (requests[index]?.at ?? 0))
  expect(requests.length).toBeGreaterThan(0)
  expect(gaps.filter((gap) => gap < 1000)).toEqual([])
}

/** One open task of the consultant, here and there, at the time of the consultation. */
function expectOne(world: World, id: number, start: string | null): void {
  const tasks = planfixTasks(world, id)
  expect(tasks).toHaveLength(1)
  expect(tasks[0]).toMatchObject({ endDateTime: planfixTime(start), assignees: ['user:5'], template: 24 })
  expect(taskRows(world, id)).toMatchObject([{ Выполнена: null, Planfix: String(tasks[0]?.id) }])
  expect(waitingTasks(world)).toEqual([])
  expectPace(world)
}

test('A4: a booking is a task in Planfix for the consultant, until the start', () => {
  const { world, id, card } = story()
  followUp(world)
  expectOne(world, id, card.deal.start)
  expect(planfixTasks(world, id)[0]).toMatchObject({ name: `Провести консультацию: АНО «Маяк» (№ ${id})`, status: 1 })
})

test('it moves with the consultation and is completed when it was held', () => {
  const { world, id, card } = story()
  followUp(world)
  const moved = moveToEvening(world, card)
  followUp(world)
  expectOne(world, id, moved.deal.start)
  setClock(world, '2026-12-02T12:00')
  move(world, moved, 'held', { fields: filled }, morozova)
  nextTick(world)
  expect(planfixTasks(world, id)).toMatchObject([{ status: doneStatus }])
})

test('without a status of its own the task is closed by its end date and one comment', () => {
  const { world, id, card } = assigned(connected({ done: '' }))
  followUp(world)
  move(world, card, 'accepted', { reason: 'по просьбе клиента' })
  breakPlanfix(world, 'timeoutAfter', `task/${planfixTasks(world, id)[0]?.id}/comments/`)
  nextTick(world)
  passMinutes(world, 40)
  expect(planfixTasks(world, id)).toMatchObject([{ status: 1, comments: [expect.stringMatching(/^Закрыто .*Ничего делать не нужно\.$/)] }])
  expect(waitingTasks(world)).toEqual([])
})

test('booked and given up before Planfix was told: nothing is made there', () => {
  const { world, id, card } = story()
  move(world, card, 'accepted', { reason: 'по просьбе клиента' })
  nextTick(world)
  expect(planfixTasks(world, id)).toEqual([])
  expect(waitingTasks(world)).toEqual([])
})

describe('what Planfix answers on a bad day costs no task and makes none twice', () => {
  test.each([
    ['an answer that never came, after the task was made', 'timeoutAfter', 'task/', 30],
    ['an answer that never came', 'timeout', 'task/', 30],
    ['a time-out in the list of people', 'timeout', 'user/list', 30],
    ['a page of an ill server', 'unavailable', 'task/', 30],
    ['429', 'tooMany', 'task/', 15],
    ['the day’s limit (22)', 'dailyLimit', 'task/', 26 * 60],
    ['queued (202) for a create: its number is not told', 'queued', 'task/', 30],
  ] as const)('%s', (_, kind, path, minutes) => {
    const { world, id, card } = assigned(shared.fork(), '2026-11-27')
    world.state.cache = {}
    breakPlanfix(world, kind, path)
    followUp(world)
    expect(taskRows(world, id)).toMatchObject([{ Выполнена: null, Planfix: null }])
    passMinutes(world, minutes)
    expectOne(world, id, card.deal.start)
  })

  test('a day of 429 uses no attempt up', () => {
    const { world, id, card } = assigned(shared.fork(), '2026-11-27')
    breakPlanfix(world, 'tooMany', 'task/', 30)
    followUp(world)
    passMinutes(world, 6 * 60)
    expectOne(world, id, card.deal.start)
  })

  test('the day’s limit: nobody asks again before tomorrow', () => {
    const { world } = assigned(shared.fork(), '2026-11-27')
    breakPlanfix(world, 'dailyLimit', 'task/')
    followUp(world)
    const asked = planfixOf(world).requests.length
    assigned(world, '2026-11-30', 'Фонд «Север»')
    passMinutes(world, 6 * 60)
    expect(planfixOf(world).requests).toHaveLength(asked)
    expect(notes(world)).toMatchObject([{ where: 'Planfix', message: expect.stringMatching(/^Дневной запас обращений/) }])
  })

  test('an update queued there (202) is done; one that names a field it did not take is tried again', () => {
    const { world, id, card } = assigned(shared.fork(), '2026-11-27')
    followUp(world)
    const place = `task/${planfixTasks(world, id)[0]?.id}`
    const moved = moveToEvening(world, card)
    breakPlanfix(world, 'failures', place)
    followUp(world)
    expect(waitingTasks(world)).toMatchObject([{ Ошибка: expect.stringContaining('endDateTime: Field is read only') }])
    breakPlanfix(world, 'queued', place)
    passMinutes(world, 30)
    expectOne(world, id, moved.deal.start)
  })

  test('a task that somebody removed there is made anew when it moves, and is forgotten when it is met', () => {
    const { world, id, card } = assigned(shared.fork(), '2026-11-27')
    followUp(world)
    planfixOf(world).tasks = []
    const moved = moveToEvening(world, card)
    followUp(world)
    expectOne(world, id, moved.deal.start)
    planfixOf(world).tasks = []
    move(world, moved, 'accepted', { reason: 'по просьбе клиента' })
    nextTick(world)
    expect([planfixOf(world).tasks, waitingTasks(world)]).toEqual([[], []])
  })
})

test('a dead key: told on «Сегодня», retried hourly, and nothing is lost', () => {
  const { world, id, card } = assigned(shared.fork(), '2026-11-27')
  planfixOf(world).token = 'another'
  followUp(world)
  expect(notes(world)).toMatchObject([
    { where: 'Planfix', message: expect.stringMatching(/^Planfix не принимает ключ.*Подключить Planfix…/) },
  ])
  const asked = planfixOf(world).requests.length
  passMinutes(world, 9 * 60)
  expect(planfixOf(world).requests.length - asked).toBeGreaterThanOrEqual(7)
  expect(planfixOf(world).requests.length - asked).toBeLessThanOrEqual(18)
  expect(taskRows(world, id)).toMatchObject([{ Выполнена: null, Planfix: null }])
  connect(world, { token: 'another' })
  nextTick(world)
  expectOne(world, id, card.deal.start)
  expect(notes(world)).toEqual([])
})

test('many bookings at once: a second’s pace, thirty seconds a run, the rest with the next', () => {
  const world = shared.fork()
  const ids = ['АНО «Маяк»', 'Фонд «Север»', 'АНО «Причал»'].map((name) => assigned(world, '2026-11-24', name).id)
  planfixOf(world).latencyMs = 20_000
  followUp(world)
  expect(planfixOf(world).tasks).toHaveLength(2)
  passMinutes(world, 20)
  for (const id of ids) expect(planfixTasks(world, id)).toHaveLength(1)
  expectPace(world)
})

describe('«Подключить Planfix…»', () => {
  const answerTo = (part: Parameters<typeof connectInput>[0], change: (world: World) => void = () => undefined) => {
    const world = besidePlanfix()
    change(world)
    const { message, good } = connect(world, part)
    return { message, good, kept: world.state.properties.script['planfixToken'] ?? null }
  }

  test('connected: to whom, and who is missing there by e-mail', () => {
    const { message, good, kept } = answerTo({ account: ' https://Centre.planfix.ru/task/1 ' })
    expect(good).toBe(true)
    expect(kept).toBe(planfixToken)
    expect(message).toMatch(
      /^Подключено к centre\.planfix\.ru: найдены 3 из \d+ сотрудник\S+\. Нет в Planfix \(по e-mail\): .+; их задачи подождут, пока они там не появятся\.$/,
    )
  })

  test.each([
    ['a wrong key', { token: 'wrong' }, /^Planfix не принимает ключ/],
    ['no key', { token: ' ' }, /^Введите ключ/],
    ['a strange address', { account: 'planfix.example.org' }, /^Аккаунт пишется как адрес/],
    ['an account that nobody has', { account: 'nobody' }, /^Planfix не отвечает/],
    ['a template in words', { template: 'Консультация' }, /^Шаблон и статус — номера/],
  ] as const)('%s: one sentence, and nothing is kept', (_, part, sentence) => {
    const { message, good, kept } = answerTo(part)
    expect([message, good, kept]).toEqual([expect.stringMatching(sentence), false, null])
  })

  test('the key is never shown, in no answer, sheet or log', () => {
    const world = connected()
    expect(JSON.stringify(done(world, 'tasks/state', {}, director))).not.toContain(planfixToken)
    expect(JSON.stringify(world.state.spreadsheets)).not.toContain(planfixToken)
    expect(JSON.stringify(world.state.executions.map(({ logs, value }) => [logs, value]))).not.toContain(planfixToken)
  })

  test('the kept key goes to no other account', () => {
    const world = connected()
    expect(connect(world, { account: 'other', token: '' }).message).toMatch(/^Введите ключ/)
    expect(connect(world, { token: '' }).good).toBe(true)
  })

  test('only the director and the administrator', () => {
    const world = besidePlanfix()
    const refused = { ok: false, problem: { code: 'notAllowed', action: 'подключать программу для задач' } }
    expect(call(world, 'tasks/state', {}, morozova)).toMatchObject(refused)
    expect(call(world, 'tasks/disconnect', { tool: 'planfix' }, morozova)).toMatchObject(refused)
    expect(call(world, 'tasks/connect', connectInput(), morozova)).toMatchObject(refused)
    expect(planfixOf(world).requests).toEqual([])
  })

  test('open tasks from before go there once it is connected', () => {
    const before = besidePlanfix()
    nextTick(before)
    const { world, id, card } = assigned(before)
    followUp(world)
    connect(world)
    nextTick(world)
    expectOne(world, id, card.deal.start)
  })

  test('disconnected: tasks go on here, nobody asks there', () => {
    const { world } = assigned(shared.fork())
    done(world, 'tasks/disconnect', { tool: 'planfix' }, director)
    const asked = planfixOf(world).requests.length
    followUp(world)
    expect(waitingTasks(world)).toEqual([])
    expect(planfixOf(world).requests).toHaveLength(asked)
    const account = expect.objectContaining({ name: 'account', value: '' })
    const { tools } = done(world, 'tasks/state', {}, director)
    expect(tools.find(({ name }) => name === 'planfix')).toMatchObject({ connected: false, fields: expect.arrayContaining([account]) })
  })
})

test('the office manager’s bookings go through the same key', () => {
  const { world, id } = story()
  done(world, 'outbox/send', {}, office)
  expect(planfixTasks(world, id)).toHaveLength(1)
})

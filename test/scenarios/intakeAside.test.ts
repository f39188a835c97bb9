/** F10: what the door cannot take is set aside with its text, counted on «Сегодня», and taken by the next tick or by a person. */

import type { World } from '../../emulator/world/types'
import { deskWorld, done, office, refusal } from '../fixtures/desk'
import { dealCount, formPost, jsonPost, payload, post, setPerMinute } from '../fixtures/intakeDesk'
import { registerEqualsJournal, rowsOf } from '../fixtures/register'

const one = { name: 'Анна Иванова', phone: '89114160123', org: 'АНО «Пристань»', text: 'Нужен совет' }
const tick = (world: World) => {
  world.state.now += 60_000
  return world.invoke({ fn: 'tick', entry: 'trigger', user: office, args: [] })
}
const asides = (world: World) => done(world, 'intake/asides', {}).items
const noteOf = (world: World) => done(world, 'desk/today', {}).notes.find(({ where }) => where === 'Заявки')?.message ?? ''
const rename = (world: World, from: string, to: string) => {
  const sheet = Object.values(world.state.spreadsheets)
    .flatMap(({ sheets }) => sheets)
    .find(({ title }) => title === from)
  if (sheet === undefined) throw new Error(`no sheet ${from}`)
  sheet.title = to
}

test('the trap: kept with its text, counted after the tick, taken by a person', () => {
  const world = deskWorld()
  const before = dealCount(world)
  expect(post(world, formPost({ ...one, _gotcha: 'x' }))).toEqual({ ok: true })
  tick(world)
  expect(noteOf(world)).toMatch(/отложена 1 заявка/)
  expect(dealCount(world)).toBe(before)
  const [aside] = asides(world)
  expect(aside).toMatchObject({ why: expect.stringMatching(/робот/), text: expect.stringContaining('89114160123') })
  const { deal } = done(world, 'intake/settleAside', { id: aside?.id ?? '', take: true })
  expect(rowsOf(world, 'Сделки').at(-1)?.cells).toMatchObject({ '№': deal, Организация: 'АНО «Пристань»', Запрос: 'Нужен совет' })
  expect([asides(world), noteOf(world)]).toEqual([[], ''])
  expect(refusal(world, 'intake/settleAside', { id: aside?.id ?? '', take: true })).toMatch(/Менять нечего/)
  registerEqualsJournal(world)
})

test('thrown away, it is gone', () => {
  const world = deskWorld()
  const before = dealCount(world)
  post(world, formPost({ ...one, _gotcha: 'x' }))
  expect(done(world, 'intake/settleAside', { id: asides(world)[0]?.id ?? '', take: false })).toEqual({ deal: null })
  expect([asides(world), dealCount(world)]).toEqual([[], before])
})

test('too many at once: only their sender waits, and the next tick takes them', () => {
  const world = deskWorld()
  setPerMinute(world, 3)
  post(world, jsonPost({ ...one, text: '0' }))
  world.state.now = Math.ceil(world.state.now / 60_000) * 60_000
  const before = dealCount(world)
  const answers = Array.from({ length: 8 }, (_, at) => post(world, jsonPost({ ...one, text: `Вопрос ${at}` })))
  expect(answers.map(({ ok }) => ok)).toEqual([true, true, true, false, false, false, false, false])
  expect(post(world, jsonPost({ name: 'Пётр', phone: '89210000001', text: 'x' })).ok).toBe(true)
  expect([dealCount(world), asides(world).length]).toEqual([before + 4, 5])
  tick(world)
  expect([dealCount(world), asides(world).length, noteOf(world)]).toEqual([before + 9, 0, ''])
  registerEqualsJournal(world)
})

test('one sender sets aside ten at most: others have room', () => {
  const world = deskWorld()
  const spam = (at: number) => post(world, formPost({ ...one, text: `x${at}`, _gotcha: 'x' }))
  for (let at = 0; at < 14; at++) spam(at)
  expect(asides(world)).toHaveLength(10)
  post(world, formPost({ ...one, phone: '89210000001', _gotcha: 'x' }))
  expect(asides(world)).toHaveLength(11)
})

describe('a sheet that was renamed', () => {
  test("a site's request is taken when it has its name again", () => {
    const world = deskWorld()
    const before = dealCount(world)
    rename(world, 'Сделки', 'Сделки 1')
    expect(post(world, jsonPost(one))).toMatchObject({ ok: false, busy: true })
    expect(tick(world).logs.join()).toMatch(/asides/)
    expect(noteOf(world)).toMatch(/отложена 1 заявка/)
    rename(world, 'Сделки 1', 'Сделки')
    tick(world)
    expect([dealCount(world), asides(world).length, noteOf(world)]).toEqual([before + 1, 0, ''])
    expect(rowsOf(world, 'Сделки').at(-1)?.cells).toMatchObject({ Организация: 'АНО «Пристань»', Этап: 'Неразобранное' })
  })

  test('so is an answer to a Google form; sent again meanwhile, it is one deal', () => {
    const world = deskWorld()
    const before = dealCount(world)
    world.state.triggers.push({ uid: 'form-trigger', fn: 'onFormSubmit', owner: world.state.owner, kind: 'formSubmit' })
    const event = { namedValues: JSON.parse(payload('google.json')), range: { rowStart: 2 }, triggerUid: 'form-trigger' }
    const submit = () => world.invoke({ fn: 'onFormSubmit', entry: 'trigger', user: office, args: [event] })
    rename(world, 'Сделки', 'Сделки 1')
    expect(submit().error).toBeNull()
    rename(world, 'Сделки 1', 'Сделки')
    submit()
    tick(world)
    expect([dealCount(world), asides(world).length]).toEqual([before + 1, 0])
  })
})

test("a run of the form's trigger that dies at any of its calls: the answer is one deal after the next tick", () => {
  const start = deskWorld()
  start.state.triggers.push({ uid: 'form-trigger', fn: 'onFormSubmit', owner: start.state.owner, kind: 'formSubmit' })
  const event = { namedValues: JSON.parse(payload('google.json')), range: { rowStart: 2 }, triggerUid: 'form-trigger' }
  const submit = { fn: 'onFormSubmit', entry: 'trigger', user: office, args: [event] } as const
  const before = dealCount(start)
  const calls = start
    .fork()
    .invoke(submit)
    .calls.map(({ name }) => name)
  const kept = calls.indexOf('Properties.set')
  expect(kept).toBeGreaterThan(0)
  for (let call = kept + 2; call <= calls.length; call++) {
    const world = start.fork()
    world.invoke(submit, [{ at: call, kind: 'kill' }])
    tick(world)
    tick(world)
    expect([call, dealCount(world), asides(world).length]).toEqual([call, before + 1, 0])
  }
})

test('a text that has no room is refused and set aside whole', () => {
  const world = deskWorld()
  const text = 'Очень длинно. '.repeat(2_000)
  expect(post(world, jsonPost({ ...one, text }))).toMatchObject({ ok: false, error: expect.stringMatching(/слишком длинная/) })
  expect(asides(world)[0]?.text).toContain(text)
  tick(world)
  expect(noteOf(world)).toMatch(/отложена 1 заявка/)
  expect(refusal(world, 'intake/settleAside', { id: asides(world)[0]?.id ?? '', take: true })).toMatch(/помещается 18000/)
})

test('the office and consultants see them; others do not', () => {
  const world = deskWorld()
  expect(refusal(world, 'intake/asides', {}, 'pr@example.org')).toMatch(/не позволяет/)
  expect(refusal(world, 'intake/settleAside', { id: 'x', take: false }, 'pr@example.org')).toMatch(/не позволяет/)
})

describe('F9: an edited answer', () => {
  const first = JSON.parse(payload('google.json')) as Record<string, string[]>
  function submitted(edit: Record<string, string[]>) {
    const world = deskWorld()
    const before = dealCount(world)
    world.state.triggers.push({ uid: 'form-trigger', fn: 'onFormSubmit', owner: world.state.owner, kind: 'formSubmit' })
    const submit = (namedValues: object) =>
      world.invoke({
        fn: 'onFormSubmit',
        entry: 'trigger',
        user: office,
        args: [{ namedValues, range: { rowStart: 2 }, triggerUid: 'form-trigger' }],
      })
    submit(first)
    const edited = {
      'Отметка времени': ['23.11.2026 10:00:00'],
      ...Object.fromEntries(
        Object.keys(first)
          .slice(1)
          .map((name) => [name, ['']]),
      ),
      ...edit,
    }
    for (const answers of [edited, edited]) expect(submit(answers).error).toBeNull()
    return { world, added: dealCount(world) - before, deal: rowsOf(world, 'Сделки').at(-1)?.cells ?? {} }
  }

  test('changes its own deal, once; a new phone stands beside the card', () => {
    const { world, added, deal } = submitted({ Телефон: ['+7 921 000-00-01'], 'Ваш вопрос': ['Теперь устав'] })
    expect(added).toBe(1)
    expect(deal).toMatchObject({ Запрос: 'Теперь устав', 'Сказано заново': '{"phone":"+7 921 000-00-01"}' })
    expect(deal['Комментарии']).toMatch(/ответ на форму изменён: .*\+7 921 000-00-01.*Теперь устав/)
    expect(deal['Исходная заявка']).toContain('Телефон: +7 931 400-50-60')
    registerEqualsJournal(world)
  })

  test('a row that somebody else filled again is his own request', () => {
    const other = {
      ...Object.fromEntries(Object.keys(first).map((name) => [name, ['']])),
      'Как к вам обращаться?': ['Ольга'],
      Телефон: ['+7 921 000-00-01'],
    }
    expect(submitted(other).added).toBe(2)
  })
})

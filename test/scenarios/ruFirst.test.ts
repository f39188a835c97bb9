/** «Сначала в России»: what the receiver passes on becomes one deal, whoever repeats, forges or delays it. */
import type { World } from '../../emulator/world/types'
import { deskWorld, director, done, nextTick } from '../fixtures/desk'
import { dealCount, jsonPost, post, posting, webAnswer } from '../fixtures/intakeDesk'
import { registerEqualsJournal, rowsOf } from '../fixtures/register'
import {
  keyOf,
  passedOn,
  passOn,
  receiverPage,
  receiverWorld,
  recordedRequest,
  sealedBy,
  secondsOf,
  setWays,
} from '../fixtures/ruFirstDesk'

const shared = setWays(receiverWorld(), 'ruFirst')
const story = (): World => shared.fork()
const send = (world: World, body: unknown) => webAnswer(world.invoke(posting(world, passedOn(body))))
const lastDeal = (world: World) => rowsOf(world, 'Сделки').at(-1)?.cells ?? {}

test('a request that was recorded in Russia is a deal, and says where its record lies', () => {
  const world = story()
  const before = dealCount(world)
  const recorded = recordedRequest(world)
  const answer = passOn(world, recorded)
  expect(answer).toEqual({ ok: true, id: lastDeal(world)['№'] })
  expect(dealCount(world)).toBe(before + 1)
  expect(lastDeal(world)).toMatchObject({ Этап: 'Неразобранное', 'Контактное лицо': 'Анна Пример' })
  expect(String(lastDeal(world)['Внешние номера'])).toContain(`ru:${sealedBy('', recorded, 0).id.slice(0, 24)}`)
  registerEqualsJournal(world)
})

describe('what is no letter of the receiver', () => {
  const good = (world: World) => sealedBy(keyOf(world), recordedRequest(world), secondsOf(world))
  const bad: Readonly<Record<string, (world: World) => readonly [body: unknown, code: string]>> = {
    'signed with another key': (world) => [sealedBy('another', recordedRequest(world), secondsOf(world)), 'signature'],
    'a changed word': (world) => [{ ...good(world), payload: good(world).payload.replace('Анна', 'Инна') }, 'signature'],
    'another id': (world) => [{ ...good(world), id: '0'.repeat(64) }, 'signature'],
    'a later time under the same signature': (world) => [{ ...good(world), at: secondsOf(world) + 60 }, 'signature'],
    'no signature': (world) => [{ ...good(world), sign: '' }, 'signature'],
    'no JSON': () => ['<html>', 'signature'],
    'sixteen minutes old': (world) => [sealedBy(keyOf(world), recordedRequest(world), secondsOf(world) - 961), 'clock'],
    'from a clock sixteen minutes ahead': (world) => [sealedBy(keyOf(world), recordedRequest(world), secondsOf(world) + 961), 'clock'],
    'a digest that is not its own': (world) => {
      const other = sealedBy(keyOf(world), { ...recordedRequest(world), suspect: 'robot' as never }, secondsOf(world))
      return [other, 'unreadable']
    },
    'nothing in it': (world) => [sealedBy(keyOf(world), recordedRequest(world, { body: ' ', contentType: '' }), secondsOf(world)), 'empty'],
  }
  test.each(Object.keys(bad))('%s: refused by its code, nothing is kept', (name) => {
    const world = story()
    const before = JSON.stringify(world.state.properties.script)
    const [body, code] = bad[name]?.(world) ?? []
    const answer = send(world, body)
    expect(answer).toMatchObject({ ok: false, code })
    expect(JSON.stringify(answer)).not.toMatch(/Анна|900/)
    expect(dealCount(world)).toBe(dealCount(shared))
    expect(JSON.stringify(world.state.properties.script)).toBe(before)
  })

  test.each([-840, -600, 600, 840])('a clock that is wrong by %i seconds is a clock of a hosting', (skew) => {
    const world = story()
    expect(send(world, sealedBy(keyOf(world), recordedRequest(world), secondsOf(world) + skew))).toMatchObject({ ok: true })
  })

  test('a key that was made anew closes the door to the former one at once; the form’s key opens nothing here', () => {
    const world = story()
    const former = keyOf(world)
    done(world, 'ways/key', {}, director)
    expect(send(world, sealedBy(former, recordedRequest(world), secondsOf(world)))).toMatchObject({ code: 'signature' })
    expect(send(world, sealedBy(world.state.properties.script['intakeKey'] ?? '', recordedRequest(world), secondsOf(world)))).toMatchObject(
      {
        code: 'signature',
      },
    )
    expect(passOn(world, recordedRequest(world))).toMatchObject({ ok: true })
  })

  test('an office without a receiver is told so by', () => {
    expect(send(deskWorld(), sealedBy('', recordedRequest(deskWorld()), secondsOf(deskWorld())))).toMatchObject({ code: 'notSetUp' })
  })
})

test('the mode is changed at once, either way; what stands in «Неразобранное» stays; the tick mends what screens know', () => {
  const world = receiverWorld()
  const asked = (name: string) => post(world, jsonPost({ name, phone: '8 900 111-22-33', text: name }))
  expect(asked('Первая')).toMatchObject({ ok: true })
  const stands = rowsOf(world, 'Сделки')
  setWays(world, 'ruFirst')
  expect(rowsOf(world, 'Сделки')).toEqual(stands)
  const refused = asked('Вторая')
  expect(refused).toMatchObject({ ok: false, code: 'ruFirst', to: receiverPage, error: expect.stringContaining(receiverPage) })
  world.state.properties.script['requestRule'] = JSON.stringify({ mode: 'all', address: '', declared: [] })
  expect(asked('Третья')).toMatchObject({ ok: true })
  nextTick(world)
  expect(
    JSON.parse(String(rowsOf(world, 'Служебное').find(({ cells }) => cells['Ключ'] === 'requestRule')?.cells['Значение'])),
  ).toMatchObject({ mode: 'all' })
})

test('a property that somebody has typed into closes the doors', () => {
  const world = story()
  world.state.properties.script['requestRule'] = '{"mode":"al'
  expect(post(world, jsonPost({ name: 'Кто-то', phone: '8 900 111-22-33', text: 'x' }))).toMatchObject({ ok: false, code: 'ruFirst' })
})

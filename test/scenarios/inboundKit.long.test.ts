/** The kit that every place outside passes: what waits there comes in once and in order, and neither bad days nor deaths lose or double it. */
import type { World } from '../../emulator/world/types'
import { passTicks } from '../fixtures/amoDesk'
import { deathFaults } from '../fixtures/deaths'
import { done, nextTick } from '../fixtures/desk'
import { type InboundPlace, inboundPlaces } from '../fixtures/inboundPlaces'
import { type Row, registerEqualsJournal, rowsOf } from '../fixtures/register'

const names = Object.keys(inboundPlaces)
const many = Number(process.env['WAITING'] ?? 9)
/** One death of so many; DEATHS=1: each. */
const step = Number(process.env['DEATHS'] ?? 9)
const tick = { fn: 'tick', entry: 'trigger', user: '' } as const

const started = new Map<string, World>()
function story(name: string): { readonly place: InboundPlace; readonly world: World } {
  const place = inboundPlaces[name]
  if (place === undefined) throw new Error(name)
  const world = started.get(name) ?? place.connected()
  started.set(name, world)
  return { place, world: world.fork() }
}

/** Deals of a request, by how «Внешние номера» name it. */
function dealsOf(world: World, id: string) {
  return rowsOf(world, 'Сделки').filter(({ cells }) =>
    String(cells['Внешние номера'] ?? '')
      .split(/\s+/)
      .includes(id),
  )
}
const timesOf = (world: World, ids: readonly string[]) => ids.map((id) => dealsOf(world, id).length)
const once = (ids: readonly string[]) => ids.map(() => 1)

describe.each(names)('%s', (name) => {
  test('what waits is a deal in «Неразобранное» within one tick, once, with contact, channel and the text as it came', () => {
    const { place, world } = story(name)
    const id = place.asks(world, 'Василиса')
    nextTick(world)
    nextTick(world)
    expect(dealsOf(world, id).map(({ cells }) => [cells['Этап'], cells['Запрос']])).toEqual([['Неразобранное', 'Вопрос: Василиса']])
    const cells: Row = dealsOf(world, id)[0]?.cells ?? {}
    expect(String(cells['Контактное лицо'])).toContain('Василиса')
    expect(String(cells['Исходная заявка'])).toContain('Василиса')
    expect([String(cells['Телефон']), String(cells['Канал'])]).toEqual([expect.stringMatching(/931/), expect.stringMatching(/\S/)])
    registerEqualsJournal(world)
  })

  test('more than a page, some of it asked while the pages are read: each once, in the order in which they came', () => {
    const { place, world } = story(name)
    const ids = Array.from({ length: many }, (_, at) => {
      world.state.now += 1000
      return place.asks(world, `Гость ${at}`)
    })
    for (let ticks = 0; ticks < 2; ticks++) {
      nextTick(world)
      ids.push(place.asks(world, `Поздний ${ticks}`))
    }
    nextTick(world)
    expect(timesOf(world, ids)).toEqual(once(ids))
    const numbers = ids.map((id) => Number(dealsOf(world, id)[0]?.cells['№']))
    if (name === 'vk') expect(numbers).toEqual([...numbers].sort((a, b) => a - b))
    const [most, allowed] = place.pace(world)
    console.log(`${name}: ${ids.length} waited, at most ${most} requests a second of ${allowed}`)
    expect(most).toBeLessThanOrEqual(allowed)
  })

  test('one that cannot be read stops no other', () => {
    const { place, world } = story(name)
    const ids = [place.asks(world, 'Первая')]
    place.garbles(world)
    ids.push(place.asks(world, 'Вторая'))
    nextTick(world)
    expect(timesOf(world, ids)).toEqual([1, 1])
    ids.push(place.asks(world, 'Третья'))
    nextTick(world)
    expect(timesOf(world, ids)).toEqual([1, 1, 1])
  })

  test.each(['silent', 'tooMany', 'unavailable'] as const)(
    'a bad hour (%s): nothing is lost, nothing twice, the rest of the desk goes on',
    (how) => {
      const { place, world } = story(name)
      const id = place.asks(world, 'Терпение')
      place.fails(world, how, 3)
      const record = nextTick(world).find(({ fn }) => fn === 'tick')
      expect(record?.error).toBeNull()
      expect(timesOf(world, [id])).toEqual([0])
      passTicks(world, how === 'tooMany' ? 60 : 70)
      expect(timesOf(world, [id])).toEqual([1])
    },
  )

  test('a key that ended is told on «Сегодня», and what waited comes with the next one', () => {
    const { place, world } = story(name)
    place.setKey(world, false)
    const id = place.asks(world, 'Ключница')
    nextTick(world)
    expect(timesOf(world, [id])).toEqual([0])
    const told = () =>
      done(world, 'desk/today', {})
        .notes.map(({ message }) => message)
        .filter((message) => /ключ/i.test(message))
    expect(told()).toHaveLength(1)
    expect(told().join()).not.toMatch(/vk-key|eyJ/)
    place.setKey(world, true)
    passTicks(world, 75)
    expect([timesOf(world, [id]), told()]).toEqual([[1], []])
  })

  test('a run that dies at any of its calls: the next ones bring each once', () => {
    const { place, world } = story(name)
    const ids = ['Раз', 'Два', 'Три'].map((contact) => place.asks(world, contact))
    const faults = deathFaults(world.fork().invoke(tick).calls).filter((_, at) => at % step === 0)
    for (const fault of faults) {
      const dying = world.fork()
      dying.invoke(tick, [fault])
      nextTick(dying)
      nextTick(dying)
      expect([fault.at, timesOf(dying, ids)]).toEqual([fault.at, once(ids)])
    }
    console.log(`${name}: ${faults.length} deaths, three requests each, once each`)
  })
})

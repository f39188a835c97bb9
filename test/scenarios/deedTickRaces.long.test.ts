/** Writing methods while the tick runs, at every call: as if one had come after the other, each letter delivered once. */
import type { Invocation, World } from '../../emulator/world/types'
import { answersOf, expectSound, invocationOf, keys } from '../fixtures/deedRace'
import { calendarLines } from '../fixtures/desk'
import { afterSending, mailOf } from '../fixtures/mail'
import { otherDeeds } from '../fixtures/otherDeeds'
import { inEveryDistinctOrder } from '../fixtures/races'
import { shareOf } from '../fixtures/share'
import { writingDeeds } from '../fixtures/writingDeeds'

const tick: Invocation = { fn: 'tick', entry: 'trigger', user: '' }

/** Of the others those that write letters, or in the calendar, as the tick does. */
const alike = [
  'last week repeated (G1)',
  'a project’s manager asked (T2)',
  'a link to the report (C3)',
  'a title mended',
  'the managers told (S2)',
]
const all = [...Object.entries(writingDeeds), ...Object.entries(otherDeeds).filter(([name]) => alike.includes(name))]
/** SWITCHES=2 SHARE=1: twice, in every deed. */
const switches = Number(process.env['SWITCHES'] ?? 1)
const deeds = shareOf(all, 2)

/** Once all that waits has gone: the time that is let go is free, letters are there. */
function settled(world: World) {
  const after = afterSending(world)
  return { calendar: calendarLines(after), mail: mailOf(after) }
}

test.each(deeds)('%s', (_, begin) => {
  const { world, ...deed } = begin()
  const own = invocationOf(deed, keys[0])
  const orders = [
    [own, tick],
    [tick, own],
  ].map((runs) => {
    const alone = world.fork()
    for (const one of runs) alone.invoke(one)
    return settled(alone)
  })
  const judged = new Set<string>()
  inEveryDistinctOrder(world, [own, tick], switches, (after, records) => {
    expectSound(after)
    expect(answersOf(records).map(({ ok }) => ok)).toEqual([true])
    const seen = JSON.stringify([mailOf(after), calendarLines(after)])
    if (!judged.has(seen)) expect(orders).toContainEqual(settled(after))
    judged.add(seen)
  })
})

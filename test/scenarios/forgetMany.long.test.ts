/** Generated people in generated worlds: whatever traces they leave, with a tool for tasks or without, nothing of them is left and nobody else is touched. */

import { seededRandom } from '../../emulator/world/seeded'
import type { World } from '../../emulator/world/types'
import { deskWorld, director, done, sleepUntil } from '../fixtures/desk'
import { forgetAll, leaveTraces, leftOf, personOf, subjectOf } from '../fixtures/personDesk'
import { connected, followUp, planfixOf } from '../fixtures/planfixDesk'
import { registerEqualsJournal, rowById } from '../fixtures/register'

const worlds = Number(process.env['FORGET_WORLDS'] ?? 6)
const starts = { plain: deskWorld(), planfix: connected() }
const periods = [
  { kind: 'month', month: '2026-10' },
  { kind: 'month', month: '2026-11' },
  { kind: 'year', year: 2026 },
] as const

function monthsOf(world: World) {
  return periods.map((period) => done(world, 'month/preview', { period }, director))
}

test('nothing is left, others stand as they stood, the numbers are the same', () => {
  const told = { worlds: 0, calls: 0, planfix: 0, whole: 0 }
  for (let seed = 0; seed < worlds; seed++) {
    const random = seededRandom(`forget ${seed}`)
    const hasTool = random() < 0.3
    const world = (hasTool ? starts.planfix : starts.plain).fork()
    const person = personOf(`person ${seed}`)
    const { client, namesake, deals } = leaveTraces(world, person)
    if (hasTool) {
      followUp(world)
      planfixOf(world).tasks[0]?.comments.push(`Иван из Архангельска`)
      for (const task of planfixOf(world).tasks.filter(({ name }) => deals.some((id) => name.includes(String(id)))))
        task.comments.push(`${person.contact}: ${person.phone}`)
    }
    if (random() < 0.5) done(world, 'month/report', { period: { kind: 'month', month: '2026-11' } }, director)
    if (random() < 0.3) sleepUntil(world, '2026-11-24T15:00')
    const [numbers, like] = [monthsOf(world), rowById(world, 'Клиенты', namesake)]
    const kind = random() < 0.4 ? 'client' : 'contact'
    expect([seed, leftOf(world, person).length > 0]).toEqual([seed, true])
    told.calls += forgetAll(world, subjectOf(client, kind))
    expect([seed, leftOf(world, person)]).toEqual([seed, []])
    registerEqualsJournal(world)
    expect([seed, rowById(world, 'Клиенты', namesake)]).toEqual([seed, like])
    expect([seed, monthsOf(world)]).toEqual([seed, numbers])
    told.worlds++
    told.planfix += hasTool ? 1 : 0
    told.whole += kind === 'client' ? 1 : 0
  }
  console.info(JSON.stringify(told))
})

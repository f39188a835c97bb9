/** A request sent again because its answer was lost: done once, answered as the first time (the key of the page's deed). */
import type { World } from '../../emulator/world/types'
import type { RpcAnswer } from '../../src/rpc/contract'
import { calendarLines, morozova, phoned } from '../fixtures/desk'
import { otherDeeds } from '../fixtures/otherDeeds'
import { registerEqualsJournal, registerOf, rowsOf } from '../fixtures/register'
import { type WritingDeed, writingDeeds } from '../fixtures/writingDeeds'

const key = '00112233445566778899aabb'

function deedOf(name: keyof typeof writingDeeds): WritingDeed {
  const begin = writingDeeds[name]
  if (begin === undefined) throw new Error(`no deed «${name}»`)
  return begin()
}

function send({ world, method, input, user }: WritingDeed, key: string): RpcAnswer<unknown> {
  const record = world.invoke({ fn: 'rpc', entry: 'rpc', user, args: [{ method, input, key }] })
  if (record.error !== null) throw new Error(record.error.message)
  return record.value as RpcAnswer<unknown>
}

/** Everything that a second doing would change. */
function stateOf(world: World) {
  const letters = rowsOf(world, 'Исходящие').map(({ cells }) => cells['Ключ'])
  const files = world.state.files.length
  return { register: registerOf(world), calendar: calendarLines(world), letters, files, journal: rowsOf(world, 'Журнал').length }
}

/** What was sent meanwhile is told by the first answer only. */
function withoutWaiting(answer: RpcAnswer<unknown>): unknown {
  return JSON.parse(JSON.stringify(answer, (name, value) => (name === 'lettersWaiting' ? 0 : value)))
}

/** Those whose first half is done before the lock, too. */
const deeds = { ...writingDeeds, 'a file attached (C5)': otherDeeds['a file attached (C5)'] as () => WritingDeed }

describe.each(Object.entries(deeds))('%s', (_, begin) => {
  test('sent twice with one key is done once, and answered alike', () => {
    const deed = begin()
    const first = send(deed, key)
    if (!first.ok) throw new Error(first.message)
    const after = stateOf(deed.world)
    const second = send(deed, key)
    expect(withoutWaiting(second)).toEqual(withoutWaiting(first))
    expect(stateOf(deed.world)).toEqual(after)
    registerEqualsJournal(deed.world)
  })
})

test('the key of another deed is not taken for it: a changed card is told as such', () => {
  const { world, ...deed } = deedOf('a call noted (I5)')
  expect(send({ world, ...deed }, key)).toMatchObject({ ok: true })
  expect(send({ world, ...deed }, 'another-deed-of-the-page')).toMatchObject({ ok: false, problem: { code: 'changedMeanwhile' } })
  expect(send({ world, ...deed }, '')).toMatchObject({ ok: false, problem: { code: 'changedMeanwhile' } })
})

test('somebody else changed the card since: the answer is the card as it stands, and what the request did stays', () => {
  const { world, ...deed } = deedOf('a card filled (C5)')
  const first = send({ world, ...deed }, key) as { ok: true; value: { ref: { id: number; version: number } } }
  const later = { method: 'deal/fill', input: { deal: first.value.ref, fields: { minutes: 45 } }, user: morozova } as const
  expect(send({ world, ...later }, 'the-deed-of-somebody-else')).toMatchObject({ ok: true })
  expect(send({ world, ...deed }, key)).toMatchObject({
    ok: true,
    value: { deal: { content: 'Разобрали смету', minutes: 45, version: first.value.ref.version + 1 } },
  })
})

test('keys that are none are passed over', () => {
  const { world, ...deed } = deedOf('a call noted (I5)')
  for (const odd of ['short', 'x'.repeat(65), '⟦1⟧', null as unknown as string]) {
    expect(send({ world: world.fork(), ...deed }, odd)).toMatchObject({ ok: true })
  }
  expect(phoned(world, 'Фонд «Север»').deal.version).toBe(1)
})

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

function deedOfOthers(name: keyof typeof otherDeeds): WritingDeed {
  const begin = otherDeeds[name]
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

const deeds = { ...writingDeeds, ...otherDeeds }
/** Known again by what they bring: the second answer says what is there already. */
const toldAnew: readonly string[] = ['last week repeated (G1)', 'deals imported']

let tried = 0
afterAll(() => void process.stdout.write(`repeated: ${tried} writing deeds sent twice with one key\n`))

describe.each(Object.entries(deeds))('%s', (name, begin) => {
  test('sent twice with one key is done once, and answered alike', () => {
    const deed = begin()
    const first = send(deed, key)
    if (!first.ok) throw new Error(first.message)
    const after = stateOf(deed.world)
    const second = send(deed, key)
    tried += 1
    if (toldAnew.includes(name)) expect(second.ok).toBe(true)
    else expect(withoutWaiting(second)).toEqual(withoutWaiting(first))
    expect(stateOf(deed.world)).toEqual(after)
    registerEqualsJournal(deed.world)
  })
})

test('letters sent anew on purpose go once though the request comes twice', () => {
  const { world, ...deed } = deedOfOthers('the managers told (S2)')
  expect(send({ world, ...deed }, key)).toMatchObject({ ok: true })
  const input = { ...(deed.input as object), anew: true, seen: (deed.input as { projects: string[] }).projects.length }
  expect(send({ world, ...deed, input }, 'second-deed-of-the-page')).toMatchObject({ ok: true })
  const after = stateOf(world)
  expect(send({ world, ...deed, input }, 'second-deed-of-the-page')).toMatchObject({ ok: true })
  expect(stateOf(world)).toEqual(after)
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

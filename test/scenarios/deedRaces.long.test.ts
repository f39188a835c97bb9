/** Every writing method at the same time as itself, and as a card being filled, where they meet: done once, nothing lost, nothing told that is not so. */
import type { World } from '../../emulator/world/types'
import { answersOf, dealIn, expectSound, invocationOf, keys, outcomeOf } from '../fixtures/deedRace'
import { director, office } from '../fixtures/desk'
import { mailAfterwards, twiceIn } from '../fixtures/mail'
import { otherDeeds } from '../fixtures/otherDeeds'
import { inEveryDistinctOrder, whereTheyMeet } from '../fixtures/races'
import { rowById, rowsOf } from '../fixtures/register'
import { shareOf } from '../fixtures/share'
import { writingDeeds } from '../fixtures/writingDeeds'

/** More with SWITCHES=2, at every call; every pair in all schedules: `npm run races`. */
const switches = process.env['SWITCHES'] === undefined ? whereTheyMeet : Number(process.env['SWITCHES'])
const deeds = shareOf(Object.entries({ ...writingDeeds, ...otherDeeds }), 3)

/** By its key a request is known again from the journal: these leave no line in it, or are not refused. */
const notKnownAgain = ['a file attached (C5)', 'a title mended', 'a month approved (S2)', 'the managers told (S2)']

test.each(deeds.filter(([name]) => !notKnownAgain.includes(name)))(
  '%s, sent twice with one key: done once, both are answered, each letter comes once',
  (_, begin) => {
    const { world, ...deed } = begin()
    const alone = world.fork()
    expect(answersOf([alone.invoke(invocationOf(deed, keys[0]))])).toMatchObject([{ ok: true }])
    const once = outcomeOf(alone)
    let last = alone
    inEveryDistinctOrder(world, [invocationOf(deed, keys[0]), invocationOf(deed, keys[0])], switches, (after, records) => {
      expectSound(after)
      expect(answersOf(records).map(({ ok }) => ok)).toEqual([true, true])
      expect(outcomeOf(after)).toEqual(once)
      last = after
    })
    const mail = mailAfterwards(last)
    expect(mail).toEqual(mailAfterwards(alone))
    expect(twiceIn(mail)).toEqual([])
  },
)

test.each(deeds)('%s, by two people: one does it, the other is told or finds it done', (_, begin) => {
  const { world, ...deed } = begin()
  const other = { ...deed, user: deed.user === office ? director : office }
  let last = world
  inEveryDistinctOrder(world, [invocationOf(deed, keys[0]), invocationOf(other, keys[1])], switches, (after, records) => {
    expectSound(after)
    const told = answersOf(records)
    expect(told.some(({ ok }) => ok)).toBe(true)
    for (const answer of told) if (!answer.ok) expect(answer.problem).not.toBeNull()
    last = after
  })
  expect(twiceIn(mailAfterwards(last))).toEqual([])
})

/** The deal that a deed changes, with its clients' cards where it is about those; null = it changes none that stands. */
function changedDeal(world: World, input: unknown) {
  const { drop } = input as { drop?: number }
  const found = rowsOf(world, 'Сделки').find(({ cells }) => drop !== undefined && cells['№ клиента'] === drop)
  if (found === undefined) return dealIn(input)
  return { id: Number(found.cells['№']), row: found.row, version: Number(found.cells['Версия']), clientId: drop ?? null }
}

const aboutNoDeal = [
  ...[
    'a new request (I3)',
    'an own booking (I9)',
    'an hour held',
    'a setting saved',
    'an hour let go',
    'last week repeated (G1)',
    'hours offered and taken back (G1)',
  ],
  ...[
    'a merge taken back',
    'a title mended',
    'a month approved (S2)',
    'a month published (S3)',
    'the managers told (S2)',
    'deals imported',
    'two clients told apart',
    'that closing taken back',
  ],
]

test.each(deeds.filter(([name]) => !aboutNoDeal.includes(name)))(
  '%s, while its card is being filled: what was saved stands in the row, or was refused',
  (_, begin) => {
    const { world, ...deed } = begin()
    const deal = changedDeal(world, deed.input)
    if (deal === null) throw new Error('it is about no deal')
    const filling = { method: 'deal/fill' as const, input: { deal, fields: { agreedWith: 'СБ' } }, user: director }
    const fills = new Set<boolean | undefined>()
    inEveryDistinctOrder(world, [invocationOf(deed, keys[0]), invocationOf(filling, keys[1])], switches, (after, records) => {
      expectSound(after)
      const [, fill] = answersOf(records)
      expect(rowById(after, 'Сделки', deal.id)['Договорился с'] === 'СБ').toBe(fill?.ok)
      fills.add(fill?.ok)
    })
    expect(fills.size).toBeGreaterThan(0)
  },
)

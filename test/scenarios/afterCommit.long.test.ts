/** What fails after the commit is told as «Записано, но …», never as a refusal: nobody repeats what is done, and the desk mends it by itself. */
import type { ExecutionRecord, World } from '../../emulator/world/types'
import { answerOf, booked, bookInput, createInput, deskWorld, nextTick, office, phoned, request, sheet, slotOf } from '../fixtures/desk'
import { columnOf, registerEqualsJournal, rowsOf } from '../fixtures/register'

const story = (() => {
  const world = deskWorld()
  const held = booked(world, 'АНО «Маяк»')
  const card = phoned(world, 'Фонд «Север»')
  return { world, held, card, slot: slotOf(world, 'ММ', '2026-11-25') }
})()

const inputs = {
  'deal/note': { deal: story.card.ref, outcome: 'noAnswer', text: '' },
  'deal/fill': { deal: story.held.ref, fields: { topic: 5 } },
  'deal/book': bookInput(story.card, story.slot),
  'deal/move': { deal: story.held.ref, to: 'accepted', reason: 'по просьбе клиента', fields: {} },
  'deal/create': createInput(),
} as const

type Hand = (world: World) => void

const hands: Readonly<Record<string, Hand>> = {
  'nobody does anything': () => undefined,
  'somebody sorts': (world) =>
    world.hand.sort({ sheet: 'Сделки', column: columnOf(sheet(world, 'Сделки'), 'Организация'), ascending: true, user: office }),
  'somebody drags «№»': (world) => world.hand.moveColumn({ sheet: 'Сделки', from: 1, to: 12, user: office }),
}

/** Acts once, just before the register is written. */
function beforeWriting(world: World, act: Hand) {
  let isDone = false
  return {
    beforeCall: (_: number, name: string) => {
      if (isDone || name !== 'Sheets.batchUpdate') return
      isDone = true
      act(world)
    },
  }
}

function callsAfterCommit({ calls }: ExecutionRecord): number[] {
  const committed = calls.findIndex(({ name }) => name === 'Sheets.batchUpdate')
  return calls.flatMap((_, index) => (index > committed ? [index + 1] : []))
}

const cases = Object.keys(inputs).flatMap((method) => Object.keys(hands).map((hand) => ({ method, hand })))

test.each(cases)('$method, $hand: a failure of any later call is no refusal', ({ method, hand }) => {
  const input = inputs[method as keyof typeof inputs]
  const act = hands[hand] as Hand
  const whole = story.world.fork()
  const later = callsAfterCommit(whole.invoke(request(method, input), [], beforeWriting(whole, act)))
  expect(later.length).toBeGreaterThan(0)
  for (const at of later) {
    const world = story.world.fork()
    const message = 'Service Spreadsheets timed out while accessing document with id 1.'
    const record = world.invoke(request(method, input), [{ at, kind: 'fail', message }], beforeWriting(world, act))
    const answer = answerOf<'deal/note'>(record)
    expect([at, answer?.ok]).toEqual([at, true])
    if (answer.ok && answer.note !== undefined) expect(answer.note).toMatch(/^Записано, но /)
    nextTick(world)
    registerEqualsJournal(world)
  }
})

test('a heading is renamed while a new client is written: it is told as written, and there is one', () => {
  const world = deskWorld()
  const before = [rowsOf(world, 'Клиенты').length, rowsOf(world, 'Сделки').length] as const
  const column = columnOf(sheet(world, 'Клиенты'), 'Мессенджер')
  const rename = (value: string) => world.hand.type({ sheet: 'Клиенты', row: 1, column, value, user: office })
  const record = world.invoke(
    request('deal/create', createInput()),
    [],
    beforeWriting(world, () => rename('Мессенджеры')),
  )
  expect(record.value).toMatchObject({ ok: true, note: expect.stringMatching(/^Записано, но на листе «Клиенты»/) })
  expect([rowsOf(world, 'Клиенты').length, rowsOf(world, 'Сделки').length]).toEqual(before.map((count) => count + 1))
  rename('Мессенджер')
  nextTick(world)
  registerEqualsJournal(world)
})

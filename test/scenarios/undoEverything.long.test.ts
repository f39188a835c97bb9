/** Every command taken back: at once, twice, by somebody else, after somebody changed the card, after its letters left; with the calendar looked at. */
import type { World } from '../../emulator/world/types'
import { dealTitles } from '../../src/domain/deal/fieldTitles'
import { toldKeys } from '../../src/domain/letter/telling'
import type { DealRef, Input } from '../../src/rpc/contract'
import { bookingProblems } from '../fixtures/consultantHand'
import { answersOf, dealIn, expectSound, invocationOf, keys } from '../fixtures/deedRace'
import { calendarLines, call, director, done, morozova, office } from '../fixtures/desk'
import { mailAfterwards, twiceIn } from '../fixtures/mail'
import { otherDeeds } from '../fixtures/otherDeeds'
import { registerOf, rowById } from '../fixtures/register'
import { type WritingDeed, writingDeeds } from '../fixtures/writingDeeds'

/** Time and consultant go back only by another move; what reached a second card is mended on both by hand. */
const notTakenBack = [
  ...['a move with its event (G5)', 'a reassignment (G6)', 'a client card filled (I4)', 'a request joined (I5)'],
  ...['a client recognised', 'consent taken back', 'news taken over', 'a file attached (C5)'],
]
/** What begins a deal, or is about none. */
const aboutNoDeal = [
  ...['a new request (I3)', 'clients merged', 'an own booking (I9)', 'an hour held', 'a setting saved', 'an hour let go'],
  ...['last week repeated (G1)', 'a merge taken back', 'a title mended', 'a month approved (S2)', 'a month published (S3)'],
  ...['the managers told (S2)', 'deals imported', 'two clients told apart', 'that closing taken back', 'that import taken back'],
  'hours offered and taken back (G1)',
]
const deeds = Object.entries({ ...writingDeeds, ...otherDeeds }).filter(([name]) => !aboutNoDeal.includes(name))
const backwards = deeds.filter(([name]) => !notTakenBack.includes(name))

interface Story {
  readonly before: World
  /** After the deed. */
  readonly world: World
  readonly deed: Omit<WritingDeed, 'world'>
  readonly id: number
  /** The card as the page has it after the deed. */
  readonly ref: DealRef
}

function story(begin: () => WritingDeed): Story {
  const { world, ...deed } = begin()
  const id = dealIn(deed.input)?.id ?? 0
  const before = world.fork()
  expect(answersOf([world.invoke(invocationOf(deed, keys[0]))])).toMatchObject([{ ok: true }])
  expect(registerOf(world)).not.toEqual(registerOf(before))
  return { before, world, deed, id, ref: refNow(world, id) }
}

function refNow(world: World, id: number): DealRef {
  return done(world, 'deal/open', { id, row: null, clientId: null }).ref
}

function undo(world: World, deal: Input<'deal/undo'>['deal'], user: string) {
  return call(world, 'deal/undo', { deal }, user)
}

/** The card but for its version, and what the calendar shows. */
function seen(world: World, id: number) {
  return { row: { ...rowById(world, 'Сделки', id), Версия: null }, calendar: calendarLines(world) }
}

/** What people were told stays told. */
function withoutKnowledge({ row, calendar }: ReturnType<typeof seen>) {
  return { row: { ...row, ...Object.fromEntries(toldKeys.map((key) => [dealTitles[key], null])) }, calendar }
}

/** Register and journal, register and calendar agree as they did before. */
function expectWhole(world: World, before: World): void {
  expectSound(world)
  expect(bookingProblems(world)).toEqual(bookingProblems(before))
}

describe.each(backwards)('%s', (_, begin) => {
  const { before, world, deed, id, ref } = story(begin)

  test('at once: card and calendar are as they were', () => {
    const after = world.fork()
    expect(undo(after, ref, deed.user)).toMatchObject({ ok: true })
    expect(seen(after, id)).toEqual(seen(before, id))
    expect(rowById(after, 'Сделки', id)['Версия']).toBe(ref.version + 1)
    expectWhole(after, before)
  })

  test('twice: the undo is taken back, or refused; nothing is left half', () => {
    const after = world.fork()
    undo(after, ref, deed.user)
    const again = undo(after, refNow(after, id), deed.user)
    expect(seen(after, id)).toEqual(seen(again.ok ? world : before, id))
    expectWhole(after, before)
  })

  test('sent twice by one page, the second finds the card changed', () => {
    const after = world.fork()
    undo(after, ref, deed.user)
    const once = registerOf(after)
    expect(undo(after, ref, deed.user)).toMatchObject({ ok: false, problem: { code: 'changedMeanwhile' } })
    expect(registerOf(after)).toEqual(once)
  })

  test('after somebody changed the card: what he saved stays', () => {
    const other = deed.user === director ? office : director
    const after = world.fork()
    const filled = call(after, 'deal/fill', { deal: ref, fields: { agreedWith: 'СБ' } }, other)
    if (!filled.ok) return expect(filled.problem?.code).toBe('dealClosed')
    const standing = registerOf(after)
    expect(undo(after, ref, deed.user)).toMatchObject({ ok: false, problem: { code: 'changedMeanwhile' } })
    if (deed.user !== director)
      expect(undo(after, refNow(after, id), deed.user)).toMatchObject({ ok: false, problem: { code: 'cannotUndo' } })
    expect(registerOf(after)).toEqual(standing)
  })

  test('by another person: refused; by the director: done', () => {
    const after = world.fork()
    const colleague = deed.user === office ? morozova : office
    const refused = undo(after, ref, colleague)
    expect(refused.ok === false && ['cannotUndo', 'notAllowed'].includes(refused.problem?.code ?? '')).toBe(true)
    expect(registerOf(after)).toEqual(registerOf(world))
    expect(undo(after, ref, director)).toMatchObject({ ok: true })
    expect(seen(after, id)).toEqual(seen(before, id))
  })

  test('after its letters left: card and calendar as they were, no letter a second time', () => {
    const after = world.fork()
    done(after, 'outbox/send', {})
    expect(undo(after, ref, deed.user)).toMatchObject({ ok: true })
    expect(withoutKnowledge(seen(after, id))).toEqual(withoutKnowledge(seen(before, id)))
    expectWhole(after, before)
    const mail = mailAfterwards(after)
    // Who read that it is off, or elsewhere, reads again how it stands.
    const isCalledOff = mail.some((line) => line.includes('Консультация отменена'))
    const again = isCalledOff ? /назначена(: | консультация: )|Уточнение/ : /Уточнение/
    expect(twiceIn(mail).filter((line) => !again.test(line))).toEqual([])
  })
})

test.each(deeds.filter(([name]) => notTakenBack.includes(name)))('%s goes back only by another move: nothing changes', (_, begin) => {
  const { world, deed, ref } = story(begin)
  const after = world.fork()
  for (const user of [deed.user, director]) expect(undo(after, ref, user)).toMatchObject({ ok: false, problem: { code: 'cannotUndo' } })
  expect(registerOf(after)).toEqual(registerOf(world))
  expect(calendarLines(after)).toEqual(calendarLines(world))
})

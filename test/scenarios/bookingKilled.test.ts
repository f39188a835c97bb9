/** A booking that died after the calendar was changed, while the office goes on. All its deaths: bookingKilled.long. */
import { isBooked, longSlotStory } from '../fixtures/bookingDeaths'
import { bookInput, done, nextTick, phoned, request, run, slotOf, slotsOf } from '../fixtures/desk'
import { registerEqualsJournal, rowById } from '../fixtures/register'

describe('a booking died after the calendar was changed, and the office went on meanwhile', () => {
  const story = longSlotStory()
  const calendarCall =
    run(story.world.fork(), 'deal/book', bookInput(story.card, story.slot)).calls.find(({ name }) => name === 'Calendar.Events.patch')?.n ??
    0

  test('another note on the deal: the time is given back whole', () => {
    const after = story.world.fork()
    after.invoke(request('deal/book', bookInput(story.card, story.slot)), [{ at: calendarCall, kind: 'killAfter' }])
    done(after, 'deal/note', { deal: story.card.ref, outcome: 'reached', text: 'перезвонит' })
    nextTick(after)
    expect(isBooked(after, story)).toBe(false)
    expect(slotsOf(after, 'ММ').map(({ start }) => start)).toEqual(slotsOf(story.world, 'ММ').map(({ start }) => start))
    registerEqualsJournal(after)
  })

  test('another slot for the same client: that one is kept, the first is given back', () => {
    const after = story.world.fork()
    after.invoke(request('deal/book', bookInput(story.card, story.slot)), [{ at: calendarCall, kind: 'killAfter' }])
    const other = slotOf(after, 'ММ', '2026-11-30')
    done(after, 'deal/book', bookInput(story.card, other))
    nextTick(after)
    expect(rowById(after, 'Сделки', story.card.deal.id)['Событие']).toBe(other.eventId)
    const starts = slotsOf(story.world, 'ММ').map(({ start }) => start)
    expect(slotsOf(after, 'ММ').map(({ start }) => start)).toEqual(starts.filter((start) => start !== other.start))
    registerEqualsJournal(after)
  })

  test('somebody else asks for the hour before the tick: it is not given twice', () => {
    const after = story.world.fork()
    const second = phoned(after, 'Фонд «Север»')
    after.invoke(request('deal/book', bookInput(story.card, story.slot)), [{ at: calendarCall, kind: 'killAfter' }])
    const answer = run(after, 'deal/book', bookInput(second, story.slot)).value
    expect(answer).toMatchObject({ ok: false, problem: { code: 'slotTaken' } })
    nextTick(after)
    expect(isBooked(after, story)).toBe(true)
    expect(rowById(after, 'Сделки', second.deal.id)['Событие']).toBeNull()
  })
})

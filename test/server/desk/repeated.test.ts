/** A request sent again, because its answer was lost: known by its key, done once. */
import type { Input } from '../../../src/rpc/contract'
import { run } from '../../../src/server/desk/run'
import { book } from '../../../src/usecases/booking/bookSlot'
import { fill as fillCard } from '../../../src/usecases/card/fillDeal'
import { note } from '../../../src/usecases/intake/noteCall'
import { deal, desk, noteInput, times } from '../../fixtures/bookedDesk'
import { assignedDeal } from '../../fixtures/builders'
import { byMorozova, byOffice, everythingIn, rowsIn } from '../../fixtures/fakeDesk'
import { refTo } from '../../fixtures/known'

describe('a request sent again', () => {
  const key = '00112233445566778899aabb'

  test('with its key is answered as the first time, and done once', () => {
    const google = desk()
    const first = run(note, noteInput, byOffice, key)
    const before = everythingIn(google)
    google.forget()
    expect(run(note, noteInput, byOffice, key)).toEqual(first)
    expect(everythingIn(google)).toBe(before)
    expect(google.calls.filter((name) => name !== 'read')).toEqual(['lock', 'release'])
    expect(rowsIn(google, 'journal').pop()).toMatchObject({ request: key, kind: 'deal/note/reached' })
  })

  test('with another key, or none, is told that the card has changed', () => {
    desk()
    run(note, noteInput, byOffice, key)
    for (const other of ['another-key-of-the-page', ''])
      expect(run(note, noteInput, byOffice, other)).toMatchObject({ ok: false, problem: { code: 'changedMeanwhile' } })
  })

  test('after somebody changed the card: the answer is the card as it stands', () => {
    desk()
    run(note, noteInput, byOffice, key)
    run(fillCard, { deal: { ...refTo(deal), version: 2 }, fields: { place: 'каб. 9' } }, byMorozova)
    expect(run(note, noteInput, byOffice, key)).toMatchObject({ ok: true, value: { deal: { place: 'каб. 9', version: 3 } } })
  })

  test('where the register stands as asked already, it says so without the journal', () => {
    const booked = assignedDeal({ version: 2 })
    const google = desk(booked)
    const slot = { eventId: 'event-1', etag: '"old"', start: times[0], end: times[1], event: { start: times[0], end: times[1] } }
    const input: Input<'deal/book'> = {
      deal: { ...refTo(booked), version: 1 },
      consultant: 'ММ',
      topic: 10,
      format: 'inPerson',
      place: '',
      minutes: 60,
      slot,
    }
    expect(run(book, input, byOffice)).toMatchObject({ ok: true, value: { card: { ref: { version: 2 } } } })
    expect(google.calls).toEqual(['lock', 'read', 'events.list', 'release'])
  })
})

/** An event that stands ahead of a consultation that is over: history is left alone, what stands ahead is read again. */
import { decide, event, line, said, waiting } from '../../fixtures/decidedEvents'

describe('an event of a consultation that is over, ahead in the calendar', () => {
  const ahead = { start: '2026-11-26T16:00', end: '2026-11-26T17:00' }
  const mark = { deal: '41720', version: '3', booking: JSON.stringify({ deal: { id: 41720, row: null, version: 2, clientId: 7 } }) }
  const past = { start: '2026-11-20T10:00', end: '2026-11-20T11:00' }

  test.each(['held', 'feedback', 'won'] as const)(
    '%s: somebody is asked, nothing is freed and nothing is booked (stories 32 and 41)',
    (stage) => {
      const over = stage === 'won' ? line({ stage, start: null, end: null }) : line({ stage, ...past })
      expect(said(decide([event({ ...ahead, private: mark })], [over, waiting])[0])).toBe('? heldAhead')
      expect(decide([event({ ...past, private: mark })], [over]).every(({ kind }) => kind === 'nothing')).toBe(true)
    },
  )

  test.each(['held', 'feedback', 'won'] as const)(
    '%s, written by hand: asked about as well, nobody is offered a second deal on it',
    (stage) => {
      const over = line({ stage, ...past })
      expect(said(decide([event({ ...ahead, private: {} })], [over, waiting])[0])).toBe('? heldAhead')
      expect(decide([event({ ...past, private: {} })], [over]).every(({ kind }) => kind === 'nothing')).toBe(true)
    },
  )

  test('taken for another organisation it is a booking like any other', () => {
    const taken = event({ ...ahead, private: mark, title: 'ММ_Фонд «Север»' })
    expect(decide([taken], [line({ stage: 'held', ...past }), waiting])[0]).toMatchObject({
      kind: 'command',
      command: { kind: 'booked', deal: 41730 },
    })
  })

  test('free again by hand it is a free hour', () => {
    const free = event({ ...ahead, private: mark, title: 'ММ консультация' })
    expect(decide([free], [line({ stage: 'held', ...past }), waiting]).every(({ kind }) => kind === 'nothing')).toBe(true)
  })
})

/** Whose term is over: after the last that is known of him, never while something is open; at once where he took his consent back. */
import { due, dueClients } from '../../../../src/usecases/card/personal/dueClients'
import { client } from '../../../fixtures/builders'
import { shownBy } from '../../../fixtures/known'
import { callers } from '../../../fixtures/staff'

const now = '2026-11-23T09:00'
const of = (part: Parameters<typeof client>[0]) => client({ id: 7, created: '2020-01-01T09:00', ...part })

test.each([
  ['nothing since three years', {}, [{ clientId: 7, start: '2023-11-20T10:00', stage: 'won' }], [7]],
  ['the day itself is still within it', {}, [{ clientId: 7, start: '2023-11-24T10:00', stage: 'won' }], []],
  [
    'a request later than the consultation',
    {},
    [
      { clientId: 7, start: '2023-01-20T10:00', stage: 'won' },
      { clientId: 7, received: '2026-01-01T09:00', stage: 'lost' },
    ],
    [],
  ],
  ['something is open', {}, [{ clientId: 7, received: '2021-01-01T09:00', stage: 'accepted' }], []],
  ['the archive remembers', { archivedLast: '2025-03-11 15:00, № 41217, тема 8, ММ' }, [], []],
  ['forgotten already', { contact: '', phone: '', email: '', messenger: '' }, [], []],
  ['merged into another card', { outsideIds: 'merged:3' }, [], []],
  ['consent taken back', { consentWithdrawn: '2026-11-20', created: '2026-11-01T09:00' }, [], [7]],
] as const)('%s', (_name, part, deals, ids) => {
  expect(dueClients([of(part)], deals, { months: 36, now }).map(({ id }) => id)).toEqual(ids)
})

test('without a term nobody but who took his consent back', () => {
  expect(dueClients([of({})], [], { months: 0, now })).toEqual([])
  expect(shownBy(due, {}, { who: callers.director, clients: [of({ consentWithdrawn: '2026-11-20' })] })).toMatchObject({
    months: 0,
    clients: [{ id: 7, withdrawn: true }],
  })
})

/** Which letters go to whom, and what two cards of one client keep of a consent. */
import { joinedConsent, keptConsent } from '../../src/domain/client/consent'
import { type ClientLetter, silenceOf } from '../../src/domain/letter/unasked'
import { client } from '../fixtures/builders'

const cases = [
  // booking, reminder, feedback
  ['nothing said', {}, null, null, null],
  ['consent withdrawn', { consentWithdrawn: '2026-11-20' }, null, null, 'withdrawn'],
  ['no letters asked for', { noLetters: 'да' }, null, 'noLetters', 'noLetters'],
  ['both', { noLetters: 'да', consentWithdrawn: '2026-11-20' }, null, 'noLetters', 'withdrawn'],
  ['no address', { email: '' }, 'noAddress', 'noAddress', 'noAddress'],
  ['an address that is none', { email: 'нет' }, 'noAddress', 'noAddress', 'noAddress'],
] as const

test.each(cases)('%s', (_name, part, ...expected) => {
  const asked: readonly ClientLetter[] = ['booking', 'reminder', 'feedback']
  expect(asked.map((letter) => silenceOf(letter, client(part)))).toEqual(expected)
})

test('nobody is not written to', () => {
  expect(silenceOf('booking', null)).toBe('noAddress')
})

const early = { date: '2026-01-10', text: 'а', source: 'письмо' }
const late = { date: '2026-06-10', text: 'б', source: 'форма' }

test.each([
  ['older than the withdrawal: it stays', early, '2026-03-01', '2026-03-01'],
  ['of the same day', { ...early, date: '2026-03-01' }, '2026-03-01', null],
  ['later', late, '2026-03-01', null],
] as const)('given %s', (_name, given, withdrawn, stays) => {
  expect(keptConsent(given, withdrawn)).toEqual({
    consentDate: given.date,
    consentText: given.text,
    consentSource: given.source,
    consentWithdrawn: stays,
  })
})

test.each([
  [
    'the other’s consent comes whole',
    keptConsent(null),
    keptConsent(early),
    { consentDate: '2026-01-10', consentText: 'а', consentSource: 'письмо' },
  ],
  ['its own stays', keptConsent(late), keptConsent(early), {}],
  [
    'a withdrawal on the other card counts',
    keptConsent(early),
    { ...keptConsent(early), consentWithdrawn: '2026-03-01' },
    { consentWithdrawn: '2026-03-01' },
  ],
  ['unless consent was given after it', keptConsent(late), { ...keptConsent(early), consentWithdrawn: '2026-03-01' }, {}],
] as const)('two cards: %s', (_name, kept, other, taken) => {
  expect(joinedConsent(kept, other)).toEqual(taken)
})

/** A consent is taken back with a day and a reason, and the note of it by whoever made it; what was booked stays. */
import { returnConsent, withdrawConsent } from '../../../src/usecases/card/withdrawConsent'
import { journalOf } from '../../../src/usecases/register/journal'
import { assignedDeal, client } from '../../fixtures/builders'
import { changesBy, dealAfter, type Given, lineAbout, momentOf, refTo, refusalOf, whoMay } from '../../fixtures/known'
import { callers, everyOffice } from '../../fixtures/staff'

const given = client({ id: 7, consentDate: '2026-11-20', consentText: 'Даю согласие', consentSource: 'письмо' })
const deal = assignedDeal({ clientId: 7 })
const stands: Given = { deals: [deal], clients: [given] }
const told = { deal: refTo(deal), date: '2026-11-23', reason: 'позвонил' }
const gone = client({ ...given, consentWithdrawn: '2026-11-21' })

test('the card gets the day alone, the deal a note; the journal has the reason for both', () => {
  const made = changesBy(withdrawConsent, told, stands)
  expect(made.clients[0]?.after).toEqual({ ...given, version: given.version + 1, consentWithdrawn: '2026-11-23' })
  expect({ ...made.deals[0]?.after, comments: '', version: 0 }).toEqual({ ...deal, comments: '', version: 0 })
  expect(made.deals[0]?.after.comments).toContain('клиент отозвал согласие 23 ноября: позвонил')
  expect([made.letters, made.calendar]).toEqual([[], null])
  expect(journalOf(made, momentOf()).map(({ kind, reason }) => [kind, reason])).toEqual([
    ['client/withdrawConsent', 'позвонил'],
    ['client/withdrawConsent', 'позвонил'],
  ])
})

test('by the office', () => {
  expect(whoMay(withdrawConsent, told, stands)).toEqual(everyOffice)
})

test.each([
  ['twice', gone, {}, /уже отмечен/],
  ['where none was given', client({ ...given, consentDate: null }), {}, /отзывать нечего/],
  ['before it was given', given, { date: '2026-11-19' }, /не раньше дня/],
  ['in the future', given, { date: '2026-11-24' }, /./],
  ['without a reason', given, { reason: ' \n' }, /как и почему/],
] as const)('%s: refused', (_name, card, part, why) => {
  expect(refusalOf(withdrawConsent, { ...told, ...part }, { ...stands, clients: [card] })).toMatchObject({
    code: 'badValue',
    why: expect.stringMatching(why),
  })
})

describe('the note is taken back', () => {
  const line = (who: string) => lineAbout(deal, 'client/withdrawConsent', { version: [1, 2] }, { who })
  const noted = (who: string, by = callers.officeManager): Given => ({ deals: [deal], clients: [gone], journal: [line(who)], who: by })
  const input = { deal: refTo(deal) }

  test('by whoever made it, or who leads: the consent stands as it was given', () => {
    const { clients } = changesBy(returnConsent, input, noted(callers.officeManager.email))
    expect(clients[0]?.after).toEqual({ ...given, version: gone.version + 1 })
    expect(dealAfter(returnConsent, input, noted('a@example.org', callers.director)).comments).toContain('отметка об отзыве согласия снята')
  })

  test('by nobody else, and not where none is', () => {
    expect(refusalOf(returnConsent, input, noted('a@example.org'))).toMatchObject({ code: 'cannotUndo' })
    expect(refusalOf(returnConsent, input, { ...noted('a@example.org'), clients: [given] })).toMatchObject({ code: 'badValue' })
  })
})

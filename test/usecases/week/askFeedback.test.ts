/** K2, K3: a card asks its client by one letter, or says why it does not; the answer; no more letters. */
import type { Client } from '../../../src/domain/client/client'
import { changes } from '../../../src/usecases/changes'
import { receiveFeedback, stopLetters, withFeedbackLetters } from '../../../src/usecases/week/askFeedback'
import type { PastDeal } from '../../../src/usecases/week/past'
import { client, defaultSettings, heldDeal, person } from '../../fixtures/builders'
import { deskOf, type Given, momentOf } from '../../fixtures/known'
import { staffed } from '../../fixtures/staff'

const held = heldDeal()
const asked = { ...held, version: 2, stage: 'feedback' as const, feedbackAskedAt: '2026-11-27T16:00' }
const moment = momentOf({ now: '2026-11-27T16:00' })
const past = (part: Partial<PastDeal> = {}): PastDeal => ({
  id: 40000,
  clientId: 7,
  stage: 'won',
  consultant: 'ММ',
  feedbackAskedAt: '2026-11-20T10:00',
  ...part,
})

function asking(its: Partial<Client> = {}, before: readonly PastDeal[] = [], more: Given = {}, one = { before: held, after: asked }) {
  const made = withFeedbackLetters(
    changes({ kind: 'week/close', deals: [one] }),
    before,
    deskOf({ clients: [client(its)], ...more }),
    moment,
  )
  return { letters: made.letters, comments: made.deals[0]?.after.comments ?? '' }
}

test('a link for each mark, and one for no more letters; it goes after what somebody waits for', () => {
  const { letters, comments } = asking()
  expect(letters).toMatchObject([{ key: 'feedback:41721v2', to: 'client1@example.org', priority: 3 }])
  expect(letters[0]?.links?.map(({ purpose, value }) => `${purpose}${value ?? ''}`)).toEqual([
    'feedback1',
    'feedback2',
    'feedback3',
    'feedback4',
    'feedback5',
    'stop',
  ])
  expect(comments).toBe('')
})

test.each<[string, Partial<Client>, readonly PastDeal[], Given]>([
  ['у клиента нет почты', { email: '' }, [], {}],
  ['клиент просил не писать', { noLetters: 'да' }, [], {}],
  ['такие письма выключены в настройках', {}, [], { office: { settings: { ...defaultSettings, feedbackLetters: false } } }],
  ['клиента уже спрашивали 20.11.2026 (№ 40000)', {}, [past()], {}],
])('no letter: %s', (why, its, before, more) => {
  expect(asking(its, before, more)).toEqual({ letters: [], comments: `27.11.2026 16:00: отзыв письмом не запрошен: ${why}` })
})

test('asked long ago, or this consultant has asked nobody this month: it goes', () => {
  const long = past({ feedbackAskedAt: `2026-${'08'}-20T10:00` })
  expect(asking({}, [long]).letters).toHaveLength(1)
  expect(asking({}, [past({ consultant: 'СБ' })]).letters).toHaveLength(1)
})

test('a card that stood there already, or goes elsewhere, asks nobody', () => {
  expect(asking({}, [], {}, { before: { ...held, stage: 'feedback' } as typeof held, after: asked }).letters).toEqual([])
  expect(asking({}, [], {}, { before: held, after: { ...asked, stage: 'won' } as unknown as typeof asked }).letters).toEqual([])
})

test.each([
  [3, 2],
  [4, 0],
])('a mark of %i: the directors are told by %i letters', (score, count) => {
  const second = person({ initials: '', name: 'Второй Директор', email: 'two@example.org', roles: ['director'] })
  const office = { people: [...staffed().people, second] }
  const made = receiveFeedback(asked, { score, text: 'хорошо', quotable: true }, deskOf({ office }), moment)
  expect(made.deals[0]?.after).toMatchObject({
    feedbackScore: score,
    feedbackText: 'хорошо',
    feedbackAt: '2026-11-27T16:00',
    quotable: 'да',
    version: 3,
  })
  expect(made.letters.map(({ to }) => to)).toEqual(['director@example.org', 'two@example.org'].slice(0, count))
  expect(new Set(made.letters.map(({ key }) => key)).size).toBe(count)
})

test('no more letters: the client’s card and the deal say so', () => {
  const { clients, deals } = stopLetters(asked, client(), moment)
  expect(clients[0]?.after).toMatchObject({ noLetters: 'да', version: 2 })
  expect(deals[0]?.after.comments).toBe('27.11.2026 16:00: клиент попросил не присылать писем, кроме писем о времени')
})

/** What a page for somebody outside shows for its link. */
import type { Deal } from '../../../src/domain/deal/deal'
import { type LinkPurpose, linkTag } from '../../../src/domain/external/signedLink'
import { outsideView } from '../../../src/usecases/externals/outsideView'
import type { Known } from '../../../src/usecases/method/method'
import { acceptedDeal, assignedDeal, client, heldDeal } from '../../fixtures/builders'
import { deskOf, momentOf } from '../../fixtures/known'

const today = '2026-11-25'
const expertEmail = ({ consultant }: Deal) => deskOf().office.people.find(({ initials }) => initials === consultant)?.email ?? ''

function shown(
  purpose: LinkPurpose,
  deal: Deal | undefined,
  part: { value?: string; until?: string; now?: string; tag?: string; client?: object } = {},
) {
  const {
    value = '',
    until = today,
    now = `${today}T12:00`,
    tag = deal === undefined ? '' : linkTag(purpose, deal, expertEmail(deal)),
  } = part
  const link = { purpose, dealId: 41721, until, tag, signature: 's', value }
  const known = { desk: deskOf({ clients: [client(part.client)] }), moment: momentOf({ now }), events: null } as unknown as Known
  return outsideView({ deal, link, rows: [], fileOf: ({ title }) => title }, known)
}
const over = { view: 'notice', title: 'Эта ссылка больше не нужна', final: false }

const expert = assignedDeal({ consultant: 'ПН' })
const asked = heldDeal({ stage: 'feedback', feedbackAskedAt: '2026-11-25T11:00' })
const deciding = acceptedDeal({ project: 'Добрый Север', externalAskedAt: '2026-11-23T10:00', topic: 11 })

test('a link works until the end of its day, and only as long as it is about the same', () => {
  expect(shown('report', expert, { now: `${today}T23:59` }).view).toBe('report')
  expect(shown('report', expert, { now: '2026-11-26T00:00' })).toMatchObject({ title: 'Срок ссылки прошёл' })
  expect(shown('report', expert, { tag: linkTag('report', assignedDeal()) })).toMatchObject(over)
  expect(shown('report', undefined)).toMatchObject(over)
})

test('C9: a report from the minute when the consultation begins, until it was taken', () => {
  expect(shown('report', expert, { now: `${today}T10:00` })).toMatchObject({
    view: 'report',
    dealId: 41721,
    topic: 10,
    sent: null,
    files: [],
  })
  expect(shown('report', expert, { now: `${today}T09:59` })).toMatchObject({ title: 'Консультация ещё впереди' })
  const sent = { ...expert, report: JSON.stringify({ topic: 11, minutes: 50, content: 'x' }), reportReceivedAt: `${today}T11:30` }
  expect(shown('report', sent)).toMatchObject({ view: 'report', topic: 11, sent: { minutes: 50 } })
  expect(shown('report', { ...sent, stage: 'held' })).toMatchObject({ title: expect.stringContaining('уже принят') })
  expect(shown('report', { ...expert, report: JSON.stringify({ topic: 11, minutes: 50, content: 'x', takenAt: 'x' }) })).toMatchObject({
    view: 'notice',
  })
  expect(shown('report', assignedDeal())).toMatchObject(over)
  expect(shown('report', { ...expert, stage: 'lost' })).toMatchObject(over)
})

test('K2: feedback, with the mark of the letter, once', () => {
  expect(shown('feedback', asked, { value: '4' })).toMatchObject({ view: 'feedback', score: 4, consultant: 'Морозова М. И.' })
  expect(shown('feedback', asked, { value: '6' })).toMatchObject({ score: null })
  expect(shown('feedback', { ...asked, stage: 'won' }).view).toBe('feedback')
  const answered = { ...asked, feedbackScore: 5, feedbackAt: '2026-11-25T11:30' }
  expect(shown('feedback', answered)).toMatchObject({ view: 'notice', final: true })
  expect(shown('feedback', { ...answered, feedbackAt: null }).view).toBe('feedback')
  expect(shown('feedback', heldDeal())).toMatchObject(over)
})

test('T2: a decision, until it was taken', () => {
  expect(shown('decide', deciding, { value: 'allow' })).toMatchObject({ view: 'decide', project: 'Добрый Север', decision: 'allow' })
  expect(shown('decide', deciding, { value: 'yes' })).toMatchObject({ decision: null })
  expect(shown('decide', { ...deciding, externalAt: '2026-11-24T10:00' })).toMatchObject({ title: 'Решение уже принято', final: true })
  expect(shown('decide', { ...deciding, stage: 'assigned' })).toMatchObject({ title: over.title })
  expect(shown('decide', { ...deciding, project: 'Неизвестный' })).toMatchObject({ title: over.title })
})

test('no more letters: asked once', () => {
  expect(shown('stop', asked)).toEqual({ view: 'stop' })
  expect(shown('stop', asked, { client: { noLetters: 'да' } })).toMatchObject({ view: 'notice', final: true })
})

test('nothing personal is shown but what the page needs', () => {
  const everything = ['report', 'feedback', 'decide', 'stop'].map((purpose) =>
    JSON.stringify(shown(purpose as LinkPurpose, purpose === 'decide' ? deciding : purpose === 'report' ? expert : asked)),
  )
  for (const secret of ['Анна Иванова', '911 416', 'client1@example.org']) expect(everything.join()).not.toContain(secret)
})

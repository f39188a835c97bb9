/** C3, C4, C9: the report of an external consultant; which of them get their link by themselves now. */
import type { Deal } from '../../../src/domain/deal/deal'
import type { ControlLine } from '../../../src/usecases/desk'
import { receiveReport, reportLettersDue, sendLink, take } from '../../../src/usecases/externals/expertReport'
import { acceptedDeal, assignedDeal, client, nosov } from '../../fixtures/builders'
import { changesBy, dealAfter, deskOf, type Given, momentOf, refTo, refusalOf, whoMay } from '../../fixtures/known'
import { everyOffice } from '../../fixtures/staff'

const now = '2026-11-27T11:10'
const line = (part: Partial<ControlLine>): ControlLine => ({
  key: 'C9.report',
  clause: 'C9',
  subject: 'Получить отчёт',
  detail: '',
  who: 'офис-менеджер',
  opensAt: '2026-11-27T11:00',
  due: '2026-11-30T18:00',
  dealId: 41217,
  row: 217,
  clientId: 7,
  remindAt: null,
  overdueTo: 'director',
  reminded: null,
  escalated: null,
  breached: null,
  ...part,
})

test.each<readonly [why: string, line: ControlLine, due: number]>([
  ['the consultation is over', line({}), 1],
  ['over this very minute', line({ opensAt: now }), 1],
  ['still going on', line({ opensAt: '2026-11-27T11:11' }), 0],
  ['over for three days: the button sends it', line({ opensAt: '2026-11-24T11:10' }), 0],
  ['almost three days, the triggers stood still', line({ opensAt: '2026-11-24T11:11' }), 1],
  ['another obligation', line({ key: 'C9.enter' }), 0],
  ['no deal', line({ dealId: null }), 0],
])('%s', (_why, one, due) => {
  expect(reportLettersDue([one], new Set(), now)).toEqual(due === 1 ? [{ id: 41217, row: 217 }] : [])
})

test('once: not where a link was sent already', () => {
  expect(reportLettersDue([line({}), line({ dealId: 41218, row: 218 })], new Set([41217]), now)).toEqual([{ id: 41218, row: 218 }])
})

const external = assignedDeal({ consultant: 'ПН', topic: 11, externalBy: 'Соколов', externalAt: '2026-11-20T10:00' })
const given: Given = { deals: [external], clients: [client()] }

describe('C3: the link', () => {
  test('goes to the expert, once for each time it is sent', () => {
    const { deals, letters } = changesBy(sendLink, { deal: refTo(external) }, given)
    expect(deals[0]?.after).toMatchObject({ version: 2, reportSentAt: null })
    expect(letters[0]?.sets).toEqual({ deal: 41721, row: 2, field: 'reportSentAt' })
    expect(letters).toMatchObject([{ key: 'report:41721v2', to: 'bn12@example.org', links: [{ purpose: 'report', until: '2026-12-25' }] }])
  })

  test.each<[string, string, Given]>([
    ['a staff consultant', 'badValue', { deals: [assignedDeal()] }],
    ['not booked', 'badValue', { deals: [acceptedDeal({ consultant: 'ПН' })] }],
    ['no address', 'badValue', { deals: [external], office: { people: [{ ...nosov, email: '' }] } }],
    ['not there', 'dealNotFound', {}],
  ])('%s: refused', (_, code, more) => {
    expect(refusalOf(sendLink, { deal: refTo(external) }, more)).toMatchObject({ code })
  })

  test('C1: the office answers for an external one', () => {
    expect(whoMay(sendLink, { deal: refTo(external) }, given)).toEqual(everyOffice)
  })
})

const sent = {
  topic: 11,
  content: 'Разобрали устав',
  recommendations: 'Внести правки',
  minutes: 50,
  discussedName: 'Проект',
  discussedTheme: 'Тема',
  discussedAdvice: 'Совет',
  files: '',
  comment: 'всё хорошо',
}

describe('C9: the report comes', () => {
  const received = (part: Partial<typeof sent> = {}, deal = external) =>
    receiveReport(deal, { ...sent, ...part }, deskOf(given), momentOf())

  test('kept as it came; only topic 8 has a project to discuss', () => {
    const made = received()
    const after = 'changes' in made ? made.changes.deals[0]?.after : undefined
    expect(after).toMatchObject({ reportReceivedAt: '2026-11-23T09:00', version: 2, content: '' })
    expect(JSON.parse(after?.report ?? '')).toMatchObject({ minutes: 50, content: 'Разобрали устав', discussedName: '' })
    const eight = received({ topic: 8 })
    expect('changes' in eight && JSON.parse(eight.changes.deals[0]?.after.report ?? '')).toMatchObject({ discussedName: 'Проект' })
  })

  test.each<[Partial<typeof sent>, RegExp]>([
    [{ minutes: 0 }, /Не заполнено: Продолжительность, мин/],
    [{ content: ' ' }, /Содержание/],
    [{ topic: 8, discussedName: '' }, /Не заполнено/],
    [{ content: 'я'.repeat(19_000) }, /«Содержание»: 19000 знаков, а помещается 10000/],
  ])('%j: told what is missing', (part, sentence) => {
    const made = received(part)
    expect('refusal' in made && made.refusal).toMatch(sentence)
  })

  test('a corrected one is noted as such', () => {
    const made = received({}, { ...external, report: '{}' })
    expect('changes' in made && made.changes.deals[0]?.after.comments).toContain('ещё раз, исправленный')
  })
})

describe('C9: the office takes it over', () => {
  const report = JSON.stringify({ ...sent, discussedName: '', discussedTheme: '', discussedAdvice: '', files: 'https://example.org/устав' })
  const came = { ...external, topic: 2, report, reportReceivedAt: '2026-11-23T08:00' }
  const taking = (chosen: readonly 'topic'[] = [], deal = came) =>
    dealAfter(take, { deal: refTo(deal), chosen: [...chosen] }, { ...given, deals: [deal] })

  test('empty fields are filled, what both say is as a person chose', () => {
    expect(taking()).toMatchObject({
      topic: 2,
      minutes: 50,
      content: 'Разобрали устав',
      recommendations: 'Внести правки',
      stage: 'assigned',
    })
    expect(taking(['topic']).topic).toBe(11)
  })

  test('comment and file stand where people look for them; the report knows that it was taken', () => {
    const after = taking()
    expect(after.comments).toBe('23.11.2026 09:00: отчёт внешнего консультанта перенесён в карточку; внешний консультант пишет: всё хорошо')
    expect(after.files).toBe('файл к отчёту: https://example.org/устав')
    expect(JSON.parse(after.report)).toMatchObject({ takenAt: '2026-11-23T09:00' })
  })

  test.each<[string, Partial<Deal>]>([
    ['none came', { report: '' }],
    ['it was taken already', { report: JSON.stringify({ ...sent, takenAt: '2026-11-23T08:30' }) }],
    ['it is held already', { stage: 'held' }],
  ])('%s: nothing to do', (_, part) => {
    const deal = { ...came, ...part }
    expect(refusalOf(take, { deal: refTo(deal), chosen: [] }, { ...given, deals: [deal] })).toEqual({ code: 'nothingToDo' })
  })

  test('the office only', () => {
    expect(whoMay(take, { deal: refTo(came), chosen: [] }, { ...given, deals: [came] })).toEqual(everyOffice)
  })
})

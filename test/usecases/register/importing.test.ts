/** The import: a dry run that shows what will come, and the import itself. */
import { apply, preview } from '../../../src/usecases/register/importing'
import { amocrmTable } from '../../fixtures/amocrmTable'
import { client, defaultSettings } from '../../fixtures/builders'
import { answerBy, changesBy, eventAt, type Given, knownTo, shownBy, whoMay } from '../../fixtures/known'
import { drawnTable } from '../../fixtures/sampleTable'
import { everyOffice } from '../../fixtures/staff'

const days = drawnTable('days.csv', 'Дата|День|Перенос с\n31.12.2026|выходной|\n01.13.2026|выходной|\n30.12.2026|короткий|')
const settings = { settings: { ...defaultSettings, calendarId: 'shared@example.org' } }
const event = eventAt('2026-11-25T10:00', '2026-11-25T11:30', 'ММ_АНО Маяк')
const given: Given = { office: settings, events: [event], clients: [] }
const deals = { kind: 'deals', table: amocrmTable() } as const

test('a dry run says what will come, and writes nothing', () => {
  expect(preview.decide).toBeUndefined()
  const shown = shownBy(preview, deals, given)
  expect(shown).toMatchObject({ taken: 1, duplicates: 0, matchedEvents: 1, sample: [{ id: '41006', title: 'АНО «Маяк»' }] })
  expect(shown.sample[0]?.detail).toContain('Консультация назначена · ММ')
})

test('the import: new deals and clients; a booked one gets its event, and its end', () => {
  const made = changesBy(apply, deals, given)
  expect(made).toMatchObject({ kind: 'import/deals', letters: [], calendar: null })
  expect(made.deals).toMatchObject([
    { before: null, after: { id: 41006, stage: 'assigned', eventId: event.id, end: '2026-11-25T11:30', clientId: 8 } },
  ])
  expect(made.clients).toMatchObject([{ before: null, after: { id: 8, organisation: 'АНО «Маяк»' } }])
  expect(answerBy(apply, deals, given)).toMatchObject({ taken: 1, written: 1 })
})

test('the same file a second time brings nothing, also where the deal was archived since', () => {
  const [change] = changesBy(apply, deals, given).deals
  const standing = change === undefined ? [] : [change.after]
  for (const facts of [{ deals: standing }, { archive: { '2025': standing } }]) {
    const again = { ...given, ...facts }
    expect(changesBy(apply, deals, again).deals).toEqual([])
    expect(answerBy(apply, deals, again)).toMatchObject({ taken: 0, duplicates: 1, written: 0 })
  }
})

test('a known client is not made a second time', () => {
  const made = changesBy(apply, deals, { ...given, clients: [client()] })
  expect(made.clients).toEqual([])
  expect(made.deals[0]?.after.clientId).toBe(7)
})

test('the calendar is asked for deals only, and where there is one', () => {
  expect(knownTo(preview, deals, { ...given, office: { settings: defaultSettings } }).events).toBeNull()
  expect(knownTo(preview, { kind: 'workingCalendar', table: days }, given).events).toBeNull()
})

test('a list by hand: rows that can be read are added below, bad ones named, standing ones counted', () => {
  const list = { kind: 'workingCalendar', table: days } as const
  const standing: Given = { sheets: { workingCalendar: [{ date: '2026-12-31', kind: 'выходной', movedFrom: '' }] } }
  const shown = shownBy(preview, list, standing)
  expect(shown).toMatchObject({ taken: 1, duplicates: 1, matchedEvents: 0 })
  expect(shown.issues.map(({ row }) => row)).toEqual([3, null])
  expect(changesBy(apply, list, standing)).toMatchObject({
    kind: 'import/workingCalendar',
    deals: [],
    rows: [{ table: 'workingCalendar', row: null }],
  })
  expect(answerBy(apply, list, standing).written).toBe(1)
})

test('the office imports', () => {
  expect(whoMay(preview, deals, given)).toEqual(everyOffice)
  expect(whoMay(apply, deals, given)).toEqual(everyOffice)
})

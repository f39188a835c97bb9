/** «Контроль»: how a line keeps its state when it is made anew. */
import { controlAfter, detailAt, rulesOf } from '../../../src/usecases/control/control'
import { acceptedDeal, assignedDeal, heldDeal, nosov, office, person, project, workingCalendar } from '../../fixtures/builders'
import { controlLine } from '../../fixtures/lines'
import { staffed } from '../../fixtures/staff'

const setting = { office: office(), now: '2026-11-23T09:00' }
const row = (value = acceptedDeal()) => ({ row: 5, value })
const made = controlAfter([], { deals: [row()] }, setting)

test('the same line stays the same object; what was told stays told', () => {
  const told = made.map((one) => ({ ...one, reminded: '2026-11-23T08:00', breached: '2026-11-23T08:10' }))
  const after = controlAfter(told, { deals: [row()] }, setting)
  expect(after.map((one, index) => one === told[index])).toEqual(told.map(() => true))
  const renamed = controlAfter(told, { deals: [row(acceptedDeal({ organisation: 'Фонд «Север»' }))] }, setting)
  expect(renamed).toMatchObject([{ subject: 'Назначить: Фонд «Север»', reminded: '2026-11-23T08:00', breached: '2026-11-23T08:10' }])
})

test('A4: a moved consultation is to be reminded of anew; another owner too', () => {
  const told = controlAfter([], { deals: [row(assignedDeal())] }, setting).map((one) => ({ ...one, reminded: '2026-11-24T09:00' }))
  const hold = (deal: ReturnType<typeof assignedDeal>) =>
    controlAfter(told, { deals: [row(deal)] }, setting).find(({ key }) => key === 'A4.hold')
  expect(hold(assignedDeal({ place: 'каб. 5' }))?.reminded).toBe('2026-11-24T09:00')
  expect(hold(assignedDeal({ start: '2026-11-26T10:00', end: '2026-11-26T11:00' }))).toMatchObject({
    remindAt: '2026-11-25T09:00',
    reminded: null,
  })
  expect(hold(assignedDeal({ consultant: 'СБ' }))?.reminded).toBeNull()
})

test('lines without a deal are kept by commands, and replaced as a whole where they were gathered', () => {
  const slots = controlLine({
    key: 'G1.slots',
    dealId: null,
    subject: 'Дать слоты: ММ',
    reminded: '2026-11-19T10:00',
    remindAt: '2026-11-19T10:00',
  })
  const lines = [...made, slots]
  expect(controlAfter(lines, { deals: [row()] }, setting)).toContain(slots)
  const pay = controlLine({ key: 'T3.pay', dealId: null, subject: 'Отметить оплату' })
  const after = controlAfter(lines, { deals: [], officeWide: [{ ...slots, reminded: null }, pay] }, setting)
  expect(after.filter(({ dealId }) => dealId === null)).toEqual([slots, pay].sort((a, b) => (a.key < b.key ? -1 : 1)))
  expect(controlAfter(lines, { deals: [], officeWide: [] }, setting)).toEqual(made)
})

test('the digest of rules changes with a setting, a day off, a manager; not with a name', () => {
  const of = (part: Parameters<typeof office>[0]) => rulesOf(office(part))
  const same = of({})
  expect(of({ people: [person({ name: 'Морозова М. И.' }), nosov] })).toBe(same)
  expect(of({ calendar: workingCalendar({ '2026-11-27': 'off' }) })).not.toBe(same)
  expect(of({ settings: { ...office().settings, fridayCloseBy: 1020 } })).not.toBe(same)
  expect(of({ projects: [project({ managerEmail: '' })] })).not.toBe(same)
})

test('the detail says no year that goes without saying', () => {
  expect(detailAt(controlLine(), '2026-11-23T09:00')).toBe('с сайта, пт 20 ноября, 14:10')
  expect(detailAt(controlLine(), '2027-01-11T09:00')).toBe('с сайта, пт 20 ноября 2026, 14:10')
})

test('a closed deal owes nothing; lines stand by due time', () => {
  expect(controlAfter(made, { deals: [row(acceptedDeal({ stage: 'lost' }))] }, setting)).toEqual([])
  expect(controlAfter([], { deals: [row(heldDeal({ stage: 'won' }))] }, setting)).toEqual([])
  const both = controlAfter([], { deals: [row(assignedDeal({ toldAt: null })), row(acceptedDeal({ id: 41000 }))] }, setting)
  expect(both.map(({ due }) => due)).toEqual([...both.map(({ due }) => due)].sort())
})

test('what is met goes, and only lines of the whole office are met by key', () => {
  const summary = controlLine({ key: 'S2.summary', dealId: null, subject: 'Утвердить сводку' })
  const after = controlAfter([...made, summary], { deals: [], met: ['S2.summary', 'A1.assign'] }, setting)
  expect(after).toEqual(made)
})

test('C10: overdue with the manager of the deal’s own project', () => {
  const external = assignedDeal({ consultant: 'ПН', project: 'Добрый Север', start: '2026-11-20T10:00', end: '2026-11-20T11:00' })
  const report = controlAfter([], { deals: [row(external)] }, { ...setting, office: staffed() }).find(({ key }) => key === 'C9.report')
  expect(report?.overdueTo).toBe('projectManager: Добрый Север')
})

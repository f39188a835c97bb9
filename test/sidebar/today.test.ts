/** «Сегодня», the clock, the keys. */

import { minutesBetween } from '../../src/domain/time/localTime'
import { shortcutOf } from '../../src/sidebar/models/page/shortcuts'
import { accepted } from '../../src/sidebar/transports/memoryTransport'
import { deskWith, itemOf, monday, pageData, settled } from './pageBuilder'

const items = [
  itemOf({ subject: 'чужое', mine: false, state: 'overdue', due: '2026-11-20T10:00' }),
  itemOf({ subject: 'своё', state: 'overdue', due: '2026-11-20T18:00' }),
  itemOf({ subject: 'неделя', state: 'later', due: '2026-11-27T18:00', deal: null, opens: 'weekClose' }),
]
const slots = itemOf({ key: 'G1.slots', clause: 'G1', deal: null, opens: 'slotBoard' })
const data = { ...pageData, today: { ...pageData.today!, items } }

it('mine stand first; others come with the switch', () => {
  const { desk } = deskWith({}, data)
  expect(desk.today.groups.value.map((group) => group.items.map((item) => item.subject))).toEqual([['своё'], ['неделя']])
  desk.today.all.value = true
  expect(desk.today.groups.value[0]?.items.map((item) => item.subject)).toEqual(['своё', 'чужое'])
  expect(desk.today.count.value).toBe(1)
})

it('N12: what was due before the desk came is counted apart, is no debt, and stands folded', () => {
  const old = itemOf({ subject: 'из импорта', state: 'past', due: '2026-08-10T18:00' })
  const { desk } = deskWith({}, { ...data, today: { ...data.today, past: { count: 73, items: [old] } } })
  const shown = desk.today.groups.value.flatMap((group) => group.items.map(({ subject }) => subject))
  expect(shown).not.toContain('из импорта')
  expect([desk.today.count.value, desk.today.pastShown.value, desk.today.today.value?.past.count]).toEqual([1, 0, 73])
})

it('an item leads to its card or to its dialog', async () => {
  const { desk, server } = deskWith({}, data)
  desk.follow(items[2]!)
  desk.follow(slots)
  desk.follow(items[1]!)
  await settled()
  expect(server.opened).toEqual(['weekClose', 'slotBoard'])
  expect(server.calls[0]?.method).toBe('deal/open')
})

it('the director begins with everybody’s, overdue first; what nobody can open opens nothing', async () => {
  const me = { ...data.me, roles: ['director'] as const }
  const text = itemOf({ subject: 'календарь', deal: null, opens: 'nothing' })
  const { desk, server } = deskWith({}, { ...data, me, today: { ...data.today, items: [...items, text] } })
  expect(desk.today.groups.value.map(({ state }) => state)[0]).toBe('overdue')
  expect(desk.today.groups.value[0]?.items.map((item) => item.subject)).toEqual(['своё', 'чужое'])
  desk.follow(text)
  await settled()
  expect([server.opened, server.calls]).toEqual([[], []])
})

it('over an hour without a check is late; never checked is too, without minutes', () => {
  const late = (heartbeat: string | null) => {
    const { today } = deskWith({}, { ...data, today: { ...data.today, now: '2026-11-23T09:00', heartbeat } }).desk
    return [today.checked.value, today.late.value]
  }
  expect([late('2026-11-23T08:00'), late('2026-11-23T07:59'), late(null)]).toEqual([
    [60, false],
    [61, true],
    [null, true],
  ])
})

it('coming back asks again only after a while or a change', async () => {
  const { desk, server, wait } = deskWith({ 'desk/today': () => accepted({ ...data.today, now: '2026-11-23T09:05' }) }, data)
  desk.go('today')
  expect(server.calls).toHaveLength(0)
  wait(5)
  desk.go('today')
  await settled()
  expect(server.calls).toHaveLength(1)
  expect(desk.page.clock.now.value).toBe('2026-11-23T09:05')
})

it('time on the page is the office’s time and what has passed', () => {
  const { page, wait } = deskWith({}, data)
  wait(90)
  expect(minutesBetween(monday, page.clock.now.value)).toBe(90)
})

const press = { key: '', code: '', altKey: false, ctrlKey: false, metaKey: false, typing: false }
it.each([
  [
    { key: '1', code: 'Digit1', altKey: true },
    { kind: 'tab', at: 0 },
  ],
  [
    { key: '¢', code: 'Digit4', altKey: true, typing: true },
    { kind: 'tab', at: 3 },
  ],
  [{ key: '0', code: 'Digit0', altKey: true }, null],
  [{ key: '/', code: 'Slash' }, { kind: 'search' }],
  [{ key: '.', code: 'Slash' }, { kind: 'search' }],
  [{ key: '/', code: 'Slash', typing: true }, null],
  [{ key: 'Escape', code: 'Escape', typing: true }, { kind: 'escape' }],
  [{ key: '1', code: 'Digit1' }, null],
])('key %o', (keys, shortcut) => expect(shortcutOf({ ...press, ...keys })).toEqual(shortcut))

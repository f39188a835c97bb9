/** Consultants in the calendar and on their cards: diligent, forgetful, ill; the experts outside, by their links. */
import { setStaff } from '../../fixtures/bareDesk'
import { copy, drag, insert, recur, remove, rename, restore } from '../../fixtures/consultantHand'
import { linksIn, parametersOf, report, sending } from '../../fixtures/pagesDesk'
import { calendarIn, nowIn, wall } from '../invariants/cells'
import type { Running } from '../running'
import type { Step } from '../story'
import { again, type Deed, dealsIn, isAhead, isOver, onDeal, picked, type startOf } from './deal'
import { everybody } from './people'

const plusDays = (at: string, days: number) =>
  new Date(Date.parse(`${at.slice(0, 10)}T00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
const plusMinutes = (at: string, minutes: number) => new Date(Date.parse(`${at}Z`) + minutes * 60_000).toISOString().slice(0, 16)
const hour = (of: number) => `T${String(of).padStart(2, '0')}:00`

/** The next working day, so many of them later. */
function workday(at: string, n: number): string {
  let day = at.slice(0, 10)
  for (let left = n; left > 0; ) {
    day = plusDays(day, 1)
    if (![0, 6].includes(new Date(`${day}T00:00Z`).getUTCDay())) left--
  }
  return day
}

const who = (way: number) => picked(Object.keys(everybody), way) ?? 'ММ'

const offer: Deed = ({ world }, { pick, way }) => {
  const start = workday(nowIn(world), 1 + (pick % 9))
  const from = 9 + (pick % 8)
  insert(world, `${who(way)} консультация`, `${start}${hour(from)}`, `${start}${hour(from + 1 + (way % 11 === 0 ? 1 : 0))}`)
}

const series: Deed = ({ world }, { pick, way }) => {
  const day = workday(nowIn(world), 1 + (pick % 5))
  const from = 10 + (pick % 7)
  insert(world, `${who(way)} консультация`, `${day}${hour(from)}`, `${day}${hour(from + 1)}`, [`RRULE:FREQ=WEEKLY;COUNT=${2 + (way % 4)}`])
}

interface Event {
  readonly id: string
  readonly title: string
  readonly start: string
}

/** Everybody's events of four weeks. */
export function ahead({ world }: Running): Event[] {
  const between = { calendarId: calendarIn(world), from: nowIn(world), to: plusDays(nowIn(world), 28) + hour(0) }
  return world.calendarHand.between(between).map(({ id, summary, start }) => ({ id, title: summary, start: wall(start) }))
}

const onEvent =
  (isMeant: (event: Event) => boolean, act: (it: Running, event: Event, step: Step) => void): Deed =>
  (it, step) => {
    const event = picked(ahead(it).filter(isMeant), step.pick)
    if (event !== undefined) act(it, event, step)
  }
const isBooked = ({ title }: Event) => title.includes('_')
const isFree = ({ title }: Event) => title.endsWith('консультация')

/** Of a client who has an hour already, nobody's client, or perhaps somebody's. */
function organisationByHand({ world }: Running, { pick, way }: Step): string {
  const assigned = way % 5 === 0 ? picked(dealsIn(world, 'assigned'), pick) : undefined
  if (assigned !== undefined) return String(assigned.cells['Организация'])
  return way % 3 === 0 ? 'Фонд «Неизвестный»' : `${['АНО', 'Фонд', 'ТОС', 'РОО'][pick % 4]} «Причал ${pick % 40}»`
}

/** I9: written in the calendar, whether there is a deal or not. */
const byHand = onEvent(isFree, (it, { id, title }, step) => {
  rename(it.world, id, `${title.split(' ')[0]}_${organisationByHand(it, step)}`)
})

const moved = onEvent(isBooked, ({ world }, { id, start }, { pick, way }) => {
  const day = way % 4 === 0 ? start.slice(0, 10) : workday(start, (way % 4) + (way % 17 === 0 ? 5 : 0))
  drag(world, id, `${day}${hour(9 + (pick % 9))}`, `${day}${hour(10 + (pick % 9))}`)
})

/** Two bookings of one person at one time, wholly or by half. */
const movedOnto = onEvent(isBooked, (it, { id, title, start }, { pick, way }) => {
  const [initials = ''] = title.split('_')
  const other = picked(
    ahead(it).filter((one) => isBooked(one) && one.title.startsWith(`${initials}_`) && one.start !== start),
    pick,
  )
  if (other !== undefined) drag(it.world, id, plusMinutes(other.start, 30 * (way % 2)), plusMinutes(other.start, 60))
})

const otherTitles = [
  (title: string) => `${title} (отмена)`,
  (title: string) => `ОП_${title.split('_')[1]}`,
  (title: string) => `${title.split('_')[0]}_Фонд «Совсем другой»`,
  () => 'Отпуск',
  (title: string) => `${title.split('_')[0]} консультация`,
  (title: string) => title.toLowerCase(),
]

const deleted = ({ world }: Running) =>
  (world.state.calendars[calendarIn(world)]?.events ?? []).filter(
    ({ status, orphan, recurringEventId }) => status === 'cancelled' && !orphan && recurringEventId === undefined,
  )

const restored: Deed = (it, { pick }) => {
  const event = picked(deleted(it).slice(-10), pick)
  if (event !== undefined) restore(it.world, event.id)
}

const emailOf = (cells: Parameters<typeof startOf>[0]['cells']) => everybody[String(cells['Консультант'])]?.email

/** Half of the card is forgotten, or it is put down before the consultation. */
const heldBadly = onDeal(['assigned'], (it, { ref, cells }, { way }) =>
  it.ask('deal/move', { deal: ref, to: 'held', reason: '', fields: way % 2 === 0 ? { content: 'Разобрали' } : {} }, emailOf(cells)),
)

const cannotHold = onDeal(
  ['assigned'],
  (it, { ref, cells }) => it.ask('deal/cannotHold', { deal: ref, reason: 'заболела' }, emailOf(cells)),
  isAhead,
)
const reason = onDeal(['assigned'], (it, { ref, cells }) => it.ask('deal/reason', { deal: ref, reason: 'просил клиент' }, emailOf(cells)))

const ill: Deed = ({ world }, { pick, way }) => {
  const [from, until] = [workday(nowIn(world), 1 + (pick % 3)), workday(nowIn(world), 3 + (pick % 6))].map((day) =>
    day.split('-').reverse().join('.'),
  )
  const email = picked(Object.values(everybody), way)?.email ?? ''
  setStaff(world, email, 'Отсутствия', pick % 4 === 0 ? '' : `${from}–${until} больничный`)
}

const attach = onDeal(['assigned', 'held'], (it, { ref, cells }) =>
  it.ask('file/attach', { deal: ref, name: 'смета.pdf', mimeType: 'application/pdf', base64: 'JVBERi0xLjc=' }, emailOf(cells)),
)

/** By taps on the own week: hours offered, others taken back. */
const marks: Deed = (it, { pick, way }) => {
  const email = everybody[who(way)]?.email
  const own = ahead(it).filter(({ title }) => title === `${who(way)} консультация`)
  const taken = picked(own, pick)
  const day = workday(nowIn(it.world), 1 + (pick % 9))
  const hours = [10 + (pick % 6), 11 + (pick % 6)].map((from) => ({ start: day + hour(from), end: day + hour(from + 1) }))
  const take = way % 3 === 0 && taken !== undefined ? [{ start: taken.start, end: plusMinutes(taken.start, 60) }] : []
  it.ask('slot/mark', { offer: hours.slice(way % 2), take }, email)
}

/** The expert answers by his link, once the consultation has begun. */
const expertReport: Deed = (it, { pick, way }) => {
  const links = it.world.state.letters
    .slice(-200)
    .flatMap(linksIn)
    .filter((link) => link.includes('p=report'))
  const link = picked(links, pick)
  if (link !== undefined)
    it.run(sending({ link: parametersOf(link), method: 'report/send', input: { ...report, minutes: 30 + (way % 60) } }))
}

export const consultantDeeds: Readonly<Record<string, Deed>> = {
  'consultant/offer': offer,
  'consultant/series': series,
  'consultant/heldBadly': heldBadly,
  'consultant/bookByHand': byHand,
  'consultant/drag': moved,
  'consultant/dragOnto': movedOnto,
  'consultant/rename': onEvent(isBooked, ({ world }, { id, title }, { way }) => rename(world, id, picked(otherTitles, way)?.(title) ?? '')),
  'consultant/deleteBooked': onEvent(isBooked, ({ world }, { id }) => remove(world, id)),
  'consultant/deleteFree': onEvent(isFree, ({ world }, { id }) => remove(world, id)),
  'consultant/restore': restored,
  'consultant/copy': onEvent(
    ({ id }) => !id.includes('_'),
    ({ world }, { id, start }, { way }) => copy(world, id, `${workday(start, 1)}${start.slice(10)}`, way % 2 === 0),
  ),
  'consultant/endSeries': onEvent(
    ({ id }) => id.includes('_'),
    ({ world }, { id }) => recur(world, id.split('_')[0] ?? '', ['RRULE:FREQ=WEEKLY;COUNT=1']),
  ),
  'consultant/reason': reason,
  'consultant/cannotHold': cannotHold,
  'consultant/ill': ill,
  'consultant/attach': attach,
  'consultant/marks': marks,
  'consultant/heldLate': onDeal(['assigned'], (it, { ref }) => it.ask('deal/open', again(it, ref.id)?.ref ?? ref), isOver),
  'expert/report': expertReport,
}

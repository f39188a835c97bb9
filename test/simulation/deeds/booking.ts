/** Bookings by the office: found, taken by two at once, stolen in the calendar, moved, given to another, released. */
import type { FreeSlot, Input } from '../../../src/rpc/contract'
import { drag, rename } from '../../fixtures/consultantHand'
import { director, minute, office } from '../../fixtures/desk'
import { nowIn } from '../invariants/cells'
import type { Running } from '../running'
import type { Step } from '../story'
import { ahead } from './consultants'
import { again, type Deed, dealsIn, type Found, isAhead, nextOf, onDeal, picked, startOf } from './deal'
import { everybody, externals, initialsOf, manager2 } from './people'

const topicsByTitle = [
  '',
  'Благотв',
  'Бухгалт',
  'Админист',
  'Консультации для',
  'Привлеч',
  'PR',
  'Работа',
  'Социальн',
  'Управление орг',
  'Управление про',
  'Правовые',
]

export function topicOf({ cells }: Found): number {
  const at = topicsByTitle.findIndex((beginning) => beginning !== '' && String(cells['Тема'] ?? '').startsWith(beginning))
  return at < 0 ? 10 : at
}

function slots(it: Running, consultant: string, user = office): readonly FreeSlot[] {
  const list = it.value('slot/list', { topic: null, consultant, agreedWith: null, part: null, from: null }, user)
  return list?.consultants[0]?.slots ?? []
}

/** Who of the topic has an hour. */
function freeFor(it: Running, topic: number, pick: number): string | undefined {
  const found = it.value('slot/list', { topic, consultant: null, agreedWith: null, part: null, from: null })?.consultants
  return picked(found?.filter(({ slots: hours }) => hours.length > 0) ?? [], pick % 3)?.initials
}

const refOf = ({ minutes: _, join: _join, heldBy: _held, ...slot }: FreeSlot) => slot
const formats = ['inPerson', 'phone', 'online'] as const

function booking(deal: Found, slot: FreeSlot, consultant: string, way: number): Input<'deal/book'> {
  const format = formats[way % 3] ?? 'phone'
  const place = format === 'inPerson' ? 'каб. 3' : format === 'online' && way % 2 === 0 ? 'https://zoom.example/1' : ''
  const length = way % 7 === 0 ? 30 : 60
  return { deal: deal.ref, consultant, topic: topicOf(deal), format, place, minutes: Math.min(length, slot.minutes), slot: refOf(slot) }
}

interface Wanted {
  readonly deal: Found
  readonly consultant: string
  readonly slot: FreeSlot
}

/** Who is on the phone has a card, and an hour before the eyes: of a consultant of the topic, or of the first who is free. */
function wanted(it: Running, { pick, way }: Step): Wanted | null {
  const deal = nextOf(dealsIn(it.world, 'accepted', ...(way % 8 === 0 ? (['new'] as const) : [])), pick)
  const consultant =
    deal === undefined ? undefined : way % 2 === 0 ? picked(initialsOf(topicOf(deal)), way) : freeFor(it, topicOf(deal), pick)
  if (deal === undefined || consultant === undefined) return null
  if (Object.hasOwn(externals, consultant) && way % 4 !== 0)
    it.ask('deal/decideExternal', { deal: deal.ref, decision: 'allow', project: 'Ресурсный центр НКО' }, director)
  const slot = picked(slots(it, consultant).slice(0, 5), pick)
  const now = again(it, deal.id)
  return slot === undefined || now === undefined ? null : { deal: now, consultant, slot }
}

const book: Deed = (it, step) => {
  const found = wanted(it, step)
  if (found === null) return
  it.ask('deal/book', booking(found.deal, found.slot, found.consultant, step.way), step.way % 2 === 0 ? office : manager2)
  if (step.way % 3 !== 0) it.ask('outbox/send', {})
}

/** Between search and click the consultant takes the hour for something else. */
const bookStolen: Deed = (it, step) => {
  const found = wanted(it, step)
  if (found === null) return
  if (found.slot.eventId.includes('_')) return
  rename(it.world, found.slot.eventId, step.way % 2 === 0 ? 'Планёрка' : `${found.consultant}_Фонд «Другой»`)
  it.ask('deal/book', booking(found.deal, found.slot, found.consultant, step.way))
}

/** Between search and click another booking of the consultant is dragged into the hour. */
const bookOverlapped: Deed = (it, step) => {
  const found = wanted(it, step)
  const own = ahead(it).find(({ title, start }) => title.startsWith(`${found?.consultant}_`) && start !== found?.slot.start)
  if (found === null || own === undefined) return
  const { start } = found.slot
  drag(it.world, own.id, later(start, 15 * (step.way % 3)), later(start, 60))
  it.ask('deal/book', booking(found.deal, found.slot, found.consultant, step.way))
}

/** One click too many: the same request twice at once. */
const bookTwice: Deed = (it, step) => {
  const found = wanted(it, step)
  if (found === null) return
  const one = it.request('deal/book', booking(found.deal, found.slot, found.consultant, step.way))
  const answers = it.together([one, one], step.pick).map(({ value }) => (value as { ok?: boolean } | null)?.ok === true)
  it.checker.expect(answers[0] === answers[1], () => `N2 one click was answered yes and no, № ${found.deal.id}`)
}

/** Two managers, two clients, one hour. */
const bookTogether: Deed = (it, step) => {
  const found = wanted(it, step)
  const other =
    found === null
      ? undefined
      : dealsIn(it.world, 'accepted').find((one) => one.id !== found.deal.id && initialsOf(topicOf(one)).includes(found.consultant))
  if (found === null || other === undefined) return
  const requests = [found.deal, other].map((deal, at) =>
    it.request('deal/book', booking(deal, found.slot, found.consultant, step.way), at === 0 ? office : manager2),
  )
  it.together(requests, step.pick)
  it.seen.note('two people book at once')
}

const hold: Deed = (it, step) => {
  const found = wanted(it, step)
  if (found === null) return
  const { eventId, start } = found.slot
  it.ask('slot/hold', { eventId, start }, manager2)
  it.ask('deal/book', booking(found.deal, found.slot, found.consultant, step.way), step.way % 2 === 0 ? office : manager2)
  if (step.way % 5 === 0) it.ask('slot/release', { eventId, start }, manager2)
}

const reasons = ['просил клиент', 'заболела', '', 'совпало с отчётом']

const toSlot = onDeal(
  ['assigned'],
  (it, deal, { pick, way }) => {
    const slot = picked(slots(it, String(deal.cells['Консультант'])), pick)
    if (slot !== undefined) it.ask('deal/reschedule', { deal: deal.ref, slot: refOf(slot), at: null, reason: reasons[way % 4] ?? '' })
  },
  isAhead,
)

const later = (at: string, minutes: number) => new Date(Date.parse(`${at}Z`) + minutes * minute).toISOString().slice(0, 16)

const toTime = onDeal(
  ['assigned'],
  (it, deal, { pick, way }) => {
    const start = later(startOf(deal), 60 * ((pick % 5) - 2) + 1440 * (way % 4))
    const user = way % 2 === 0 ? office : everybody[String(deal.cells['Консультант'])]?.email
    it.ask(
      'deal/reschedule',
      { deal: deal.ref, slot: null, at: { start, end: later(start, 60), etag: null }, reason: reasons[way % 4] ?? '' },
      user,
    )
  },
  isAhead,
)

const reassign = onDeal(
  ['assigned'],
  (it, deal, { pick, way }) => {
    const others = initialsOf(topicOf(deal)).filter((one) => one !== deal.cells['Консультант'])
    const consultant = picked(others, pick)
    const slot = consultant === undefined ? undefined : picked(slots(it, consultant), way)
    if (consultant !== undefined && slot !== undefined)
      it.ask('deal/reassign', { deal: deal.ref, consultant, slot: refOf(slot), reason: 'заболела' })
  },
  isAhead,
)

const release = onDeal(
  ['assigned'],
  (it, deal, { way }) => it.ask('deal/move', { deal: deal.ref, to: 'accepted', reason: reasons[way % 4] ?? '', fields: {} }),
  isAhead,
)

/** I9: on a free hour, or on an hour of its own. */
const bookOwn: Deed = (it, { pick, way }) => {
  const consultant = picked(Object.keys(everybody), way) ?? 'ММ'
  const person = everybody[consultant]
  const slot = way % 2 === 0 ? picked(slots(it, consultant, person?.email), pick) : undefined
  const start = `${later(nowIn(it.world), 1440 * (1 + (pick % 2))).slice(0, 10)}T${10 + (pick % 8)}:00`
  const number = 5000 + it.ledger.requests.size
  const client = {
    organisation: `ТОС «Своё ${number}»`,
    kind: 'НКО',
    contact: 'Пётр',
    phone: `8911${9_000_000 + number}`,
    email: `client${number}@example.net`,
    messenger: '',
    municipality: 'Онега',
    consentDate: '2026-06-01',
  }
  const how = { topic: person?.topics[0] ?? 10, request: 'Отчёт', format: 'phone' as const, place: '' }
  it.ask(
    'deal/bookOwn',
    {
      clientId: null,
      client,
      consultant,
      ...how,
      slot: slot === undefined ? null : refOf(slot),
      at: slot === undefined ? { start, end: later(start, 60) } : null,
    },
    person?.email,
  )
}

export const bookingDeeds: Readonly<Record<string, Deed>> = {
  'manager/book': book,
  'manager/bookStolen': bookStolen,
  'manager/bookOverlapped': bookOverlapped,
  'manager/bookTwice': bookTwice,
  'manager/bookTogether': bookTogether,
  'manager/hold': hold,
  'manager/reschedule': toSlot,
  'manager/rescheduleAt': toTime,
  'manager/reassign': reassign,
  'manager/release': release,
  'consultant/bookOwn': bookOwn,
}

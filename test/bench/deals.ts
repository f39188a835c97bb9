/** Deals and clients of a busy office as they came to be: every deal with all its versions, oldest first. */
import { type Client, emptyClient, organisationKinds } from '../../src/domain/client/client'
import { phoneKey } from '../../src/domain/client/phone'
import { type Channel, type Deal, emptyDeal, type Format, type Stage } from '../../src/domain/deal/deal'
import { addDays, addMinutes, atMinute, type LocalDate, type LocalDateTime } from '../../src/domain/time/localTime'

/** One deal: its versions, the last of which stands in the register. */
export type Story = readonly Deal[]

export const dealsPerClient = 5
/** Stages of the open deals; the rest of the register is closed. 150 in all. */
const openMix: readonly (readonly [Stage, number])[] = [
  ['held', 70],
  ['assigned', 30],
  ['accepted', 20],
  ['feedback', 10],
  ['unreached', 10],
  ['unsorted', 10],
]
const openStages = openMix.flatMap(([stage, count]) => Array.from({ length: count }, () => stage))
/** Of the held ones, this many have a card that still lacks its contents. */
const incompleteCards = 15

const firstDay: LocalDate = '2024-01-09'
const lastDay = 1046
const channels: readonly Channel[] = ['site', 'phoneOffice', 'phoneStaff', 'email', 'social']
const formats: readonly Format[] = ['inPerson', 'phone', 'online']
/** Own consultants, and the topic each is asked about. */
const consultants = [
  { initials: 'ММ', topic: 10 },
  { initials: 'ОП', topic: 2 },
  { initials: 'ИС', topic: 11 },
  { initials: 'НВ', topic: 6 },
  { initials: 'АК', topic: 5 },
  { initials: 'ВГ', topic: 9 },
] as const
const towns = ['Архангельск', 'Северодвинск', 'Холмогорский район', 'Онежский район', 'Каргопольский округ']
const projects = ['Ресурсный центр НКО', 'Школа социального проектирования', 'Активное село', 'Добрый Север', 'не распределено']

const pick = <T>(list: readonly T[], index: number): T => list[index % list.length] as T

export function clientOf(id: number): Client {
  const phone = `8 911 ${String(1_000_000 + (id % 9_000_000)).replace(/(\d{3})(\d\d)(\d\d)/, '$1-$2-$3')}`
  return {
    ...emptyClient,
    id,
    version: 1,
    organisation: `АНО «Северный маяк — ${id}»`,
    kind: pick(organisationKinds, id),
    contact: `Анна Иванова ${id}`,
    phone,
    phoneKey: phoneKey(phone),
    email: `office${id}@north.example`,
    municipality: pick(towns, id),
    consentDate: '2024-01-09',
    created: '2024-01-09T10:00',
  }
}

/** Story of deal number `id` of `count`: the last 150 are open, the others closed. */
export function storyOf(id: number, count: number): Story {
  const openIndex = id - 1 - (count - openStages.length)
  const isOpen = openIndex >= 0
  const day = isOpen ? '2026-11-18' : addDays(firstDay, Math.floor(((id - 1) * lastDay) / count))
  const stage = isOpen ? (openStages[openIndex] ?? 'held') : id % 7 === 0 ? 'lost' : 'won'
  return upTo(stage, chapters(id, day, isOpen && openIndex < incompleteCards))
}

interface Chapters {
  readonly unsorted: Deal
  readonly accepted: Deal
  readonly unreached: Deal
  readonly assigned: Deal
  readonly held: Deal
  readonly feedback: Deal
  readonly won: Deal
  readonly lost: Deal
}

function upTo(stage: Stage, all: Chapters): Story {
  const paths: Partial<Record<Stage, readonly Deal[]>> = {
    unsorted: [all.unsorted],
    accepted: [all.unsorted, all.accepted],
    unreached: [all.unsorted, all.unreached],
    assigned: [all.unsorted, all.accepted, all.assigned],
    held: [all.unsorted, all.accepted, all.assigned, all.held],
    feedback: [all.unsorted, all.accepted, all.assigned, all.held, all.feedback],
    won: [all.unsorted, all.accepted, all.assigned, all.held, all.won],
    lost: [all.unsorted, all.unreached, all.lost],
  }
  return (paths[stage] ?? []).map((deal, index) => ({ ...deal, version: index + 1 }))
}

function chapters(id: number, day: LocalDate, incomplete: boolean): Chapters {
  const unsorted = received(id, atMinute(day, 600 + (id % 300)))
  const accepted = { ...unsorted, ...at('accepted', addMinutes(unsorted.received, 40)), reachedAt: addMinutes(unsorted.received, 40) }
  const unreached = {
    ...unsorted,
    ...at('unreached', addMinutes(unsorted.received, 40)),
    attempts: 1,
    lastAttemptAt: addMinutes(unsorted.received, 40),
  }
  const assigned = booked(accepted, addDays(day, 1))
  const held = { ...assigned, ...at('held', assigned.end ?? ''), ...(incomplete ? {} : contents(id)) }
  const friday = atMinute(addDays(day, 2), 1020)
  return {
    ...{ unsorted, accepted, unreached, assigned, held },
    feedback: { ...held, ...at('feedback', friday), feedbackAskedAt: friday },
    won: { ...held, ...at('won', friday) },
    lost: { ...unreached, ...at('lost', addMinutes(unreached.stageSince, 1440)), attempts: 3, failure: 'не дозвонились' },
  }
}

function at(stage: Stage, since: LocalDateTime): Pick<Deal, 'stage' | 'stageSince'> {
  return { stage, stageSince: since }
}

function received(id: number, when: LocalDateTime): Deal {
  const client = clientOf(Math.ceil(id / dealsPerClient))
  return {
    ...emptyDeal,
    id,
    ...at('unsorted', when),
    received: when,
    channel: pick(channels, id),
    clientId: client.id,
    organisation: client.organisation,
    contact: client.contact,
    phone: client.phone,
    topic: pick(consultants, id).topic,
    request: 'Подготовить заявку на грант и проверить устав; просят рассказать об отчётности за прошлый год.',
  }
}

function booked(deal: Deal, day: LocalDate): Deal {
  const start = atMinute(day, 540 + 60 * (deal.id % 8))
  return {
    ...deal,
    ...at('assigned', addMinutes(deal.stageSince, 10)),
    consultant: pick(consultants, deal.id).initials,
    start,
    end: addMinutes(start, 60),
    firstStart: start,
    format: pick(formats, deal.id),
    place: 'каб. 3',
    eventId: `event${deal.id}`,
    toldAt: addMinutes(deal.stageSince, 10),
    comments: `Назначено на ${start}`,
  }
}

function contents(id: number): Partial<Deal> {
  return {
    minutes: 60,
    project: pick(projects, id),
    content: 'Разобрали отчётность за прошлый год и смету проекта, сверили устав с требованиями конкурса.',
    recommendations: 'Обновить протокол собрания, собрать письма поддержки, подать заявку до первого числа.',
  }
}

/** Deals and people as an agent of the simulated office picks them: of those that there are, by a number of the step. */
import type { World } from '../../../emulator/world/types'
import type { CardFields, DealRef } from '../../../src/rpc/contract'
import { type Cells, localOf, nowIn, rowsIn, type Value } from '../invariants/cells'
import type { Running } from '../running'
import type { Step } from '../story'
import { externals } from './people'

export type Deed = (it: Running, step: Step) => void

export const stages = {
  unsorted: 'Неразобранное',
  new: 'Новая заявка',
  accepted: 'Принято в работу',
  unreached: 'Не дозвонились',
  assigned: 'Консультация назначена',
  held: 'Консультация проведена',
  feedback: 'Запрошена обратная связь',
  won: 'Успешно завершённые',
  lost: 'Неуспешные',
} as const
export type Stage = keyof typeof stages

export interface Found {
  readonly id: number
  readonly row: number
  readonly ref: DealRef
  readonly cells: Cells
}

export function picked<T>(from: readonly T[], pick: number): T | undefined {
  return from[pick % Math.max(1, from.length)]
}

export function dealsIn(world: World, ...wanted: readonly Stage[]): Found[] {
  const titles = new Set<string>(wanted.map((stage) => stages[stage]))
  return rowsIn(world, 'Сделки').flatMap(({ row, cells }) => {
    if (typeof cells['№'] !== 'number' || (wanted.length > 0 && !titles.has(String(cells['Этап'])))) return []
    const clientId = typeof cells['№ клиента'] === 'number' ? cells['№ клиента'] : null
    return [{ id: cells['№'], row, cells, ref: { id: cells['№'], row, version: Number(cells['Версия']), clientId } }]
  })
}

type Act = (it: Running, deal: Found, step: Step) => void

/** Deeds on one deal of these stages; nothing where there is none. */
export function onDeal(wanted: readonly Stage[], act: Act, isMeant: (deal: Found, now: string) => boolean = () => true): Deed {
  return (it, step) => {
    const now = nowIn(it.world)
    const deal = picked(
      dealsIn(it.world, ...wanted).filter((one) => isMeant(one, now)),
      step.pick,
    )
    if (deal !== undefined) act(it, deal, step)
  }
}

/** Who works down a list takes one of the first that wait; now and then somebody calls who stands further down. */
export const nextOf = (waiting: readonly Found[], pick: number) => picked(pick % 5 === 0 ? waiting : waiting.slice(0, 4), pick)

/** As `onDeal`, one of the first that wait. */
export const onNext =
  (wanted: readonly Stage[], act: Act): Deed =>
  (it, step) => {
    const deal = nextOf(dealsIn(it.world, ...wanted), step.pick)
    if (deal !== undefined) act(it, deal, step)
  }

/** '' = there is none, or a hand has typed something else there. */
const timeIn = (cell: Value | undefined): string => (typeof cell === 'number' ? localOf(cell) : '')
export const startOf = ({ cells }: Pick<Found, 'cells'>) => timeIn(cells['Начало'])
export const endOf = ({ cells }: Pick<Found, 'cells'>) => timeIn(cells['Конец'])
export const isOver = (deal: Found, now: string) => endOf(deal) < now && !isExternal(deal)
export const isAhead = (deal: Found, now: string) => startOf(deal) > now
export const isExternal = ({ cells }: Pick<Found, 'cells'>) => Object.hasOwn(externals, String(cells['Консультант']))

/** The row as it stands now, after other deeds of the same step. */
export function again({ world }: Running, id: number): Found | undefined {
  return dealsIn(world).find((one) => one.id === id)
}

/** What C5–C7 ask for; some leave a part of it out. */
export function written(way: number): CardFields {
  const discussed = { discussedName: 'Школа двора', discussedTheme: 'Благоустройство', discussedAdvice: 'Уточнить бюджет' }
  const project = way % 3 === 0 ? 'не распределено' : 'Ресурсный центр НКО'
  return { content: 'Разобрали вопрос', recommendations: 'Подать до срока', minutes: 15 * (1 + (way % 6)), project, ...discussed }
}

/** What somebody types on a phone, kept as he types: a row a field and device, his own alone, until it is saved, given up or old. */

import { addDays, dateOf, type LocalDateTime } from '../../domain/time/localTime'
import type { Input } from '../../rpc/contract'
import type { CardDraft } from '../../rpc/deviceContract'
import { changes, type OwnRow } from '../changes'
import { dealReads, findDeal } from '../located'
import { type Known, method } from '../method/method'
import { forbidden } from '../permissions'
import { closedProblem } from './fillDeal'

type KeepInput = Input<'draft/keep'>

/** Days after which nobody looks for it any more. */
const keptDays = 30
/** Of one person on one deal; the newest stay. */
const mostDevices = 5

/** A row of «Черновики». */
interface DraftLine {
  readonly dealId: number | null
  readonly who: string
  readonly device: string
  readonly place: string
  readonly at: LocalDateTime | null
  readonly version: number | null
  readonly field: string
  readonly typed: string
  readonly was: string
}

interface Line {
  readonly row: number
  readonly value: DraftLine
}

const places = { phone: 'телефон', computer: 'компьютер' } as const
const empty = { dealId: null, who: '', device: '', place: '', at: null, version: null, field: '', typed: '', was: '' } as const

function linesIn({ records }: Known): Line[] {
  return records<DraftLine>('drafts').map(({ row, value }) => ({ row, value: { ...empty, ...value } }))
}

function ownLines(known: Known, id: number): Line[] {
  const me = known.moment.who.email.toLowerCase()
  return linesIn(known).filter(({ value }) => value.dealId === id && value.who === me && !isOld(value, known))
}

function isOld({ at }: DraftLine, { moment }: Known): boolean {
  return at === null || at < addDays(dateOf(moment.now), -keptDays)
}

/** The caller's own, the newest first. */
export function draftsOf(known: Known, id: number): readonly CardDraft[] {
  const lines = ownLines(known, id).map(({ value }) => value)
  return devicesOf(lines).map((device) => draftOn(lines.filter((line) => line.device === device)))
}

function draftOn(lines: readonly DraftLine[]): CardDraft {
  const [{ device, place, at }] = [...lines].sort(newestFirst) as [DraftLine]
  const texts = lines.map(({ field, typed, was, version }) => [field, { typed, was, version: version ?? 0 }] as const)
  return { device, where: place === places.phone ? 'phone' : 'computer', at: at ?? '', texts: Object.fromEntries(texts) }
}

function devicesOf(lines: readonly DraftLine[]): string[] {
  return [...new Set([...lines].sort(newestFirst).map(({ device }) => device))]
}

function newestFirst(a: DraftLine, b: DraftLine): number {
  return (b.at ?? '').localeCompare(a.at ?? '')
}

/** Rows of this device as they are to stand; what is old, and of devices too many, goes along. Rows that are free again are used first. */
function rowsAfter(input: KeepInput, known: Known): OwnRow[] {
  const lines = linesIn(known)
  const own = ownLines(known, input.deal.id)
  const [mine, others] = [
    own.filter(({ value }) => value.device === input.device),
    own.filter(({ value }) => value.device !== input.device),
  ]
  const crowd = devicesOf(others.map(({ value }) => value)).slice(mostDevices - 1)
  const isFree = ({ value }: Line) => value.field === ''
  const gone = [
    ...mine.filter(({ value }) => !(value.field in input.texts)),
    ...others.filter(({ value }) => crowd.includes(value.device)),
    ...lines.filter((line) => !isFree(line) && isOld(line.value, known)),
  ]
  const free = [...gone.map(({ row }) => row), ...lines.filter(isFree).map(({ row }) => row)]
  const written = Object.keys(input.texts).flatMap((field) => lineAfter(field, input, { known, mine, free }))
  return [...written, ...gone.filter(({ row }) => free.includes(row)).map(({ row }) => ownRow(row, empty))]
}

interface Standing {
  readonly known: Known
  readonly mine: readonly Line[]
  /** Rows to take, the first ones first. */
  readonly free: number[]
}

/** [] = it stands so. */
function lineAfter(field: string, { deal, device, where, texts }: KeepInput, { known, mine, free }: Standing): OwnRow[] {
  const { typed, was, version } = texts[field] as KeepInput['texts'][string]
  const standing = mine.find(({ value }) => value.field === field)
  const { value } = standing ?? { value: empty }
  if (value.typed === typed && value.was === was && value.version === version && standing !== undefined) return []
  const { now, who } = known.moment
  const told = { dealId: deal.id, who: who.email.toLowerCase(), device, place: places[where], at: now, version, field, typed, was }
  return [ownRow(standing?.row ?? free.shift() ?? null, told)]
}

function ownRow(row: number | null, values: DraftLine): OwnRow {
  return { table: 'drafts', row, values: { ...values } }
}

/** Four calls. */
export const keep = method('draft/keep', {
  may: 'fill',
  reads: ({ deal }) => ({ ...dealReads(deal), whole: ['drafts'] }),
  decide: (input, known) => {
    const found = findDeal(known.desk, { id: input.deal.id })
    if (!found.ok) return found
    const { deal } = found.value
    const isKept = Object.keys(input.texts).length > 0
    const problem = isKept ? (forbidden(known.moment.who, 'fill', deal) ?? closedProblem(deal.stage)) : null
    return problem === null ? { ok: true, changes: changes({ kind: 'draft/keep', rows: rowsAfter(input, known) }) } : { ok: false, problem }
  },
  answer: ({ known }) => ({ at: known.moment.now }),
})

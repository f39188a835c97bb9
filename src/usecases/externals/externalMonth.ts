/** T3: the external consultations of a month by project, against the limit and with what is due; and marking them paid. */

import type { Deal } from '../../domain/deal/deal'
import { emptyDeal } from '../../domain/deal/deal'
import { firstRefusal, judgeDeal } from '../../domain/deal/judging/judge'
import { isExternalHeld, maySettle, paymentProblem } from '../../domain/external/payment'
import { externalColumns, externalsIn } from '../../domain/month/count/externalLimit'
import { dueFor, externalsOf } from '../../domain/month/count/externals'
import type { Office } from '../../domain/office/office'
import type { Problem } from '../../domain/problem'
import { accept } from '../../domain/problem'
import { shortName } from '../../domain/text/russian'
import { type Month, monthOf } from '../../domain/time/localTime'
import type { DealRef, Input } from '../../rpc/contract'
import type { ExternalConsultation, ExternalMonth } from '../../rpc/externalContract'
import { refOf } from '../card/cards'
import { type Caller, changes, type Decision, type Moment, type RowChange } from '../changes'
import { readScanned } from '../control/officeLines'
import type { Desk, Located } from '../desk'
import { findDeal, nextVersion } from '../located'
import { method } from '../method/method'
import { forbidden } from '../permissions'

/** Columns of the register that the list looks at. */
const paymentColumns = [
  ...externalColumns,
  'version',
  'minutes',
  'clientId',
  'organisation',
  'contact',
  'paidAt',
  'paidBy',
  'paidFor',
] as const satisfies readonly (keyof Deal)[]
export type PaymentDeal = Pick<Deal, (typeof paymentColumns)[number]>

/** @param rows of the register, and of the archive with row null */
export function externalMonth(month: Month, rows: readonly Located<PaymentDeal>[], office: Office, who: Caller): ExternalMonth {
  const deals = rows.map(({ value }) => value)
  const held = rows.filter(({ value }) => isExternalHeld(value, office) && monthOf(value.start) === month)
  const { projects } = externalsOf(
    held.map(({ value }) => value),
    office,
  )
  const own = projects.filter(({ dealIds }) =>
    held.some(({ value }) => dealIds.includes(value.id) && maySettle(who, value.project, office)),
  )
  return {
    month,
    projects: own.map(({ project, count, limit, minutes, due, paid, dealIds }) => {
      const lines = held.filter(({ value }) => dealIds.includes(value.id))
      const counted = externalsIn(month, lines[0]?.value.project ?? '', { rows: deals, except: 0 }, office)
      const consultations = lines.map((line) => consultationOf(line, office)).sort((a, b) => (a.start < b.start ? -1 : 1))
      return { project, held: count, counted, limit, minutes, due, paid, consultations }
    }),
  }
}

function consultationOf({ row, value }: Located<PaymentDeal>, office: Office): ExternalConsultation {
  const { id, version, clientId, start, organisation, contact, consultant, minutes, paidAt, paidBy } = value
  const person = office.people.find(({ initials }) => initials === consultant)
  return {
    ref: { id, row, version, clientId },
    start: start ?? '',
    organisation: organisation || contact,
    expert: shortName(person?.name ?? consultant),
    minutes: minutes ?? 0,
    rate: person?.ratePerHour ?? null,
    due: dueFor([value], office),
    ...{ paidAt, paidBy },
    archived: row === null,
  }
}

/** All of them or none. What already stands as it is wanted is left alone: a second click after a lost answer changes nothing. */
function payExternals({ deals, paid }: Input<'external/pay'>, desk: Desk, moment: Moment): Decision {
  const denied = forbidden(moment.who, 'pay')
  if (denied !== null) return { ok: false, problem: denied }
  const settled: RowChange<Deal>[] = []
  for (const ref of new Map(deals.map((one) => [one.id, one])).values()) {
    const result = settle(ref, paid, desk, moment)
    if (result !== null && 'code' in result) return { ok: false, problem: result }
    if (result !== null) settled.push(result)
  }
  return { ok: true, changes: changes({ kind: paid ? 'external/pay' : 'external/unpay', deals: settled }) }
}

/** null = it stands as it is wanted. */
function settle(ref: DealRef, paid: boolean, desk: Desk, moment: Moment): RowChange<Deal> | Problem | null {
  const { id, version } = ref
  const standing = findDeal(desk, { id })
  if (!standing.ok) return standing.problem
  const { deal } = standing.value
  const denied = paymentProblem(deal, moment.who, desk.office)
  if (denied !== null || (deal.paidAt !== null) === paid) return denied
  if (deal.version !== version) return { code: 'changedMeanwhile', id }
  const verdict = judgeDeal(deal, { paidAt: paid ? moment.now : null }, { ...moment, office: desk.office, door: 'page' })
  return firstRefusal(verdict) ?? { before: deal, after: nextVersion(deal, verdict.accepted) }
}

/** One call, two with the archive's year. */
export const list = method('external/list', {
  may: 'pay',
  reads: ({ month }) => ({
    columns: { deals: paymentColumns },
    archive: (year) => (year === month.slice(0, 4) ? paymentColumns : []),
  }),
  look: ({ month }, { scan, archived, desk, moment }) => {
    const standing = scan<Deal>('deals').map(({ row, value }) => ({ row, value: value as PaymentDeal }))
    const rows = [...standing, ...archived.map((value) => ({ row: null, value: { ...emptyDeal, ...value } }))]
    return accept(externalMonth(month, rows, desk.office, moment.who))
  },
})

/** Four calls; the next tick looks at the deals anew, so that T3.pay goes or comes back. */
export const pay = method('external/pay', {
  may: 'pay',
  reads: ({ deals }) => ({ deals: deals.map(({ id, row }) => ({ id, row })) }),
  decide: (input, { desk, moment }) => {
    const decided = payExternals(input, desk, moment)
    if (!decided.ok || decided.changes.deals.length === 0) return decided
    const scanned = JSON.stringify({ ...readScanned(desk.service.scanned), deals: null })
    return { ok: true, changes: { ...decided.changes, service: { scanned } } }
  },
  answer: ({ deals }) => ({ deals: [...deals.values()].map(({ value, row }) => refOf(value, row)) }),
})

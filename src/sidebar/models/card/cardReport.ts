/** The expert's report on a card: what of it differs from the card, and taking it over (C9). */

import { computed, type ReadonlySignal, signal } from '@preact/signals'
import { type ExpertReport, type ReportField, readExpertReport, reportConflicts } from '../../../domain/external/expertReport'
import type { Card } from '../../../rpc/contract'
import { card as text } from '../../text/card.ru'
import { common } from '../../text/common.ru'
import type { Caller } from '../page/caller'

export interface CardReport {
  /** null = none came. */
  readonly report: ReadonlySignal<ExpertReport | null>
  /** Not taken over yet, and this person may. */
  readonly waits: ReadonlySignal<boolean>
  readonly conflicts: ReadonlySignal<readonly ReportField[]>
  /** Fields where the report wins. */
  readonly chosen: ReadonlySignal<readonly ReportField[]>
  choose(field: ReportField, fromReport: boolean): void
  take(): Promise<void>
}

export interface ReportAround {
  readonly caller: Caller
  readonly card: ReadonlySignal<Card | null>
  receive(card: Card, sentence: string): void
  /** Of a card that is shown no more. */
  late(card: Card, sentence: string): void
}

export function createCardReport({ caller, card, receive, late }: ReportAround): CardReport {
  const report = computed(() => readExpertReport(card.value?.deal.report ?? ''))
  const conflicts = computed(() => (card.value && report.value ? reportConflicts(card.value.deal, report.value) : []))
  /** What was chosen belongs to one version of one report. */
  const choice = signal<{ readonly of: string; readonly fields: readonly ReportField[] }>({ of: '', fields: [] })
  const chosen = computed(() => (choice.value.of === card.value?.deal.report ? choice.value.fields : []))
  return {
    report,
    waits: computed(
      () =>
        report.value !== null &&
        report.value.takenAt === undefined &&
        card.value?.deal.stage === 'assigned' &&
        card.value.editable.length > 0,
    ),
    conflicts,
    chosen,
    choose: (field, fromReport) => {
      const others = chosen.value.filter((one) => one !== field)
      choice.value = { of: card.value?.deal.report ?? '', fields: fromReport ? [...others, field] : others }
    },
    take: async () => {
      const shown = card.value
      if (!shown) return
      const input = { deal: shown.ref, chosen: [...chosen.value] }
      const heard = { done: (value: Card) => receive(value, text.reportTaken), late: (value: Card) => late(value, text.reportTaken) }
      await caller.ask({ by: 'take-report', method: 'deal/takeReport', input, about: common.deal(shown.deal.id), ...heard })
    },
  }
}

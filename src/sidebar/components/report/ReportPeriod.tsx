/** The period of a report: its kind, then which one. */

import type { PeriodKind, PeriodModel } from '../../models/dialogs/reportPeriod'
import { report as text } from '../../text/report.ru'
import { SelectField, TextField } from '../parts/Field'
import { Segments } from '../parts/Segments'

const kinds: readonly PeriodKind[] = ['month', 'quarter', 'year', 'range']

export function ReportPeriod({ model }: { readonly model: PeriodModel }) {
  const kind = model.kind.value
  return (
    <div class="report-period">
      <Segments
        label={text.period}
        name="report-kind"
        value={kind}
        options={kinds.map((value) => ({ value, title: text.kinds[value] }))}
        onChoose={(value) => model.chooseKind(value as PeriodKind)}
      />
      {kind === 'range' ? <Days model={model} /> : <Listed model={model} kind={kind} />}
    </div>
  )
}

function Listed({ model, kind }: { readonly model: PeriodModel; readonly kind: 'month' | 'quarter' | 'year' }) {
  const offered = { month: model.months, quarter: model.quarters, year: model.years }[kind].value
  const title = { month: text.monthTitle, quarter: text.quarterTitle, year: (value: string) => value }[kind]
  return (
    <SelectField
      id="report-period"
      label={text.kinds[kind]}
      value={model.value.value}
      options={offered.map((value) => ({ value, title: title(value) }))}
      onType={model.choose}
    />
  )
}

function Days({ model }: { readonly model: PeriodModel }) {
  const bad = model.choice.value === null ? text.badDays : undefined
  return (
    <>
      <TextField id="report-from" label={text.from} type="date" value={model.from.value} onType={model.typeFrom} />
      <TextField id="report-until" label={text.until} type="date" value={model.until.value} onType={model.typeUntil} fault={bad} />
    </>
  )
}

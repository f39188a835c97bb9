/** «Отчёт»: a month and one button. */

import { Button } from '../components/Button'
import { SelectField } from '../components/Field'
import { GoodNotice, TroubleNotice, Waiting } from '../components/Notices'
import type { ReportModel } from '../models/report'
import { text } from '../text.ru'

export function ReportScreen({ model }: { readonly model: ReportModel }) {
  const { caller, months, month, result } = model
  return (
    <form
      class="dialog"
      onSubmit={(event) => {
        event.preventDefault()
        void model.make()
      }}
    >
      <div class="dialog-body narrow">
        <SelectField
          id="report-month"
          label={text.report.month}
          value={month.value}
          options={months.value.map((value) => ({ value, title: text.report.monthTitle(value) }))}
          onType={model.choose}
        />
        <p class="faint">{text.report.teach}</p>
        {caller.busy.value === 'make' && <Waiting>{text.report.making}</Waiting>}
        <TroubleNotice caller={caller} />
        {result.value && <GoodNotice>{text.report.made(result.value)}</GoodNotice>}
      </div>
      <div class="dialog-bar">
        <Button onClick={model.close}>{text.common.close}</Button>
        <Button look="primary" submit name="make" caller={caller} disabled={month.value === ''}>
          {text.report.make}
        </Button>
      </div>
    </form>
  )
}

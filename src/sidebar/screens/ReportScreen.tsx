/** «Отчёт»: a month and one button. */

import { Button } from '../components/Button'
import { SelectField } from '../components/Field'
import { GoodNotice, TroubleNotice, Waiting } from '../components/Notices'
import type { ReportModel } from '../models/report'
import { common } from '../text/common.ru'
import { report as text } from '../text/dialogs.ru'

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
          label={text.month}
          value={month.value}
          options={months.value.map((value) => ({ value, title: text.monthTitle(value) }))}
          onType={model.choose}
        />
        <p class="faint">{text.teach}</p>
        {caller.busy.value === 'make' && <Waiting>{text.making}</Waiting>}
        <TroubleNotice caller={caller} />
        {result.value && <GoodNotice>{text.made(result.value)}</GoodNotice>}
      </div>
      <div class="dialog-bar">
        <Button onClick={model.close}>{common.close}</Button>
        <Button look="primary" submit name="make" caller={caller} disabled={month.value === ''}>
          {text.make}
        </Button>
      </div>
    </form>
  )
}

/** «Отчёт»: a period, its numbers, and what is done with them. */

import { Button } from '../components/parts/Button'
import { GoodNotice, TroubleNotice, Waiting } from '../components/parts/Notices'
import { ScreenTitle } from '../components/parts/ScreenTitle'
import { ReportLetters } from '../components/report/ReportLetters'
import { ReportNumbers } from '../components/report/ReportNumbers'
import { ReportPeriod } from '../components/report/ReportPeriod'
import { Approval, Publication, ReportFiles } from '../components/report/ReportSteps'
import type { ReportModel } from '../models/dialogs/report'
import { common } from '../text/common.ru'
import { report as text } from '../text/report.ru'
import { today } from '../text/today.ru'

export function ReportScreen({ model }: { readonly model: ReportModel }) {
  const { caller, finder, preview, result, may } = model
  return (
    <main class="dialog">
      <div class="dialog-top">
        <ScreenTitle>{today.report}</ScreenTitle>
        <ReportPeriod model={model.period} />
        <TroubleNotice caller={finder} />
        <TroubleNotice caller={caller} />
        {result.value && <GoodNotice>{text.made(result.value)}</GoodNotice>}
        {preview.value === null && finder.busy.value !== '' && <Waiting>{text.counting}</Waiting>}
      </div>
      <div class={`dialog-body report-both${finder.busy.value === '' ? '' : ' stale'}`}>
        {preview.value && <ReportNumbers preview={preview.value} />}
        {preview.value && <Steps model={model} />}
      </div>
      <div class="dialog-bar">
        <Button onClick={model.close}>{common.close}</Button>
        {may.report && (
          <Button
            look="primary"
            name="make"
            caller={caller}
            disabled={model.period.choice.value === null || preview.value === null}
            onClick={() => void model.make()}
          >
            {text.make}
          </Button>
        )}
      </div>
    </main>
  )
}

function Steps({ model }: { readonly model: ReportModel }) {
  const done = model.preview.value?.done ?? null
  return (
    <div class="report-steps">
      {model.may.report && <ReportFiles model={model} />}
      {done && <Approval model={model} done={done} />}
      {done && model.may.tell && <ReportLetters model={model.letters} told={done.told} />}
      {done && <Publication model={model} done={done} />}
    </div>
  )
}

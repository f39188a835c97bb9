/** «Импорт»: choose files, see what each column and word is taken for, see what would come, bring it; or take the last one back. */

import type { ImportKind } from '../../domain/importing/importKind'
import { importKinds } from '../../domain/importing/importKind'
import { ImportColumns } from '../components/importing/ImportColumns'
import { ImportIssues, ImportNumbers, ImportSample } from '../components/importing/ImportLook'
import { ImportWords } from '../components/importing/ImportWords'
import { ImportWorkdays } from '../components/importing/ImportWorkdays'
import { Button } from '../components/parts/Button'
import { SelectField } from '../components/parts/Field'
import { BadNotice, GoodNotice, TroubleNotice, Waiting } from '../components/parts/Notices'
import { ScreenTitle } from '../components/parts/ScreenTitle'
import { Segments } from '../components/parts/Segments'
import type { ImportModel, ImportStep } from '../models/dialogs/importer'
import { common } from '../text/common.ru'
import { importing as text } from '../text/importing.ru'
import { today } from '../text/today.ru'

interface Props {
  readonly model: ImportModel
}

export function ImportScreen({ model }: Props) {
  const { caller, preview, result, fault, plan, step } = model
  const isMatching = plan.value !== null && !result.value && step.value !== 'look'
  return (
    <main class="dialog">
      <div class="dialog-body">
        <ScreenTitle>{today.import}</ScreenTitle>
        {model.isTakenBack.value && <GoodNotice>{text.takenBack}</GoodNotice>}
        {!result.value && <ChooseFile model={model} />}
        {model.kind.value === 'workingCalendar' && model.grid.value === null && <ImportWorkdays model={model.workdays} />}
        {fault.value && <BadNotice>{fault.value}</BadNotice>}
        {plan.value !== null && !result.value && <Steps model={model} />}
        {caller.busy.value === 'preview' && !isMatching && <Waiting>{text.checking}</Waiting>}
        {caller.busy.value === 'apply' && <Loading model={model} />}
        <TroubleNotice caller={caller} />
        {isMatching && step.value === 'columns' && <ImportColumns model={model} />}
        {isMatching && step.value === 'words' && <ImportWords model={model} />}
        {result.value ? <Done model={model} /> : !isMatching && preview.value && <Preview model={model} />}
      </div>
      <ImportBar model={model} />
    </main>
  )
}

function ChooseFile({ model }: Props) {
  const { grid, start, besides } = model
  return (
    <div class="choose-file">
      <SelectField
        id="import-kind"
        label={text.kind}
        value={model.kind.value}
        options={importKinds.map((value) => ({ value, title: text.kinds[value] }))}
        onType={(value) => model.setKind(value as ImportKind)}
      />
      <div class="file">
        <input
          id="import-file"
          type="file"
          multiple
          accept=".csv,.txt,.tsv,.xlsx,.xml,.ics,text/csv"
          onChange={(event) => void model.choose([...(event.currentTarget.files ?? [])])}
        />
        <label for="import-file" class="button strong">
          {text.pickFile}
        </label>
        <span class="faint">
          {grid.value ? text.read(grid.value.fileName, grid.value.rows.length - 1 - (model.plan.value?.headingRow ?? 0)) : text.noFile}
          {besides.value > 0 && text.besides(besides.value)}
        </span>
      </div>
      {grid.value === null && <p class="faint">{text.fileHint(model.kind.value === 'deals')}</p>}
      {grid.value === null && start.value?.last && <LastImport model={model} />}
    </div>
  )
}

/** What came last, for as long as it can be taken back or gone on with. */
function LastImport({ model }: Props) {
  const last = model.start.value?.last
  if (last == null) return null
  return (
    <div class="last-import">
      <p class="faint">{last.done < last.total ? text.unfinished(last) : text.last(last, model.start.value?.now ?? last.at)}</p>
      <Button name="takeBack" caller={model.caller} onClick={() => void model.takeBack()}>
        {text.takeBack}
      </Button>
    </div>
  )
}

const steps: readonly ImportStep[] = ['columns', 'words', 'look']

function Steps({ model }: Props) {
  return (
    <Segments
      label={text.stepsLabel}
      name="import-step"
      value={model.step.value}
      options={steps.map((value) => ({ value, title: text.steps[value] }))}
      onChoose={(value) => model.go(value as ImportStep)}
    />
  )
}

function Loading({ model }: Props) {
  const progress = model.progress.value
  const said =
    progress === null
      ? text.applying(model.preview.value?.taken ?? 0, model.plan.value !== null)
      : text.progress(progress.done, progress.total)
  return (
    <div class="progress" role="status">
      {progress === null ? <progress aria-label={said} /> : <progress aria-label={said} value={progress.done} max={progress.total} />}
      {said}
    </div>
  )
}

function Preview({ model }: Props) {
  const preview = model.preview.value
  if (!preview) return null
  return (
    <>
      <ImportNumbers preview={preview} />
      {preview.taken === 0 && <BadNotice>{text.nothing}</BadNotice>}
      <ImportSample preview={preview} />
      <ImportIssues model={model} preview={preview} />
    </>
  )
}

function Done({ model }: Props) {
  const result = model.result.value
  if (!result) return null
  return (
    <>
      <GoodNotice>{text.written(result.written, model.plan.value !== null)}</GoodNotice>
      {model.plan.value !== null && <p class="faint">{text.history}</p>}
      {model.plan.value !== null && model.start.value?.last && <LastImport model={model} />}
      {result.issues.length > 0 && <ImportIssues model={model} preview={result} />}
    </>
  )
}

function ImportBar({ model }: Props) {
  const { caller, preview, result, plan, step } = model
  const taken = preview.value?.taken ?? 0
  const isMatching = plan.value !== null && step.value !== 'look'
  const next = () => model.go(step.value === 'columns' ? 'words' : 'look')
  return (
    <div class="dialog-bar">
      <Button onClick={model.close}>{common.close}</Button>
      {result.value ? (
        <Button look="primary" onClick={model.again}>
          {text.again}
        </Button>
      ) : isMatching ? (
        <Button look="primary" onClick={next}>
          {text.next}
        </Button>
      ) : (
        <Button look="primary" name="apply" caller={caller} disabled={taken === 0} onClick={() => void model.apply()}>
          {text.apply(taken)}
        </Button>
      )}
    </div>
  )
}

/** «Импорт»: choose a file, see what it would bring, bring it. */

import type { ImportKind } from '../../rpc/contract'
import { Button } from '../components/parts/Button'
import { SelectField } from '../components/parts/Field'
import { BadNotice, GoodNotice, TroubleNotice, Waiting } from '../components/parts/Notices'
import { ImportIssues, ImportNumbers, ImportSample } from '../components/settings/ImportPreviewTables'
import { type ImportModel, importKinds } from '../models/dialogs/importer'
import { common } from '../text/common.ru'
import { importing as text } from '../text/dialogs.ru'

interface Props {
  readonly model: ImportModel
}

export function ImportScreen({ model }: Props) {
  const { caller, preview, result, fault } = model
  return (
    <main class="dialog">
      <div class="dialog-body">
        {!result.value && <ChooseFile model={model} />}
        {fault.value && <BadNotice>{fault.value}</BadNotice>}
        {caller.busy.value === 'preview' && <Waiting>{text.checking}</Waiting>}
        {caller.busy.value === 'apply' && <Loading count={preview.value?.taken ?? 0} />}
        <TroubleNotice caller={caller} />
        {result.value ? <Done model={model} /> : preview.value && <Preview model={model} />}
      </div>
      <ImportBar model={model} />
    </main>
  )
}

function ChooseFile({ model }: Props) {
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
          accept=".csv,.txt,text/csv"
          onChange={(event) => {
            const file = event.currentTarget.files?.[0]
            if (file) void model.choose(file)
          }}
        />
        <label for="import-file" class="button strong">
          {text.pickFile}
        </label>
        <span class="faint">{model.table.value ? text.read(model.table.value.fileName, model.table.value.rows.length) : text.noFile}</span>
      </div>
      <p class="faint">{text.fileHint}</p>
    </div>
  )
}

function Loading({ count }: { readonly count: number }) {
  return (
    <div class="progress" role="status">
      <progress aria-label={text.applying(count)} />
      {text.applying(count)}
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
      <ImportIssues preview={preview} />
      <ImportSample preview={preview} />
    </>
  )
}

function Done({ model }: Props) {
  const result = model.result.value
  if (!result) return null
  return (
    <>
      <GoodNotice>{text.written(result.written)}</GoodNotice>
      {result.issues.length > 0 && <ImportIssues preview={result} />}
    </>
  )
}

function ImportBar({ model }: Props) {
  const { caller, preview, result } = model
  const taken = preview.value?.taken ?? 0
  return (
    <div class="dialog-bar">
      <Button onClick={model.close}>{common.close}</Button>
      {result.value ? (
        <Button look="primary" onClick={model.again}>
          {text.again}
        </Button>
      ) : (
        <Button look="primary" name="apply" caller={caller} disabled={taken === 0} onClick={() => void model.apply()}>
          {text.apply(taken)}
        </Button>
      )}
    </div>
  )
}

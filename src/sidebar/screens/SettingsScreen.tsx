/** «Настройки и проверка»: what is in order with its remedy, then each setting with its clause. */

import type { CheckLine } from '../../domain/office/selfCheck.ru'
import type { SettingRow } from '../../rpc/settingsContract'
import { Button } from '../components/parts/Button'
import { ClauseTip } from '../components/parts/Clause'
import { SelectField, TextField } from '../components/parts/Field'
import { Icon } from '../components/parts/Icon'
import { GoodNotice, TroubleNotice, Waiting } from '../components/parts/Notices'
import { ScreenTitle } from '../components/parts/ScreenTitle'
import { DeviceList } from '../components/phone/DeviceList'
import { LetterSamples } from '../components/settings/LetterSamples'
import { type SettingsModel, sumOf } from '../models/dialogs/settings'
import { devices } from '../models/phone/text.ru'
import { common } from '../text/common.ru'
import { settings as text } from '../text/settings.ru'

export function SettingsScreen({ model }: { readonly model: SettingsModel }) {
  const { finder, checks, rows } = model
  return (
    <main>
      <form
        class="dialog settings"
        onSubmit={(event) => {
          event.preventDefault()
          void model.save()
        }}
      >
        <div class="dialog-body">
          <ScreenTitle>{text.title}</ScreenTitle>
          <TroubleNotice caller={finder} />
          {checks.value === null && finder.busy.value !== '' && <Waiting>{text.loading}</Waiting>}
          {checks.value && <Checks model={model} checks={checks.value} />}
          {rows.value.length > 0 && <Settings model={model} rows={rows.value} />}
          {rows.value.length > 0 && <Devices model={model} />}
          {rows.value.length > 0 && <LetterSamples model={model.letters} maySend={model.mayChange.value} />}
        </div>
        <Bar model={model} />
      </form>
    </main>
  )
}

function Checks({ model, checks }: { readonly model: SettingsModel; readonly checks: readonly CheckLine[] }) {
  return (
    <section aria-labelledby="checks">
      <div class="row between">
        <h2 id="checks">
          {text.checks} <span class="faint">{sumOf(checks)}</span>
        </h2>
        <Button look="link" name="load" caller={model.finder} onClick={() => void model.load()}>
          {text.again}
        </Button>
      </div>
      <ul class="checks">
        {checks.map((line) => (
          <li key={line.key} class={line.state}>
            <Icon shape={line.state === 'good' ? 'check' : 'alert'} />
            <div>
              <strong>{line.title}:</strong> <span class="hidden-words">{text.states[line.state]}: </span>
              {line.text}
              {line.remedy !== '' && <div class="remedy">{line.remedy}</div>}
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Settings({ model, rows }: { readonly model: SettingsModel; readonly rows: readonly SettingRow[] }) {
  return (
    <section aria-labelledby="settings">
      <h2 id="settings">{text.settings}</h2>
      {!model.mayChange.value && <p class="faint">{text.readOnly}</p>}
      <div class="setting-list">
        {rows.map((row) => (
          <div key={row.key} class="setting">
            <Setting model={model} row={row} />
            <span class="faint" aria-describedby={`tip-${row.key}`}>
              {text.usual(row.initial)}
              {row.clause !== '' && (
                <span class="clause">
                  {row.initial !== '' && ' · '}
                  {row.clause}
                  <ClauseTip page={model.page} id={`tip-${row.key}`} clause={row.clause} />
                </span>
              )}
            </span>
          </div>
        ))}
      </div>
    </section>
  )
}

/** Where people are signed in: one's own, and everybody's for whoever keeps the settings. */
function Devices({ model }: { readonly model: SettingsModel }) {
  return (
    <section aria-labelledby="devices">
      <h2 id="devices">{model.mayChange.value ? devices.everybody : devices.title}</h2>
      <DeviceList model={model.devices} />
    </section>
  )
}

function Setting({ model, row }: { readonly model: SettingsModel; readonly row: SettingRow }) {
  const field = {
    id: `setting-${row.key}`,
    label: row.title,
    value: model.valueOf(row),
    edited: model.isEdited(row),
    fault: model.isEdited(row) || row.issue === '' ? undefined : row.issue,
    onType: (value: string) => model.type(row, value),
  }
  if (!model.mayChange.value) return <TextField {...field} value={row.value || row.initial} onType={() => undefined} />
  if (row.choices.length > 0)
    return <SelectField {...field} empty={row.initial} options={row.choices.map((title) => ({ value: title, title }))} />
  return <TextField {...field} type={row.kind === 'number' ? 'number' : 'text'} hint={text.hint(row)} />
}

function Bar({ model }: { readonly model: SettingsModel }) {
  const changed = model.changed.value
  return (
    <div class="dialog-bar">
      <TroubleNotice caller={model.caller} />
      {model.saved.value && <GoodNotice>{text.saved}</GoodNotice>}
      <Button onClick={model.close}>{common.close}</Button>
      {changed > 0 && <Button onClick={model.discard}>{text.discard}</Button>}
      <Button look="primary" submit name="save" caller={model.caller} disabled={changed === 0}>
        {text.save(changed)}
      </Button>
    </div>
  )
}

/** «Подключить amoCRM…»: address and key, what the account means here, what connecting would write, and the differences afterwards. */

import { stageTitles } from '../../../domain/deal/words'
import type { Output } from '../../../rpc/contract'
import type { AmoModel } from '../../models/amo/amo'
import { common } from '../../text/common.ru'
import { amo as text } from '../../text/taskTools.ru'
import { Button } from '../parts/Button'
import { SelectField, TextField } from '../parts/Field'
import { BadNotice, GoodNotice, TroubleNotice, Waiting } from '../parts/Notices'
import { ScreenTitle } from '../parts/ScreenTitle'
import { AmoDifferences } from './AmoDifferences'

interface Props {
  readonly model: AmoModel
}
type Screen = Output<'amo/state'>

export function AmoScreen({ model }: Props) {
  const { caller } = model
  const screen = model.screen.value
  const busy = caller.busy.value
  const isLooked = (screen?.stages.length ?? 0) > 0
  return (
    <main>
      <form
        class="dialog amo"
        onSubmit={(event) => {
          event.preventDefault()
          void (isLooked ? model.connect() : model.look())
        }}
      >
        <div class="dialog-body">
          <ScreenTitle>{text.windowTitle}</ScreenTitle>
          <p class="faint">{text.teach}</p>
          <Access model={model} />
          {busy === 'state' && <Waiting>{text.loading}</Waiting>}
          {busy !== '' && busy !== 'state' && <Waiting>{text.asking}</Waiting>}
          <TroubleNotice caller={caller} />
          {busy === '' && !caller.trouble.value && screen && <Told screen={screen} />}
          {screen && isLooked && <Meaning model={model} screen={screen} />}
          {screen && <Groups screen={screen} />}
          {screen?.connected && <AmoDifferences model={model} />}
        </div>
        <Bar model={model} isLooked={isLooked} />
      </form>
    </main>
  )
}

function Bar({ model, isLooked }: Props & { readonly isLooked: boolean }) {
  const { caller, screen } = model
  return (
    <div class="dialog-bar">
      {screen.value?.connected && (
        <Button look="link" name="disconnect" caller={caller} onClick={() => void model.disconnect()}>
          {text.disconnect}
        </Button>
      )}
      <Button onClick={model.close}>{common.close}</Button>
      {isLooked && (
        <Button name="look" caller={caller} onClick={() => void model.look()}>
          {text.look}
        </Button>
      )}
      <Button look="primary" submit name={isLooked ? 'connect' : 'look'} caller={caller} disabled={screen.value === null}>
        {!isLooked ? text.look : screen.value?.connected ? text.save : text.connect}
      </Button>
    </div>
  )
}

function Access({ model: { typed, edit, screen } }: Props) {
  const isKept = screen.value?.connected === true
  return (
    <>
      <TextField
        id="amo-account"
        label={text.account}
        hint={text.accountHint}
        value={typed.value.account}
        onType={(account) => edit({ account })}
      />
      <TextField
        id="amo-token"
        type="password"
        label={isKept ? text.tokenKept : text.token}
        hint={text.tokenHint}
        value={typed.value.token}
        onType={(token) => edit({ token })}
      />
    </>
  )
}

function Told({ screen: { message, good, until, met } }: { readonly screen: Screen }) {
  return (
    <>
      {message !== '' && (good ? <GoodNotice>{message}</GoodNotice> : <BadNotice>{message}</BadNotice>)}
      {until !== '' && <p class="faint">{text.until(until)}</p>}
      {met !== null && <p class="faint">{text.met(met)}</p>}
    </>
  )
}

const stageOptions = [
  { value: '', title: text.noStage },
  ...Object.entries(stageTitles)
    .filter(([key]) => key !== 'unsorted')
    .map(([value, title]) => ({ value, title })),
]

function Meaning({ model, screen }: Props & { readonly screen: Screen }) {
  const { typed, edit, chooseField } = model
  const pipelines = screen.pipelines.map(({ id, title }) => ({ value: String(id), title }))
  const fields = [{ value: '0', title: text.noField }, ...screen.fieldChoices.map(({ id, title }) => ({ value: String(id), title }))]
  return (
    <>
      <Dry screen={screen} />
      <SelectField
        id="amo-pipeline"
        label={text.pipeline}
        value={String(typed.value.pipeline ?? screen.pipeline ?? '')}
        options={pipelines}
        onType={(id) => edit({ pipeline: Number(id), stages: undefined })}
      />
      <Words title={text.missing} lines={screen.missing} />
      {/* Of a pipeline that is to be made there is nothing to choose. */}
      {screen.pipeline !== 0 && <Stages model={model} screen={screen} />}
      <section aria-labelledby="amo-fields">
        <h2 id="amo-fields">{text.fields}</h2>
        <div class="amo-pairs">
          {screen.fields.map(({ key, title, field }) => (
            <SelectField
              key={key}
              id={`amo-field-${key}`}
              label={title}
              value={String(typed.value.fields?.[key] ?? field)}
              options={fields}
              onType={(value) => chooseField(key, Number(value))}
            />
          ))}
        </div>
      </section>
    </>
  )
}

function Stages({ model: { typed, chooseStage }, screen }: Props & { readonly screen: Screen }) {
  return (
    <section aria-labelledby="amo-stages">
      <h2 id="amo-stages">{text.stages}</h2>
      <div class="amo-pairs">
        {screen.stages.map(({ id, title, stage }) => (
          <SelectField
            key={id}
            id={`amo-stage-${id}`}
            label={title}
            value={typed.value.stages?.[String(id)] ?? stage}
            options={stageOptions}
            onType={(value) => chooseStage(id, value as typeof stage)}
          />
        ))}
      </div>
    </section>
  )
}

function Dry({ screen: { dry } }: { readonly screen: Screen }) {
  if (dry === null) return null
  return (
    <section aria-labelledby="amo-dry">
      <h2 id="amo-dry">{text.dry}</h2>
      {dry.counts.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {dry.first.length > 0 && (
        <details>
          <summary>{text.first}</summary>
          <ul>
            {dry.first.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

function Groups({ screen: { groups } }: { readonly screen: Screen }) {
  return <Words title={text.groups} lines={groups.map(({ title, sentence }) => `${title}. ${sentence}`)} />
}

function Words({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  if (lines.length === 0) return null
  return (
    <details>
      <summary>{title}</summary>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </details>
  )
}

/** «Подключить …»: what the tool for tasks asks for, and one sentence about how it went. */

import { Button } from '../components/parts/Button'
import { SelectField, TextField } from '../components/parts/Field'
import { BadNotice, GoodNotice, TroubleNotice, Waiting } from '../components/parts/Notices'
import { ScreenTitle } from '../components/parts/ScreenTitle'
import type { TaskToolsModel } from '../models/dialogs/taskTools'
import { common } from '../text/common.ru'
import { taskTools as text } from '../text/taskTools.ru'

interface Props {
  readonly model: TaskToolsModel
}

export function TaskToolsScreen({ model }: Props) {
  const { caller, state } = model
  const { title = '', teach = '', connected = false, message = '', good = false } = state.value ?? {}
  const busy = caller.busy.value
  return (
    <main>
      <form
        class="dialog"
        onSubmit={(event) => {
          event.preventDefault()
          void model.connect()
        }}
      >
        <div class="dialog-body narrow">
          <ScreenTitle>{text.windowTitle}</ScreenTitle>
          <ToolChoice model={model} />
          <p class="faint">{teach}</p>
          <ToolFields model={model} />
          {busy === 'state' && <Waiting>{text.loading}</Waiting>}
          {busy === 'connect' && <Waiting>{text.checking(title)}</Waiting>}
          <TroubleNotice caller={caller} />
          {busy === '' &&
            !caller.trouble.value &&
            message !== '' &&
            (good ? <GoodNotice>{message}</GoodNotice> : <BadNotice>{message}</BadNotice>)}
        </div>
        <div class="dialog-bar">
          {connected && (
            <Button look="link" name="disconnect" caller={caller} onClick={() => void model.disconnect()}>
              {text.disconnect}
            </Button>
          )}
          <Button onClick={model.close}>{common.close}</Button>
          <Button look="primary" submit name="connect" caller={caller} disabled={state.value === null}>
            {connected ? text.check : text.connect}
          </Button>
        </div>
      </form>
    </main>
  )
}

/** Only where there is more than one. */
function ToolChoice({ model: { tools, state, choose } }: Props) {
  if (tools.value.length < 2) return null
  const options = tools.value.map(({ name, title }) => ({ value: name, title }))
  return <SelectField id="task-tool" label={text.choose} value={state.value?.name ?? ''} options={options} onType={choose} />
}

function ToolFields({ model: { state, typed, edit } }: Props) {
  const { name: tool = '', fields = [] } = state.value ?? {}
  return (
    <>
      {fields.map(({ name, label, hint, secret }) => (
        <TextField
          key={name}
          id={`${tool}-${name}`}
          type={secret ? 'password' : 'text'}
          label={label}
          hint={hint}
          value={typed.value[name] ?? ''}
          onType={(value) => edit({ [name]: value })}
        />
      ))}
    </>
  )
}

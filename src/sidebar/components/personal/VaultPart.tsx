/** Where people's data are kept: in the register, on the way, in a spreadsheet of their own. */

import type { VaultShown } from '../../../rpc/personalContract'
import { personal } from '../../models/personal/personal.ru'
import type { VaultModel } from '../../models/personal/vault'
import { vaultText as text } from '../../models/personal/vault.ru'
import { Button } from '../parts/Button'
import { TextField } from '../parts/Field'
import { GoodNotice, TroubleNotice, Waiting, WarningNotice } from '../parts/Notices'

interface Props {
  readonly model: VaultModel
}

type Shown = Props & { readonly shown: VaultShown }

export function VaultPart({ model }: Props) {
  const { shown, caller } = model
  return (
    <div class="personal-vault">
      <TroubleNotice caller={caller} />
      {shown.value === null ? <Waiting>{personal.loading}</Waiting> : <Standing model={model} shown={shown.value} />}
    </div>
  )
}

function Standing({ model, shown }: Shown) {
  if (shown.mode === 'plain') return <Plain model={model} shown={shown} />
  return shown.mode === 'kept' ? <Kept model={model} shown={shown} /> : <Moving shown={shown} />
}

function Plain({ model, shown }: Shown) {
  return (
    <>
      <h2>{text.plainTitle}</h2>
      <p>{text.plain}</p>
      <p>{text.needs}</p>
      <p class="faint">{text.sheet}</p>
      <p class="faint">{text.forms}</p>
      {shown.link === '' ? <Choosing model={model} /> : <Chosen model={model} shown={shown} />}
    </>
  )
}

function Choosing({ model }: Props) {
  return (
    <form
      class="personal-search"
      onSubmit={(event) => {
        event.preventDefault()
        void model.load()
      }}
    >
      <TextField id="vault-link" label={text.ownLink} value={model.link.value} onType={model.typeLink} />
      <Button submit name="load" caller={model.caller} disabled={model.link.value.trim() === ''}>
        {text.check}
      </Button>
    </form>
  )
}

function Chosen({ model, shown }: Shown) {
  return (
    <>
      <h2>{text.chosen}</h2>
      <Link link={shown.link} />
      <Without model={model} shown={shown} />
    </>
  )
}

function Link({ link }: Pick<VaultShown, 'link'>) {
  return (
    <p>
      <a href={link} target="_blank" rel="noopener">
        {text.open}
      </a>
    </p>
  )
}

function Without({ model, shown: { without, away } }: Shown) {
  if (away !== '') return <WarningNotice>{text.away(away)}</WarningNotice>
  if (without.length === 0) return <GoodNotice>{text.allIn}</GoodNotice>
  return (
    <WarningNotice>
      {text.without(without.length)}
      <ul>
        {without.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
      {text.share}{' '}
      <Button look="link" name="load" caller={model.caller} onClick={() => void model.load()}>
        {text.checkAgain}
      </Button>
    </WarningNotice>
  )
}

function Moving({ shown }: Pick<Shown, 'shown'>) {
  return (
    <>
      <h2>{shown.mode === 'in' ? text.in : text.out}</h2>
      <Waiting>{text.moving(shown.moved)}</Waiting>
      <Link link={shown.link} />
    </>
  )
}

function Kept({ model, shown }: Shown) {
  return (
    <>
      <h2>{text.kept}</h2>
      <Link link={shown.link} />
      <Without model={model} shown={shown} />
      {shown.away === '' && <p>{text.keptHelp}</p>}
      {shown.away === '' && <p class="faint">{text.forms}</p>}
      {model.asks.value && <WarningNotice>{text.sure}</WarningNotice>}
    </>
  )
}

/** Buttons of the bar. */
export function VaultBar({ model }: Props) {
  const { shown, caller, asks } = model
  const value = shown.value
  if (value === null || value.mode === 'in' || value.mode === 'out') return null
  if (value.mode === 'kept' && asks.value)
    return (
      <>
        <Button onClick={() => model.askBack(false)}>{text.no}</Button>
        <Button look="primary" name="leave" caller={caller} onClick={() => void model.leave()}>
          {text.yes}
        </Button>
      </>
    )
  if (value.mode === 'kept') return <Button onClick={() => model.askBack(true)}>{text.leave}</Button>
  return value.link === '' ? (
    <Button look="primary" name="make" caller={caller} onClick={() => void model.make()}>
      {text.make}
    </Button>
  ) : (
    <Button look="primary" name="start" caller={caller} onClick={() => void model.start()}>
      {text.start}
    </Button>
  )
}

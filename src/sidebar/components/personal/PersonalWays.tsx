/** By which ways requests come: by all, or first to the receiver in Russia; its key. */

import type { PersonalModel } from '../../models/personal/personal'
import type { WaysModel } from '../../models/personal/ways'
import { ways as text } from '../../models/personal/ways.ru'
import { Button } from '../parts/Button'
import { Copied } from '../parts/CopyButton'
import { TextField } from '../parts/Field'
import { BadNotice, GoodNotice, TroubleNotice, Waiting, WarningNotice } from '../parts/Notices'
import { Segments } from '../parts/Segments'

interface Props {
  readonly model: WaysModel
}

export function PersonalWays({ model: { ways: model } }: { readonly model: PersonalModel }) {
  const { stands, typed, caller, saved } = model
  if (stands.value === null) return caller.busy.value === '' ? <TroubleNotice caller={caller} /> : <Waiting>{text.loading}</Waiting>
  const { mode } = typed.value
  const modes = Object.entries(text.modes).map(([value, title]) => ({ value, title }))
  return (
    <div class="personal-ways">
      <p class="faint">{text.lead}</p>
      <h2>{text.mode}</h2>
      <Segments
        label={text.mode}
        name="ways-mode"
        value={mode}
        options={modes}
        onChoose={(value) => model.edit({ mode: value as typeof mode })}
      />
      <p>{text.means[mode]}</p>
      {mode === 'ruFirst' && <First model={model} />}
      {saved.value && <GoodNotice>{text.saved}</GoodNotice>}
      <TroubleNotice caller={caller} />
      <Key model={model} />
      <Vk model={model} />
    </div>
  )
}

function First({ model }: Props) {
  const { stands, typed, fault } = model
  return (
    <>
      {stands.value?.hasKey !== true && <WarningNotice>{text.noKey}</WarningNotice>}
      <TextField
        id="ways-address"
        label={text.address}
        hint={text.addressHint}
        value={typed.value.address}
        fault={fault.value || undefined}
        onType={(address) => model.edit({ address })}
      />
      <fieldset class="personal-kinds">
        <legend>{text.declared}</legend>
        {(Object.keys(text.doors) as (keyof typeof text.doors)[]).map((door) => (
          <label key={door}>
            <input type="checkbox" id={`ways-${door}`} checked={typed.value.declared.includes(door)} onChange={() => model.toggle(door)} />
            {text.doors[door]}
          </label>
        ))}
      </fieldset>
    </>
  )
}

function Key({ model: { stands, key, caller, makeKey } }: Props) {
  const { hasKey = false, url = '' } = stands.value ?? {}
  return (
    <section aria-labelledby="ways-key">
      <h2 id="ways-key">{text.keyTitle}</h2>
      <p class="faint">{text.keyHelp}</p>
      {key.value !== '' && <WarningNotice>{text.once}</WarningNotice>}
      {key.value !== '' && <Copied title={text.key} value={key.value} />}
      {url === '' ? <p>{text.noUrl}</p> : <Copied title={text.deskAddress} value={url} />}
      {hasKey && key.value === '' && <p>{text.hasKey}</p>}
      <Button name="key" caller={caller} onClick={() => void makeKey()}>
        {hasKey ? text.makeAnother : text.makeKey}
      </Button>
    </section>
  )
}

function Vk({ model: { stands, vk, typeVk, connectVk, caller } }: Props) {
  const place = stands.value?.vk
  const isKept = place !== undefined && place.account !== ''
  return (
    <section aria-labelledby="ways-vk">
      <h2 id="ways-vk">{text.vkTitle}</h2>
      <p class="faint">{text.vkHelp}</p>
      {isKept && <p>{text.vkNamed(place.name)}</p>}
      {place !== undefined &&
        place.message !== '' &&
        (place.good ? <GoodNotice>{place.message}</GoodNotice> : <BadNotice>{place.message}</BadNotice>)}
      <TextField
        id="ways-vk-account"
        label={text.vkAccount}
        hint={place?.account || text.vkAccountHint}
        value={vk.value.account}
        onType={(account) => typeVk({ account })}
      />
      <TextField
        id="ways-vk-token"
        type="password"
        label={isKept ? text.vkTokenKept : text.vkToken}
        value={vk.value.token}
        onType={(token) => typeVk({ token })}
      />
      <div class="row">
        <Button
          name="vk"
          caller={caller}
          disabled={vk.value.account.trim() === '' || vk.value.token.trim() === ''}
          onClick={() => void connectVk(vk.value)}
        >
          {text.vkConnect}
        </Button>
        {isKept && (
          <Button look="link" onClick={() => void connectVk({ account: '', token: '' })}>
            {text.vkDisconnect}
          </Button>
        )}
      </div>
    </section>
  )
}

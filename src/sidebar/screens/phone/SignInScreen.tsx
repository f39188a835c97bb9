/** «Войти», on a phone or in any browser: the centre's name, one field or one button, and what became of it. */

import { Button } from '../../components/parts/Button'
import { TextField } from '../../components/parts/Field'
import { BadNotice, GoodNotice, Waiting } from '../../components/parts/Notices'
import type { SignInModel } from '../../models/phone/signIn'
import { signIn as text } from '../../models/phone/text.ru'

export function SignInScreen({ model }: { readonly model: SignInModel }) {
  const { centre } = model.data
  const step = model.step.value
  return (
    <main class="sign-in">
      <p class="faint">{centre.name}</p>
      {step === 'waiting' && <Opening model={model} />}
      {step === 'ask' && <Ask model={model} />}
      {step === 'asked' && <Asked model={model} />}
      {step === 'link' && <Link model={model} />}
      {centre.phone !== '' && (
        <p class="small faint">
          {text.call}: <a href={`tel:${centre.phone.replace(/[^\d+]/g, '')}`}>{centre.phone}</a>
        </p>
      )}
    </main>
  )
}

function Trouble({ model }: { readonly model: SignInModel }) {
  return model.trouble.value === '' ? null : <BadNotice>{model.trouble.value}</BadNotice>
}

function Opening({ model }: { readonly model: SignInModel }) {
  if (model.busy.value || model.trouble.value === '') return <Waiting>{text.waiting}</Waiting>
  return (
    <>
      <Trouble model={model} />
      <Button onClick={() => void model.begin()}>{text.retry}</Button>
    </>
  )
}

function Ask({ model }: { readonly model: SignInModel }) {
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void model.ask()
      }}
    >
      <h1>{text.title}</h1>
      <p>{text.lead}</p>
      <Trouble model={model} />
      <TextField
        id="sign-in-address"
        label={text.address}
        type="email"
        value={model.address.value}
        onType={(value) => {
          model.address.value = value
        }}
      />
      <Button look="primary" submit disabled={model.busy.value}>
        {text.ask}
      </Button>
    </form>
  )
}

function Asked({ model }: { readonly model: SignInModel }) {
  return (
    <>
      <h1>{text.asked}</h1>
      <GoodNotice>{model.told.value}</GoodNotice>
      <p class="faint">{text.more}</p>
      <Button onClick={model.again}>{text.again}</Button>
    </>
  )
}

function Link({ model }: { readonly model: SignInModel }) {
  return (
    <>
      <h1>{text.link}</h1>
      <p>{text.linkLead}</p>
      <Trouble model={model} />
      <Button look="primary" disabled={model.busy.value} onClick={() => void model.enter()}>
        {text.enter}
      </Button>
    </>
  )
}

/** The desk in a browser of its own: who opens it signs in first, then it is the page that it is in the panel. */

import { render } from 'preact'
import type { PageData } from '../../../rpc/contract'
import type { SignInData } from '../../../rpc/phoneContract'
import { type Drafts, dropDrafts, storedDrafts } from '../../models/page/drafts'
import { createPhone, type Phone } from '../../models/phone/phone'
import { type KeptSecret, type SecretStore, secretStore } from '../../models/phone/secret'
import { createSignIn } from '../../models/phone/signIn'
import { phone as text } from '../../models/phone/text.ru'
import { SignInScreen } from '../../screens/phone/SignInScreen'
import { askPhone, type PhoneWindow, phoneTransport } from '../../transports/phoneTransport'
import type { Transport } from '../../transports/transport'

interface Opened {
  readonly data: PageData
  readonly transport: Transport
  readonly drafts: Drafts
  readonly phone: Phone
}

const typed = 'desk:phone:'
const page = window as PhoneWindow
/** How often what waits for the connection is tried. */
const retryMs = 15_000

export function startPhone(data: SignInData, container: HTMLElement, open: (opened: Opened) => void): void {
  document.documentElement.classList.add('phone')
  const secrets = secretsOf()
  const model = createSignIn(data, {
    send: (request) => askPhone(page, request),
    secrets,
    agent: navigator.userAgent,
    forgetTyped: () => dropDrafts(() => window.localStorage, typed),
    opened: (drawn, kept) => {
      render(null, container)
      open(openedBy(drawn, kept))
    },
  })
  const openedBy = (drawn: PageData, kept: KeptSecret): Opened => {
    const transport = phoneTransport(page, {
      ...kept,
      drawnBy: { build: data.build, as: drawn.me.email },
      address: data.address,
      signedOut: (refusal) => {
        model.signedOut(refusal)
        show()
      },
      close: () => window.alert(text.closeTab),
    })
    const phone = createPhone({ isOnline: () => navigator.onLine, inAddress: kept.inAddress })
    window.addEventListener('online', phone.connection.retry)
    setInterval(phone.connection.retry, retryMs)
    return { data: drawn, transport, drafts: storedDrafts(() => window.localStorage, typed), phone }
  }
  const show = () => render(<SignInScreen model={model} />, container)
  show()
  void model.begin()
}

function secretsOf(): SecretStore {
  return secretStore({
    storage: () => window.localStorage,
    hash: () =>
      new Promise((resolve) => (page.google?.script.url ? page.google.script.url.getLocation(({ hash }) => resolve(hash)) : resolve(''))),
    setHash: (hash) => page.google?.script.history?.replace(null, {}, hash),
  })
}

/** «Войти»: the address, the letter, the button of its link; then the desk. */

import { batch, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import { signInTexts } from '../../../domain/text/signInText.ru'
import type { PhoneAct, PhoneAnswer, PhoneAsking, PhoneRefusal, SignInData } from '../../../rpc/phoneContract'
import type { PageData } from '../../../rpc/screens'
import { type KeptSecret, newSecret, type SecretStore } from './secret'
import { signIn as text } from './text.ru'

type Step = 'waiting' | 'ask' | 'asked' | 'link'

export interface SignInModel {
  readonly data: SignInData
  readonly step: ReadonlySignal<Step>
  readonly address: Signal<string>
  readonly busy: ReadonlySignal<boolean>
  /** What went well; '' = nothing. */
  readonly told: ReadonlySignal<string>
  readonly trouble: ReadonlySignal<string>
  begin(): Promise<void>
  /** Sends the letter. */
  ask(): Promise<void>
  enter(): Promise<void>
  again(): void
  /** The way in is over. */
  signedOut(refusal: PhoneRefusal): void
}

export interface SignInOptions {
  readonly send: <A extends PhoneAct>(request: PhoneAsking<A>) => Promise<PhoneAnswer<A>>
  readonly secrets: SecretStore
  readonly agent: string
  /** What was typed on this device goes. */
  forgetTyped(): void
  opened(data: PageData, kept: KeptSecret): void
}

export function createSignIn(data: SignInData, { send, secrets, agent, forgetTyped, opened }: SignInOptions): SignInModel {
  const step = signal<Step>('waiting')
  const address = signal('')
  const busy = signal(false)
  const [told, trouble] = [signal(''), signal('')]
  /** The same as long as it is not let in: a lost answer is asked for again. */
  const mine = newSecret()

  const show = (next: Step, sentence = '') =>
    batch(() => {
      step.value = next
      trouble.value = sentence
    })

  async function asking<A extends PhoneAct>(request: PhoneAsking<A>): Promise<PhoneAnswer<A> | null> {
    batch(() => {
      busy.value = true
      trouble.value = ''
    })
    try {
      return await send(request)
    } catch {
      trouble.value = text.noAnswer
      return null
    } finally {
      busy.value = false
    }
  }

  async function open(kept: KeptSecret): Promise<void> {
    const answer = await asking({ act: 'open', secret: kept.secret, view: data.opens })
    if (answer === null) return
    if (answer.ok) return opened(answer.data, kept)
    if (answer.signedOut === undefined) return show(step.value, answer.message)
    signedOut(answer)
  }

  function signedOut({ signedOut: why, message }: PhoneRefusal): void {
    secrets.forget()
    if (why === 'ended') forgetTyped()
    show('ask', message)
  }

  return {
    data,
    step,
    address,
    busy,
    told,
    trouble,
    signedOut,
    begin: async () => {
      if (data.link?.state === 'good') return show('link')
      const kept = await secrets.read()
      if (kept === null) return show('ask', whyNot(data.link))
      await open(kept)
    },
    ask: async () => {
      if (!/\S@\S/.test(address.value)) return show('ask', text.noAddress)
      const answer = await asking({ act: 'ask', address: address.value })
      if (answer === null) return
      if (!answer.ok) return show('ask', answer.message)
      told.value = answer.message
      show('asked')
    },
    enter: async () => {
      const answer = await asking({ act: 'enter', link: data.link?.secret ?? '', secret: mine, agent })
      if (answer === null) return
      if (!answer.ok) return show('ask', answer.message)
      await open(secrets.write(mine))
    },
    again: () => show('ask'),
  }
}

/** Of a link that lets nobody in. */
function whyNot(link: SignInData['link']): string {
  return link === null || link.state === 'good' ? '' : signInTexts.links[link.state]
}

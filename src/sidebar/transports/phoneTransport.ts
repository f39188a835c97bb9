/** The desk on a phone: calls carry the device's secret, and windows open beside, by the desk's own address. */

import type { RpcAnswer } from '../../rpc/contract'
import type { DeskView, PhoneAct, PhoneAnswer, PhoneAsking, PhoneRefusal } from '../../rpc/phoneContract'
import type { DrawnBy } from './googleTransport'
import type { Transport } from './transport'

interface Runner {
  withSuccessHandler(done: (value: unknown) => void): Runner
  withFailureHandler(failed: (error: { readonly message: string }) => void): Runner
  phone(request: unknown): void
  guide(): void
}

interface Place {
  readonly hash: string
}

interface GoogleScript {
  readonly run: Runner
  readonly url?: { getLocation(done: (place: Place) => void): void }
  readonly history?: { replace(state: null, parameters: Record<string, never>, hash: string): void }
}

export type PhoneWindow = Window & { readonly google?: { readonly script: GoogleScript } }

/** Rejects only when the platform failed. */
export function askPhone<A extends PhoneAct>(page: PhoneWindow, request: PhoneAsking<A>): Promise<PhoneAnswer<A>> {
  return run(page, (runner) => runner.phone(request)).then((value) => {
    if (value === null || typeof value !== 'object' || !('ok' in value)) throw new Error('empty answer')
    return value as PhoneAnswer<A>
  })
}

export interface PhoneOptions {
  readonly secret: string
  readonly drawnBy: DrawnBy
  /** Of the desk; '' = not known. */
  readonly address: string
  /** The secret stands in the address, and is handed on so. */
  readonly inAddress: boolean
  signedOut(refusal: PhoneRefusal): void
  close(): void
}

export function phoneTransport(page: PhoneWindow, options: PhoneOptions): Transport {
  const { secret, drawnBy, signedOut } = options
  let isOver = false
  return {
    async call(method, input, key = '') {
      if (isOver) throw new Error('signed out')
      const answer = await askPhone(page, { act: 'call', secret, request: { method, input, key, ...drawnBy } })
      if (!answer.ok && 'signedOut' in answer && answer.signedOut !== undefined) {
        isOver = true
        signedOut(answer)
      }
      return answer as RpcAnswer<never>
    },
    open: async (dialog) => openBeside(deskAddress(options, dialog)),
    guide: async () => String(await run(page, (runner) => runner.guide())),
    close: options.close,
  }
}

function deskAddress({ address, inAddress, secret }: PhoneOptions, view: DeskView): string {
  return `${address}?desk=${view}${inAddress ? `#${secret}` : ''}`
}

/** Google's frame lets a link lead to a window of its own, and nowhere else. */
function openBeside(address: string): void {
  const link = document.createElement('a')
  link.href = address
  link.target = '_blank'
  link.rel = 'noopener'
  document.body.append(link)
  link.click()
  link.remove()
}

function run(page: PhoneWindow, start: (runner: Runner) => void): Promise<unknown> {
  return new Promise((resolve, reject) => {
    if (!page.google) throw new Error('google.script.run is not here')
    start(page.google.script.run.withSuccessHandler(resolve).withFailureHandler((error) => reject(new Error(error.message))))
  })
}

/** Calls through google.script.run, Google's bridge from a page to the script. */

import type { Input, Method, Output, RpcAnswer, RpcRequest } from '../../rpc/contract'
import type { Dialog, Transport } from './transport'

interface Runner {
  withSuccessHandler(done: (value: unknown) => void): Runner
  withFailureHandler(failed: (error: { readonly message: string }) => void): Runner
  rpc(request: RpcRequest): void
  openWeekClose(): void
  openSlotBoard(): void
  openReport(): void
  openExternals(): void
  openImport(): void
  openSettings(): void
}

interface GoogleScript {
  readonly run: Runner
  readonly host: { close(): void }
}

type GoogleWindow = Window & { readonly google?: { readonly script: GoogleScript } }

export function googleTransport(page: GoogleWindow): Transport {
  const script = () => {
    if (!page.google) throw new Error('google.script.run is not here')
    return page.google.script
  }
  return {
    call: async <M extends Method>(method: M, input: Input<M>, key = '') =>
      asAnswer<Output<M>>(await run(script, (runner) => runner.rpc({ method, input, key }))),
    open: (dialog) => run(script, (runner) => openers[dialog](runner)).then(() => undefined),
    close: () => script().host.close(),
  }
}

const openers: Readonly<Record<Dialog, (runner: Runner) => void>> = {
  weekClose: (runner) => runner.openWeekClose(),
  slotBoard: (runner) => runner.openSlotBoard(),
  report: (runner) => runner.openReport(),
  externals: (runner) => runner.openExternals(),
  import: (runner) => runner.openImport(),
  settings: (runner) => runner.openSettings(),
}

function run(script: () => GoogleScript, start: (runner: Runner) => void): Promise<unknown> {
  return new Promise((resolve, reject) => {
    start(
      script()
        .run.withSuccessHandler(resolve)
        .withFailureHandler((error) => reject(new Error(error.message))),
    )
  })
}

/** A Date anywhere in an answer turns it into null on the way, without an error: that is a failure too. */
function asAnswer<T>(value: unknown): RpcAnswer<T> {
  if (value === null || typeof value !== 'object' || !('ok' in value)) throw new Error('empty answer')
  return value as RpcAnswer<T>
}

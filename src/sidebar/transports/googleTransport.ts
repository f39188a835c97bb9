/** Calls through google.script.run, Google's bridge from a page to the script. */

import type { Input, Method, Output, RpcAnswer, RpcRequest } from '../../rpc/contract'
import type { Dialog, Transport } from './transport'

interface Runner {
  withSuccessHandler(done: (value: unknown) => void): Runner
  withFailureHandler(failed: (error: { readonly message: string }) => void): Runner
  rpc(request: RpcRequest): void
  guide(): void
  openWeekClose(as: string): void
  openSlotBoard(as: string): void
  openReport(as: string): void
  openExternals(as: string): void
  openPersonal(as: string): void
  openImport(as: string): void
  openSettings(as: string): void
}

interface GoogleScript {
  readonly run: Runner
  readonly host: { close(): void }
}

type GoogleWindow = Window & { readonly google?: { readonly script: GoogleScript } }

/** What the server that drew the page wrote into it, sent along with every call. */
export interface DrawnBy {
  readonly build: string
  readonly as: string
}

export function googleTransport(page: GoogleWindow, drawnBy: DrawnBy = { build: '', as: '' }): Transport {
  const script = () => {
    if (!page.google) throw new Error('google.script.run is not here')
    return page.google.script
  }
  return {
    call: async <M extends Method>(method: M, input: Input<M>, key = '') =>
      asAnswer<Output<M>>(await run(script, (runner) => runner.rpc({ method, input, key, ...known(drawnBy) }))),
    open: (dialog) => run(script, (runner) => openers[dialog](runner, drawnBy.as)).then(() => undefined),
    guide: async () => String(await run(script, (runner) => runner.guide())),
    close: () => script().host.close(),
  }
}

const openers: Readonly<Record<Dialog, (runner: Runner, as: string) => void>> = {
  weekClose: (runner, as) => runner.openWeekClose(as),
  slotBoard: (runner, as) => runner.openSlotBoard(as),
  report: (runner, as) => runner.openReport(as),
  externals: (runner, as) => runner.openExternals(as),
  personal: (runner, as) => runner.openPersonal(as),
  import: (runner, as) => runner.openImport(as),
  settings: (runner, as) => runner.openSettings(as),
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

function known({ build, as }: DrawnBy): Partial<DrawnBy> {
  return { ...(build === '' ? {} : { build }), ...(as === '' ? {} : { as }) }
}

/** A Date anywhere in an answer turns it into null on the way, without an error: that is a failure too. */
function asAnswer<T>(value: unknown): RpcAnswer<T> {
  if (value === null || typeof value !== 'object' || !('ok' in value)) throw new Error('empty answer')
  return value as RpcAnswer<T>
}

/** Sends an answer through google.script.run, Google's bridge from a page to the script. */

import type { AnswerTo, FileAnswer, LinkParameters, PageAnswer, PageInput, PageMethod, PageRefusal } from '../rpc/pageContract'
import { text } from './text.ru'

interface Runner {
  withSuccessHandler(done: (value: PageAnswer | FileAnswer | null) => void): Runner
  withFailureHandler(failed: () => void): Runner
  page(request: { readonly link: LinkParameters; readonly method: PageMethod; readonly input: unknown }): void
}

type GoogleWindow = Window & { readonly google?: { readonly script: { readonly run: Runner } } }

/** Never rejects: a lost connection is an answer to be shown. */
export function send<M extends PageMethod>(link: LinkParameters, method: M, input: PageInput<M>): Promise<AnswerTo<M>> {
  const message = method === 'report/attach' ? text.attach.noAnswer : text.noAnswer
  const noAnswer: PageRefusal = { ok: false, message, retry: true }
  return new Promise<PageAnswer | FileAnswer>((resolve) => {
    const run = (window as GoogleWindow).google?.script.run
    if (!run) resolve(noAnswer)
    else
      run
        .withSuccessHandler((value) => resolve(value ?? noAnswer))
        .withFailureHandler(() => resolve(noAnswer))
        .page({ link, method, input })
  }) as Promise<AnswerTo<M>>
}

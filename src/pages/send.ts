/** Sends an answer through google.script.run, Google's bridge from a page to the script. */

import type { FormAnswer, FormInput } from '../rpc/formContract'
import type { AnswerTo, LinkParameters, PageInput, PageMethod, PageRefusal } from '../rpc/pageContract'
import { text } from './text.ru'

interface Runner {
  withSuccessHandler(done: (value: unknown) => void): Runner
  withFailureHandler(failed: () => void): Runner
  page(request: object): void
}

type GoogleWindow = Window & { readonly google?: { readonly script: { readonly run: Runner } } }

/** Never rejects: a lost connection is an answer to be shown. */
export function send<M extends PageMethod>(link: LinkParameters, method: M, input: PageInput<M>): Promise<AnswerTo<M> | PageRefusal> {
  const isFile = method === 'report/attach' || method === 'request/attach'
  return ask<AnswerTo<M>>({ link, method, input }, isFile ? text.attach.noAnswer : text.noAnswer)
}

/** The same of the centre's own form. @param form the mark of the page */
export function sendForm(form: string, input: FormInput): Promise<FormAnswer> {
  return ask({ form, input }, text.noAnswer)
}

function ask<Answer>(request: object, message: string): Promise<Answer | PageRefusal> {
  const noAnswer: PageRefusal = { ok: false, message, retry: true }
  return new Promise<Answer | PageRefusal>((resolve) => {
    const run = (window as GoogleWindow).google?.script.run
    if (!run) resolve(noAnswer)
    else
      run
        .withSuccessHandler((value) => resolve((value as Answer | null) ?? noAnswer))
        .withFailureHandler(() => resolve(noAnswer))
        .page(request)
  })
}

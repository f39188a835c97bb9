/** One form's way to its end: waiting, a refusal under what was typed, or the notice that takes the form's place. */

import { useState } from 'preact/hooks'
import type { FormMethod, LinkParameters, NoticeView, PageInput } from '../rpc/pageContract'
import { send } from './send'

export interface Answering {
  readonly busy: boolean
  readonly trouble: string
  /** The end; null = not yet. */
  readonly told: NoticeView | null
  /** Says why it is not sent. */
  refuse(sentence: string): void
  answer<M extends FormMethod>(method: M, input: PageInput<M>, done?: () => void): Promise<void>
}

export function useAnswering(link: LinkParameters): Answering {
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState('')
  const [told, setTold] = useState<NoticeView | null>(null)
  return {
    busy,
    trouble,
    told,
    refuse: setTrouble,
    answer: async (method, input, done) => {
      if (busy) return
      setBusy(true)
      setTrouble('')
      const answer = await send(link, method, input)
      setBusy(false)
      if (!answer.ok) return setTrouble(answer.message)
      done?.()
      setTold(answer.page)
    },
  }
}

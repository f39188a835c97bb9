/** No more letters: a question with one button, so that a mail scanner that opens the link decides nothing. */

import type { LinkParameters } from '../../rpc/pageContract'
import { useAnswering } from '../answering'
import { text } from '../text.ru'
import { Form } from './Form'
import { NoticePage } from './NoticePage'

export function StopPage({ link }: { readonly link: LinkParameters }) {
  const answering = useAnswering(link)
  if (answering.told) return <NoticePage view={answering.told} />
  return (
    <main>
      <h1>{text.stop.title}</h1>
      <p>{text.stop.lead}</p>
      <Form answering={answering} button={text.stop.confirm} onSend={() => void answering.answer('stop/confirm', {})} />
    </main>
  )
}

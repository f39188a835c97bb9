/** The client's feedback (K2): five big buttons, one comment. The letter's link only chooses; nothing is sent before the button is pressed. */

import { useState } from 'preact/hooks'
import { type FeedbackView, type LinkParameters, noteLimit } from '../../rpc/pageContract'
import { useAnswering } from '../answering'
import { text } from '../text.ru'
import { Area, Facts, Form } from './Form'
import { NoticePage } from './NoticePage'

const words = text.feedback

export function FeedbackPage({ view, link }: { readonly view: FeedbackView; readonly link: LinkParameters }) {
  const [score, setScore] = useState(view.score)
  const [comment, setComment] = useState('')
  const [quotable, setQuotable] = useState(false)
  const answering = useAnswering(link)
  if (answering.told) return <NoticePage view={answering.told} />
  return (
    <main>
      <h1>{words.title}</h1>
      <Facts
        of={[
          [text.when, view.when],
          [words.consultant, view.consultant],
          [text.topic, view.topic],
        ]}
      />
      <Form
        answering={answering}
        button={words.send}
        disabled={score === null}
        onSend={() => {
          if (score !== null) void answering.answer('feedback/send', { score, text: comment, quotable })
        }}
      >
        <fieldset>
          {[5, 4, 3, 2, 1].map((mark) => (
            <label key={mark} class="choice">
              <input type="radio" name="score" checked={score === mark} onChange={() => setScore(mark)} />
              <b>{mark}</b>
              {words.scores[mark - 1]}
            </label>
          ))}
        </fieldset>
        <Area id="comment" label={words.comment} value={comment} limit={noteLimit} hint={words.optional} onType={setComment} />
        <label class="check">
          <input type="checkbox" checked={quotable} onChange={(event) => setQuotable(event.currentTarget.checked)} />
          {words.quotable}
        </label>
      </Form>
    </main>
  )
}

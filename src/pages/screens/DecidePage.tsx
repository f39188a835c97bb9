/** The decision of a project's manager on an external consultant (T2, T3): the link only chooses, the button decides. */

import { useState } from 'preact/hooks'
import { type DecideView, type LinkParameters, noteLimit } from '../../rpc/pageContract'
import { useAnswering } from '../answering'
import { text } from '../text.ru'
import { Area, Facts, Form } from './Form'
import { NoticePage } from './NoticePage'

const words = text.decide

export function DecidePage({ view, link }: { readonly view: DecideView; readonly link: LinkParameters }) {
  const [decision, setDecision] = useState(view.decision)
  const [note, setNote] = useState('')
  const answering = useAnswering(link)
  if (answering.told) return <NoticePage view={answering.told} />
  return (
    <main>
      <h1>{words.title}</h1>
      <Facts
        of={[
          [text.project, view.project],
          [text.organisation, view.organisation],
          [text.topic, view.topic],
          [text.request, view.request],
        ]}
      />
      <p>{view.count}</p>
      {view.warning !== '' && <p class="warning">{view.warning}</p>}
      <Form
        answering={answering}
        button={words.confirm[decision ?? 'none']}
        disabled={decision === null}
        onSend={() => {
          if (decision !== null) void answering.answer('decide/send', { decision, note })
        }}
      >
        <fieldset>
          <legend>{words.decision}</legend>
          {(['allow', 'deny'] as const).map((one) => (
            <label key={one} class="choice">
              <input type="radio" name="decision" checked={decision === one} onChange={() => setDecision(one)} />
              {words[one]}
            </label>
          ))}
        </fieldset>
        <Area id="note" label={words.note} value={note} limit={noteLimit} hint={text.report.optional} onType={setNote} />
      </Form>
    </main>
  )
}

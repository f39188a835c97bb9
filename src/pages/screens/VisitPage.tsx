/** The client's own consultation: when, where, who; he confirms it, asks for another time, or calls it off (A2, G5). */

import { useState } from 'preact/hooks'
import type { LinkParameters, PageInput, VisitView } from '../../rpc/pageContract'
import { reasonLimit } from '../../rpc/pageContract'
import { type Answering, useAnswering } from '../answering'
import { text } from '../text.ru'
import { Area, Facts, Form } from './Form'
import { NoticePage } from './NoticePage'

const words = text.visit
type Wanted = 'move' | 'cancel'

interface Props {
  readonly view: VisitView
  readonly link: LinkParameters
}

export function VisitPage({ view, link }: Props) {
  const answering = useAnswering(link)
  const [wanted, setWanted] = useState<Wanted | null>(null)
  if (answering.told) return <NoticePage view={answering.told} />
  const say = (input: PageInput<'visit/send'>) => void answering.answer('visit/send', input)
  const turn = (to: Wanted | null) => () => {
    answering.refuse('')
    setWanted(to)
  }
  return (
    <main>
      <h1>{words.title}</h1>
      <Facts of={[[text.when, view.when], [words.consultant, view.consultant], [text.topic, view.topic], howOf(view)]} />
      <Ways view={view} />
      {view.confirmed && <p class="good">{words.confirmed}</p>}
      {view.wish !== '' && <p class="warning">{words.wish(view.wish)}</p>}
      {wanted === null ? (
        <>
          <Form answering={answering} button={words.confirm} onSend={() => say({ kind: 'confirm', to: '', reason: '' })} />
          <button type="button" class="second" onClick={turn('move')}>
            {words.move}
          </button>
          <button type="button" class="second" onClick={turn('cancel')}>
            {words.cancel}
          </button>
        </>
      ) : (
        <>
          <WishForm key={wanted} wanted={wanted} view={view} answering={answering} say={say} />
          <button type="button" class="second" onClick={turn(null)}>
            {words.back}
          </button>
        </>
      )}
    </main>
  )
}

/** «Где: ул. Попова, 18» */
function howOf({ how }: VisitView): readonly [string, string] {
  const at = how.indexOf(': ')
  return [how.slice(0, at), how.slice(at + 2)]
}

function Ways({ view: { address, isMeeting, calendar } }: Pick<Props, 'view'>) {
  return (
    <p class="ways">
      {address !== '' && (
        <a href={address} target="_blank" rel="noopener noreferrer">
          {isMeeting ? words.meeting : words.directions}
        </a>
      )}
      <a href={`data:text/calendar;charset=utf-8,${encodeURIComponent(calendar)}`} download={words.file}>
        {words.calendar}
      </a>
    </p>
  )
}

interface WishProps extends Pick<Props, 'view'> {
  readonly wanted: Wanted
  readonly answering: Answering
  readonly say: (input: PageInput<'visit/send'>) => void
}

function WishForm({ wanted, view, answering, say }: WishProps) {
  const [to, setTo] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const kind = wanted === 'move' && to === '' ? 'call' : wanted
  const manner = view.self && kind !== 'call' ? 'self' : 'ask'
  return (
    <Form
      answering={answering}
      button={words.send[manner][kind]}
      disabled={wanted === 'move' && to === null}
      onSend={() => say({ kind, to: to ?? '', reason })}
    >
      {wanted === 'move' && <Hours hours={view.hours} chosen={to} onChoose={setTo} />}
      <Area id="reason" label={words.reason[wanted]} hint={words.optional} value={reason} limit={reasonLimit} onType={setReason} />
      <p class="hint">{words.after[manner]}</p>
    </Form>
  )
}

interface HoursProps extends Pick<VisitView, 'hours'> {
  readonly chosen: string | null
  readonly onChoose: (start: string) => void
}

function Hours({ hours, chosen, onChoose }: HoursProps) {
  return (
    <fieldset>
      <legend>{hours.length === 0 ? words.noHours : words.hours}</legend>
      {[...hours, { start: '', words: words.call }].map((one) => (
        <label key={one.start} class="choice">
          <input type="radio" name="hour" checked={chosen === one.start} onChange={() => onChoose(one.start)} />
          {one.words}
        </label>
      ))}
    </fieldset>
  )
}

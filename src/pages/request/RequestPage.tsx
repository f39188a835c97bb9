/** The request form (I1, I5): kept on the device as one types, sent once however often it is pressed, files behind it. */

import { useState } from 'preact/hooks'
import { formLimits } from '../../domain/intake/formLimits'
import { fewestMs } from '../../domain/intake/formMark'
import { formTexts } from '../../domain/text/formText.ru'
import { pageRefusals } from '../../domain/text/pageText.ru'
import type { FormData } from '../../rpc/formContract'
import { draftOf } from '../draft'
import { FilesField } from '../screens/FilesField'
import { Area, type FieldProps, Form, Line } from '../screens/Form'
import { sendForm } from '../send'
import { type Done, DonePage } from './DonePage'
import { HoursField } from './HoursField'
import { useHeldUploads } from './heldUploads'
import { words } from './text.ru'
import { emptyTyped, hoursOf, inputOf, isBegun, type LineKey, type Typed } from './typed'

interface Props {
  readonly data: FormData
  readonly shownAt: number
}

const draft = draftOf<Typed>('form')

export function RequestPage({ data, shownAt }: Props) {
  const [kept] = useState(() => draft.read())
  const [typed, setTyped] = useState<Typed>(() => ({ ...emptyTyped(), ...kept }))
  const [consent, setConsent] = useState(false)
  const [trap, setTrap] = useState('')
  const files = useHeldUploads()
  const sending = useSending()
  const change = (part: Partial<Typed>) => {
    const next = { ...typed, ...part }
    setTyped(next)
    draft.write(next)
  }
  const clear = () => {
    draft.drop()
    setTyped(emptyTyped())
    sending.refuse('')
  }
  const finish = async () => {
    const fault = faultOf(typed)
    if (fault !== '') return sending.refuse(fault)
    const waiting = Math.max(0, fewestMs - (Date.now() - shownAt))
    const link = await sending.send(() =>
      later(waiting).then(() => sendForm(data.mark, inputOf(typed, { consent, policy: data.policy, trap }))),
    )
    if (link === undefined) return
    draft.drop()
    files.open(link)
    sending.end({ typed, link })
  }
  if (sending.done !== null) return <DonePage done={sending.done} calls={data.calls} files={files} />
  const line = (key: LineKey): Pick<FieldProps, 'id' | 'label' | 'value' | 'limit' | 'onType'> => ({
    id: key,
    label: words[key],
    value: typed[key],
    limit: formLimits.line,
    onType: (value) => change({ [key]: value }),
  })
  const isOffered = ({ topics }: FormData['hours'][number]) => typed.topic === '' || topics.includes(Number(typed.topic))
  return (
    <main>
      <h1>{words.title}</h1>
      <p>{words.lead(data.calls)}</p>
      {kept !== null && isBegun(typed) && (
        <p class="warning">
          {words.draft}{' '}
          <button type="button" class="second" onClick={clear}>
            {words.clear}
          </button>
        </p>
      )}
      <Form answering={sending} button={words.send} onSend={() => void finish()}>
        <TopicField value={typed.topic} onType={(topic) => change({ topic, hours: '' })} />
        <Area
          id="text"
          label={words.text}
          hint={words.textHint}
          value={typed.text}
          limit={formLimits.text}
          soft
          required
          onType={(text) => change({ text })}
        />
        {data.hours.some(isOffered) && (
          <HoursField
            hours={data.hours.filter(isOffered)}
            chosen={hoursOf(typed)}
            onChoose={(hours) => change({ hours: hours.join(',') })}
          />
        )}
        <Line
          id="otherTime"
          label={data.hours.some(isOffered) ? words.otherTime : words.when}
          hint={words.otherTimeHint}
          value={typed.otherTime}
          limit={formLimits.otherTime}
          onType={(otherTime) => change({ otherTime })}
        />
        <h2>{words.about}</h2>
        <Line {...line('contact')} fills="name" required />
        <Line {...line('phone')} kind="tel" fills="tel" hint={words.wayHint} />
        <Line {...line('email')} kind="email" fills="email" />
        <Line {...line('messenger')} hint={words.messengerHint} />
        <Line {...line('organisation')} fills="organization" hint={words.organisationHint} />
        <Line {...line('municipality')} fills="address-level2" hint={words.optional} />
        <FilesField hint={words.filesHint} list={files.list} uploads={files.uploads} onAct={() => sending.refuse('')} />
        <Consent policy={data.policy} given={consent} onGive={setConsent} />
        <div class="extra" aria-hidden="true">
          <label>
            {words.extra}
            <input tabIndex={-1} autocomplete="off" value={trap} onInput={(event) => setTrap(event.currentTarget.value)} />
          </label>
        </div>
      </Form>
    </main>
  )
}

/** Fewest digits of a phone that somebody can call. */
const fewestDigits = 5

function faultOf({ phone, email, messenger, text }: Typed): string {
  if (text.length > formLimits.text) return pageRefusals.limit(formLimits.text)
  if ([phone, email, messenger].every((way) => way.trim() === '')) return words.wayMissing
  return phone.trim() !== '' && phone.replace(/\D/g, '').length < fewestDigits ? words.badPhone : ''
}

function later(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

interface Sending {
  readonly busy: boolean
  readonly trouble: string
  readonly done: Done | null
  refuse(sentence: string): void
  /** undefined = it was not taken. */
  send(work: () => ReturnType<typeof sendForm>): Promise<Done['link'] | undefined>
  end(done: Done): void
}

function useSending(): Sending {
  const [busy, setBusy] = useState(false)
  const [trouble, refuse] = useState('')
  const [done, end] = useState<Done | null>(null)
  const send: Sending['send'] = async (work) => {
    if (busy) return undefined
    setBusy(true)
    refuse('')
    const answer = await work()
    setBusy(false)
    if (answer.ok) return answer.link
    refuse(answer.message)
    return undefined
  }
  return { busy, trouble, done, refuse, send, end }
}

function TopicField({ value, onType }: Pick<FieldProps, 'value' | 'onType'>) {
  return (
    <div>
      <label for="topic">{words.topic}</label>
      <select id="topic" value={value} onChange={(event) => onType(event.currentTarget.value)}>
        <option value="">{words.noTopic}</option>
        {Object.entries(words.topics).map(([id, title]) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </select>
    </div>
  )
}

interface ConsentProps {
  readonly policy: string
  readonly given: boolean
  readonly onGive: (given: boolean) => void
}

function Consent({ policy, given, onGive }: ConsentProps) {
  return (
    <div>
      <label class="check">
        <input type="checkbox" required checked={given} onChange={(event) => onGive(event.currentTarget.checked)} />
        {formTexts.agree}
      </label>
      {policy !== '' && (
        <a href={policy} target="_blank" rel="noopener noreferrer">
          {words.policy}
        </a>
      )}
    </div>
  )
}

/** The external consultant's report (C3, C9): saved on the device as he types. */

import { useRef, useState } from 'preact/hooks'
import { reportLimits } from '../../domain/external/expertReport'
import type { LinkParameters, ReportView } from '../../rpc/pageContract'
import { useAnswering } from '../answering'
import { draftOf } from '../draft'
import { readFile } from '../readFile'
import { send } from '../send'
import { text } from '../text.ru'
import { createUploads, type Upload, type Uploads, uploadsBefore } from '../uploads'
import { FilesField } from './FilesField'
import { Area, Facts, type FieldProps, Form, Line } from './Form'
import { NoticePage } from './NoticePage'

const words = text.report
const texts = ['content', 'recommendations', 'discussedName', 'discussedTheme', 'discussedAdvice', 'files', 'comment'] as const
type Key = (typeof texts)[number] | 'topic' | 'minutes'
/** As typed. */
type Typed = Readonly<Record<Key, string>>

/** Topic whose report also tells of the project discussed (C5). */
const socialDesign = '8'

export function ReportPage({ view, link }: { readonly view: ReportView; readonly link: LinkParameters }) {
  const draft = draftOf<Typed>(`report:${view.dealId}:${link.k}`)
  const [kept] = useState(() => draft.read())
  const [typed, setTyped] = useState<Typed>(() => ({ ...begun(view), ...kept }))
  const latest = useRef(typed)
  latest.current = typed
  const answering = useAnswering(link)
  const [list, uploads] = useUploads(view, link)
  const [waits, setWaits] = useState(false)
  if (answering.told) return <NoticePage view={answering.told} />
  const field = (key: Key): Pick<FieldProps, 'id' | 'label' | 'value' | 'onType'> => ({
    id: key,
    label: words[key],
    value: typed[key],
    onType: (value) => {
      const next = { ...typed, [key]: value }
      setTyped(next)
      draft.write(next)
    },
  })
  const long = (key: (typeof texts)[number]) => ({ ...field(key), limit: reportLimits[key] })
  /** Files first; what was typed while they came is sent too. */
  const finish = async () => {
    if (waits) return
    setWaits(true)
    const unsent = await uploads.settled()
    setWaits(false)
    if (unsent !== '') return answering.refuse(unsent)
    const { topic, minutes, ...written } = latest.current
    await answering.answer('report/send', { ...written, topic: Number(topic), minutes: Number(minutes) }, draft.drop)
  }
  return (
    <main>
      <h1>{words.title(view.dealId)}</h1>
      <Facts
        of={[
          [text.organisation, view.organisation],
          [text.when, view.when],
          [text.request, view.request],
        ]}
      />
      <p class="hint">{words.lead}</p>
      {(kept || view.sent) && <p class="warning">{kept ? words.draft : words.sent}</p>}
      <Form answering={answering} button={waits ? text.attach.finishing : words.send} onSend={() => void finish()}>
        <TopicField {...field('topic')} topics={view.topics} />
        <Line {...field('minutes')} kind="number" required />
        <Area {...long('content')} required />
        <Area {...long('recommendations')} required />
        {typed.topic === socialDesign && (
          <>
            <Line {...long('discussedName')} required />
            <Line {...long('discussedTheme')} required />
            <Area {...long('discussedAdvice')} required />
          </>
        )}
        <FilesField hint={text.attach.hint} list={list} uploads={uploads} onAct={() => answering.refuse('')} />
        <Line {...long('files')} hint={words.optional} />
        <Area {...long('comment')} hint={words.optional} />
      </Form>
    </main>
  )
}

function useUploads({ files }: ReportView, link: LinkParameters): readonly [readonly Upload[], Uploads] {
  const [list, changed] = useState(() => uploadsBefore(files))
  const [uploads] = useState(() =>
    createUploads(list, { changed, read: (file) => readFile(file as File), send: (input) => send(link, 'report/attach', input) }),
  )
  return [list, uploads]
}

/** What was sent before, or an empty form with the office's topic. */
function begun({ sent, topic }: ReportView): Typed {
  const written = Object.fromEntries(texts.map((key) => [key, sent?.[key] ?? ''])) as Record<(typeof texts)[number], string>
  return { ...written, topic: topic === null ? '' : String(topic), minutes: sent === null ? '' : String(sent.minutes) }
}

function TopicField({
  id,
  label,
  value,
  onType,
  topics,
}: Pick<FieldProps, 'id' | 'label' | 'value' | 'onType'> & Pick<ReportView, 'topics'>) {
  return (
    <div>
      <label for={id}>{label}</label>
      <select id={id} value={value} required aria-describedby={`${id}-hint`} onChange={(event) => onType(event.currentTarget.value)}>
        <option value="">{words.choose}</option>
        {topics.map((one) => (
          <option key={one.id} value={String(one.id)}>
            {one.title}
          </option>
        ))}
      </select>
      <span class="hint" id={`${id}-hint`}>
        {words.topicHint}
      </span>
    </div>
  )
}

/** The external consultant's report (C3, C9): saved on the device as he types. */

import { useState } from 'preact/hooks'
import { reportLimits } from '../../domain/expertReport'
import type { LinkParameters, ReportView } from '../../rpc/pageContract'
import { useAnswering } from '../answering'
import { draftOf } from '../draft'
import { text } from '../text.ru'
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
  const draft = draftOf<Partial<Typed>>(`report:${view.dealId}:${link.k}`)
  const [kept] = useState(() => draft.read())
  const [typed, setTyped] = useState<Typed>(() => ({ ...begun(view), ...kept }))
  const answering = useAnswering(link)
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
  const send = () => {
    const input = { ...typed, topic: Number(typed.topic), minutes: Number(typed.minutes) }
    void answering.answer('report/send', input, draft.drop)
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
      <Form answering={answering} button={words.send} onSend={send}>
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
        <Line {...long('files')} hint={words.filesHint} />
        <Area {...long('comment')} hint={words.optional} />
      </Form>
    </main>
  )
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

/** The request has come: what happens next, his own words back, and his files on their way. */

import { useEffect, useRef } from 'preact/hooks'
import { wishedText } from '../../domain/intake/wishedTimes'
import { formTexts } from '../../domain/text/formText.ru'
import type { LinkParameters } from '../../rpc/pageContract'
import { FilesField } from '../screens/FilesField'
import { Facts } from '../screens/Form'
import type { HeldUploads } from './heldUploads'
import { words } from './text.ru'
import { hoursOf, lines, type Typed } from './typed'

export interface Done {
  readonly typed: Typed
  /** By which files go; null = there is no card for them yet. */
  readonly link: LinkParameters | null
}

interface Props {
  readonly done: Done
  readonly calls: string
  readonly files: HeldUploads
}

export function DonePage({ done: { typed, link }, calls, files }: Props) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    heading.current?.focus()
    window.scrollTo(0, 0)
  }, [])
  const wished = wishedText(hoursOf(typed), typed.otherTime)
  const { names } = formTexts
  return (
    <main>
      <h1 ref={heading} tabIndex={-1}>
        {words.done.title}
      </h1>
      <p>{words.done.next(calls)}</p>
      {wished !== '' && <p>{words.done.wish}</p>}
      <h2>{words.done.told}</h2>
      <Facts
        of={[
          [names.topic, words.topics[Number(typed.topic)] ?? ''],
          [names.text, typed.text],
          [names.wishedTimes, wished],
          ...lines.map((key) => [names[key], typed[key]] as const),
        ]}
      />
      <FilesBehind files={files} isTaken={link !== null} />
    </main>
  )
}

function FilesBehind({ files: { list, uploads }, isTaken }: { readonly files: HeldUploads; readonly isTaken: boolean }) {
  if (list.length === 0) return null
  const names = list.map(({ name }) => `«${name}»`).join(', ')
  if (!isTaken) return <p class="warning">{words.done.unsent(names)}</p>
  return (
    <FilesField
      hint={list.some(({ state }) => state !== 'done') ? words.done.keep : ''}
      list={list}
      uploads={uploads}
      onAct={() => undefined}
    />
  )
}

/** Something is told and nothing asked: the end of a form, or why a link does not open one. */

import { useEffect, useRef } from 'preact/hooks'
import type { NoticeView } from '../../rpc/pageContract'
import { text } from '../text.ru'

interface Props {
  readonly view: NoticeView
  /** Where to go instead; '' = nowhere. */
  readonly link?: string
}

export function NoticePage({ view, link = '' }: Props) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    heading.current?.focus()
    window.scrollTo(0, 0)
  }, [])
  return (
    <main>
      <h1 ref={heading} tabIndex={-1}>
        {view.title}
      </h1>
      <p class="plain">{view.text}</p>
      {link !== '' && (
        <a class="button" href={link} target="_blank" rel="noopener">
          {text.openForm}
        </a>
      )}
    </main>
  )
}

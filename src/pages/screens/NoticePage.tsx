/** Something is told and nothing asked: the end of a form, or why a link does not open one. */

import { useEffect, useRef } from 'preact/hooks'
import type { NoticeView } from '../../rpc/pageContract'

export function NoticePage({ view }: { readonly view: NoticeView }) {
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
    </main>
  )
}

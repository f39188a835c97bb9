/** «?»: the guide about this screen, then the keys; the same on every screen. */

import { useEffect, useRef } from 'preact/hooks'
import type { GuideSection, HelpModel } from '../../models/help/help'
import { common } from '../../text/common.ru'
import { Button } from '../parts/Button'

interface Props {
  readonly help: HelpModel
}

export function HelpButton({ help }: Props) {
  return (
    <button
      type="button"
      class="help-button"
      aria-label={common.help.open}
      title={common.help.open}
      aria-expanded={help.open.value}
      onClick={help.toggle}
    >
      ?
    </button>
  )
}

export function HelpPanel({ help, inSidebar }: Props & { readonly inSidebar: boolean }) {
  const panel = useRef<HTMLElement>(null)
  const isOpen = help.open.value
  useEffect(() => {
    if (!isOpen) return
    const before = document.activeElement
    panel.current?.focus()
    return () => {
      if (before instanceof HTMLElement) before.focus()
    }
  }, [isOpen])
  if (!isOpen) return null
  return (
    <section class="keys-help help panel" aria-label={common.help.title} tabIndex={-1} ref={panel}>
      <h2>{common.help.title}</h2>
      {help.state.value !== 'shown' && <p role="status">{common.help[help.state.value]}</p>}
      {help.state.value === 'shown' && help.sections.value.map((one) => <Section key={one.html} section={one} />)}
      <Keys inSidebar={inSidebar} />
      <div class="buttons">
        <Button onClick={help.close}>{common.understood}</Button>
      </div>
    </section>
  )
}

/** Made of docs/guide by buildGuide.mjs, which lets no markup through. */
function Section({ section }: { readonly section: GuideSection }) {
  return <div dangerouslySetInnerHTML={{ __html: section.html }} />
}

function Keys({ inSidebar }: { readonly inSidebar: boolean }) {
  const rows = inSidebar ? [...common.keys.everywhere, ...common.keys.sidebar] : common.keys.everywhere
  return (
    <>
      <h3>{common.keys.title}</h3>
      <dl>
        {rows.map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}

export function readSections(html: string): GuideSection[] {
  const sections = new DOMParser().parseFromString(html, 'text/html').querySelectorAll<HTMLElement>('section[data-role]')
  return [...sections].map((one) => ({
    role: one.dataset['role'] ?? '',
    screens: (one.dataset['screens'] ?? '').split(' '),
    html: one.innerHTML,
  }))
}

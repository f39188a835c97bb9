/** Puts a page's screen into its container, with its clock, its live region and its focus; a refused page shows the sentence alone. */

import { effect } from '@preact/signals'
import { type ComponentChild, render } from 'preact'
import { jsonIn } from '../domain/register/json'
import type { PageData } from '../rpc/contract'
import type { SignInData } from '../rpc/phoneContract'
import { giveFocus, isFocusChosen } from './components/frame/givenFocus'
import { keepFocus } from './components/frame/keepFocus'
import { NewsStrip } from './components/parts/NewsStrip'
import { BadNotice, WrittenNotice } from './components/parts/Notices'
import { ScreenTitle } from './components/parts/ScreenTitle'
import { startPhone } from './components/phone/startPhone'
import { type Drafts, storedDrafts } from './models/page/drafts'
import { createPage, type Page } from './models/page/page'
import type { Phone } from './models/phone/phone'
import { common } from './text/common.ru'
import { googleTransport } from './transports/googleTransport'
import type { Transport } from './transports/transport'

export interface MountOptions {
  readonly transport: Transport
  readonly container: HTMLElement
  readonly data: PageData
  /** Makes the models and the screen that the data are for. */
  readonly screenFor: (page: Page, data: PageData) => ComponentChild
  readonly drafts?: Drafts
  /** Absent = the panel. */
  readonly phone?: Phone
}

const clockStep = 15_000

function mount({ transport, container, data, screenFor, drafts = storedDrafts(() => window.sessionStorage), phone }: MountOptions): void {
  const page = createPage(data, { transport, drafts, elapsed: () => Date.now(), ...(phone && { phone }) })
  setInterval(page.clock.advance, clockStep)
  followFocus(page)
  keepFocus(container)
  document.addEventListener('input', page.attention.typed)
  const screen = data.view === 'refused' ? <Refused message={data.message} /> : screenFor(page, data)
  render(
    <>
      {data.view !== 'refused' && <WrittenNotice note={page.note} />}
      <NewsStrip news={page.news} />
      {screen}
      <LiveRegion page={page} />
    </>,
    container,
  )
}

function Refused({ message }: { readonly message: string }) {
  return (
    <main class="refused">
      <ScreenTitle>{common.product}</ScreenTitle>
      <BadNotice>{message}</BadNotice>
    </main>
  )
}

/** A page starts here: its data stand in it, its calls go through google.script.run. */
export function startPage(screenFor: MountOptions['screenFor']): void {
  const data = jsonIn(document.getElementById('desk-data')?.textContent ?? '')
  const container = document.getElementById('desk')
  if (container && isSignInData(data)) startPhone(data, container, (part) => mount({ ...part, container, screenFor }))
  else if (container && isPageData(data))
    mount({ transport: googleTransport(window, { build: data.build, as: data.me.email }), container, data, screenFor })
}

/** The same file, opened by the desk's address. */
function isSignInData(read: unknown): read is SignInData {
  return typeof read === 'object' && read !== null && 'view' in read && read.view === 'signIn'
}

/** Written into the page by the server of the same version: its outline is enough. */
function isPageData(read: unknown): read is PageData {
  return typeof read === 'object' && read !== null && 'view' in read && 'lists' in read
}

function LiveRegion({ page }: { readonly page: Page }) {
  return (
    <div class="live" role="status" aria-live="polite">
      {page.live.value}
    </div>
  )
}

/** A control asked for may be drawn only after this turn. */
function followFocus(page: Page): void {
  let acts = 0
  for (const act of ['keydown', 'pointerdown']) document.addEventListener(act, () => (acts += 1), true)
  effect(() => {
    const { id } = page.focus.value
    if (id === '') return
    const before = acts
    const isNewest = () => page.focus.peek().id === id
    // A tab that asks for its first field is not stopped at in between: a key pressed meanwhile would go there.
    setTimeout(() => isNewest() && focusOn(id, () => isNewest() && acts === before && !isFocusChosen()))
  })
}

/** Drawing and giving the focus race on a slow machine: what is not there yet is looked for some seconds, what was drawn anew half a second. */
const [again, untilThere, onceThere] = [50, 100, 10]

/** `isWanted`: the person has done nothing since it was asked for, nor was another control asked for. */
function focusOn(id: string, isWanted: () => boolean, times = 0, most = untilThere): void {
  if (times > 0 && !isWanted()) return
  const control = document.getElementById(id)
  const last = control === null ? most : Math.min(most, times + onceThere)
  if (times < last) setTimeout(() => focusOn(id, isWanted, times + 1, last), again)
  if (control === null || (times > 0 && control === document.activeElement)) return
  giveFocus(control)
  // The tabs are always in sight: going to one keeps the screen's own place; and what comes late moves nobody who has begun to scroll.
  if (times <= onceThere && control.closest('header') === null) control.scrollIntoView({ block: 'center' })
}

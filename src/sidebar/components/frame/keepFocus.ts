/** What disappears hands the focus to what stands in its place, so that nobody begins at the top again. */

import { giveFocus } from './givenFocus'

const focusable = 'button:not(:disabled), input:not(:disabled), select, textarea, a[href], summary, [tabindex]'

interface Home {
  readonly element: Element
  /** Its place among what can have the focus there. */
  readonly at: number
}

/** What is out of reach only while an answer is awaited gets the focus back with it, unless the person has gone on. */
export function keepFocus(container: HTMLElement): void {
  let last: Element | null = null
  let homes: readonly Home[] = []
  let isTaken = false
  document.addEventListener('focusin', ({ target }) => {
    isTaken = false
    last = target instanceof Element ? target : null
    homes = last === null ? [] : homesOf(last, container)
  })
  document.addEventListener('focusout', ({ target }) => {
    isTaken = target instanceof Element && !isWithinReach(target)
  })
  for (const act of ['keydown', 'pointerdown']) {
    document.addEventListener(act, () => {
      isTaken = false
    })
  }
  new MutationObserver(() => {
    if (last === null || document.activeElement !== document.body || !document.hasFocus()) return
    const home = homes.find(({ element }) => element.isConnected)
    const next = last.isConnected ? (isTaken && isWithinReach(last) ? last : undefined) : home && nearest(home)
    if (next instanceof HTMLElement) giveFocus(next)
  }).observe(container, { childList: true, subtree: true, attributeFilter: ['inert', 'disabled'] })
}

const isWithinReach = (element: Element) => element.closest('[inert]') === null && !element.matches(':disabled')

/** From the innermost outwards. */
function homesOf(element: Element, container: HTMLElement): Home[] {
  const homes: Home[] = []
  for (let one = element.parentElement; one !== null && container.contains(one); one = one.parentElement) {
    homes.push({ element: one, at: [...one.querySelectorAll(focusable)].indexOf(element) })
  }
  return homes
}

function nearest({ element, at }: Home): HTMLElement | undefined {
  const all = [...element.querySelectorAll<HTMLElement>(focusable)]
  const next = all[Math.min(Math.max(at, 0), all.length - 1)]
  return next instanceof HTMLInputElement && next.type === 'radio' ? (chosenOf(next) ?? next) : next
}

/** Nobody is led to another choice than the one that stands. */
function chosenOf({ name, form }: HTMLInputElement): HTMLInputElement | undefined {
  const all = [...(form ?? document).querySelectorAll<HTMLInputElement>('input[type="radio"]:checked')]
  return all.find((one) => one.name === name)
}

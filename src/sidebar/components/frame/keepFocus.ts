/** What disappears hands the focus to what stands in its place, so that nobody begins at the top again. */

const focusable = 'button:not(:disabled), input:not(:disabled), select, textarea, a[href], summary, [tabindex]'

interface Home {
  readonly element: Element
  /** Its place among what can have the focus there. */
  readonly at: number
}

export function keepFocus(container: HTMLElement): void {
  let last: Element | null = null
  let homes: readonly Home[] = []
  document.addEventListener('focusin', ({ target }) => {
    last = target instanceof Element ? target : null
    homes = last === null ? [] : homesOf(last, container)
  })
  new MutationObserver(() => {
    if (last === null || last.isConnected || document.activeElement !== document.body) return
    const home = homes.find(({ element }) => element.isConnected)
    if (home) nearest(home)?.focus({ preventScroll: true })
  }).observe(container, { childList: true, subtree: true })
}

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
  return all[Math.min(Math.max(at, 0), all.length - 1)]
}

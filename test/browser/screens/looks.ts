/** What the eye would see at once: sideways scroll, two blue buttons, a bar out of sight, a short word broken in two. */
import type { Page } from 'playwright-core'

export const looksOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const isSeen = (one: Element) => one.checkVisibility({ visibilityProperty: true, opacityProperty: true })
    const wider = document.documentElement.scrollWidth - innerWidth
    const blue = [...document.querySelectorAll('.button.primary:enabled')].filter(
      (one) => isSeen(one) && getComputedStyle(one).backgroundColor !== getComputedStyle(document.body).backgroundColor,
    )
    const bar = document.querySelector('.dialog-bar')?.getBoundingClientRect()
    const isBarLow = bar !== undefined && (bar.bottom > innerHeight + 1 || bar.top < 0)
    return [
      ...(wider > 0 ? [`${wider} px wider than the window`] : []),
      ...(blue.length > 1 ? [`blue: ${blue.map(({ textContent }) => textContent).join(', ')}`] : []),
      ...(isBarLow ? ['the bar is out of sight'] : []),
      ...brokenWords().map((word) => `«${word}» is broken in two`),
    ]

    /** Words of up to fourteen letters; what cannot be read is not asked. */
    function brokenWords(): string[] {
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
      const broken: string[] = []
      for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
        const holder = text.parentElement
        if (
          holder === null ||
          !isSeen(holder) ||
          holder.clientWidth === 1 ||
          holder.closest('[aria-hidden="true"], .hidden-words, .live, .what, select, textarea')
        )
          continue
        for (const { 0: word, index } of (text.textContent ?? '').matchAll(/(?<![а-яё-])[а-яё]{4,14}(?![а-яё-])/gi))
          if (linesOf(text, index, word.length) > 1) broken.push(word)
      }
      return broken
    }

    function linesOf(text: Node, start: number, length: number): number {
      const range = document.createRange()
      range.setStart(text, start)
      range.setEnd(text, start + length)
      return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size
    }
  })

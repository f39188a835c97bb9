/** What an answer has to say when the thing that it is about is no longer on screen: told quietly, kept until it was read. */

import { type ReadonlySignal, signal } from '@preact/signals'

export interface News {
  readonly sentence: string
  /** It did not succeed. */
  readonly bad?: boolean
  /** What the person can do about it, «Открыть»; absent = there is nothing to do. */
  readonly way?: { readonly title: string; go(): void }
}

export interface NewsList {
  readonly items: ReadonlySignal<readonly News[]>
  tell(news: News): void
  /** Read, or followed. */
  drop(news: News): void
}

/** `aloud` says it to screen readers. */
export function createNews(aloud: (sentence: string) => void): NewsList {
  const items = signal<readonly News[]>([])
  return {
    items,
    tell: (news) => {
      items.value = [...items.value.filter(({ sentence }) => sentence !== news.sentence), news]
      aloud(news.sentence)
    },
    drop: (news) => {
      items.value = items.value.filter((one) => one !== news)
    },
  }
}

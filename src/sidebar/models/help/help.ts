/** «?»: what the guide of this person's role says about the screen that is open. */

import { type Signal, signal } from '@preact/signals'
import type { PageData } from '../../../rpc/contract'
import type { Tab } from '../page/desk'
import type { Page } from '../page/page'

export type HelpScreen = Tab | 'marks' | Exclude<PageData['view'], 'sidebar' | 'refused'>

export interface GuideSection {
  readonly role: string
  readonly screens: readonly string[]
  /** Of our own build. */
  readonly html: string
}

export interface HelpModel {
  readonly open: Signal<boolean>
  readonly state: Signal<'waiting' | 'failed' | 'shown'>
  readonly sections: Signal<readonly GuideSection[]>
  toggle(): void
  close(): void
}

export interface HelpOptions {
  readonly screen: () => HelpScreen
  readonly readSections: (html: string) => readonly GuideSection[]
}

export function createHelp(page: Page, { screen, readSections }: HelpOptions): HelpModel {
  const open = signal(false)
  const state = signal<'waiting' | 'failed' | 'shown'>('waiting')
  const sections = signal<readonly GuideSection[]>([])
  let all: readonly GuideSection[] = []
  const load = async (): Promise<void> => {
    try {
      if (all.length === 0) state.value = 'waiting'
      if (all.length === 0) all = readSections(await page.transport.guide())
      sections.value = sectionsFor(all, screen(), page.me.roles)
      state.value = 'shown'
    } catch {
      state.value = 'failed'
    }
  }
  return {
    open,
    state,
    sections,
    toggle: () => {
      open.value = !open.value
      if (open.value) void load()
    },
    close: () => {
      open.value = false
    },
  }
}

/** Of the person's own guides; where those say nothing of the screen, of the first that does. */
export function sectionsFor(all: readonly GuideSection[], screen: string, roles: readonly string[]): readonly GuideSection[] {
  const fitting = all.filter(({ screens }) => screens.includes(screen))
  const own = fitting.filter(({ role }) => roles.includes(role))
  return own.length > 0 ? own : fitting.filter(({ role }) => role === fitting[0]?.role)
}

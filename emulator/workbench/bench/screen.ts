/** What stands on the person's screen because the script put it there: menu, sidebar, dialogs. */
import type { UiEffect } from '../../world/types'
import type { FrameStore } from '../frames'
import type { Change, FrameView, MenuView, Selection } from '../wire'

export interface Screen {
  readonly menus: readonly MenuView[]
  readonly sidebar: FrameView | null
  /** Function that opened the sidebar, '' = closed; run again when somebody else sits down. */
  readonly sidebarFn: string
  readonly dialogs: readonly FrameView[]
}

export const emptyScreen = (): Screen => ({ menus: [], sidebar: null, sidebarFn: '', dialogs: [] })

const sidebarWidth = 300

/** Who has a screen: the workbench. */
export interface ScreenOwner {
  screen: Screen
  selection: Selection | undefined
  readonly frames: FrameStore
}

interface Source {
  readonly user: string
  readonly fn: string
}

/** Changes the screen; returns what passes by (a toast, an alert, a moved selection) for the open pages. */
export const applyEffect = (bench: ScreenOwner, effect: UiEffect, source: Source): readonly Change[] => {
  switch (effect.kind) {
    case 'toast':
    case 'alert':
      return [effect]
    case 'select':
      bench.selection = { sheet: effect.sheet, row: effect.row, column: effect.column }
      return [{ kind: 'select', selection: bench.selection }]
    default:
      bench.screen = placed(bench, effect, source)
      return []
  }
}

type Placed = Exclude<UiEffect, { kind: 'toast' | 'alert' | 'select' }>

const placed = (bench: ScreenOwner, effect: Placed, source: Source): Screen => {
  const { screen, frames } = bench
  if (effect.kind === 'menu') {
    return { ...screen, menus: [...screen.menus.filter((menu) => menu.name !== effect.name), { name: effect.name, items: effect.items }] }
  }
  const { title } = effect
  const frame = frames.add(effect.html, source.user)
  if (effect.kind === 'sidebar') {
    return { ...screen, sidebar: { frame, title, width: sidebarWidth, height: 0, modal: false }, sidebarFn: source.fn }
  }
  // A second dialog takes the place of the first, as in Sheets.
  return { ...screen, dialogs: [{ frame, title, width: effect.width, height: effect.height, modal: effect.modal }] }
}

/** The person or the page itself closed a frame. */
export const withoutFrame = (screen: Screen, frame: number): Screen => ({
  ...screen,
  ...(screen.sidebar?.frame === frame && { sidebar: null, sidebarFn: '' }),
  dialogs: screen.dialogs.filter((dialog) => dialog.frame !== frame),
})

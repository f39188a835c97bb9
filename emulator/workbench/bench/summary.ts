/** The page's header, tabs and frames as one JSON value. */
import type { World } from '../../world/types'
import type { StorySummary } from '../story/storyWire'
import type { FaultView, Summary } from '../wire'
import { clockView } from './officeTime'
import { initialsOf, peopleOf } from './people'
import type { Screen } from './screen'

/** What the summary tells of. */
export interface Summarised {
  readonly world: World
  readonly memory: { readonly user: string; readonly sample: boolean; readonly started: boolean; readonly lettersSeen: number }
  readonly screen: Screen
  readonly revision: number
  readonly notice: string
  readonly jumping: boolean
  readonly handFault: { view(world: World): FaultView | null }
  readonly story: { summary(): StorySummary | null }
}

export const summaryOf = (bench: Summarised): Summary => {
  const { state } = bench.world
  const spreadsheet = state.spreadsheets[state.boundSpreadsheetId]
  const { menus, sidebar, dialogs } = bench.screen
  return {
    revision: bench.revision,
    title: spreadsheet?.title ?? '',
    spreadsheet: spreadsheet?.id ?? '',
    clock: clockView(state.scriptTimeZone, state.now),
    user: bench.memory.user,
    initials: initialsOf(state, bench.memory.user),
    people: peopleOf(state),
    sheets: (spreadsheet?.sheets ?? [])
      .filter((sheet) => !sheet.hidden)
      .sort((a, b) => a.index - b.index)
      .map((sheet) => ({ id: sheet.sheetId, title: sheet.title })),
    calendars: Object.values(state.calendars).map((calendar) => ({ id: calendar.id, title: calendar.summary })),
    letters: { total: state.letters.length, unread: state.letters.filter((letter) => letter.id > bench.memory.lettersSeen).length },
    executions: state.executionCounter,
    menus,
    sidebar,
    dialogs,
    sample: bench.memory.sample,
    started: bench.memory.started,
    notice: bench.notice,
    jumping: bench.jumping,
    fault: bench.handFault.view(bench.world),
    story: bench.story.summary(),
  }
}

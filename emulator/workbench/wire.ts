/** What the workbench's server and its page say to each other: JSON shapes only. */
import type { StorySummary } from './story/storyWire'

export interface PersonView {
  readonly email: string
  readonly name: string
  readonly role: string
}

export interface ClockView {
  /** Wall clock of the office, 'YYYY-MM-DDTHH:mm'. */
  readonly now: string
  /** «пн 23 ноября 2026, 09:00». */
  readonly text: string
}

export interface SheetTabView {
  readonly id: number
  readonly title: string
}

export interface FrameView {
  readonly frame: number
  readonly title: string
  readonly width: number
  readonly height: number
  readonly modal: boolean
}

export interface MenuView {
  readonly name: string
  readonly items: readonly { readonly label: string; readonly fn: string }[]
}

export interface Selection {
  readonly sheet: string
  /** 1-based. */
  readonly row: number
  readonly column: number
}

/** A break put by hand: which calls of which run it strikes, and how. */
export interface FaultView {
  readonly kind: 'kill' | 'transient' | 'timedOutAfter' | 'quotaMinute' | 'quotaDay' | 'permission' | 'gone'
  /** Number of the call in its run; 0 = the first one that fits. */
  readonly at: number
  /** 'person': what somebody does next on a page or in the menu, 'edit': the next edit in the sheets, 'tick': the next run of a time trigger. */
  readonly aim: 'person' | 'edit' | 'tick'
  /** A method of a page ('deal/book'), a function ('doPost'), a service's call ('Calendar.Events.patch'), or '' = any. */
  readonly what: string
}

/** The page's header, tabs and frames; sent at first and after every change. */
export interface Summary {
  /** Grows with every change of the world or of the screen. */
  readonly revision: number
  readonly title: string
  /** Id of the spreadsheet, for its own addresses. */
  readonly spreadsheet: string
  readonly clock: ClockView
  readonly user: string
  /** As «Сотрудники» has them, '' = none. */
  readonly initials: string
  readonly people: readonly PersonView[]
  readonly sheets: readonly SheetTabView[]
  readonly calendars: readonly { readonly id: string; readonly title: string }[]
  readonly letters: { readonly total: number; readonly unread: number }
  readonly executions: number
  readonly menus: readonly MenuView[]
  readonly sidebar: FrameView | null
  readonly dialogs: readonly FrameView[]
  /** The world is the sample office. */
  readonly sample: boolean
  /** Somebody has pressed «Начать». */
  readonly started: boolean
  /** What to tell about this start; '' = nothing. */
  readonly notice: string
  /** The clock is on its way. */
  readonly jumping: boolean
  readonly fault: FaultView | null
  /** null = none is open. */
  readonly story: StorySummary | null
}

/** What the server pushes over /api/changes. */
export type Change =
  | { readonly kind: 'summary'; readonly summary: Summary }
  | { readonly kind: 'toast'; readonly title: string; readonly message: string }
  | { readonly kind: 'alert'; readonly message: string }
  | { readonly kind: 'select'; readonly selection: Selection }

export interface CellStyle {
  bg?: string
  fg?: string
  bold?: true
  italic?: true
  strike?: true
  align?: 'left' | 'center' | 'right'
  wrap?: true
}

export interface ColumnView {
  /** Heading where row 1 is frozen, else the letter. */
  readonly title: string
  readonly width: number
  readonly style: CellStyle
  readonly note: string
  /** Values of a drop-down list; empty = none. */
  readonly choices: readonly string[]
}

export interface RowView {
  /** 1-based row of the sheet. */
  readonly n: number
  /** Shown text by column. */
  readonly t: readonly string[]
  /** Index of `styles` by column. */
  readonly s?: Readonly<Record<number, number>>
  readonly note?: Readonly<Record<number, string>>
  /** What an editor opens with, where it differs from what is shown. */
  readonly e?: Readonly<Record<number, string>>
}

export interface ChartView {
  readonly id: number
  readonly title: string
  readonly type: 'bar' | 'column' | 'line' | 'area' | 'pie' | 'doughnut'
  readonly stacked: boolean
  readonly labels: readonly string[]
  readonly series: readonly { readonly name: string; readonly values: readonly (number | null)[] }[]
  /** 0-based anchor and pixels. */
  readonly anchor: { readonly row: number; readonly column: number; readonly x: number; readonly y: number }
  readonly width: number
  readonly height: number
}

export interface SheetView {
  readonly id: number
  readonly title: string
  /** Row 1 stands in the table's heading. */
  readonly headed: boolean
  readonly columns: readonly ColumnView[]
  /** Rows that can be shown: those with data and some blank ones. */
  readonly total: number
  /** First row of the window, 1-based. */
  readonly from: number
  readonly rows: readonly RowView[]
  readonly styles: readonly CellStyle[]
  readonly charts: readonly ChartView[]
}

export interface EventView {
  readonly id: string
  readonly title: string
  /** 'YYYY-MM-DDTHH:mm', or 'YYYY-MM-DD' for all-day. */
  readonly start: string
  readonly end: string
  readonly allDay: boolean
  readonly recurring: boolean
  readonly kind: 'free' | 'booked' | 'other'
  readonly description: string
  readonly location: string
  /** Google's number of a colour, '' = the calendar's. */
  readonly colour: string
  /** '' = as the calendar has it. */
  readonly visibility: string
  /** Rule of the series, '' = happens once. */
  readonly rule: string
  /** Who organises it, '' = this calendar. */
  readonly organizer: string
  readonly guests: readonly GuestView[]
  /** Code with which Google refuses the script this event, 0 = it does not. */
  readonly refusal: number
}

export interface GuestView {
  readonly email: string
  readonly answer: string
}

/** Who may do what in a calendar, and which way Google goes there. */
export interface CalendarSetView {
  /** '*' stands last: everybody who is not named. */
  readonly access: readonly { readonly email: string; readonly name: string; readonly role: string }[]
  readonly rules: Readonly<Record<string, string | number>>
}

export interface LetterLine {
  readonly id: number
  readonly at: string
  readonly to: string
  readonly subject: string
  readonly unread: boolean
  /** Google Calendar's own letter to a guest. */
  readonly google: boolean
}

export interface LetterView {
  readonly id: number
  readonly at: string
  readonly from: string
  readonly to: string
  readonly copies: string
  readonly replyTo: string
  readonly subject: string
  readonly body: string
  readonly htmlBody: string
  readonly attachments: readonly { readonly name: string; readonly href: string; readonly kilobytes: number }[]
}

export interface PageLink {
  readonly href: string
  readonly title: string
  readonly detail: string
}

/** An account of Planfix as its people see it. */
export interface PlanfixView {
  readonly host: string
  /** What «Подключить Planfix…» is told. */
  readonly token: string
  readonly requests: number
  readonly people: readonly { readonly name: string; readonly email: string }[]
  /** Newest first. */
  readonly tasks: readonly PlanfixTaskView[]
}

export interface PlanfixTaskView {
  readonly id: number
  readonly name: string
  /** May hold Planfix's own markup. */
  readonly description: string
  /** E-mails. */
  readonly assignees: readonly string[]
  /** «27.11.2026 15:00», '' = no term. */
  readonly until: string
  readonly isNew: boolean
  readonly comments: readonly string[]
}

export interface ExecutionLine {
  readonly id: number
  readonly at: string
  readonly entry: string
  readonly who: string
  readonly fn: string
  readonly method: string
  readonly leavingCalls: number
  readonly modelledSeconds: number
  readonly error: string
}

export interface ExecutionDetail {
  readonly calls: readonly {
    readonly n: number
    readonly name: string
    readonly leaves: boolean
    readonly ms: number
    readonly cells: string
    readonly error: string
  }[]
  readonly logs: readonly string[]
  readonly stack: string
  readonly cpuMs: number
}

/** A letter that left, or a run that failed, on the way. */
export interface JumpEvent {
  readonly at: string
  readonly kind: 'letter' | 'error'
  readonly text: string
}

/** One line of a jump's stream; the last one has `done`. */
export interface JumpProgress {
  readonly clock: ClockView
  /** 0…1 of the way. */
  readonly share: number
  readonly runs: number
  readonly letters: number
  readonly reminders: number
  readonly escalations: number
  readonly errors: number
  /** What happened since the last line, oldest first. */
  readonly news: readonly JumpEvent[]
  readonly done: boolean
  readonly stopped: boolean
}

/** Answer of /api/run: what the page's handlers get. */
export type RunAnswer = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly message: string }

/** What the screens show: the shapes of the server's answers, and what a page finds inside itself. JSON-safe types only. */

import type { SlotList as FoundSlots, ConsultantSlots as RankedConsultant } from '../domain/calendar/slots'
import type { Client, FoundClient } from '../domain/client/client'
import type { Deal, Stage } from '../domain/deal/deal'
import type { Person, Project } from '../domain/office/office'
import type { Role } from '../domain/office/roles'
import type { Issue, MissingField } from '../domain/problem'
import type { LocalDateTime } from '../domain/time/localTime'
import type { SlotBoard } from './calendarContract'
import type { CardDraft } from './deviceContract'
import type { CardFields, DealRef, SlotJoin, SlotRef } from './inputParts'

/** One line of «Сегодня»: something owed. */
export interface TodayItem {
  /** Obligation key of the procedure, 'I5.call'. */
  readonly key: string
  /** 'I5'. */
  readonly clause: string
  /** The deed, «Позвонить: АНО «Маяк»». */
  readonly subject: string
  /** Why, «с сайта, вчера 14:10». */
  readonly detail: string
  readonly due: LocalDateTime
  /** Who owes it: initials or a role's title. */
  readonly who: string
  readonly mine: boolean
  readonly state: 'overdue' | 'today' | 'later' | 'past'
  /** Deal to open, null for what is not about one deal. */
  readonly deal: { readonly id: number; readonly row: number | null; readonly clientId: number | null } | null
  /** When the client said what he wishes: settled by a click; null = it is no wish. */
  readonly wish: LocalDateTime | null
  /** What a tap opens. */
  readonly opens: 'deal' | 'weekClose' | 'slotBoard' | 'report' | 'externals' | 'personal' | 'nothing'
}

/** Many cells that one person changed by hand at once, and that may be taken back together. */
export interface HandBlock {
  readonly at: LocalDateTime
  /** As the journal names him. */
  readonly who: string
  readonly cells: number
  /** The sentence: who, when, which columns. */
  readonly text: string
}

export interface Today {
  readonly now: LocalDateTime
  readonly items: readonly TodayItem[]
  /** Last successful tick; null = never. */
  readonly heartbeat: LocalDateTime | null
  /** What stands wrong in the office's sheets, each with its address: shown until it is mended. */
  readonly notes: readonly Issue[]
  readonly blocks: readonly HandBlock[]
  /** Open lines of «Расхождения» that the caller may see. */
  readonly discrepancies: number
  /** Imported deals with something that was due before the import: how many, and the first of them, one line each. */
  readonly past: { readonly count: number; readonly items: readonly TodayItem[] }
  /** The next thing that will become due, for the empty state. */
  readonly next: { readonly at: LocalDateTime; readonly subject: string } | null
}

export interface ClientMatch {
  readonly client: FoundClient
  readonly last: {
    readonly dealId: number
    readonly start: LocalDateTime | null
    readonly consultant: string
    readonly topic: number | null
  } | null
  readonly open: { readonly id: number; readonly row: number | null; readonly clientId: number | null; readonly stage: Stage } | null
  /** What matched: 'phone' | 'email' | 'organisation' | 'contact'. */
  readonly by: string
}

/** A next step offered on the card. */
export interface Step {
  readonly kind:
    | 'note'
    | 'move'
    | 'slots'
    | 'release'
    | 'reopen'
    | 'reason'
    | 'cannotHold'
    | 'external'
    | 'askExternal'
    | 'sendReport'
    | 'reschedule'
    | 'reassign'
    | 'limit'
  /** For 'note': reached | noAnswer | messenger; for 'move': the stage; for 'limit': the outcome of its line in «Расхождения». */
  readonly value: string
  readonly title: string
  /** True for the likeliest one (the blue button). */
  readonly primary: boolean
  /** Why it cannot be done now; '' = it can. */
  readonly blockedBy: string
  /** A reason has to be given with it. */
  readonly needsReason: boolean
  /** What is chosen from instead of a reason in words; absent = nothing. */
  readonly options?: readonly string[]
}

export interface Card {
  readonly deal: Deal
  readonly ref: DealRef
  readonly client: Client | null
  /** What is missing for the next stage on the way, with the client's fields. */
  readonly missing: readonly MissingField[]
  readonly steps: readonly Step[]
  /** Fields the caller may edit now. */
  readonly editable: readonly (keyof CardFields)[]
  /** «Дозвонились» etc. made on this deal: shown as 1/3. */
  readonly attemptsNeeded: number
  /** From when the next attempt counts, within the office's hours; null = none was made since the client was last reached (I7). */
  readonly nextAttemptAt: LocalDateTime | null
  /** Year of the archive it stands in: read only. Absent = it stands in «Сделки». */
  readonly archive?: string
  /** What the caller has typed on this card somewhere and not saved; absent = it was not asked for. */
  readonly drafts?: readonly CardDraft[]
}

export interface HistoryLine {
  readonly at: LocalDateTime
  readonly who: string
  /** «назначена консультация: пт 27 ноября, 10:00, ММ». */
  readonly text: string
  readonly reason: string
}

export interface DealMatch {
  readonly id: number
  readonly row: number | null
  readonly clientId: number | null
  readonly organisation: string
  readonly contact: string
  readonly stage: Stage
  readonly consultant: string
  readonly start: LocalDateTime | null
}

export interface FreeSlot extends SlotRef {
  /** Minutes free from this start to the end of the event. */
  readonly minutes: number
  /** Why it is shown only on demand, and booked only with a reason; absent = it is open. */
  readonly against?: 'tooSoon' | 'dayOff' | 'absent' | 'unclear'
  /** The free event of the same consultant that follows this one, for a longer consultation; absent = none. */
  readonly join?: SlotJoin | null
  /** Name of who holds it while on the phone, and until when (exclusive); absent = nobody else. */
  readonly heldBy?: string
  readonly heldUntil?: LocalDateTime
  /** The client asked for this hour by his link. */
  readonly wished?: boolean
}

export interface ConsultantSlots extends Omit<RankedConsultant, 'slots'> {
  readonly slots: readonly FreeSlot[]
}

export interface SlotList extends Omit<FoundSlots, 'consultants'> {
  readonly consultants: readonly ConsultantSlots[]
}

export interface WeekCard {
  readonly deal: Deal
  readonly ref: DealRef
  readonly missing: readonly MissingField[]
  /** K3 proposes feedback, with the reason; '' = close at once. */
  readonly feedbackWhy: string
  /** K1: nobody has said yet that «не распределено» stays. */
  readonly undistributed: boolean
  /** K3: closed without being asked only with a reason. */
  readonly reasonNeeded: boolean
}

export interface Week {
  /** The closing moment this list is for. */
  readonly closesAt: LocalDateTime
  readonly ready: readonly WeekCard[]
  readonly incomplete: readonly WeekCard[]
  readonly awaiting: readonly WeekCard[]
}

export interface ImportPreview {
  readonly taken: number
  readonly duplicates: number
  readonly issues: readonly Issue[]
  /** First rows as they will stand, for a look. */
  readonly sample: readonly { readonly id: string; readonly title: string; readonly detail: string }[]
  /** Booked deals whose event was found in the calendar. */
  readonly matchedEvents: number
}

/** The last import of deals. */
export interface ImportRun {
  /** Its moment, by which it is taken back. */
  readonly at: LocalDateTime
  readonly fileName: string
  /** Rows of the file, and how many of them were done. */
  readonly total: number
  readonly done: number
  /** Deals that it brought. */
  readonly written: number
}

export interface ImportStart {
  readonly now: LocalDateTime
  /** The office's. */
  readonly zone: string
  readonly people: readonly Person[]
  readonly projects: readonly Project[]
  /** What was chosen for the files before, JSON; '' = nothing yet. */
  readonly choices: string
  /** null = nothing was imported, or it was taken back. */
  readonly last: ImportRun | null
}

/** What a tool for tasks asks for; a key's value is never told. */
export interface ToolField {
  readonly name: string
  readonly label: string
  readonly hint: string
  readonly value: string
  readonly secret?: boolean
}

/** The connection with a tool for tasks. */
export interface TaskToolState {
  readonly name: string
  readonly title: string
  readonly teach: string
  readonly connected: boolean
  readonly fields: readonly ToolField[]
  /** What there is to tell, one sentence; '' = nothing. */
  readonly message: string
  /** The message is good news. */
  readonly good: boolean
}

export interface TaskTools {
  readonly tools: readonly TaskToolState[]
}

/** What the page gets inside itself when it is opened (JSON in <script type="application/json" id="desk-data">). */
export interface PageData {
  /** Which build drew it. */
  readonly build: string
  readonly view:
    | 'sidebar'
    | 'weekClose'
    | 'slotBoard'
    | 'import'
    | 'report'
    | 'externals'
    | 'settings'
    | 'setUp'
    | 'taskTools'
    | 'personal'
    | 'amo'
    | 'refused'
  /** For 'refused': the sentence; else what is said above the screen, '' = nothing. */
  readonly message: string
  readonly me: { readonly email: string; readonly name: string; readonly initials: string; readonly roles: readonly Role[] }
  readonly lists: DeskLists
  readonly today: Today | null
  /** View weekClose opens with it. */
  readonly week: Week | null
  /** View slotBoard opens with it; null there = the calendar did not answer, and the page asks once more. */
  readonly board: SlotBoard | null
}

/** Lists the screens choose from. */
export interface DeskLists {
  readonly centreName: string
  /** Sentences behind «I5» and the like, by clause: with the data, so that the page itself stays small. */
  readonly clauses: Readonly<Record<string, string>>
  readonly centrePhone: string
  readonly centreAddress: string
  readonly topics: readonly { readonly id: number; readonly title: string }[]
  readonly consultants: readonly {
    readonly initials: string
    readonly name: string
    readonly topics: readonly number[]
    readonly external: boolean
  }[]
  readonly projects: readonly string[]
  readonly organisationKinds: readonly string[]
  readonly municipalities: readonly string[]
  readonly requiredClientFields: readonly string[]
  readonly failureReasons: readonly string[]
  /** «Сначала в России»: where a new person is recorded first, '' = the office has not said; null = requests come by all ways. */
  readonly receiver: string | null
}

/** «Служебное», what the product remembers between executions: each key, what its cell may hold, and what stands in for a cell that somebody typed into. */

import * as v from 'valibot'
import { scopeSchema, subjectSchema } from '../../domain/client/personal/scope'
import { choicesSchema } from '../../domain/importing/choices'
import { linkSchema, stateSchema } from '../../domain/importing/leads/link'
import { inboundSchema } from '../../domain/intake/inbound/inbound'
import { ruleSchema } from '../../domain/intake/ruFirst/rule'
import type { Issue } from '../../domain/problem'
import { jsonIn } from '../../domain/register/json'
import type { Hold } from '../../rpc/calendarContract'

const day = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/
const moment = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d$/
const text = v.string()
const localDate = v.pipe(text, v.regex(day))
const localDateTime = v.pipe(text, v.regex(moment))

/** Cells that hold JSON. */
export const stored = {
  holds: v.array(v.object({ eventId: text, start: localDateTime, who: text, name: text, until: localDateTime })),
  scanned: v.object({
    deals: v.nullable(localDateTime),
    slots: v.nullable(localDateTime),
    /** Count of commits at the last look at deals. */
    revision: text,
    /** The day of the oldest deal; null = there was none. */
    first: v.nullable(localDate),
  }),
  taskPause: v.object({
    /** Nothing is asked before; '' = it may be asked now. */
    until: v.union([localDateTime, v.literal('')]),
    /** The sentence for «Сегодня»; '' = nothing to tell. */
    message: text,
    /** As people call the tool; '' = the cell was written by an older version. */
    tool: v.optional(text, ''),
  }),
  mirrored: v.object({
    /** Day on which the whole mirror was last listed anew. */
    day: localDate,
    /** In whose clock the times of the mirror are. */
    zone: v.optional(text, ''),
    /** In whose clock the times of the cards are, '' = in the same. */
    cards: v.optional(text, ''),
    /** Count of commits, and digest of the office's rules, at the last look at it. */
    revision: text,
    rules: text,
    /** From then on the look is out of date, as something in it is over; '' = nothing is. */
    until: v.union([localDateTime, v.literal('')]),
  }),
  /** Projects as they stood on their sheet last (formerNames.ts). */
  projects: v.array(v.object({ name: text, manager: text, former: v.array(text) })),
  /** Initials of people as they stood on «Сотрудники» last; `manager` is their address. */
  people: v.array(v.object({ name: text, manager: text, former: v.array(text) })),
  reportMarks: v.record(text, text),
  importRun: v.object({ at: localDateTime, fileName: text, total: v.number(), done: v.number(), written: v.number() }),
  importChoices: choicesSchema,
  amoLink: linkSchema,
  amoState: stateSchema,
  requestRule: ruleSchema,
  vk: inboundSchema,
  workdays: v.object({ asked: localDate, year: v.number(), found: v.picklist(['whole', 'partly', 'nothing']) }),
  /** Who is being forgotten, and how far that has come (server/forgetting). */
  forgetting: v.object({
    at: localDateTime,
    /** Who has asked for it, and why: for the journal. */
    by: text,
    entry: text,
    reason: text,
    /** The first of them is under way. */
    queue: v.array(subjectSchema),
    /** null = it is not known yet who he is. */
    scope: v.nullable(scopeSchema),
    place: text,
    from: v.number(),
  }),
  /** Where people's data are kept beside the register («под номерами»), and what is on its way there or back. */
  vault: v.object({
    /** The spreadsheet. */
    id: v.pipe(text, v.regex(/^[\w-]{10,100}$/)),
    way: v.picklist(['in', 'out']),
    /** Id of the sheet that is under way; null = all of it is moved. */
    place: v.nullable(v.number()),
    /** The next row of it, 1-based. */
    from: v.number(),
    /** Cells that were moved; of them in the present round over all sheets. */
    moved: v.number(),
    round: v.number(),
    /** Somebody was forgotten: texts that no cell leads to are still to be cleared. */
    sweep: v.boolean(),
  }),
  /** Files of people who were forgotten, which the program may not touch: somebody else's. */
  filesLeft: v.array(v.object({ id: text, at: localDateTime })),
  /** Many cells changed by one hand at once, and nobody has said yet that they stay, newest first (handBlock.ts). */
  handBlocks: v.array(v.object({ at: localDateTime, who: text, name: text, cells: v.number(), what: text })),
  notes: v.array(v.object({ where: text, row: v.nullable(v.number()), column: text, message: text })),
} satisfies { holds: v.GenericSchema<unknown, Hold[]>; notes: v.GenericSchema<unknown, Issue[]>; [name: string]: v.GenericSchema }

export type Scanned = v.InferOutput<typeof stored.scanned>
export type Mirrored = v.InferOutput<typeof stored.mirrored>
export type VaultState = v.InferOutput<typeof stored.vault>
export type Forgetting = v.InferOutput<typeof stored.forgetting>
export type TaskPause = v.InferOutput<typeof stored.taskPause>

/** Whether a cell may hold the text. */
type Fits = (text: string) => boolean

const isLike =
  (pattern: RegExp): Fits =>
  (text) =>
    pattern.test(text)
const orEmpty =
  (fits: Fits): Fits =>
  (text) =>
    text === '' || fits(text)
const holdsJson = (schema: v.GenericSchema): Fits => orEmpty((text) => v.is(schema, jsonIn(text)))
const isNumber = isLike(/^\d{1,9}$/)

const cells = {
  /** Numbered change of the sheets' structure (load.ts). */
  schemaVersion: isLike(/^[1-9]\d{0,2}$/),
  /** Code of an older version than this may not write; '' = none may. */
  oldestWriter: isLike(/^\d{0,3}$/),
  /** Id of the spreadsheet that this register is: a copy holds another's. '' = not told yet. */
  ownId: isLike(/^[\w-]{0,100}$/),
  /** Of the calendar's last list, as Google gave it. */
  syncToken: isLike(/^[\w\-+/=.:]{0,2000}$/),
  /** Address of the calendar that the token, the mirror and the bookings belong to; '' = none was read yet. */
  syncCalendar: () => true,
  /** When and from what the mirror was last looked at, JSON (sync.ts). */
  mirrored: holdsJson(stored.mirrored),
  /** The highest numbers that were given out. */
  lastDealId: isNumber,
  lastClientId: isNumber,
  /** Last successful tick, LocalDateTime. */
  heartbeat: orEmpty(isLike(moment)),
  /** Issues of rows that the last tick saw, JSON; '' = none. */
  rowNotes: holdsJson(stored.notes),
  /** Grows with every commit of a command: a sync sees whether somebody wrote between its read and its lock. */
  revision: orEmpty(isNumber),
  /** Slots held while somebody is on the phone, JSON (slotHolds.ts). */
  holds: holdsJson(stored.holds),
  /** When deals and calendar were last looked at for what the office owes, JSON (officeLines.ts). */
  scanned: holdsJson(stored.scanned),
  /** Why the tool for tasks gets none at present, JSON (taskPause.ts); '' = all is well, or none is connected. */
  taskPause: holdsJson(stored.taskPause),
  /** Ids of the sheets of reports and lists that were written, '402611,1000402611'. */
  reports: orEmpty(isLike(/^\d+(,\d+)*$/)),
  /** Years that have an archive sheet, '2024,2023', newest first. */
  archives: orEmpty(isLike(/^2\d{3}(,2\d{3})*$/)),
  /** Day on which closed deals are looked through again, '' = at once. */
  archiveNext: orEmpty(isLike(day)),
  /** Digest of the rules by which the lines of «Контроль» were made last (rulesOf): any other text has them made anew. */
  controlRules: () => true,
  /** When the director's last digest was made, LocalDateTime. */
  digestSent: orEmpty(isLike(moment)),
  /** Day on which the register was last compared with its journal. */
  checkedDay: orEmpty(isLike(day)),
  /** Letters that wait for tomorrow's mail quota, a number; '' = none. */
  mailWaits: orEmpty(isNumber),
  /** Letters that were given up after many tries, a number; '' = none. */
  mailLost: orEmpty(isNumber),
  /** Lines of «Журнал» that the last comparison could not read, JSON; '' = none. */
  journalNotes: holdsJson(stored.notes),
  /** How many lines «Журнал» has had; fewer there = some were deleted. '' = not counted yet. */
  journalLines: orEmpty(isNumber),
  /** Up to how many lines of «Журнал» «Указатель» tells, in how many lines of news, and when it was made; '' = it tells nothing (server/desk/rows/index). */
  indexed: orEmpty(isLike(/^\d{1,9} \d{1,4} [\d:T-]*$/)),
  /** Blocks of cells that may be taken back, JSON; '' = none. */
  handBlocks: holdsJson(stored.handBlocks),
  /** Requests from outside that were set aside, a number; '' = none. */
  aside: orEmpty(isNumber),
  /** What stood on those sheets when they were written, JSON: sheet id → mark (monthWriter.ts). */
  reportMarks: holdsJson(stored.reportMarks),
  /** Names of projects, JSON; '' = none is known yet. */
  projects: holdsJson(stored.projects),
  /** Initials of people, JSON; '' = none are known yet. */
  people: holdsJson(stored.people),
  /** The last import of deals, JSON; '' = none that can be taken back. */
  importRun: holdsJson(stored.importRun),
  /** What was chosen for columns and words of imported files, JSON (importing/choices.ts). */
  importChoices: holdsJson(stored.importChoices),
  /** Who is being forgotten, JSON; '' = nobody. It holds his name until nothing else does. */
  forgetting: holdsJson(stored.forgetting),
  /** Month in which it was last looked through whose term is over. */
  termsSeen: orEmpty(isLike(/^20\d\d-(0[1-9]|1[0-2])$/)),
  /** Files that somebody has to throw away by hand, JSON; '' = none. */
  filesLeft: holdsJson(stored.filesLeft),
  /** When next year's working calendar was last asked for, and what came, JSON; '' = it was not. */
  workdays: holdsJson(stored.workdays),
  /** How the office's amoCRM is read, JSON; '' = none is connected. */
  amoLink: holdsJson(stored.amoLink),
  /** How far it has been read, JSON; '' = not begun. */
  amoState: holdsJson(stored.amoState),
  /** Where people's data are, JSON; '' = in the register itself. */
  vault: holdsJson(stored.vault),
  /** By which ways requests come, JSON, as the properties of the script have it; '' = by all (ruFirst/rule.ts). */
  requestRule: holdsJson(stored.requestRule),
  /** VK's lead forms: whose they are, how far they have been read, JSON; '' = none are connected. */
  vk: holdsJson(stored.vk),
} as const satisfies Record<string, Fits>

/** Cells that may name people outside: these are kept in the vault, as columns are that say so. */
const ofPeople: Readonly<Record<keyof typeof cells, boolean>> = {
  schemaVersion: false,
  oldestWriter: false,
  ownId: false,
  syncToken: false,
  syncCalendar: false,
  mirrored: false,
  lastDealId: false,
  lastClientId: false,
  heartbeat: false,
  rowNotes: true,
  revision: false,
  holds: false,
  scanned: false,
  taskPause: true,
  reports: false,
  archives: false,
  archiveNext: false,
  controlRules: false,
  digestSent: false,
  checkedDay: false,
  mailWaits: false,
  mailLost: false,
  journalNotes: true,
  journalLines: false,
  handBlocks: true,
  aside: false,
  reportMarks: false,
  projects: false,
  people: false,
  importRun: true,
  importChoices: true,
  forgetting: true,
  termsSeen: false,
  filesLeft: false,
  workdays: false,
  amoLink: true,
  amoState: true,
  vault: false,
  indexed: false,
  requestRule: false,
  vk: false,
}

/** @param key as the sheet calls it */
export function tellsOfPeople(key: string): boolean {
  return serviceKeys.some((one) => keyInSheet(one) === key && ofPeople[one])
}

export type ServiceKey = keyof typeof cells
export type ServiceState = Readonly<Record<ServiceKey, string>>
export const serviceKeys = Object.keys(cells) as ServiceKey[]

/** As the sheet calls it: a key keeps the name that it had in the first registers. */
export function keyInSheet(key: ServiceKey): string {
  return key === 'taskPause' ? 'planfix' : key
}

/** The number of the sheets' structure; null = the cell cannot be read. */
export function readableVersion(cell: string): number | null {
  return cells.schemaVersion(cell) ? Number(cell) : null
}

/** Stands where nobody knows how many lines «Журнал» has had: more than there can be, so that none is ever taken for all. */
export const uncountedLines = '999999999'

/**
 * What was read with '' in place of what cannot be, or what the product did not write; `garbled` names those cells.
 * @param isOurs whether the product wrote the cell so
 */
export function readableService(
  read: ServiceState,
  isOurs: (key: ServiceKey) => boolean = () => true,
): { readonly state: ServiceState; readonly garbled: readonly ServiceKey[] } {
  const garbled = serviceKeys.filter((key) => !cells[key](read[key]) || !isOurs(key))
  return { state: { ...read, ...Object.fromEntries(garbled.map((key) => [key, ''])) }, garbled }
}

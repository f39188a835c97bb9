/** The contract between the pages for people outside and the server: what a link is as the page sends it, methods, views. JSON-safe types only. */

import * as v from 'valibot'
import { saidKinds } from '../domain/external/clientSaid'
import type { ExpertFile } from '../domain/external/expertFiles'
import { type ExpertReport, reportLimits } from '../domain/external/expertReport'
import type { LinkPurpose } from '../domain/external/signedLink'

const short = (limit: number) => v.pipe(v.string(), v.maxLength(limit))
const whole = (from: number, to: number) => v.pipe(v.number(), v.integer(), v.minValue(from), v.maxValue(to))

/** Longest comment of a client, note of a manager. */
export const noteLimit = 2000

/** Longest words of a client beside a wish. */
export const reasonLimit = 300

/** The parameters of the address, sent back as they came. */
const link = v.object({ p: short(20), d: short(20), u: short(20), k: short(20), s: short(100), v: short(100) })
export type LinkParameters = v.InferOutput<typeof link>

/** Its size is the server's to judge, the text is as long as the file asks. */
const attached = v.object({ name: short(1000), mimeType: short(200), base64: v.string() })

export const pageRequest = v.object({ link, method: short(30), input: v.unknown() })

export const pageInputs = {
  /** C9. */
  'report/send': v.object({
    topic: whole(1, 11),
    content: short(reportLimits.content),
    recommendations: short(reportLimits.recommendations),
    minutes: whole(0, 720),
    discussedName: short(reportLimits.discussedName),
    discussedTheme: short(reportLimits.discussedTheme),
    discussedAdvice: short(reportLimits.discussedAdvice),
    files: short(reportLimits.files),
    comment: short(reportLimits.comment),
  }),
  /** C9, C5: a file of the report, on its own. */
  'report/attach': attached,
  /** C5: a file that goes with a request of the centre's own form. */
  'request/attach': attached,
  /** K2. */
  'feedback/send': v.object({ score: whole(1, 5), text: short(noteLimit), quotable: v.boolean() }),
  /** T2. */
  'decide/send': v.object({ decision: v.picklist(['allow', 'deny']), note: short(noteLimit) }),
  'stop/confirm': v.object({}),
  /** `to` = the hour chosen, '' = none. */
  'visit/send': v.object({
    kind: v.picklist(saidKinds),
    to: v.pipe(v.string(), v.regex(/^(\d{4}-\d\d-\d\dT\d\d:\d\d)?$/)),
    reason: short(reasonLimit),
  }),
} as const
export type PageMethod = keyof typeof pageInputs
export type PageInput<M extends PageMethod> = v.InferOutput<(typeof pageInputs)[M]>

/** Methods that bring a file. */
export type AttachMethod = 'report/attach' | 'request/attach'
/** Methods that end a form: the answer is a notice. */
export type FormMethod = Exclude<PageMethod, AttachMethod>

/** What a link of each purpose is good for. */
export const methodsOf: Readonly<Record<LinkPurpose, readonly PageMethod[]>> = {
  report: ['report/send', 'report/attach'],
  feedback: ['feedback/send'],
  decide: ['decide/send'],
  stop: ['stop/confirm'],
  visit: ['visit/send'],
  request: ['request/attach'],
}

/** Something is told, nothing is asked. `final` = it is done, and what was typed may be forgotten. */
export interface NoticeView {
  readonly view: 'notice'
  readonly title: string
  readonly text: string
  readonly final: boolean
}

interface Consultation {
  /** «пт 27 ноября, 10:00». */
  readonly when: string
  readonly topic: string
}

export interface ReportView extends Pick<Consultation, 'when'> {
  readonly view: 'report'
  readonly dealId: number
  readonly organisation: string
  readonly request: string
  /** As the office has it, or as the report sent before says. */
  readonly topic: number | null
  readonly topics: readonly { readonly id: number; readonly title: string }[]
  /** The report that was sent before; null = none yet. */
  readonly sent: ExpertReport | null
  /** What was attached by this page, nothing else of the card. */
  readonly files: readonly ExpertFile[]
}

export interface FeedbackView extends Consultation {
  readonly view: 'feedback'
  readonly consultant: string
  /** Chosen by the link, null = none. */
  readonly score: number | null
}

export interface DecideView {
  readonly view: 'decide'
  readonly dealId: number
  readonly organisation: string
  readonly topic: string
  readonly request: string
  readonly project: string
  /** «Внешних консультаций в ноябре 2026 года: 5, лимит проекта 6.» */
  readonly count: string
  /** Over the limit, with this one; '' = within. */
  readonly warning: string
  readonly decision: 'allow' | 'deny' | null
}

export interface StopView {
  readonly view: 'stop'
}

/** A client's own consultation, and what he may say of it. */
export interface VisitView extends Consultation {
  readonly view: 'visit'
  readonly consultant: string
  /** «Где: ул. Попова, 18». */
  readonly how: string
  /** The meeting itself, or the way there; '' = none. */
  readonly address: string
  readonly isMeeting: boolean
  readonly confirmed: boolean
  /** What he asked for, and nobody has settled yet; '' = nothing. */
  readonly wish: string
  /** Done at once, not asked of the office. */
  readonly self: boolean
  readonly hours: readonly { readonly start: string; readonly words: string }[]
  /** A file for his own calendar. */
  readonly calendar: string
}

export type OutsideView = NoticeView | ReportView | FeedbackView | DecideView | StopView | VisitView

/** What a page finds inside itself. */
export interface OutsideData {
  readonly centre: Centre
  /** null = the page asks for nothing. */
  readonly link: LinkParameters | null
  readonly page: OutsideView
}

export interface Centre {
  readonly name: string
  readonly phone: string
}

export type PageRefusal = { readonly ok: false; readonly message: string; readonly retry: boolean }
export type PageAnswer = { readonly ok: true; readonly page: NoticeView } | PageRefusal
/** The file as the card lists it. */
export type FileAnswer = { readonly ok: true; readonly file: ExpertFile } | PageRefusal
export type AnswerTo<M extends PageMethod> = M extends AttachMethod ? FileAnswer : PageAnswer

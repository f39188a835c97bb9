/** The contract between the centre's own request form and the server: what it finds inside itself, sends, and is answered. JSON-safe types only. */

import * as v from 'valibot'
import { formLimits } from '../domain/intake/formLimits'
import type { LocalDateTime } from '../domain/time/localTime'
import { localDateTime } from './inputParts'
import type { Centre, LinkParameters, NoticeView, PageRefusal } from './pageContract'

const short = (limit: number) => v.pipe(v.string(), v.maxLength(limit))
const line = short(formLimits.line)

export const formInput = v.object({
  /** Begins with f: it is nobody's row and no hash of ours. */
  key: v.pipe(v.string(), v.regex(/^f[0-9a-z]{12,40}$/)),
  contact: line,
  phone: line,
  email: line,
  messenger: line,
  organisation: line,
  municipality: line,
  topic: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(11))),
  text: short(formLimits.text),
  hours: v.pipe(v.array(localDateTime), v.maxLength(formLimits.hours)),
  otherTime: short(formLimits.otherTime),
  consent: v.boolean(),
  /** Address of the policy that stood beside the consent; absent = a page of an older version. */
  policy: v.optional(v.string()),
  trap: line,
})
export type FormInput = v.InferOutput<typeof formInput>

/** `form` is the mark of the page that was shown. */
export const formRequest = v.object({ form: short(100), input: formInput })

/** An hour that somebody of the centre has free, and for which topics; nobody is named. */
export interface FormHour {
  readonly start: LocalDateTime
  readonly topics: readonly number[]
}

/** What the form shows, the same for everybody. */
export interface FormFacts {
  readonly centre: Centre
  /** Address of the policy beside the consent; '' = none is told. */
  readonly policy: string
  /** «9:00–18:00»; '' = not known. */
  readonly calls: string
  readonly hours: readonly FormHour[]
}

/** What the form finds inside itself. */
export interface FormData extends FormFacts {
  readonly mark: string
  /** What is told in place of the form; null = it is open. */
  readonly told: NoticeView | null
  /** Page where requests are taken instead; '' = here. */
  readonly elsewhere: string
}

/** `link`: by which files may follow; null = there is no card for them yet. */
export type FormAnswer = { readonly ok: true; readonly link: LinkParameters | null } | PageRefusal

/** What the inputs of the contract are put together from: texts, times, a deal as the page saw it, fields of the cards, slots. */

import * as v from 'valibot'

export const text = v.pipe(v.string(), v.maxLength(60_000))
export const localDateTime = v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/))
export const localDate = v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\d$/))
export const wholeNumber = v.pipe(v.number(), v.integer(), v.minValue(0))
export const stage = v.picklist(['unsorted', 'new', 'accepted', 'unreached', 'assigned', 'held', 'feedback', 'won', 'lost'])
export const channel = v.picklist(['site', 'phoneOffice', 'phoneStaff', 'email', 'social'])
export const format = v.picklist(['inPerson', 'phone', 'online'])

/** A deal as the page saw it: row and client are hints for the one read, version guards against a change in between. */
export const dealRef = v.object({ id: wholeNumber, row: v.nullable(wholeNumber), version: wholeNumber, clientId: v.nullable(wholeNumber) })
export type DealRef = v.InferOutput<typeof dealRef>

export const clientFields = v.object({
  organisation: text,
  kind: text,
  contact: text,
  phone: text,
  email: text,
  messenger: text,
  municipality: text,
  consentDate: v.nullable(localDate),
})
export type ClientFields = v.InferOutput<typeof clientFields>

/** Fields of the card a person may fill; absent = not touched. */
export const cardFields = v.partial(
  v.object({
    topic: v.nullable(wholeNumber),
    request: text,
    agreedWith: text,
    format: v.nullable(format),
    place: text,
    minutes: v.nullable(wholeNumber),
    project: text,
    content: text,
    recommendations: text,
    discussedName: text,
    discussedTheme: text,
    discussedAdvice: text,
    comments: text,
    feedbackScore: v.nullable(wholeNumber),
    feedbackText: text,
  }),
)
export type CardFields = v.InferOutput<typeof cardFields>

/** A free hour (or more) within a free event: `event` tells where the whole event begins and ends, so that the rest can stay free. */
export const slot = v.object({
  eventId: text,
  etag: text,
  start: localDateTime,
  end: localDateTime,
  event: v.object({ start: localDateTime, end: localDateTime }),
})
export type SlotRef = v.InferOutput<typeof slot>

/** A free event that begins where the slot's event ends. */
export const adjoining = v.object({ eventId: text, etag: text, start: localDateTime, end: localDateTime })
export type SlotJoin = v.InferOutput<typeof adjoining>

/** Any time, for a consultation that moves with its event; etag as the slot list told it, null = it is read once more. */
export const times = v.object({ start: localDateTime, end: localDateTime })

/** A file read by the page: headings and rows of text as they stand in it. */
export const importTable = v.object({ fileName: text, headings: v.array(text), rows: v.array(v.array(text)) })

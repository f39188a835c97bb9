/** The shape of the tables that say what each kind of batchUpdate request does. */
import type { Draft } from '../draft'

type Requests = GoogleAppsScript.Sheets.Schema.Request
export type Reply = GoogleAppsScript.Sheets.Schema.Response

/** A handler changes the draft and may answer; nothing to answer is `{}` in the replies. */
export type RequestTable = {
  [K in keyof Requests]?: Answering<NonNullable<Requests[K]>> | Silent<NonNullable<Requests[K]>>
}

type Answering<R> = (draft: Draft, request: R) => Reply
type Silent<R> = (draft: Draft, request: R) => void

/** A row of «Исходящие» as it is read, and whether it still waits. */

import * as v from 'valibot'
import { linkPurposes } from '../../domain/external/signedLink'
import type { LocalDateTime } from '../../domain/time/localTime'
import { localDate, localDateTime } from '../../rpc/inputParts'
import type { OutboxKind } from './rows/outboxRows'

export interface OutboxRow {
  readonly key: string
  readonly kind: OutboxKind
  readonly to: string
  readonly payload: string
  readonly attempts: number
  readonly nextTry: LocalDateTime | null
  readonly done: LocalDateTime | null
  readonly error: string
  /** 1 goes first; null in rows of older versions. */
  readonly priority: number | null
  /** Proves that the product wrote the row so (seal.ts). */
  readonly seal: string
}

/** Twelve tries with growing pauses take some four days: a mail service that was down for hours loses nothing. */
export const maxAttempts = 12
const firstPause = 15
const longestPause = 12 * 60

/** Minutes to wait after the try of this number failed, 1 = the first. Example: 15, 30, 60 … 720, 720. */
export function pauseAfter(attempt: number): number {
  return Math.min(longestPause, firstPause * 2 ** (attempt - 1))
}

const text = v.string()

/** What the payload of each kind holds. */
export const payloads = {
  письмо: v.object({
    subject: text,
    body: text,
    html: v.exactOptional(text),
    sets: v.exactOptional(
      v.object({
        deal: v.number(),
        row: v.nullable(v.number()),
        field: v.picklist(['feedbackAskedAt', 'externalAskedAt', 'reportSentAt']),
      }),
    ),
    stands: v.exactOptional(v.object({ deal: v.number(), row: v.nullable(v.number()), client: v.number(), start: localDateTime })),
    about: v.exactOptional(v.array(text)),
    links: v.optional(
      v.array(
        v.object({
          purpose: v.picklist(linkPurposes),
          dealId: v.number(),
          until: localDate,
          tag: text,
          value: v.exactOptional(text),
        }),
      ),
      [],
    ),
  }),
  /** Whom a letter is for and about which deal; `subject` once it has gone. */
  известие: v.object({
    deal: v.number(),
    row: v.nullable(v.number()),
    client: v.nullable(v.number()),
    person: text,
    subject: v.exactOptional(text),
  }),
  календарь: v.object({
    eventId: text,
    summary: text,
    deal: v.number(),
    version: v.number(),
    organisation: text,
    to: v.exactOptional(text),
  }),
  задача: v.object({
    key: text,
    clause: text,
    dealId: v.number(),
    subject: text,
    who: text,
    due: localDateTime,
    op: v.picklist(['open', 'move', 'close']),
    at: localDateTime,
    /** Where it stands on «Задачи». */
    taskRow: v.optional(v.nullable(v.number()), null),
  }),
  /** A deal whose lead is to say what it does. */
  amoCRM: v.object({
    deal: v.number(),
    row: v.nullable(v.number()),
    /** Notes to leave there. */
    notes: v.array(text),
    /** Its lead is gone there: it gets a new one. */
    anew: v.exactOptional(v.literal(true)),
  }),
} satisfies Record<OutboxKind, v.GenericSchema>

/** Stands in «Ошибка» of a row whose payload somebody has typed into. */
export const payloadUnread = 'содержание строки не читается: его кто-то исправил'

/** Not sent, and given up: told on «Сегодня» until somebody mends it. */
export function isGivenUp({ done, attempts }: Pick<OutboxRow, 'done' | 'attempts'>): boolean {
  return done === null && (attempts ?? 0) >= maxAttempts
}

/** Not sent, and not given up after too many attempts. */
export function isWaiting({ done, attempts }: Pick<OutboxRow, 'done' | 'attempts'>): boolean {
  return done === null && (attempts ?? 0) < maxAttempts
}

/** A lead that changed, beside its deal: what stands here, what goes back there, and what the pair remembers. */

import type { Client } from '../../../domain/client/client'
import type { Deal } from '../../../domain/deal/deal'
import { judgeDealEdit } from '../../../domain/deal/judging/handEdit'
import { amoTexts, noteMark } from '../../../domain/importing/leads/amocrmText.ru'
import { compare, outgoing } from '../../../domain/importing/leads/compare'
import { type FacetKey, facetKeys, facets } from '../../../domain/importing/leads/facets'
import { amoAuthor, judgeLead } from '../../../domain/importing/leads/judgeLead'
import { carriedBy, type LeadView, ofDeal, type Reading, readLead } from '../../../domain/importing/leads/lead'
import type { Moment } from '../../changes'
import type { Desk } from '../../desk'
import { nextVersion, stamp, withComment } from '../../located'
import type { Pair } from './pair'
import type { AmoWish } from './queue'

/** A deal with all that one look at amoCRM does to it. */
export interface Settling {
  readonly pair: Pair
  readonly deal: Deal
  readonly client: Client | null
  /** Notes to leave there. */
  readonly notes: readonly string[]
  /** Who changed something there. */
  readonly by: string
  /** The lead is to be written. */
  readonly isOwed: boolean
}

export interface Setting {
  readonly reading: Reading
  readonly desk: Pick<Desk, 'office'>
  readonly moment: Moment
}

/** @param waiting uid in «Неразобранное»; '' = it does not wait there */
export function settleLead(so: Settling, lead: LeadView, waiting: string, setting: Setting): Settling {
  const { office } = setting.desk
  const { now } = setting.moment
  const { facets: there, unread } = readLead(lead, setting.reading)
  const here = ofDeal(so.deal, setting.reading.link)
  const told = waiting === '' ? there : without(there, 'stage', 'failure')
  const compared = compare({ last: so.pair.facets, here, there: told })
  const who = amoAuthor(lead.by, setting.reading.link, office, so.deal, now)
  const judged = judgeLead({ deal: so.deal, client: so.client, keys: compared.incoming, there: told, unread, who }, { office, now })
  // At their first meeting nobody has changed anything: what differs is written there without a word.
  const overruled = isFirst(so.pair) ? [] : compared.overruled
  const back = { ...judged.putBack, ...Object.fromEntries(overruled.map((key) => [key, amoTexts.overruled()])) }
  const deal = changed(so.deal, judged.deal)
  const client = so.client === null ? null : changed(so.client, judged.client)
  const pair: Pair = {
    ...so.pair,
    lead: lead.id,
    contact: lead.contact?.id ?? null,
    company: lead.company?.id ?? null,
    waiting,
    facets: told,
  }
  const carried = carriedBy(setting.reading.link, pair)
  const isOther = outgoing(told, ofDeal(deal, setting.reading.link)).some((key) => carried.includes(key))
  const notes = Object.keys(back).length === 0 ? [] : [putBackNote(back, stamp(now))]
  const isTaken = deal !== so.deal || client !== so.client
  return {
    ...so,
    pair,
    deal,
    client,
    notes: [...so.notes, ...notes],
    by: isTaken ? who.name : so.by,
    isOwed: so.isOwed || notes.length > 0 || (isOther && (compared.incoming.length > 0 || isFirst(so.pair))),
  }
}

function isFirst({ row }: Pair): boolean {
  return row === null
}

function without<T extends object>(values: T, ...keys: FacetKey[]): T {
  return Object.fromEntries(Object.entries(values).filter(([key]) => !keys.includes(key as FacetKey))) as T
}

/** The next version, once for one look. */
function changed<T extends { readonly version: number }>(row: T, fields: Partial<T>): T {
  const other = Object.entries(fields).filter(([key, value]) => row[key as keyof T] !== value)
  return other.length === 0 ? row : { ...row, ...Object.fromEntries(other) }
}

function putBackNote(back: Readonly<Partial<Record<string, string>>>, at: string): string {
  const titled = Object.entries(back).map(([key, why = '']) => [titleOf(key), why] as const)
  return amoTexts.putBack(at, titled)
}

function titleOf(key: string): string {
  return facetKeys.includes(key as FacetKey) ? facets[key as FacetKey].title : key
}

export interface NoteRead {
  readonly text: string
  /** Number of who wrote it. */
  readonly by: number
}

/** What somebody noted there stands among the comments here; a closed card takes none. */
export function takeNote(so: Settling, note: NoteRead, { reading, desk, moment }: Setting): Settling {
  if (note.text.startsWith(noteMark) || note.text.trim() === '') return so
  const { office } = desk
  const who = amoAuthor(note.by, reading.link, office, so.deal, moment.now)
  const line = amoTexts.noted(stamp(moment.now), who.name, inOneLine(note.text))
  const typed = { comments: withComment(so.deal, line) }
  const { accepted } = judgeDealEdit(so.deal, typed, { office, now: moment.now, who, client: so.client })
  return { ...so, deal: changed(so.deal, accepted), by: who.name }
}

function inOneLine(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(' ')
}

/** The rows as they are written: one version more for all that one look did. */
export function settled<T extends { readonly version: number }>(before: T, after: T): T {
  return before === after ? before : nextVersion(before, without(after as object, 'version' as FacetKey) as Partial<T>)
}

export function wishOf({ isOwed, deal, notes, pair }: Settling, row: number | null): AmoWish[] {
  return isOwed ? [{ deal: deal.id, row, mark: `there${pair.lead}`, notes }] : []
}

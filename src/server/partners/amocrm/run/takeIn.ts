/** What changed in amoCRM since the last look: asked for in one call, and what is new settled in one commit with the place where the reading goes on. */

import { cursorAfter } from '../../../../domain/importing/leads/cursor'
import { type AmoState, type Cursor, type ListName, lists } from '../../../../domain/importing/leads/link'
import { requestHash } from '../../../../domain/intake/requestHash'
import type { Arrival } from '../../../../usecases/control/amocrm/newLead'
import { commitService } from '../../../desk/commit'
import type { Loaded } from '../../../desk/load'
import { askChanged, type Changed, leadsById, leadViews } from '../lists'
import { type AmoRun, stateCell } from './amoState'
import { type AmoNews, settleNews } from './settleNews'

/** So many are remembered: what is more is read again, and finds nothing to do. */
const mostSeen = 1_500
const page = 250

/** @returns the state as it stands afterwards, and whether something is to go back there */
export function takeIn(run: AmoRun, loaded: Loaded, state: AmoState): Pick<Look, 'state' | 'isOwed'> {
  let so: Look = { state, open: lists, unsorted: 1, seen: [], isOwed: false }
  do {
    const changed = askChanged(run.access, {
      cursors: Object.fromEntries(so.open.map((name) => [name, so.state.cursors[name]])),
      unsorted: so.unsorted,
      pipeline: run.link.pipeline,
    })
    so = looked(run, loaded, so, changed)
  } while ((so.open.length > 0 || so.unsorted !== null) && Date.now() < run.until)
  return so
}

interface Look {
  readonly state: AmoState
  /** Lists that were not read to their end. */
  readonly open: readonly ListName[]
  /** Next page of «Неразобранное»; null = it was read. */
  readonly unsorted: number | null
  /** Keys of what this look saw. */
  readonly seen: readonly string[]
  readonly isOwed: boolean
}

function looked(run: AmoRun, loaded: Loaded, { state, open, unsorted, seen, isOwed }: Look, changed: Changed): Look {
  const known = new Set([...state.seen, ...seen])
  const found = withWaiting(run, changed)
  const fresh = freshOf(found, known)
  const after = open.map((name) => [name, cursorAfter(state.cursors[name], timesOf(changed, name))] as const)
  const cursors = { ...state.cursors, ...Object.fromEntries(after.map(([name, { cursor }]) => [name, cursor])) } as Readonly<
    Record<ListName, Cursor>
  >
  const all = [...new Set([...seen, ...keysOf(found)])].slice(-mostSeen)
  const next: AmoState = { ...state, cursors, seen: all }
  const news = newsOf(run, fresh, changed.unsorted ?? [])
  const owes = isSome(news) && settleNews(run, news, (now) => stateCell({ ...now, cursors, seen: all }))
  if (!isSome(news) && !isSameState(next, state)) commitService(loaded, stateCell(next))
  return {
    state: next,
    open: after.filter(([, { isOver }]) => !isOver).map(([name]) => name),
    unsorted: unsorted !== null && changed.unsorted?.length === page ? unsorted + 1 : null,
    seen: all,
    isOwed: isOwed || owes,
  }
}

/** Leads that wait in «Неразобранное» stand in no other list: one call more, where there are some. */
function withWaiting({ access }: AmoRun, changed: Changed): Changed {
  const ids = (changed.unsorted ?? []).flatMap(({ _embedded }) => _embedded.leads.map(({ id }) => id))
  return ids.length === 0 ? changed : { ...changed, leads: [...(changed.leads ?? []), ...leadsById(access, ids)] }
}

/** The order in which things were seen is no news. */
function isSameState(a: AmoState, b: AmoState): boolean {
  const sorted = ({ cursors, seen }: AmoState) => JSON.stringify([cursors, [...seen].sort()])
  return sorted(a) === sorted(b)
}

function timesOf(changed: Changed, name: ListName): number[] {
  if (name === 'events') return (changed.events ?? []).map(({ created_at }) => created_at ?? 0)
  return (changed[name] ?? []).map(({ updated_at }) => updated_at ?? 0)
}

type Fresh = Omit<Required<Changed>, 'unsorted'>

const hashed = (letter: string, id: number, item: object) => `${letter}${id}.${requestHash(JSON.stringify(item))}`

const keyed = {
  leads: (item: Fresh['leads'][number]) => hashed('l', item.id, item),
  contacts: (item: Fresh['contacts'][number]) => hashed('c', item.id, item),
  notes: ({ id }: Fresh['notes'][number]) => `n${id}`,
  events: ({ id }: Fresh['events'][number]) => `e${id}`,
}
type Kind = keyof typeof keyed
const kinds = Object.keys(keyed) as Kind[]

function keyOf(kind: Kind, item: unknown): string {
  return (keyed[kind] as (one: unknown) => string)(item)
}

function keysOf(changed: Changed): string[] {
  return kinds.flatMap((kind) => (changed[kind] ?? []).map((item) => keyOf(kind, item)))
}

function freshOf(changed: Changed, known: ReadonlySet<string>): Fresh {
  const of = (kind: Kind) => (changed[kind] ?? []).filter((item) => !known.has(keyOf(kind, item)))
  return Object.fromEntries(kinds.map((kind) => [kind, of(kind)])) as unknown as Fresh
}

/** Leads of changed contacts are asked for, and what belongs to each. */
function newsOf(run: AmoRun, { leads, contacts, notes, events }: Fresh, unsorted: Required<Changed>['unsorted']): AmoNews {
  const given = new Set(leads.map(({ id }) => id))
  const arrivals = new Map(
    unsorted.flatMap(({ uid, category, metadata, _embedded }) =>
      _embedded.leads.map(({ id }): [number, Arrival] => [id, { uid, category: category ?? '', metadata }]),
    ),
  )
  const asked = [...new Set(contacts.flatMap(({ _embedded }) => _embedded.leads.map(({ id }) => id)))].filter((id) => !given.has(id))
  const items = [...leads, ...(asked.length === 0 ? [] : leadsById(run.access, asked))]
  return {
    leads: items.length === 0 ? [] : leadViews(run.access, items),
    arrivals,
    notes: notes.map(({ entity_id, params, created_by }) => ({ lead: entity_id, text: params?.text ?? '', by: created_by ?? 0 })),
    deleted: events.filter(({ type }) => type === 'lead_deleted').map(({ entity_id }) => entity_id),
    merged: events.filter(({ type }) => type === 'entity_merged').map(({ entity_id }) => entity_id),
  }
}

function isSome({ leads, notes, deleted }: AmoNews): boolean {
  return leads.length + notes.length + deleted.length > 0
}

/** Notes and tasks of leads. */

import { byChange, found, invalid, itemsOf, listed, numbersIn, since, type Wrong } from './amoProblem'
import type { AmoAsked, AmoRoute } from './amoRoute'
import { type AmoNote, type AmoState, leadIn } from './amoState'

export const noteRoutes: AmoRoute = (state, asked) => {
  if (asked.path === 'leads/notes' && asked.method === 'get') return listed('notes', chosen(state, asked).map(shownNote), asked)
  if (asked.path === 'leads/notes' && asked.method === 'post') return addNotes(state, asked)
  if (asked.path === 'tasks' && asked.method === 'post') return addTasks(state, asked)
  return asked.path === 'tasks' && asked.method === 'get' ? listed('tasks', state.tasks, asked) : null
}

function chosen(state: AmoState, { query }: AmoAsked): AmoNote[] {
  const leads = numbersIn(query, 'filter[entity_id]')
  const from = since(query, 'updated_at')
  const wanted = state.notes.filter(({ entity_id, updated_at }) => (leads === null || leads.includes(entity_id)) && updated_at >= from)
  return byChange(wanted, query)
}

const shownNote = ({ text, ...note }: AmoNote): object => ({ ...note, params: { text } })

function addNotes(state: AmoState, { body, now }: AmoAsked): ReturnType<AmoRoute> {
  const items = itemsOf(body)
  const wrong = items.map(({ entity_id }): Wrong[] =>
    leadIn(state, Number(entity_id)) === undefined ? [{ code: 'NotFound', path: 'entity_id', detail: 'Element not found' }] : [],
  )
  const refused = invalid(wrong)
  if (refused !== null) return refused
  const added = items.map(({ entity_id, params }) => {
    const { text = '' } = (params ?? {}) as { text?: string }
    return addNote(state, { lead: Number(entity_id), text, by: state.owner }, now)
  })
  return found({ _embedded: { notes: added.map(({ id, entity_id }) => ({ id, entity_id })) } })
}

/** A note leaves the lead's time of change as it is. */
export function addNote(state: AmoState, { lead, text, by }: { lead: number; text: string; by: number }, now: number): AmoNote {
  const note: AmoNote = { id: state.nextId++, entity_id: lead, created_by: by, created_at: now, updated_at: now, note_type: 'common', text }
  state.notes.push(note)
  return note
}

function addTasks(state: AmoState, { body }: AmoAsked): ReturnType<AmoRoute> {
  const added = itemsOf(body).map(({ text, complete_till, entity_id, responsible_user_id }) => ({
    id: state.nextId++,
    text: String(text),
    complete_till: Number(complete_till),
    entity_id: Number(entity_id),
    responsible_user_id: Number(responsible_user_id ?? state.owner),
  }))
  state.tasks.push(...added)
  return found({ _embedded: { tasks: added.map(({ id }) => ({ id })) } })
}

/** How a request that cannot be done is answered: a sentence and a status. */
import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { CalendarRefusal } from '../../services/calendar/refusal'
import { RequestProblem } from '../../services/sheets/apiError'
import { ServiceError } from '../../world/types'

export const refuse = (message: string, status: 404 | 409 | 422 = 422): never => {
  throw new HTTPException(status, { message })
}

/** Body of a POST as an object; anything else is refused. */
export const bodyOf = async (context: Context): Promise<Readonly<Record<string, unknown>>> => {
  const body: unknown = await context.req.json().catch(() => null)
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return refuse('Ожидался объект JSON.')
  return body as Readonly<Record<string, unknown>>
}

export const textOf = (body: Readonly<Record<string, unknown>>, name: string): string => {
  const value = body[name]
  return typeof value === 'string' ? value : refuse(`Нет текста «${name}».`)
}

/** A whole number, 1 or more. */
export const ordinalOf = (body: Readonly<Record<string, unknown>>, name: string): number => {
  const value = body[name]
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 ? value : refuse(`Нет номера «${name}».`)
}

/** What a person does by hand may be refused by the service: its words go to the page. */
export const answerError = (error: Error, context: Context): Response => {
  if (error instanceof HTTPException) return context.json({ message: error.message }, error.status)
  if (error instanceof CalendarRefusal) return context.json({ message: calendarSentence(error) }, 422)
  if (error instanceof ServiceError || error instanceof RequestProblem) return context.json({ message: error.message }, 422)
  console.error(error)
  return context.json({ message: `Ошибка стенда: ${error.message}` }, 500)
}

const sentences: Readonly<Record<string, string>> = {
  requiredAccessLevel: 'У вас нет права менять события этого календаря.',
  forbiddenForNonOrganizer: 'Это событие организует другой календарь: название, время и гостей меняет только он.',
  eventTypeRestriction: 'У такого события этого изменить нельзя.',
  cannotChangeOrganizerOfInstance: 'Одно из повторяющихся событий в другой календарь не переносится.',
  deleted: 'Событие уже удалено.',
}

const calendarSentence = ({ reason = '', message }: CalendarRefusal): string =>
  sentences[reason] ?? `Google Календарь отказывает: ${message}`

/** What a request says of an event: its times and its other fields, as the hand takes them. */
import type { EventChange } from '../../world/calendarHand'
import { refuse } from './problem'

type Body = Readonly<Record<string, unknown>>

const wallPattern = /^\d{4}-\d\d-\d\d(T\d\d:\d\d)?$/

export const wallOf = (value: unknown): string =>
  typeof value === 'string' && wallPattern.test(value) ? value : refuse('Нет времени события.')

/** Name in the request → name of the field. An empty text takes the field away. */
const looks = { description: 'description', location: 'location', colour: 'colorId', visibility: 'visibility' } as const

export const looksOf = (body: Body): EventChange =>
  Object.fromEntries(
    Object.entries(looks)
      .filter(([name]) => typeof body[name] === 'string')
      .map(([name, field]) => [field, body[name] === '' ? null : body[name]]),
  )

export const changeOf = (body: Body): EventChange => ({
  ...looksOf(body),
  ...(typeof body['title'] === 'string' && { summary: body['title'] }),
  ...(body['start'] !== undefined && { start: wallOf(body['start']) }),
  ...(body['end'] !== undefined && { end: wallOf(body['end']) }),
})

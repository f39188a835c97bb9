/** Routes of the calendar week: events between two times, and what a consultant does by hand. */
import { type Context, Hono } from 'hono'
import type { Bench } from '../bench/bench'
import { eventView } from '../view/eventView'
import { changeEvent, removeEvent, scopeOf } from './calendarChange'
import { calendarGuests } from './calendarGuests'
import { calendarSet } from './calendarSet'
import { looksOf, wallOf } from './eventBody'
import { bodyOf, refuse, textOf } from './problem'

export const calendarRoutes = (bench: Bench): Hono => {
  const hand = () => bench.world.calendarHand
  const calendarOf = (id: string) => bench.world.state.calendars[id] ?? refuse('Такого календаря нет.', 404)
  const target = (context: Context) => {
    const calendarId = context.req.param('calendar') ?? ''
    calendarOf(calendarId)
    return { calendarId, id: context.req.param('id') ?? '', user: bench.memory.user }
  }
  const done = (context: Context): Response => {
    bench.absorb([])
    return context.json({ ok: true })
  }
  return new Hono()
    .get('/:calendar/events', (context) => {
      const { calendarId, user } = target(context)
      const range = { from: wallOf(context.req.query('from')), to: wallOf(context.req.query('to')) }
      const events = hand().between({ calendarId, user, ...range })
      return context.json(events.map((event) => eventView(calendarOf(calendarId), event)))
    })
    .post('/:calendar/events', async (context) => {
      const { calendarId, user } = target(context)
      const body = await bodyOf(context)
      const times = { start: wallOf(body['start']), end: wallOf(body['end']) }
      const rule = textOrNone(body['rule'])
      hand().insert({ calendarId, user, ...looksOf(body), summary: textOf(body, 'title'), ...times, ...(rule && { recurrence: [rule] }) })
      return done(context)
    })
    .post('/:calendar/events/:id', async (context) => {
      changeEvent(bench.world, target(context), await bodyOf(context))
      return done(context)
    })
    .post('/:calendar/events/:id/remove', async (context) => {
      removeEvent(bench.world, target(context), scopeOf(await bodyOf(context)))
      return done(context)
    })
    .post('/:calendar/events/:id/restore', (context) => {
      hand().restore(target(context))
      return done(context)
    })
    .post('/:calendar/events/:id/duplicate', async (context) => {
      const body = await bodyOf(context)
      hand().duplicate({ ...target(context), start: wallOf(body['start']), withPrivate: body['withPrivate'] !== false })
      return done(context)
    })
    .post('/:calendar/events/:id/cut', async (context) => {
      hand().cutAndPaste({ ...target(context), start: wallOf((await bodyOf(context))['start']) })
      return done(context)
    })
    .route('/', calendarGuests(bench, { target, done }))
    .route('/', calendarSet(bench, { target, done }))
}

const textOrNone = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined)

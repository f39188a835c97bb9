/** Routes of the calendar week: events between two times, and what a consultant does by hand. */
import { type Context, Hono } from 'hono'
import type { Bench } from '../bench'
import { eventView } from '../view/eventView'
import { bodyOf, refuse, textOf } from './problem'

const wallPattern = /^\d{4}-\d\d-\d\d(T\d\d:\d\d)?$/

export const calendarRoutes = (bench: Bench): Hono => {
  const zoneOf = (calendarId: string): string => bench.world.state.calendars[calendarId]?.timeZone ?? refuse('Такого календаря нет.', 404)
  const target = (context: Context) => {
    const calendarId = context.req.param('calendar') ?? ''
    zoneOf(calendarId)
    return { calendarId, id: context.req.param('id') ?? '', user: bench.memory.user }
  }
  const done = (context: Context): Response => {
    bench.absorb([])
    return context.json({ ok: true })
  }
  return new Hono()
    .get('/:calendar/events', (context) => {
      const { calendarId } = target(context)
      const range = { from: wallOf(context.req.query('from')), to: wallOf(context.req.query('to')) }
      const events = bench.world.calendarHand.between({ calendarId, ...range })
      return context.json(events.map((event) => eventView(zoneOf(calendarId), event)))
    })
    .post('/:calendar/events', async (context) => {
      const { calendarId, user } = target(context)
      const body = await bodyOf(context)
      const times = { start: wallOf(body['start']), end: wallOf(body['end']) }
      bench.world.calendarHand.insert({ calendarId, user, summary: textOf(body, 'title'), ...times })
      return done(context)
    })
    .post('/:calendar/events/:id', async (context) => {
      bench.world.calendarHand.patch({ ...target(context), ...patchOf(await bodyOf(context)) })
      return done(context)
    })
    .post('/:calendar/events/:id/remove', (context) => {
      bench.world.calendarHand.remove(target(context))
      return done(context)
    })
    .post('/:calendar/events/:id/restore', (context) => {
      bench.world.calendarHand.restore(target(context))
      return done(context)
    })
    .post('/:calendar/events/:id/duplicate', async (context) => {
      const start = wallOf((await bodyOf(context))['start'])
      bench.world.calendarHand.duplicate({ ...target(context), start, withPrivate: true })
      return done(context)
    })
}

const wallOf = (value: unknown): string => (typeof value === 'string' && wallPattern.test(value) ? value : refuse('Нет времени события.'))

const patchOf = (body: Readonly<Record<string, unknown>>): { summary?: string; start?: string; end?: string } => ({
  ...(typeof body['title'] === 'string' && { summary: body['title'] }),
  ...(body['start'] !== undefined && { start: wallOf(body['start']) }),
  ...(body['end'] !== undefined && { end: wallOf(body['end']) }),
})

/** Routes of the calendar week: events between two times, and what a consultant does by hand. */
import { type Context, Hono } from 'hono'
import type { Bench } from '../bench'
import { eventView } from '../view/eventView'
import { changeEvent, removeEvent, scopeOf } from './calendarChange'
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
    .post('/:calendar/events/:id/guests', async (context) => {
      const body = await bodyOf(context)
      const place = { ...target(context), notify: body['notify'] !== false }
      if (body['invite'] !== undefined) hand().invite({ ...place, guests: [addressOf(body['invite'])] })
      if (body['uninvite'] !== undefined) hand().uninvite({ ...place, guests: [addressOf(body['uninvite'])] })
      return done(context)
    })
    .post('/:calendar/events/:id/answer', async (context) => {
      const body = await bodyOf(context)
      const response = answers.find((one) => one === body['answer']) ?? refuse('Такого ответа нет.')
      hand().answer({ ...target(context), guest: textOf(body, 'guest'), response })
      return done(context)
    })
    .route('/', calendarSet(bench, { target, done }))
}

const answers = ['needsAction', 'accepted', 'declined', 'tentative'] as const

const textOrNone = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined)

const addressOf = (value: unknown): string =>
  typeof value === 'string' && /^[^\s@]+@[^\s@]+$/.test(value.trim()) ? value.trim() : refuse('Это не адрес почты.')

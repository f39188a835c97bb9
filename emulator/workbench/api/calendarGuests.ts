/** Routes of an event's guests: invited, taken off the list, answering. */
import { Hono } from 'hono'
import type { Bench } from '../bench/bench'
import type { CalendarDoor } from './calendarSet'
import { bodyOf, refuse, textOf } from './problem'

const answers = ['needsAction', 'accepted', 'declined', 'tentative'] as const

export const calendarGuests = (bench: Bench, { target, done }: CalendarDoor): Hono =>
  new Hono()
    .post('/:calendar/events/:id/guests', async (context) => {
      const body = await bodyOf(context)
      const place = { ...target(context), notify: body['notify'] !== false }
      if (body['invite'] !== undefined) bench.world.calendarHand.invite({ ...place, guests: [addressOf(body['invite'])] })
      if (body['uninvite'] !== undefined) bench.world.calendarHand.uninvite({ ...place, guests: [addressOf(body['uninvite'])] })
      return done(context)
    })
    .post('/:calendar/events/:id/answer', async (context) => {
      const body = await bodyOf(context)
      const response = answers.find((one) => one === body['answer']) ?? refuse('Такого ответа нет.')
      bench.world.calendarHand.answer({ ...target(context), guest: textOf(body, 'guest'), response })
      return done(context)
    })

const addressOf = (value: unknown): string =>
  typeof value === 'string' && /^[^\s@]+@[^\s@]+$/.test(value.trim()) ? value.trim() : refuse('Это не адрес почты.')

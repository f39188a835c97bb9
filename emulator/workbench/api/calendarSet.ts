/** Routes of a calendar's own settings: access of people, Google's two ways, and events that Google refuses the script. */
import { type Context, Hono } from 'hono'
import { roleOf } from '../../services/calendar/access'
import { rulesOf, ways } from '../../services/calendar/rules'
import type { AccessRole, CalendarRules } from '../../world/types'
import type { Bench } from '../bench/bench'
import { peopleOf } from '../bench/people'
import type { CalendarSetView } from '../wire'
import { bodyOf, refuse, textOf } from './problem'

/** What every route of a calendar begins and ends with. */
export interface CalendarDoor {
  readonly target: (context: Context) => { calendarId: string; id: string; user: string }
  readonly done: (context: Context) => Response
}

const roles: readonly AccessRole[] = ['owner', 'writer', 'writerWithoutPrivateAccess', 'reader', 'freeBusyReader', 'none']

export const calendarSet = (bench: Bench, { target, done }: CalendarDoor): Hono =>
  new Hono()
    .get('/:calendar/set', (context) => context.json(setView(bench, target(context).calendarId)))
    .post('/:calendar/access', async (context) => {
      const body = await bodyOf(context)
      const role = roles.find((one) => one === body['role']) ?? refuse('Такого доступа нет.')
      bench.world.calendarHand.share({ calendarId: target(context).calendarId, email: textOf(body, 'email'), role })
      return done(context)
    })
    .post('/:calendar/rules', async (context) => {
      const { calendarId } = target(context)
      bench.world.calendarHand.setRules({ calendarId, rules: rulesIn(await bodyOf(context)) })
      return done(context)
    })
    .post('/:calendar/events/:id/refusal', async (context) => {
      const { calendarId, id } = target(context)
      const code = Number((await bodyOf(context))['code'])
      if (code === 0) bench.world.calendarHand.allow({ calendarId, id })
      else bench.world.calendarHand.refuse({ calendarId, id, code })
      return done(context)
    })

const setView = (bench: Bench, calendarId: string): CalendarSetView => {
  const calendar = bench.world.state.calendars[calendarId] ?? refuse('Такого календаря нет.', 404)
  const people = [...peopleOf(bench.world.state), { email: '*', name: 'Все остальные' }]
  return {
    access: people.map(({ email, name }) => ({ email, name, role: roleOf(calendar, email) })),
    rules: { ...rulesOf(calendar) },
  }
}

const rulesIn = (body: Readonly<Record<string, unknown>>): Partial<CalendarRules> => {
  const isWay = ([name, value]: [string, unknown]): boolean => ((ways as Record<string, readonly unknown[]>)[name] ?? []).includes(value)
  return Object.entries(body).every(isWay) ? (body as Partial<CalendarRules>) : refuse('Такого правила нет.')
}

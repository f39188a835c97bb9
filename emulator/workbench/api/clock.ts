/** Routes of the clock: a jump with its progress as lines of JSON, and stopping it. */
import { Hono } from 'hono'
import { stream } from 'hono/streaming'
import type { Bench } from '../bench/bench'
import { jump } from '../bench/jumps'
import { jumpTarget } from '../bench/officeTime'
import { bodyOf, refuse, textOf } from './problem'

const longestJumpMs = 400 * 86_400_000

export const clockRoutes = (bench: Bench): Hono =>
  new Hono()
    .post('/jump', async (context) => {
      const to = textOf(await bodyOf(context), 'to')
      const { state } = bench.world
      const target = jumpTarget(state.scriptTimeZone, state.now, to)
      if (Number.isNaN(target)) refuse('Не понимаю, на какое время перевести часы.')
      if (target <= state.now) refuse('Часы стенда идут только вперёд: выберите время позже текущего.')
      if (target - state.now > longestJumpMs) refuse('За один раз — не дальше чем на 400 дней.')
      if (bench.jumping) refuse('Часы уже идут.', 409)
      return stream(context, (out) =>
        jump(bench, target, async (progress) => {
          await out.write(JSON.stringify(progress) + '\n')
        }),
      )
    })
    .post('/stop', (context) => {
      bench.stopJump = true
      return context.json({ ok: true })
    })

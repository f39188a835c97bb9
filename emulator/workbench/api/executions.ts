/** Routes of «Запуски»: what ran, newest first, and the call list of one run. */
import { Hono } from 'hono'
import type { Bench } from '../bench/bench'
import { refuse } from './problem'

export const executionRoutes = (bench: Bench): Hono =>
  new Hono()
    .get('/', (context) => context.json(bench.log.lines(bench.world.state)))
    .get('/:id', (context) => {
      const detail = bench.log.detail(bench.world.state, Number(context.req.param('id')))
      return context.json(detail ?? refuse('Этот запуск уже забыт.', 404))
    })

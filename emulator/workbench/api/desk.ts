/** Routes of the header: summary, who is signed in, first steps, reset, fault, and the stream of changes. */
import { Hono } from 'hono'
import { streamSSE } from 'hono/streaming'
import type { Bench } from '../bench/bench'
import { isHandKind } from '../bench/handFault'
import { summaryOf } from '../bench/summary'
import type { Change, FaultView } from '../wire'
import { bodyOf, refuse, textOf } from './problem'

export const deskRoutes = (bench: Bench): Hono =>
  new Hono()
    .get('/state', (context) => {
      bench.open()
      return context.json(summaryOf(bench))
    })
    .get('/changes', (context) =>
      streamSSE(context, async (stream) => {
        const send = (change: Change): void => void stream.writeSSE({ data: JSON.stringify(change) })
        const stop = bench.subscribe(send)
        send({ kind: 'summary', summary: summaryOf(bench) })
        await new Promise<void>((resolve) => stream.onAbort(resolve))
        stop()
      }),
    )
    .post('/user', async (context) => {
      if (!bench.signIn(textOf(await bodyOf(context), 'email'))) refuse('Такого человека нет в списке.', 404)
      return context.json(summaryOf(bench))
    })
    .post('/started', (context) => {
      bench.memory.started = true
      bench.touch()
      return context.json(summaryOf(bench))
    })
    .post('/reset', (context) => {
      if (bench.jumping) refuse('Часы идут: сначала остановите их.', 409)
      bench.renew()
      bench.touch()
      return context.json(summaryOf(bench))
    })
    .post('/fault', async (context) => {
      const body = await bodyOf(context)
      bench.handFault.put(bench.world, body['kind'] === 'none' ? null : faultOf(body))
      bench.touch()
      return context.json(summaryOf(bench))
    })

/** `at` 0 or absent: the first call that fits. */
const faultOf = (body: Readonly<Record<string, unknown>>): FaultView => {
  const kind = textOf(body, 'kind')
  const { at, what, aim } = body
  return {
    kind: isHandKind(kind) ? kind : refuse('Такой помехи нет.'),
    at: typeof at === 'number' && Number.isInteger(at) && at > 0 ? at : 0,
    aim: aim === 'tick' || aim === 'edit' ? aim : 'person',
    what: typeof what === 'string' ? what.trim() : '',
  }
}

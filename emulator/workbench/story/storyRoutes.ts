/** Routes of a story: opening its file, its steps, playing to one of them with the progress as lines of JSON, stopping, closing. */
import { Hono } from 'hono'
import { stream } from 'hono/streaming'
import { bodyOf, refuse, textOf } from '../api/problem'
import type { Bench } from '../bench/bench'
import type { StoryProgress } from './storyWire'

const longestText = 20_000_000

export const storyRoutes = (bench: Bench): Hono =>
  new Hono()
    .get('/', (context) => context.json(bench.story.view()))
    .post('/', async (context) => {
      const body = await bodyOf(context)
      const [name, text] = [textOf(body, 'name'), textOf(body, 'text')]
      refuseBusy(bench)
      if (!bench.story.canPlay) refuse('Проигрыватель историй не собран: запустите npm start, он соберёт его сам.', 409)
      if (text.length > longestText) refuse('Файл слишком велик для истории.')
      bench.show(await bench.story.take(name.slice(0, 200), text).catch((error: Error) => refuse(error.message)))
      return context.json(bench.story.view())
    })
    .post('/play', async (context) => {
      const { to } = await bodyOf(context)
      if (typeof to !== 'number' || !Number.isInteger(to) || to < -1) return refuse('Нет такого шага.')
      if (bench.story.view() === null) refuse('История не открыта.', 404)
      refuseBusy(bench)
      return stream(context, async (out) => {
        const tell = async (progress: StoryProgress) => void (await out.write(`${JSON.stringify(progress)}\n`))
        bench.show(await bench.story.play(to, (at) => tell({ at, done: false })))
        await tell({ at: bench.story.summary()?.at ?? -1, done: true })
      })
    })
    .post('/stop', (context) => {
      bench.story.stopped = true
      return context.json({ ok: true })
    })
    .post('/close', (context) => {
      refuseBusy(bench)
      bench.story.close()
      bench.touch()
      return context.json({ ok: true })
    })

const refuseBusy = (bench: Bench): void => {
  if (bench.jumping) refuse('Часы идут: сначала остановите их.', 409)
  if (bench.story.playing) refuse('История уже идёт.', 409)
}

/** google.script.run as the page meets it: handlers, failures, answers that Google emptied. */

import { createCaller } from '../../src/sidebar/models/page/caller'
import { storedDrafts } from '../../src/sidebar/models/page/drafts'
import { googleTransport } from '../../src/sidebar/transports/googleTransport'
import { accepted } from '../../src/sidebar/transports/memoryTransport'
import { benchWith, pageData } from './pageBuilder'

type Reply = { readonly value?: unknown; readonly error?: string }

function googlePage(reply: Reply) {
  const asked: unknown[] = []
  const runner = (done: (value: unknown) => void, failed: (error: { message: string }) => void): Record<string, unknown> => ({
    withSuccessHandler: (handler: typeof done) => runner(handler, failed),
    withFailureHandler: (handler: typeof failed) => runner(done, handler),
    rpc: (request: unknown) => {
      asked.push(request)
      if (reply.error) failed({ message: reply.error })
      else done(reply.value)
    },
    openReport: () => done(null),
  })
  const none = () => undefined
  const page = { google: { script: { run: runner(none, none), host: { close: none } } } }
  return { asked, transport: googleTransport(page as unknown as Parameters<typeof googleTransport>[0]) }
}

it('asks the one global function and gives its answer', async () => {
  const { asked, transport } = googlePage({ value: accepted(pageData.today) })
  await expect(transport.call('desk/today', {})).resolves.toEqual(accepted(pageData.today))
  expect(asked).toEqual([{ method: 'desk/today', input: {}, key: '' }])
})

it.each<Reply>([{ error: 'Exceeded maximum execution time' }, { value: null }])('%o is a failure of the platform', async (reply) => {
  await expect(googlePage(reply).transport.call('desk/today', {})).rejects.toThrow()
})

it('opens a dialog by its menu function', async () => {
  await expect(googlePage({}).transport.open('report')).resolves.toBeUndefined()
})

it('a platform failure becomes a sentence and «повторить»', async () => {
  const { server, page } = benchWith()
  const caller = createCaller(page)
  const done = jest.fn()
  await caller.ask({ by: 'refresh', method: 'desk/today', input: {}, done })
  expect(caller.trouble.value?.message).toContain('Сервер не ответил')
  expect(caller.busy.value).toBe('')
  server.answer({ 'desk/today': () => accepted(pageData.today!) })
  caller.trouble.value?.retry?.()
  await new Promise(process.nextTick)
  expect(done).toHaveBeenCalledWith(pageData.today)
  expect(caller.trouble.value).toBeNull()
})

it('a deed keeps its key until it is answered, by whatever button it is asked again; then the next one is another', async () => {
  const { server, page } = benchWith()
  const caller = createCaller(page)
  const ask = (text = '') => caller.ask({ by: 'search', method: 'client/search', input: { text }, done: () => undefined })
  await ask()
  caller.trouble.value?.retry?.()
  await new Promise(process.nextTick)
  await ask()
  await ask('маяк')
  server.answer({ 'client/search': () => accepted({ matches: [] }) })
  await ask()
  await ask()
  const [first, again, pressed, other, answered, next] = server.keys
  expect(first).toMatch(/^[0-9a-f]{24}$/)
  expect([again, pressed, answered]).toEqual([first, first, first])
  expect(new Set([first, other, next]).size).toBe(3)
})

it('a frame without storage only loses the safety net', () => {
  const drafts = storedDrafts(() => {
    throw new Error('SecurityError')
  })
  drafts.write('intake', { query: 'маяк' })
  expect(drafts.read('intake')).toBeNull()
})

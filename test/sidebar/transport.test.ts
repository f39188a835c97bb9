/** google.script.run as the page meets it: handlers, failures, answers that Google emptied. */

import { createCaller } from '../../src/sidebar/models/page/caller'
import { sessionDrafts } from '../../src/sidebar/models/page/drafts'
import { googleTransport } from '../../src/sidebar/transports/googleTransport'
import { accepted, memoryTransport } from '../../src/sidebar/transports/memoryTransport'
import { pageData } from './pageBuilder'

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
  const server = memoryTransport()
  const caller = createCaller(server)
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

it('asked again, a question keeps its key; another question has another', async () => {
  const server = memoryTransport()
  const caller = createCaller(server)
  const ask = () => caller.ask({ by: 'refresh', method: 'desk/today', input: {}, done: () => undefined })
  await ask()
  caller.trouble.value?.retry?.()
  await new Promise(process.nextTick)
  await ask()
  const [first, again, other] = server.keys
  expect(first).toMatch(/^[0-9a-f]{24}$/)
  expect([again === first, other === first]).toEqual([true, false])
})

it('a frame without storage only loses the safety net', () => {
  const drafts = sessionDrafts(() => {
    throw new Error('SecurityError')
  })
  drafts.write('intake', { query: 'маяк' })
  expect(drafts.read('intake')).toBeNull()
})

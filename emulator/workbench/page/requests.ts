/** Requests to the workbench's server; a refusal becomes an Error with the server's sentence. */

import type { StoryProgress } from '../story/storyWire'
import type { JumpProgress, RunAnswer, Selection, Summary } from '../wire'

export const get = async <T>(path: string): Promise<T> => answerOf<T>(await attempt(() => fetch(`/api${path}`)))

export const post = async <T = unknown>(path: string, body: unknown = {}): Promise<T> => answerOf<T>(await send(path, body))

const send = (path: string, body: unknown): Promise<Response> =>
  attempt(() => fetch(`/api${path}`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }))

const attempt = async (request: () => Promise<Response>): Promise<Response> => {
  try {
    return await request()
  } catch {
    throw new Error('Стенд не отвечает. Проверьте, что npm start ещё работает.')
  }
}

const answerOf = async <T>(response: Response): Promise<T> => {
  const answer: unknown = await response.json().catch(() => null)
  if (!response.ok) throw new Error(messageOf(answer) ?? `Стенд ответил ошибкой ${response.status}.`)
  return answer as T
}

const messageOf = (answer: unknown): string | undefined =>
  typeof answer === 'object' && answer !== null && 'message' in answer ? String(answer.message) : undefined

/** Reads the stream of a clock jump line by line; the last progress has `done`. */
export const jumpClock = (to: string, onProgress: (progress: JumpProgress) => void): Promise<void> =>
  linesOf('/clock/jump', { to }, onProgress)

/** The same of a story that is played. */
export const playStory = (to: number, onProgress: (progress: StoryProgress) => void): Promise<void> =>
  linesOf('/story/play', { to }, onProgress)

const linesOf = async <Line>(path: string, body: unknown, onLine: (line: Line) => void): Promise<void> => {
  const response = await send(path, body)
  if (!response.ok || !response.body) return answerOf<void>(response)
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
  let rest = ''
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const lines = (rest + part.value).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) onLine(JSON.parse(line) as Line)
  }
}

export const menuItem = async (fn: string, selection: Selection | null): Promise<void> => {
  const answer = await post<RunAnswer>('/menu', { fn, selection })
  if (!answer.ok) throw new Error(answer.message)
}

export const signIn = (email: string): Promise<Summary> => post<Summary>('/user', { email })

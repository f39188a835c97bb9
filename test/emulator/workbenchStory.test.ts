/** A story at the workbench: opened from its file, played to a step, the violation marked where it is; played by who is handed in. */

import { Bench, newMemory } from '../../emulator/workbench/bench/bench'
import { createApp } from '../../emulator/workbench/server'
import type { OpenedStory, StoryPlayer } from '../../emulator/workbench/story/storyPlayer'
import type { StoryView } from '../../emulator/workbench/story/storyWire'
import type { Summary } from '../../emulator/workbench/wire'
import { createWorld } from '../../emulator/world/world'
import { distFolder, owner, tinyWorld } from './workbenchBench'

/** Each step is an hour; the third one breaks something. */
const player: StoryPlayer = {
  open: (text) => {
    const count = Number(text)
    if (!(count > 0)) throw new Error('Это не файл истории.')
    const steps = Array.from({ length: count }, (_, at) => ({ at: `шаг ${at + 1}`, deed: 'manager/call', fault: '' }))
    let at = -1
    const playTo: OpenedStory['playTo'] = async (step, onStep) => {
      if (step < at) at = -1
      while (at < step && (await onStep(++at))) await new Promise((resolve) => setImmediate(resolve))
      const world = tinyWorld()
      world.state.now += (at + 1) * 3_600_000
      return { at, violation: at >= 2 ? { step: 2, words: 'J3: сломано' } : null, state: world.state }
    }
    return { steps, violation: text === '3' ? { step: 1, words: 'R1' } : null, playTo }
  },
}

function storyDesk(given: StoryPlayer | null = player) {
  const aside: string[] = []
  const world = tinyWorld()
  const bench: Bench = new Bench({
    world,
    memory: newMemory(world),
    notice: '',
    renew: tinyWorld,
    changed: () => undefined,
    stories: {
      player: given,
      revive: (snapshot) => createWorld({ distFolder, owner, snapshot }),
      setAside: () => aside.push(bench.world.state.owner),
    },
  })
  const app = createApp(bench, distFolder)
  const post = (path: string, body: unknown = {}) =>
    app.request(`/api${path}`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) })
  const summary = async () => (await (await app.request('/api/state')).json()) as Summary
  const lines = async (response: Response | Promise<Response>) =>
    (await (await response).text())
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown)
  return { bench, post, summary, lines, aside, view: async () => (await (await app.request('/api/story')).json()) as StoryView | null }
}

const open = (desk: ReturnType<typeof storyDesk>, text = '5') => desk.post('/story', { name: 'seed-7.json', text })

test('none is open at first; an opened one lists its steps, and the office is as it begins', async () => {
  const desk = storyDesk()
  expect((await desk.summary()).story).toBeNull()
  await open(desk)
  expect(await desk.view()).toMatchObject({ name: 'seed-7.json', at: -1, total: 5, violation: null, steps: { length: 5 } })
  expect(desk.aside).toEqual([owner])
  expect((await desk.summary()).clock.now).toBe('2026-11-23T09:00')
})

test('played to a step the office stands there; a violation is told once it is reached, and not before', async () => {
  const desk = storyDesk()
  await open(desk)
  expect(await desk.lines(desk.post('/story/play', { to: 1 }))).toEqual([
    { at: 0, done: false },
    { at: 1, done: false },
    { at: 1, done: true },
  ])
  expect((await desk.summary()).clock.now).toBe('2026-11-23T11:00')
  expect((await desk.summary()).story).toMatchObject({ at: 1, violation: null })
  await desk.lines(desk.post('/story/play', { to: 99 }))
  expect((await desk.summary()).story).toMatchObject({ at: 4, violation: { step: 2, words: 'J3: сломано' }, proof: 'found' })
})

test('what the file tells is told as such; where it is played and all holds, that too', async () => {
  const desk = storyDesk()
  await open(desk, '3')
  expect((await desk.summary()).story).toMatchObject({ violation: { step: 1, words: 'R1' }, proof: 'told' })
  await desk.lines(desk.post('/story/play', { to: 1 }))
  expect((await desk.summary()).story).toMatchObject({ violation: { step: 1, words: 'R1' }, proof: 'notHere' })
})

test('what is done at the workbench meanwhile is not the story’s: it goes on from its own office', async () => {
  const desk = storyDesk()
  await open(desk)
  await desk.lines(desk.post('/story/play', { to: 0 }))
  desk.bench.world.hand.type({ sheet: 'Лист1', row: 1, column: 1, value: 'x', user: owner })
  await desk.lines(desk.post('/story/play', { to: 1 }))
  expect(desk.bench.world.state.spreadsheets[desk.bench.world.state.boundSpreadsheetId]?.sheets[0]?.cells[0] ?? null).toBeNull()
})

test.each([
  ['no story', { name: 'x.json', text: 'нет' }, 'Это не файл истории.'],
  ['no text', { name: 'x.json' }, 'Нет текста «text».'],
])('%s is refused with a sentence, and the office stays', async (_, body, sentence) => {
  const desk = storyDesk()
  const answer = await desk.post('/story', body)
  expect([answer.status, ((await answer.json()) as { message: string }).message]).toEqual([422, sentence])
  expect([(await desk.summary()).story, desk.aside]).toEqual([null, []])
})

test('without a player, and without a story, there is a sentence; a step that is none is refused', async () => {
  expect((await open(storyDesk(null))).status).toBe(409)
  const desk = storyDesk()
  expect((await desk.post('/story/play', { to: 1 })).status).toBe(404)
  await open(desk)
  expect((await desk.post('/story/play', { to: -2 })).status).toBe(422)
})

test('closed or begun anew, the story is gone', async () => {
  const desk = storyDesk()
  await open(desk)
  await desk.post('/story/close')
  expect((await desk.summary()).story).toBeNull()
  await open(desk)
  await desk.post('/reset')
  expect((await desk.summary()).story).toBeNull()
})

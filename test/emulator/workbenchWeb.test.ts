/** The workbench's clock, letters and web pages. */
import { localFile } from '../../emulator/workbench/frame/localFile'
import type { JumpProgress, LetterLine, LetterView, PageLink, Summary } from '../../emulator/workbench/wire'
import { type TestBench, tinyBench } from './workbenchBench'

const jump = async ({ app }: TestBench, to: string): Promise<JumpProgress[]> => {
  const body = JSON.stringify({ to })
  const response = await app.request('/api/clock/jump', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body })
  return (await response.text())
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as JumpProgress)
}

const ticking = (): TestBench => {
  const desk = tinyBench()
  desk.bench.run({ fn: 'setUp', entry: 'menu' })
  return desk
}

describe('the clock', () => {
  test('an hour forward runs the due triggers and tells what came of them', async () => {
    const desk = ticking()
    const last = (await jump(desk, 'hour')).at(-1)
    const letters = desk.bench.world.state.letters.length
    expect(letters).toBeGreaterThanOrEqual(5)
    expect(last).toMatchObject({ done: true, stopped: false, share: 1, errors: 0, runs: letters, letters, reminders: letters })
    expect(last?.clock.text).toBe('пн 23 ноября 2026, 10:00')
  })

  test('what happened on the way: each letter and each broken run, once, in order', async () => {
    const desk = ticking()
    await desk.post('/fault', { kind: 'kill', aim: 'tick' })
    const news = (await jump(desk, 'hour')).flatMap((line) => line.news)
    expect(news.filter(({ kind }) => kind === 'error')).toHaveLength(1)
    expect(news.filter(({ kind }) => kind === 'letter').map(({ text }) => text)).toEqual(
      desk.bench.world.state.letters.map(() => 'gg0@example.org · Напоминание'),
    )
    expect(news[0]?.at).toMatch(/^пн 23 ноября 2026, 09:/)
  })

  test.each([
    ['onTick', 39],
    ['onIdle', 6 + 3 + 14],
  ])('over six hours and a half %s, which has something or nothing to do, runs %d times', async (fn, runs) => {
    const desk = ticking()
    for (const trigger of desk.bench.world.state.triggers) (trigger as { fn: string }).fn = fn
    expect((await jump(desk, '2026-11-23T15:30')).at(-1)).toMatchObject({ runs, errors: 0, done: true })
  })

  test('never back, never to a time that is none', async () => {
    const desk = tinyBench()
    expect(await desk.post('/clock/jump', { to: '2026-11-20T09:00' })).toEqual({
      message: 'Часы стенда идут только вперёд: выберите время позже текущего.',
    })
    expect(await desk.post('/clock/jump', { to: 'вчера' })).toEqual({ message: 'Не понимаю, на какое время перевести часы.' })
  })

  test('the sidebar is opened anew after a jump', async () => {
    const desk = ticking()
    desk.bench.run({ fn: 'showSidebar', entry: 'menu' })
    await jump(desk, 'hour')
    expect((await desk.get<Summary>('/state')).sidebar?.frame).toBe(2)
  })
})

describe('letters and pages', () => {
  test('letters are unread until they are looked at; their links lead to this stand', async () => {
    const desk = ticking()
    await jump(desk, 'hour')
    const lines = await desk.get<LetterLine[]>('/letters')
    expect((await desk.get<Summary>('/state')).letters).toEqual({ total: lines.length, unread: lines.length })
    await desk.post('/letters/seen')
    expect((await desk.get<Summary>('/state')).letters.unread).toBe(0)
    const letter = await desk.get<LetterView>(`/letters/${lines[0]?.id}`)
    expect(letter).toMatchObject({ to: 'gg0@example.org', body: 'Ответ: /webapp/exec?form=1' })
    const pages = await desk.get<PageLink[]>('/pages')
    expect(pages.map((page) => page.href)).toEqual(['/webapp/exec', '/webapp/exec?form', '/webapp/exec?form=1'])
  })

  test('a page of the web app is served with the bridge, its parameters reach doGet', async () => {
    const { app } = tinyBench()
    const html = await (await app.request('/webapp/exec?form=7')).text()
    expect(html).toMatch(/shim\.js" data-frame="1".*<p>Страница 7<\/p>/s)
  })

  test('a form is posted to doPost', async () => {
    const { app } = tinyBench()
    const answer = await app.request('/webapp/exec', { method: 'POST', body: new URLSearchParams({ name: 'Маяк' }) })
    expect(await answer.text()).toBe('Маяк/application/x-www-form-urlencoded')
    expect(answer.headers.get('content-type')).toMatch(/^text\/plain/)
  })

  test('an error of a page is told in it, escaped', async () => {
    const { app } = tinyBench()
    const html = await (await app.request('/webapp/exec?form=break')).text()
    expect(html).toContain('&lt;b&gt;Сломалось&lt;/b&gt;')
  })
})

describe('files', () => {
  test('a file that the desk put into Drive comes as it was, to be saved and never as a page', async () => {
    const { app, bench } = tinyBench()
    const content = Buffer.from('<script>alert(1)</script>')
    bench.world.state.files.push({
      id: 'f1',
      name: 'смета.txt',
      mimeType: 'text/plain',
      base64: content.toString('base64'),
      owner: 'a@example.org',
    })
    const response = await app.request('/file/f1')
    expect(Buffer.from(await response.arrayBuffer())).toEqual(content)
    expect(response.headers.get('content-disposition')).toBe(`attachment; filename*=UTF-8''${encodeURIComponent('смета.txt')}`)
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    expect((await app.request('/file/f2')).status).toBe(404)
  })

  test('an address of Drive is one of the stand', () => {
    expect(localFile('https://drive.google.com/file/d/file-1a/view?usp=drivesdk')).toBe('/file/file-1a')
    expect(localFile('https://example.org/file/d/file-1a/view')).toBeNull()
  })
})

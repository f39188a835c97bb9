/** The workbench's API: the screen, the grid, the calendar, calls from frames. */
import type { EventView, ExecutionLine, RunAnswer, SheetView, Summary } from '../../emulator/workbench/wire'
import { owner, type TestBench, tinyBench } from './workbenchBench'

const openSidebar = async (desk: TestBench): Promise<number> => {
  await desk.get('/state')
  await desk.post('/menu', { fn: 'showSidebar' })
  return (await desk.get<Summary>('/state')).sidebar?.frame ?? 0
}

const typeOnce = async (desk: TestBench): Promise<void> => {
  const [sheet] = (await desk.get<Summary>('/state')).sheets
  await desk.post(`/sheets/${sheet?.id}/cell`, { row: 1, column: 1, value: 'x' })
}

describe('the screen', () => {
  test('the first look runs onOpen once: the menu is there, the clock stands at Monday 09:00', async () => {
    const desk = tinyBench()
    await desk.get('/state')
    const summary = await desk.get<Summary>('/state')
    expect(summary.clock.text).toBe('пн 23 ноября 2026, 09:00')
    expect(summary.menus[0]?.items.map((item) => item.label)).toEqual(['Открыть панель', 'Окно'])
    expect(summary.executions).toBe(1)
    expect(summary.people.map((person) => person.email)).toEqual([owner, 'stranger@example.net'])
  })

  test('a menu item opens the sidebar, whose page carries the bridge before its own scripts', async () => {
    const desk = tinyBench()
    const frame = await openSidebar(desk)
    const html = await (await desk.app.request(`/frame/${frame}`)).text()
    expect(html).toContain(`<head><script src="/assets/shim.js" data-frame="${frame}"></script><title>`)
  })

  test('a dialog has its size, is closed by itself or by the person, and the sidebar stays', async () => {
    const desk = tinyBench()
    await openSidebar(desk)
    await desk.post('/menu', { fn: 'showDialog' })
    const { dialogs } = await desk.get<Summary>('/state')
    expect(dialogs).toEqual([{ frame: 2, title: 'Окно', width: 500, height: 300, modal: true }])
    await desk.post('/close', { frame: 2 })
    const after = await desk.get<Summary>('/state')
    expect(after.dialogs).toEqual([])
    expect(after.sidebar?.frame).toBe(1)
  })

  test('somebody else sits down: the sidebar is opened anew and its calls are theirs', async () => {
    const desk = tinyBench()
    await openSidebar(desk)
    const summary = await desk.post<Summary>('/user', { email: 'stranger@example.net' })
    expect(summary.sidebar?.frame).toBe(2)
    const answer = await desk.post<RunAnswer>('/run', { fn: 'rpc', args: [{ method: 'who' }], frame: 2 })
    expect(answer).toMatchObject({ ok: true, value: { value: { user: 'stranger@example.net' } } })
  })

  test('somebody unknown cannot sign in', async () => {
    const desk = tinyBench()
    expect(await desk.post('/user', { email: 'nobody@example.org' })).toEqual({ message: 'Такого человека нет в списке.' })
  })

  test('reset begins anew', async () => {
    const desk = tinyBench()
    await openSidebar(desk)
    await desk.post('/started')
    const summary = await desk.post<Summary>('/reset')
    expect([summary.started, summary.sidebar, summary.executions]).toEqual([false, null, 1])
  })

  test('another site may not drive the stand', async () => {
    const { app } = tinyBench()
    const foreign = await app.request('/api/reset', { method: 'POST', headers: { Origin: 'https://example.com' } })
    const byName = await app.request('http://desk.example.com/api/state')
    expect([foreign.status, byName.status]).toEqual([403, 403])
  })
})

describe('google.script.run', () => {
  test('answers with a copy of the value; the method is listed with the run', async () => {
    const desk = tinyBench()
    const frame = await openSidebar(desk)
    const answer = await desk.post<RunAnswer>('/run', { fn: 'rpc', args: [{ method: 'desk/today' }], frame })
    expect(answer).toEqual({ ok: true, value: { ok: true, value: { method: 'desk/today', user: owner } } })
    const [last] = await desk.get<ExecutionLine[]>('/executions')
    expect([last?.fn, last?.method, last?.entry]).toEqual(['rpc', 'desk/today', 'страница'])
  })

  test('an error of the script comes as its message, a private function not at all', async () => {
    const desk = tinyBench()
    const frame = await openSidebar(desk)
    expect(await desk.post('/run', { fn: 'rpc', args: [{ method: 'break' }], frame })).toEqual({ ok: false, message: 'Сломалось' })
    expect(await desk.post('/run', { fn: 'hidden_', args: [], frame })).toEqual({ message: 'Функция hidden_ закрыта для страниц.' })
  })

  test('the selection goes with the call', async () => {
    const desk = tinyBench()
    const frame = await openSidebar(desk)
    const selection = { sheet: 'Лист1', row: 7, column: 3 }
    await desk.post('/run', { fn: 'rpc', args: [{}], frame, selection })
    expect(desk.bench.selection).toEqual(selection)
  })

  test('a fault is put at one call of the next run and is gone after it', async () => {
    const desk = tinyBench()
    await desk.get('/state')
    await desk.post('/fault', { kind: 'kill', at: 1 })
    const broken = await desk.post<RunAnswer>('/menu', { fn: 'showSidebar' })
    expect((await desk.get<Summary>('/state')).fault).toBeNull()
    expect(broken.ok).toBe(false)
    expect(await desk.post<RunAnswer>('/menu', { fn: 'showSidebar' })).toMatchObject({ ok: true })
  })

  test("a fault waits for the run it is meant for: somebody's sign-in and other methods leave it", async () => {
    const desk = tinyBench()
    const frame = await openSidebar(desk)
    await desk.post('/fault', { kind: 'transient', what: 'deal/book' })
    const told = desk.changes.length
    await desk.post('/user', { email: desk.bench.memory.user })
    const faults = desk.changes.slice(told).flatMap((change) => (change.kind === 'summary' ? [change.summary.fault?.kind] : []))
    expect([...new Set(faults)]).toEqual(['transient'])
    await desk.post('/run', { fn: 'rpc', args: [{ method: 'deal/open' }], frame })
    expect((await desk.get<Summary>('/state')).fault).toEqual({ kind: 'transient', at: 0, aim: 'person', what: 'deal/book' })
  })

  test("what a page asks by itself, as once a minute, leaves a fault; the person's next deed meets it, and it is told in Google's words", async () => {
    const desk = tinyBench()
    const frame = await openSidebar(desk)
    await desk.post('/fault', { kind: 'quotaMinute' })
    const call = (alone: boolean) => desk.post<RunAnswer>('/run', { fn: 'onTick', args: [{}], frame, alone })
    expect(await call(true)).toMatchObject({ ok: true })
    expect((await desk.get<Summary>('/state')).fault).toMatchObject({ kind: 'quotaMinute' })
    const message = 'Service invoked too many times in a short time: email. Try Utilities.sleep(1000) between calls.'
    expect(await call(false)).toEqual({ ok: false, message })
    expect(desk.changes).toContainEqual({ kind: 'toast', title: 'Помеха сработала', message: `onTick, MailApp.sendEmail: ${message}` })
    expect(await call(false)).toMatchObject({ ok: true })
  })

  test.each([
    ['a function', { kind: 'transient', what: 'onTick' }, (desk: TestBench) => desk.post('/menu', { fn: 'showDialog' })],
    ['an edit', { kind: 'transient', aim: 'edit' }, (desk: TestBench) => desk.post('/menu', { fn: 'showDialog' })],
    ['a time trigger', { kind: 'transient', aim: 'tick' }, typeOnce],
  ])('a fault that is meant for %s is left by what is not it', async (_, fault, other) => {
    const desk = tinyBench()
    await desk.get('/state')
    await desk.post('/fault', fault)
    await other(desk)
    expect((await desk.get<Summary>('/state')).fault).toMatchObject(fault)
  })

  test('a fault for the next edit strikes the edit trigger, and no page before it', async () => {
    const desk = tinyBench()
    await desk.get('/state')
    await desk.post('/fault', { kind: 'kill', aim: 'edit', at: 1 })
    await desk.post('/menu', { fn: 'showSidebar' })
    expect((await desk.get<Summary>('/state')).fault).toMatchObject({ aim: 'edit' })
    await typeOnce(desk)
    expect((await desk.get<Summary>('/state')).fault).toBeNull()
  })

  test('a fault for the next trigger strikes in the tick that the clock runs', async () => {
    const desk = tinyBench()
    desk.bench.world.invoke({ fn: 'setUp', entry: 'menu', user: owner })
    await desk.post('/fault', { kind: 'kill', aim: 'tick' })
    await desk.post('/menu', { fn: 'showSidebar' })
    expect((await desk.get<Summary>('/state')).fault).toEqual({ kind: 'kill', at: 0, aim: 'tick', what: '' })
    const records = desk.bench.world.advanceTo(desk.bench.world.state.now + 21 * 60_000)
    expect(records.map(({ error }) => error?.name)).toEqual(['Killed', undefined])
    expect((await desk.get<Summary>('/state')).fault).toBeNull()
  })
})

describe('the grid', () => {
  test('a typed value stands in the sheet as Sheets shows it, and onEdit ran', async () => {
    const desk = tinyBench()
    const [sheet] = (await desk.get<Summary>('/state')).sheets
    await desk.post(`/sheets/${sheet?.id}/cell`, { row: 2, column: 1, value: '<script>alert(1)</script>' })
    await desk.post(`/sheets/${sheet?.id}/cell`, { row: 2, column: 2, value: '12,5' })
    const view = await desk.get<SheetView>(`/sheets/${sheet?.id}`)
    expect(view.rows[1]?.t.slice(0, 2)).toEqual(['<script>alert(1)</script>', '12,5'])
    expect(view.styles[view.rows[1]?.s?.[1] ?? -1]).toEqual({ align: 'right' })
    expect(desk.changes).toContainEqual(expect.objectContaining({ kind: 'toast', message: 'Правка замечена' }))
  })

  test('a window of rows; blank rows follow the data', async () => {
    const desk = tinyBench()
    const [sheet] = (await desk.get<Summary>('/state')).sheets
    await desk.post(`/sheets/${sheet?.id}/paste`, { row: 1, column: 1, values: Array.from({ length: 50 }, (_, row) => [String(row + 1)]) })
    const view = await desk.get<SheetView>(`/sheets/${sheet?.id}?from=11&limit=5`)
    expect([view.total, view.from, view.rows.map((row) => row.t[0])]).toEqual([80, 11, ['11', '12', '13', '14', '15']])
  })

  test('sorting, inserting and deleting rows are the hand of the person', async () => {
    const desk = tinyBench()
    const [sheet] = (await desk.get<Summary>('/state')).sheets
    const path = `/sheets/${sheet?.id}`
    const first = async () => (await desk.get<SheetView>(path)).rows.slice(0, 4).map((row) => row.t[0])
    await desk.post(`${path}/paste`, { row: 1, column: 1, values: [['а'], ['в'], ['б']] })
    await desk.post(`${path}/sort`, { column: 1, ascending: false })
    expect(await first()).toEqual(['в', 'б', 'а', ''])
    await desk.post(`${path}/insertRows`, { before: 2, count: 1 })
    expect(await first()).toEqual(['в', '', 'б', 'а'])
    await desk.post(`${path}/deleteRows`, { from: 1, count: 2 })
    expect(await first()).toEqual(['б', 'а', '', ''])
  })

  test('a sheet that is gone and a body that is none are refused with a sentence', async () => {
    const desk = tinyBench()
    expect(await desk.get('/sheets/999')).toEqual({ message: 'Такого листа больше нет.' })
    expect(await desk.post('/sheets/0/cell', [])).toEqual({ message: 'Ожидался объект JSON.' })
  })
})

describe('the calendar', () => {
  test('create, rename, move, delete and bring back', async () => {
    const desk = tinyBench()
    const [calendar] = (await desk.get<Summary>('/state')).calendars
    const path = `/calendars/${encodeURIComponent(calendar?.id ?? '')}/events`
    const week = () => desk.get<EventView[]>(`${path}?from=2026-11-23T00:00&to=2026-11-30T00:00`)
    await desk.post(path, { title: 'ММ консультация', start: '2026-11-24T10:00', end: '2026-11-24T11:00' })
    const [created] = await week()
    expect(created).toMatchObject({
      title: 'ММ консультация',
      start: '2026-11-24T10:00',
      end: '2026-11-24T11:00',
      allDay: false,
      kind: 'free',
    })
    await desk.post(`${path}/${created?.id}`, { title: 'ММ_Маяк', start: '2026-11-25T12:00', end: '2026-11-25T13:30' })
    expect((await week())[0]).toMatchObject({ title: 'ММ_Маяк', start: '2026-11-25T12:00', end: '2026-11-25T13:30', kind: 'booked' })
    await desk.post(`${path}/${created?.id}/remove`)
    expect(await week()).toEqual([])
    await desk.post(`${path}/${created?.id}/restore`)
    expect(await week()).toHaveLength(1)
  })
})

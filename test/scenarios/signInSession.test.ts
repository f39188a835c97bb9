import { createInput, director, done, minute, morozova, office } from '../fixtures/desk'
import { android, answer, askLetters, askLink, callBy, calling, enter, phoned, secretOf, signIn, typeStaff } from '../fixtures/phoneDesk'
import { registerOf, rowsOf } from '../fixtures/register'
import { day, inWorld, ok, out, own, printTold, rows, titova, today, told } from '../fixtures/signInDesk'
import { guessed } from '../fixtures/signInGuesses'

afterAll(printTold)

describe('the session', () => {
  test('calls go the way of every method: rights of the role, «телефон» in the journal', () => {
    const world = inWorld.fork()
    expect(told('a session, «Сегодня»', world, today(own))).toMatchObject(ok)
    expect(callBy(world, own, 'month/approve', { month: '2026-10', again: false })).toMatchObject({
      ok: false,
      problem: { code: 'notAllowed' },
    })
    const made = callBy(world, own, 'deal/create', createInput())
    expect(made).toMatchObject(ok)
    expect(rowsOf(world, 'Журнал').at(-1)?.cells).toMatchObject({ Кто: office, Откуда: 'телефон', Что: 'deal/create' })
  })

  test('costs no call more than the panel, but for the properties', () => {
    for (const method of ['desk/today', 'deal/search'] as const) {
      const input = method === 'deal/search' ? { text: 'Маяк' } : {}
      const panel = inWorld.fork().invoke({ fn: 'rpc', entry: 'rpc', user: office, args: [{ method, input }] })
      const phone = inWorld.fork().invoke(calling(own, method, input))
      expect(phone.leavingCalls).toBe(panel.leavingCalls + 1)
    }
  })

  test.each([
    ['dismissed', 'По', '22.11.2026'],
    ['the address is another’s', 'ФИО', 'Другая Анна Петровна'],
    ['the address changed', 'E-mail', 'other@example.org'],
    ['a day that cannot be read', 'По', 'вчера'],
    ['not of the office any more: an external consultant', 'Роли', 'внешний консультант'],
  ])('%s: ended at once, and for good', (why, heading, value) => {
    const world = inWorld.fork()
    const before = String(rowsOf(world, 'Сотрудники').find(({ cells }) => cells['ФИО'] === titova)?.cells[heading] ?? '')
    typeStaff(world, titova, heading, value)
    expect(told(`a session, ${why}`, world, today(own))).toMatchObject(out)
    typeStaff(world, heading === 'ФИО' ? value : titova, heading, before)
    expect(callBy(world, own, 'desk/today', {})).toMatchObject(out)
  })

  test('dismissed and taken on again while the phone lay in a pocket: the tick has ended it', () => {
    const world = inWorld.fork()
    typeStaff(world, titova, 'По', '22.11.2026')
    world.advanceTo(world.state.now + 11 * minute)
    expect(Object.keys(world.state.properties.script).filter((name) => name.startsWith('device.'))).toEqual([])
    typeStaff(world, titova, 'По', '')
    expect(callBy(world, own, 'desk/today', {})).toMatchObject(out)
  })

  test('another role acts with the new one at once', () => {
    const world = inWorld.fork()
    expect(callBy(world, own, 'week/close', { deals: [] }).ok).toBe(true)
    typeStaff(world, titova, 'Роли', 'PR-менеджер')
    expect(
      told('a session, «закрыть неделю» after the role became PR-менеджер', world, calling(own, 'week/close', { deals: [] }).args[0]),
    ).toMatchObject({ problem: { code: 'notAllowed' } })
    expect(callBy(world, own, 'desk/today', {}).ok).toBe(true)
  })

  test.each([
    ['29 days', 29 * day, ok],
    ['30 days', 30 * day, { ok: false, signedOut: 'expired' }],
    ['the clock an hour back', -60 * minute, { ok: false }],
  ])('%s later', (when, ms, expected) => {
    const world = inWorld.fork()
    world.state.now += ms
    expect(told(`a session, ${when} later`, world, today(own))).toMatchObject(expected)
    world.state.now -= ms
    expect(callBy(world, own, 'desk/today', {})).toMatchObject(ok)
  })

  test('what is kept is no session: neither property, nor cell, nor digest lets in', () => {
    const world = inWorld.fork()
    const property = Object.entries(world.state.properties.script).find(([name]) => name.startsWith('device.'))
    const { digest } = JSON.parse(property?.[1] ?? '{}') as { digest: string }
    for (const stolen of [digest, property?.[0].slice(7).padEnd(43, 'A') ?? '', `${property?.[1]}`])
      expect(answer(world, { act: 'call', secret: stolen, request: { method: 'desk/today', input: {} } })).toMatchObject({ ok: false })
    expect(JSON.stringify([world.state.properties, registerOf(world), world.state.cache])).not.toContain(own)
  })

  test('the key turned over ends everything, by deleting it; the next asking makes another', () => {
    const world = inWorld.fork()
    const link = askLink(world, director)
    delete world.state.properties.script['deskKey']
    expect(told('a session, the key turned over', world, today(own))).toMatchObject({ ok: false })
    expect(enter(world, link, secretOf('x'))).toMatchObject({ ok: false })
    expect(askLetters(world, director)).toHaveLength(1)
    expect(callBy(world, own, 'desk/today', {})).toMatchObject(out)
    expect(Object.keys(world.state.properties.script).filter((name) => name.startsWith('device.'))).toEqual([])
  })

  test('named by device, listed and ended: one’s own, and everybody’s by who keeps the settings', () => {
    const world = inWorld.fork()
    const hers = signIn(world, director, 'director', android)
    const list = (secret: string) => {
      const listed = callBy(world, secret, 'device/list', {})
      return listed.ok ? listed.value.devices : []
    }
    expect(list(own)).toMatchObject([{ name: 'iPhone, Safari', who: titova, isOwn: true, isHere: true, until: '2026-12-23' }])
    expect(list(hers)).toMatchObject([
      { name: 'телефон Android, Chrome', isHere: true },
      { name: 'iPhone, Safari', isOwn: false },
    ])
    const [ofDirector, ofOffice] = list(hers)
    expect(callBy(world, own, 'device/end', { id: ofDirector?.id ?? '' })).toMatchObject({ ok: false })
    expect(done(world, 'device/list', {}, morozova).devices).toEqual([])
    expect(callBy(world, hers, 'device/end', { id: ofOffice?.id ?? '' })).toMatchObject(ok)
    expect(told('a session that the administrator has ended', world, today(own))).toMatchObject(out)
    expect(callBy(world, hers, 'device/end', { id: ofDirector?.id ?? '' })).toMatchObject(ok)
    expect(callBy(world, hers, 'desk/today', {})).toMatchObject(out)
  })

  test('a sixth device of one person signs out the one that lay longest', () => {
    const world = inWorld.fork()
    for (let at = 0; at < 5; at++) {
      world.advanceTo(world.state.now + 61 * minute)
      signIn(world, office, `further ${at}`)
    }
    expect(callBy(world, own, 'desk/today', {})).toMatchObject(out)
    expect(callBy(world, secretOf('further 0'), 'desk/today', {})).toMatchObject(ok)
  })
})

describe('guesses', () => {
  test('of sessions and links: none lets in, none reads a sheet or takes the lock', () => {
    rows.push(guessed(inWorld.fork(), 12))
  })

  test.each([
    ['nothing', undefined],
    ['an act that is none', { act: 'become', secret: own }],
    ['a list', { act: 'call', secret: [own], request: { method: 'desk/today', input: {} } }],
    ['a short secret', { act: 'open', secret: own.slice(1), view: 'sidebar' }],
    ['a view that is none', { act: 'open', secret: own, view: 'taskTools' }],
    ['no request', { act: 'call', secret: own }],
    ['a long address', { act: 'ask', address: 'a'.repeat(501) }],
    ['a property’s name', { act: 'call', secret: '__proto__'.padEnd(43, '_'), request: { method: 'desk/today', input: {} } }],
  ])('%s', (_name, request) => {
    expect(phoned(inWorld.fork(), request).value).toMatchObject({ ok: false })
  })

  test('rpc stays shut to the nameless, with a session too', () => {
    const record = inWorld
      .fork()
      .invoke({ fn: 'rpc', entry: 'rpc', user: '', args: [{ method: 'desk/today', input: {}, secret: own, as: office }] })
    expect(record.value).toMatchObject({ ok: false, problem: { code: 'strangerCaller' } })
  })

  test('no method lets the page name somebody else', () => {
    const named = answer(inWorld.fork(), { act: 'call', secret: own, request: { method: 'desk/today', input: {}, as: director } })
    expect(named).toMatchObject({ ok: false })
  })
})

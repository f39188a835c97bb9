/** What Google does and a first office meets: dead addresses, two accounts in a browser, boxes of consent, zones in words, tokens, the bin. */
import type { World } from '../../emulator/world/types'
import { answerOf, booked, calendarId, deskWorld, done, nextTick, office, phoned, request, setSetting, slotsOf } from '../fixtures/desk'
import { centre, linksIn, mailed, parametersOf, viewOf } from '../fixtures/pagesDesk'
import { registerOf, rowsOf } from '../fixtures/register'

const served = 'https://script.google.com/macros/s/EMULATED/exec'
const asked = (world: World): string[] => {
  const { ref } = phoned(world, 'АНО «Причал»', { topic: 11 })
  done(world, 'deal/askExternal', { deal: ref, project: centre })
  return mailed(world).flatMap(linksIn)
}
const pagesUrl = (world: World): string | undefined => world.state.properties.script['pagesUrl']
const visit = (world: World) => world.invoke({ fn: 'doGet', entry: 'webGet', user: '', args: [{ parameter: {} }] })

describe('the address of the pages (L1)', () => {
  const unknown = (): World => {
    const world = deskWorld()
    delete world.state.properties.script['pagesUrl']
    return world
  }

  test('is learnt from a visit, not from a trigger’s or a panel’s run: no letter has an address of editors', () => {
    const world = unknown()
    nextTick(world)
    expect(pagesUrl(world)).toBeUndefined()
    expect(asked(world)).toEqual([])
    const [waits] = rowsOf(world, 'Исходящие').filter(({ cells }) => String(cells['Ошибка'] ?? '').startsWith('Адрес страниц'))
    expect(waits?.cells['Отправлено']).toBeNull()
    expect(visit(world).error).toBeNull()
    expect(pagesUrl(world)).toBe(served)
    for (let tick = 0; tick < 3; tick++) nextTick(world)
    const links = world.state.letters.flatMap(linksIn)
    expect(links.length).toBeGreaterThan(0)
    for (const link of links) expect(link.startsWith(`${served}?`)).toBe(true)
    expect(viewOf(world, parametersOf(links[0] ?? '')).view).toBe('decide')
  })

  test('waits as long as it takes: a week without an address costs the letter no attempt', () => {
    const world = unknown()
    asked(world)
    for (let tick = 0; tick < 12; tick++) nextTick(world)
    visit(world)
    for (let tick = 0; tick < 3; tick++) nextTick(world)
    expect(world.state.letters.flatMap(linksIn).length).toBeGreaterThan(0)
  })

  test('of a Workspace domain is told without the domain, which outsiders cannot open', () => {
    const world = unknown()
    world.state.platform = { ...world.state.platform, domain: 'centre.example.org' }
    visit(world)
    expect(pagesUrl(world)).toBe(served)
  })

  test('typed in «Настройки» goes first', () => {
    const world = deskWorld()
    done(world, 'settings/save', { values: { pagesAddress: 'https://script.google.com/macros/s/OTHER/exec' } }, 'director@example.org')
    for (const link of asked(world)) expect(link).toMatch(/^https:\/\/script\.google\.com\/macros\/s\/OTHER\/exec\?/)
  })
})

describe('two accounts in one browser (L2)', () => {
  const home = 'home@gmail.com'
  const shared = (browserRefusal: 0 | 1 | 2 | 3 | null): World => {
    const world = deskWorld()
    world.accounts.useBrowser({ sheetAccount: office, defaultAccount: home })
    if (browserRefusal === null) return world
    world.accounts.grant({ account: home, scopes: [] })
    world.state.platform = { ...world.state.platform, browserRefusal }
    return world
  }
  const call = (world: World, as: string) =>
    world.invoke({ fn: 'rpc', entry: 'rpc', user: office, args: [{ method: 'desk/today', input: {}, as }] })

  test('where both have consented nothing is done as the wrong one, and both are named', () => {
    const record = call(shared(null), office)
    expect(answerOf<'desk/today'>(record)).toMatchObject({ ok: false, retry: false, message: expect.stringContaining(home) })
    expect(record.calls.filter(({ leaves }) => leaves)).toEqual([])
  })

  test('the right account is let in', () => {
    expect(answerOf<'desk/today'>(call(deskWorld(), office)).ok).toBe(true)
  })

  test('a dialog asked for by a panel is not opened as the wrong one', () => {
    const opened = shared(null).invoke({ fn: 'openSlotBoard', entry: 'rpc', user: office, args: [office] })
    expect(opened.error?.message).toMatch(/под home@gmail\.com.*Ничего не сделано/)
  })
})

describe('boxes of consent (L3)', () => {
  const without = (part: string): World => {
    const world = deskWorld()
    const scopes = [
      'spreadsheets',
      'calendar.events',
      'drive.file',
      'script.send_mail',
      'script.external_request',
      'script.scriptapp',
      'script.container.ui',
      'userinfo.email',
    ]
    world.accounts.grant({
      account: office,
      scopes: scopes.filter((one) => one !== part).map((one) => `https://www.googleapis.com/auth/${one}`),
    })
    return world
  }

  test('a panel names what is missing and where to grant it', () => {
    const answer = answerOf<'slot/list'>(
      without('calendar.events').invoke(request('slot/list', { topic: 10, consultant: null, agreedWith: null, part: null, from: null })),
    )
    expect(answer).toMatchObject({
      ok: false,
      message: expect.stringMatching(/разрешения Google/),
      consent: expect.stringContaining('https://script.google.com/'),
    })
  })

  test('the menu has Google ask', () => {
    const world = without('script.send_mail')
    world.invoke({ fn: 'showSidebar', entry: 'menu', user: office })
    expect(world.state.consentAsked).toEqual([{ account: office, scopes: ['https://www.googleapis.com/auth/script.send_mail'] }])
  })
})

describe('a zone typed in words (L6)', () => {
  test.each(['Москва', 'мск', 'UTC+3', ' Europe/Moscow '])('«%s» is read', (typed) => {
    const world = deskWorld()
    const hours = slotsOf(world, 'ММ').map(({ start }) => start)
    setSetting(world, 'Часовой пояс офиса', typed)
    expect(slotsOf(world, 'ММ').map(({ start }) => start)).toEqual(hours)
  })

  test('what nobody knows leaves the last good one, is named, and locks nobody out', () => {
    const world = deskWorld()
    setSetting(world, 'Часовой пояс офиса', 'Asia/Omsk')
    for (let tick = 0; tick < 2; tick++) nextTick(world)
    const hours = slotsOf(world, 'ММ').map(({ start }) => start)
    setSetting(world, 'Часовой пояс офиса', 'Тридевятое царство')
    expect(slotsOf(world, 'ММ').map(({ start }) => start)).toEqual(hours)
    const { settings } = done(world, 'settings/open', {}, 'director@example.org')
    const zone = settings.find(({ key }) => key === 'zone')
    expect([zone?.issue, zone?.choices.includes('Europe/Moscow')]).toEqual([expect.stringContaining('Тридевятое царство'), true])
    expect(nextTick(world).map(({ error }) => error)).toEqual([null])
  })
})

describe('a sync token that Google does not take (L7)', () => {
  test.each(['S', 'dG9rZW4tb2YtYW5vdGhlcg'])('%s: everything is listed, nothing is lost', (token) => {
    const world = deskWorld()
    const { deal } = booked(world, 'АНО «Причал»')
    const cells = world.state.spreadsheets[world.state.boundSpreadsheetId]?.sheets.find(({ title }) => title === 'Служебное')
    if (cells) cells.cells = cells.cells.map((row) => (row?.[0] === 'syncToken' ? ['syncToken', token] : row))
    expect(nextTick(world).flatMap(({ logs }) => logs)).toEqual([])
    expect(rowsOf(world, 'Сделки').find(({ cells: row }) => row['№'] === deal.id)?.cells['Событие']).toBe(deal.eventId)
    expect(world.state.calendars[calendarId]).toBeDefined()
  })
})

test('a change told of our own API writes changes nothing (L8)', () => {
  const world = deskWorld()
  world.state.platform = { ...world.state.platform, changeOnApiWrites: true }
  booked(world, 'АНО «Причал»')
  const before = registerOf(world)
  const told = world.advanceTo(world.state.now + 60_000).filter(({ fn }) => fn === 'sheetChanged')
  expect(told.length).toBeGreaterThan(0)
  expect(told.flatMap(({ logs, error }) => [...logs, error]).filter(Boolean)).toEqual([])
  expect(registerOf(world)).toEqual(before)
})

describe.each(['takes', 'refuses'] as const)('a folder in the bin, where Google %s the file (L9)', (trashedParent) => {
  test('the file lands in a new folder that stays', () => {
    const world = deskWorld()
    world.state.platform = { ...world.state.platform, trashedParent }
    const { ref } = booked(world, 'АНО «Причал»')
    const attach = (deal: typeof ref, name: string) =>
      done(world, 'file/attach', { deal, name, mimeType: 'application/pdf', base64: 'JVBERg==' })
    const first = attach(ref, 'один.pdf')
    const folder = world.state.files.find(({ mimeType }) => mimeType.endsWith('folder'))
    world.driveHand.trash({ id: folder?.id ?? '' })
    attach(first.ref, 'два.pdf')
    const standing = world.state.files.filter(
      ({ name, parents, trashedAt }) => name === 'два.pdf' && trashedAt === undefined && !parents?.includes(folder?.id ?? ''),
    )
    expect(standing).toHaveLength(1)
  })
})

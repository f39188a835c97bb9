/** Cases of docs/register-cases.md that no other test shows: hints of pages, values without bounds, names too long, buttons pressed thirty times. */
import type { World } from '../../emulator/world/types'
import { amocrmTable } from '../fixtures/amocrmTable'
import { openLines, settle } from '../fixtures/consultantHand'
import { cardNow } from '../fixtures/controlDesk'
import {
  bookInput,
  call,
  completeClient,
  createInput,
  deskWorld,
  director,
  done,
  inDomain,
  minute,
  morozova,
  nextTick,
  office,
  phoned,
  sheet,
  slotOf,
} from '../fixtures/desk'
import { centre, externalWorld, mailed } from '../fixtures/pagesDesk'
import { columnOf, registerEqualsJournal, registerOf, rowById, rowsOf } from '../fixtures/register'
import { drawnTable } from '../fixtures/sampleTable'

const refused = (world: World, method: string, input: unknown, user = office): string => {
  const before = registerOf(world)
  const answer = call(world, method as 'deal/note', input as never, user)
  expect(registerOf(world)).toEqual(before)
  return answer.ok ? 'taken' : answer.message
}
const sentence = /^[А-ЯЁ«№].{10,}/

describe('what a page says is a hint', () => {
  test('SEC9: without the client’s number both are told of a move', () => {
    const world = deskWorld()
    const { card } = done(world, 'deal/book', bookInput(phoned(world, 'АНО «Маяк»'), slotOf(world)))
    mailed(world)
    const at = { start: '2026-11-24T14:00', end: '2026-11-24T15:00', etag: null }
    done(world, 'deal/reschedule', { deal: { ...card.ref, clientId: null, row: null }, slot: null, at, reason: 'просили позже' })
    expect(
      mailed(world)
        .map(({ to }) => to)
        .sort(),
    ).toEqual([morozova, completeClient.email])
  })

  test('SEC4: a booking that ends at no time is refused or ends at its own, and the next tick follows the calendar', () => {
    const world = deskWorld()
    const slot = slotOf(world)
    const input = bookInput(phoned(world, 'АНО «Маяк»'), slot)
    const event = { ...input.slot.event, end: '2026-99-99T99:99' }
    call(world, 'deal/book', { ...input, slot: { ...input.slot, event } })
    const records = nextTick(world)
    expect(records.flatMap(({ error, logs }) => [error, ...logs]).filter((one) => one !== null)).toEqual([])
    expect(openLines(world)).toEqual(openLines(deskWorld()))
  })
})

describe('values have bounds', () => {
  const client = (part: object) => createInput({ client: { ...completeClient, ...part } })
  test.each([
    ['SEC10: a topic that is none', 'deal/create', createInput({ topic: 99 })],
    ['SEC10: a day that no month has', 'deal/create', client({ consentDate: '2026-99-99' })],
    ['row 39: a consent of the year 2036', 'deal/create', client({ consentDate: '2036-11-23' })],
    ['row 7: an e-mail that is none', 'deal/create', client({ email: 'нет' })],
    ['row 7: two e-mails', 'deal/create', client({ email: 'a@example.org; b@example.org' })],
    ['SEC26: an hour of 49,950 signs', 'slot/hold', { eventId: 'x'.repeat(49_950), start: '2026-11-24T10:00' }],
    [
      'SEC17: the last minutes of the year 9999',
      'deal/bookOwn',
      {
        ...{ clientId: null, client: completeClient, consultant: 'ММ', topic: 10, request: '', format: 'phone', place: '', slot: null },
        at: { start: '9999-12-31T23:58', end: '9999-12-31T23:59' },
      },
    ],
  ])('%s is refused in a sentence', (_, method, input) => {
    expect(refused(deskWorld(), method, input)).toMatch(sentence)
  })

  test.each(['1e6', '1e308', '-5', '999999999'])('SEC17: a setting of %s days is refused, or everything answers all the same', (value) => {
    const world = deskWorld()
    for (const key of ['moveLimitDays', 'horizonDays']) call(world, 'settings/save', { values: { [key]: value } }, director)
    const { ref } = done(world, 'deal/book', bookInput(phoned(world, 'АНО «Маяк»'), slotOf(world))).card
    expect(call(world, 'slot/forReassign', { deal: ref })).toMatchObject({ ok: true })
    expect(
      nextTick(world)
        .map(({ error }) => error)
        .filter(Boolean),
    ).toEqual([])
  })
})

describe('names and addresses', () => {
  test('SEC22: an organisation of 230 signs is booked, and the calendar agrees', () => {
    const world = deskWorld()
    done(world, 'deal/book', bookInput(phoned(world, `АНО «${'Дорога к храму '.repeat(15).trim()}»`), slotOf(world)))
    settle(world)
    expect(openLines(world)).toEqual(openLines(deskWorld()))
  })

  test('SEC14: a line end in the centre’s name reaches no header of a letter', () => {
    const world = deskWorld()
    call(world, 'settings/save', { values: { centreName: 'Центр\r\nBcc: all@evil.example' } }, director)
    done(world, 'deal/book', bookInput(phoned(world, 'АНО «Маяк»'), slotOf(world)))
    const letters = mailed(world)
    expect(letters.length).toBeGreaterThan(0)
    expect(letters.filter(({ name, subject }) => /[\r\n]/.test(name + subject))).toEqual([])
  })

  test('row 54: an address in «Сотрудники» in capitals, with a space, is the same person', () => {
    const world = inDomain(deskWorld())
    const row = rowsOf(world, 'Сотрудники').find(({ cells }) => cells['E-mail'] === morozova)?.row ?? 0
    world.hand.type({
      sheet: 'Сотрудники',
      row,
      column: columnOf(sheet(world, 'Сотрудники'), 'E-mail'),
      value: 'GG0@Example.org ',
      user: director,
    })
    expect(call(world, 'desk/today', {}, morozova)).toMatchObject({ ok: true })
  })
})

describe('SEC25: thirty presses of a button are not thirty letters', () => {
  function sentBy(world: World, press: () => unknown): number {
    for (let presses = 0; presses < 30; presses++) press()
    const before = world.state.letters.length
    for (let runs = 0; runs < 3; runs++) done(world, 'outbox/send', {})
    return world.state.letters.length - before
  }

  test('the link to a report', () => {
    const { world, card } = externalWorld()
    expect(sentBy(world, () => call(world, 'deal/sendReport', { deal: cardNow(world, card.deal.id).ref }))).toBe(1)
    world.state.now += 10 * minute
    expect(sentBy(world, () => call(world, 'deal/sendReport', { deal: cardNow(world, card.deal.id).ref }))).toBe(1)
  })

  test('the question to a project’s manager', () => {
    const world = deskWorld()
    const { deal } = phoned(world, 'АНО «Маяк»', { topic: 11 })
    expect(sentBy(world, () => call(world, 'deal/askExternal', { deal: cardNow(world, deal.id).ref, project: centre }))).toBe(1)
  })
})

describe('files', () => {
  test('row 35: of two e-mails in a cell one is the card’s, and the other is kept', () => {
    const world = deskWorld()
    const {
      headings,
      rows: [booked = []],
    } = amocrmTable()
    const told: Readonly<Record<string, string>> = {
      ID: '77001',
      Компания: 'АНО «Почта»',
      'Этап сделки': 'Принято в работу',
      'Рабочий телефон (контакт)': '89117770011',
    }
    const cells = booked.map(
      (cell, at) => told[headings[at] ?? ''] ?? (headings[at] === 'Рабочий email (контакт)' ? 'a@example.org, b@example.org' : cell),
    )
    done(world, 'import/apply', { kind: 'deals', table: { fileName: 'd.csv', headings, rows: [cells] } }, director)
    const deal = rowById(world, 'Сделки', 77_001)
    const client = rowById(world, 'Клиенты', Number(deal['№ клиента']))
    expect(`${client['E-mail']} ${deal['Комментарии']}`).toMatch(/a@example\.org.*b@example\.org|b@example\.org.*a@example\.org/s)
    registerEqualsJournal(world)
  })

  test('row 38: a day that a later file tells otherwise is shown, not passed over as a repeat', () => {
    const world = deskWorld()
    const standing = rowsOf(world, 'Рабочий календарь').find(({ cells }) => cells['День'] === 'короткий')?.cells['Дата']
    const date = new Date(Date.UTC(1899, 11, 30) + Number(standing) * 86_400_000).toISOString().slice(0, 10).split('-').reverse().join('.')
    const table = drawnTable('w.csv', `Дата|День|Перенос с\n${date}|выходной|`)
    const preview = done(world, 'import/preview', { kind: 'workingCalendar', table }, director)
    expect(JSON.stringify(preview)).toMatch(/выходной|иначе|отличает/)
  })

  test('row 43: a column of tick boxes down to row 1000 hides no new deal', () => {
    const world = deskWorld()
    const column = (sheet(world, 'Сделки').cells[0] ?? []).length + 1
    world.hand.paste({
      sheet: 'Сделки',
      row: 1,
      column,
      values: Array.from({ length: 1000 }, (_, at) => [at === 0 ? 'Проверено' : 'FALSE']),
      user: office,
    })
    const { deal } = phoned(world, 'АНО «Маяк»')
    expect(done(world, 'deal/search', { text: String(deal.id) }).matches.map(({ id }) => id)).toContain(deal.id)
    nextTick(world)
    registerEqualsJournal(world)
  })
})

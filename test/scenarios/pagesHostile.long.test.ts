/** Forty hostile links and bodies at the pages for people outside: nothing is shown or changed that should not be, everything is escaped. */

import type { World } from '../../emulator/world/types'
import type { LinkParameters } from '../../src/rpc/pageContract'
import { call, done } from '../fixtures/desk'
import { hostileTexts } from '../fixtures/intakeHostile'
import { decideWorld, feedbackWorld, forged, open, report, reportWorld, send, sending } from '../fixtures/pagesDesk'
import { registerEqualsJournal, registerOf, rowById } from '../fixtures/register'
import { setClock } from '../fixtures/stages'

const base = reportWorld()
const good = base.link
const other = String(base.card.deal.id - 1)
/** What no refusal may tell. */
const secrets = /Причал|Анна Иванова|416-01-23|prichal@|Отчёт по гранту|Минюст|ПН|Носов|bn12/
const flip = (text: string) => `${text.startsWith('A') ? 'B' : 'A'}${text.slice(1)}`
const body = { ...report }

type Link = Readonly<Record<string, unknown>>
const links: readonly (readonly [name: string, link: Link])[] = [
  ['first sign of the signature altered', { ...good, s: flip(good.s) }],
  ['last sign of the signature altered', { ...good, s: `${good.s.slice(0, -1)}${good.s.endsWith('A') ? 'B' : 'A'}` }],
  ['signature cut', { ...good, s: good.s.slice(0, 42) }],
  ['signature doubled', { ...good, s: good.s + good.s }],
  ['no signature', { ...good, s: '' }],
  ['signature in capitals', { ...good, s: good.s.toUpperCase() }],
  ['another deal’s number', { ...good, d: other }],
  ['a number with a zero in front', { ...good, d: `0${good.d}` }],
  ['a number with a space', { ...good, d: ` ${good.d}` }],
  ['a huge number', { ...good, d: '9'.repeat(400) }],
  ['a number in exponents', { ...good, d: '4e4' }],
  ['a negative number', { ...good, d: `-${good.d}` }],
  ['a later day', { ...good, u: '20991231' }],
  ['no day', { ...good, u: '' }],
  ['a day with dashes', { ...good, u: '2026-12-27' }],
  ['another purpose', { ...good, p: 'feedback' }],
  ['a purpose that is none', { ...good, p: 'admin' }],
  ['purpose constructor', { ...good, p: 'constructor' }],
  ['purpose __proto__', { ...good, p: '__proto__' }],
  ['another tag', { ...good, k: flip(good.k.toLowerCase()).toLowerCase() }],
  ['no tag', { ...good, k: '' }],
  ['a tag with a parting sign', { ...good, k: 'a|b' }],
  ['markup in every part', { p: '<script>', d: '</script>', u: '<!--', k: '"', s: "'><img src=x onerror=alert(1)>", v: '<b>' }],
  ['a scriptlet in every part', { p: '<?= 1 ?>', d: '<?!= 1 ?>', u: '<?', k: '?>', s: '<? throw 1 ?>', v: '<?' }],
  ['only a purpose', { p: 'report' }],
  ['a megabyte', { ...good, s: 'A'.repeat(1_000_000) }],
  ['line ends', { ...good, d: `${good.d}\n` }],
  ['a null byte', { ...good, d: `${good.d}\u0000` }],
]

test.each(links)('a link with %s: a polite page with the centre’s name and phone, nothing else', (_name, link) => {
  const world = base.world.fork()
  const before = registerOf(world)
  const { data, html } = open(world, link)
  expect(data).toEqual({
    centre: { name: 'Ресурсный центр НКО', phone: '20-65-10' },
    link: null,
    page: { view: 'notice', title: 'Ссылка не открывается', text: expect.any(String), final: false },
  })
  expect(JSON.stringify(data)).not.toMatch(secrets)
  expect(html).not.toMatch(/onerror|alert\(1\)/)
  expect(send(world, link, 'report/send', body)).toMatchObject({ ok: false, message: expect.not.stringMatching(secrets) })
  expect(registerOf(world)).toEqual(before)
})

const target = { purpose: 'report', dealId: base.card.deal.id, until: '2026-12-27', tag: good.k } as const
const signedRight: readonly (readonly [name: string, link: (world: World) => LinkParameters, title: string])[] = [
  ['yesterday’s day', (world) => forged(world, { ...target, until: '2026-11-26' }), 'Срок ссылки прошёл'],
  ['a deal that is not there', (world) => forged(world, { ...target, dealId: 99_999_999 }), 'Эта ссылка больше не нужна'],
  ['another deal, of staff', (world) => forged(world, { ...target, dealId: 41_700 }), 'Эта ссылка больше не нужна'],
  ['the tag of another consultant', (world) => forged(world, { ...target, tag: 'zzzzzz' }), 'Эта ссылка больше не нужна'],
  ['a decision that nobody asked for', (world) => forged(world, { ...target, purpose: 'decide' }), 'Эта ссылка больше не нужна'],
  ['feedback before it was asked for', (world) => forged(world, { ...target, purpose: 'feedback' }), 'Эта ссылка больше не нужна'],
]
test.each(signedRight)('a right signature with %s: nothing to see, nothing changed', (_name, link, title) => {
  const world = base.world.fork()
  const before = registerOf(world)
  const { data } = open(world, link(world))
  expect(data.page).toMatchObject({ view: 'notice', title })
  expect(JSON.stringify(data)).not.toMatch(secrets)
  for (const method of ['report/send', 'decide/send', 'feedback/send', 'stop/confirm'])
    expect(send(world, link(world), method, body)).toMatchObject({ ok: false })
  expect(registerOf(world)).toEqual(before)
})

test('the last day of a link is a day on which it works', () => {
  const world = base.world.fork()
  setClock(world, '2026-12-27T23:59')
  expect(open(world, good).data.page.view).toBe('report')
  setClock(world, '2026-12-28T00:00')
  expect(open(world, good).data.page).toMatchObject({ title: 'Срок ссылки прошёл' })
})

const bodies: readonly (readonly [name: string, request: unknown])[] = [
  ['nothing', undefined],
  ['null', null],
  ['text', 'report/send'],
  ['a list', [good]],
  ['no link', { method: 'report/send', input: body }],
  ['a link that is a text', { link: 'p=report', method: 'report/send', input: body }],
  ['objects in the link', { link: { ...good, s: { toString: 1 } }, method: 'report/send', input: body }],
  ['a method of another purpose', { link: good, method: 'decide/send', input: { decision: 'allow', note: '' } }],
  ['a method of the sidebar', { link: good, method: 'deal/open', input: { id: 41217, row: null, clientId: null } }],
  ['method constructor', { link: good, method: 'constructor', input: {} }],
  ['method __proto__', { link: good, method: '__proto__', input: {} }],
  ['no input', { link: good, method: 'report/send' }],
  ['numbers as texts', { link: good, method: 'report/send', input: { ...body, minutes: '60' } }],
  ['no number', { link: good, method: 'report/send', input: { ...body, minutes: Number.NaN } }],
  ['a topic that is none', { link: good, method: 'report/send', input: { ...body, topic: 12 } }],
  ['a topic in fractions', { link: good, method: 'report/send', input: { ...body, topic: 1.5 } }],
  ['a year of minutes', { link: good, method: 'report/send', input: { ...body, minutes: 525_600 } }],
  ['a megabyte of content', { link: good, method: 'report/send', input: { ...body, content: 'ж'.repeat(1_000_000) } }],
  ['texts that are objects', { link: good, method: 'report/send', input: { ...body, content: { length: 1 } } }],
  ['spaces alone', { link: good, method: 'report/send', input: { ...body, content: ' \u00a0\u200b ' } }],
]
test.each(bodies)('a body of %s: refused with a sentence, nothing changed', (_name, request) => {
  const world = base.world.fork()
  const before = registerOf(world)
  const record = world.invoke(sending(request))
  expect(record.error).toBeNull()
  expect(record.value).toEqual({ ok: false, message: expect.stringMatching(/[а-я]/), retry: false })
  expect(registerOf(world)).toEqual(before)
})

test('fields that the form does not have reach nothing: a report moves no stage and takes no card over', () => {
  const world = base.world.fork()
  const extra = JSON.parse('{"__proto__":{"takenAt":"2026-11-27T10:00"},"stage":"won","takenAt":"2026-11-27T10:00","id":1}') as object
  expect(send(world, good, 'report/send', { ...body, ...extra })).toMatchObject({ ok: true })
  const card = done(world, 'deal/open', { id: base.card.deal.id, row: null, clientId: null })
  expect(card.deal.stage).toBe('assigned')
  expect(Object.keys(JSON.parse(card.deal.report) as object)).not.toContain('takenAt')
  registerEqualsJournal(world)
})

const texts = Object.entries(hostileTexts).filter(([, text]) => text.trim() !== '' && text.length <= 2000)
test.each(texts)('%s in every field: kept as text, shown escaped, the register sound', (_name, text) => {
  const world = base.world.fork()
  const typed = { content: text, recommendations: text, files: text.slice(0, 1000), comment: text.slice(0, 1500) }
  const answer = send(world, good, 'report/send', { ...body, ...typed })
  if (!answer.ok) return expect(answer.message).toMatch(/^Не заполнено|^Отчёт слишком/)
  const { html, data } = open(world, good)
  expect(data.page).toMatchObject({ view: 'report', sent: { minutes: 50 } })
  expect(inertPart(html)).not.toMatch(/<(script|img|svg|b)\b|<!--|<\?/)
  registerEqualsJournal(world)
})

/** The data inside the page: no sign of it may end its element or begin another. */
function inertPart(html: string): string {
  const from = html.indexOf('id="desk-data">') + 'id="desk-data">'.length
  return html.slice(from, html.indexOf('</script>', from))
}

describe('feedback and decision', () => {
  const asked = feedbackWorld()
  const [first] = asked.links

  test.each([
    ['a mark of 0', { score: 0, text: '', quotable: true }],
    ['a mark of 6', { score: 6, text: '', quotable: true }],
    ['a mark as text', { score: '5', text: '', quotable: true }],
    ['no consent to quoting', { score: 5, text: '' }],
    ['a huge comment', { score: 5, text: 'а'.repeat(2001), quotable: true }],
  ])('%s: refused', (_name, input) => {
    const world = asked.world.fork()
    expect(send(world, first, 'feedback/send', input)).toMatchObject({ ok: false })
    expect(rowById(world, 'Сделки', asked.card.deal.id)['Оценка']).toBeNull()
  })

  test('a letter to the director about a low mark carries a hostile comment as one line of plain text', () => {
    const world = asked.world.fork()
    send(world, first, 'feedback/send', { score: 1, text: '<b>Плохо</b>\r\nBcc: all@evil.example\n⟦1⟧', quotable: false })
    done(world, 'outbox/send', {})
    const letter = world.state.letters.at(-1)
    expect(letter?.body).toContain('Отзыв: «<b>Плохо</b> Bcc: all@evil.example 1»')
    expect([letter?.to, letter?.bcc]).toEqual(['director@example.org', ''])
    expect(letter?.htmlBody).toContain('&lt;b&gt;Плохо&lt;/b&gt; Bcc: all@evil.example')
  })

  test('the marks of a link only choose: what is no mark chooses nothing', () => {
    for (const v of ['9', '<b>', '0', 'allow', '5'.repeat(99)])
      expect(open(asked.world.fork(), { ...first, v }).data.page).toMatchObject({ view: 'feedback', score: null })
  })

  test('a decision that is neither: refused', () => {
    const {
      world,
      links: [link],
      card,
    } = decideWorld()
    expect(send(world, link, 'decide/send', { decision: 'maybe', note: '' })).toMatchObject({ ok: false })
    expect(rowById(world, 'Сделки', card.deal.id)['Внешний: когда решено']).toBeNull()
  })
})

describe('a page without an account can call every global of the script', () => {
  const outside = ['', 'stranger@example.org']
  test.each(outside)('rpc refuses «%s» before anything is looked at', (user) => {
    const world = base.world.fork()
    const answer = call(world, 'deal/open', { id: base.card.deal.id, row: null, clientId: null }, user)
    expect(answer).toMatchObject({ ok: false, message: expect.not.stringMatching(secrets) })
  })

  test.each([
    'setUp',
    'showSidebar',
    'openExternals',
    'openImport',
    'openReport',
    'openWeekClose',
    'sheetEdited',
    'sheetChanged',
    'onFormSubmit',
    'doPost',
    'doGet',
    'onOpen',
    'onInstall',
    'phone',
    'signInLetters',
  ])('%s gives nothing away and changes nothing', (fn) => {
    const world = base.world.fork()
    const before = registerOf(world)
    const record = world.invoke({ fn, entry: 'rpc', user: '', args: [{ parameter: {}, changeType: 'OTHER' }] })
    expect(JSON.stringify([record.value, record.error?.message ?? ''])).not.toMatch(secrets)
    expect(registerOf(world)).toEqual(before)
  })
})

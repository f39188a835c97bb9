/** Hostile files at an expert's report, and people without a right to it: nothing is saved, nothing shown, names are plain text. */

import type { World } from '../../emulator/world/types'
import { linkTag } from '../../src/domain/external/signedLink'
import { done } from '../fixtures/desk'
import { hostileTexts } from '../fixtures/intakeHostile'
import {
  attachBy,
  feedbackWorld,
  fileLines,
  forged,
  open,
  report,
  reportWorld,
  type SentFile,
  savedIn,
  send,
  sending,
  sentFile,
  shownFiles,
  viewOf,
} from '../fixtures/pagesDesk'
import { registerEqualsJournal, registerOf, rowsOf } from '../fixtures/register'
import { move, setClock } from '../fixtures/stages'

const base = reportWorld()
const { link: good } = base
const { id } = base.card.deal

const attach = (world: World, part: Partial<SentFile> = {}, link: unknown = good) => attachBy(world, link, part)
const linesOf = (world: World) => fileLines(world, id)
const shownIn = (world: World) => shownFiles(world, good)
const opened = (world: World) => done(world, 'deal/open', { id, row: null, clientId: null })

describe('whoever has no right to it attaches nothing', () => {
  const target = { purpose: 'report', dealId: id, until: '2026-12-27', tag: good.k } as const
  const staffs = rowsOf(base.world, 'Сделки').find(
    ({ cells }) => cells['Этап'] === 'Консультация назначена' && cells['Консультант'] !== base.card.deal.consultant,
  )?.cells
  const tagOfStaff = linkTag('report', { ...base.card.deal, consultant: String(staffs?.['Консультант']) })
  const links: readonly (readonly [name: string, link: (world: World) => unknown, sentence: RegExp])[] = [
    ['a wrong signature', () => ({ ...good, s: 'A'.repeat(43) }), /^Ссылка не открывается/],
    ['another deal’s number', () => ({ ...good, d: String(id - 1) }), /^Ссылка не открывается/],
    ['a later day', () => ({ ...good, u: '20991231' }), /^Ссылка не открывается/],
    ['yesterday’s day', (world) => forged(world, { ...target, until: '2026-11-26' }), /^Срок ссылки прошёл/],
    ['a deal that is not there', (world) => forged(world, { ...target, dealId: 99_999_999 }), /^Эта ссылка больше не нужна/],
    [
      'a deal of staff',
      (world) => forged(world, { ...target, dealId: Number(staffs?.['№']), tag: tagOfStaff }),
      /^Эта ссылка больше не нужна/,
    ],
    ['the tag of another consultant', (world) => forged(world, { ...target, tag: 'zzzzzz' }), /^Эта ссылка больше не нужна/],
    ['another purpose', (world) => forged(world, { ...target, purpose: 'stop', tag: '' }), /^Страница прислала не то/],
  ]
  test.each(links)('%s', (_name, link, sentence) => {
    const world = base.world.fork()
    const before = registerOf(world)
    expect(attach(world, {}, link(world))).toEqual({ ok: false, retry: false, message: expect.stringMatching(sentence) })
    expect([world.state.files, registerOf(world)]).toEqual([[], before])
  })

  test('before the consultation has begun', () => {
    const world = base.world.fork()
    setClock(world, '2026-11-26T10:00')
    expect(attach(world)).toMatchObject({ ok: false, message: expect.stringMatching(/^Консультация ещё впереди/) })
    expect(world.state.files).toEqual([])
  })

  test.each(['accepted', 'lost'] as const)('after the deal went %s', (stage) => {
    const world = base.world.fork()
    attach(world)
    move(world, opened(world), stage, { reason: stage === 'lost' ? 'отказ клиента' : 'заболел' })
    expect(attach(world, { name: 'план.txt', mimeType: 'text/plain' })).toMatchObject({
      ok: false,
      message: expect.stringMatching(/^Эта ссылка больше не нужна/),
    })
    expect(viewOf(world, good)).toMatchObject({ view: 'notice' })
    expect(savedIn(world)).toHaveLength(1)
  })

  test('while the file is on its way the deal goes to somebody else: the file is taken back', () => {
    const world = base.world.fork()
    let isGone = false
    const record = world.invoke(sending({ link: good, method: 'report/attach', input: sentFile() }), [], {
      beforeCall: (_n, name) => {
        if (name !== 'Lock.acquire' || isGone || world.state.lock.heldBy !== null) return
        isGone = true
        move(world, opened(world), 'accepted', { reason: 'заболел' })
      },
    })
    expect(record.value).toEqual({ ok: false, retry: false, message: expect.stringMatching(/^Эта ссылка больше не нужна/) })
    expect([savedIn(world), linesOf(world)]).toEqual([[], []])
  })

  test('a link to feedback', () => {
    const { world, links: given } = feedbackWorld()
    expect(attach(world, {}, given[0])).toMatchObject({ ok: false, message: expect.stringMatching(/^Страница прислала не то/) })
    expect(world.state.files).toEqual([])
  })
})

describe('what is not taken: a sentence, nothing saved', () => {
  const elevenMegabytes = 'A'.repeat(Math.ceil((11 * 1024 * 1024) / 3) * 4)
  const program = Buffer.from('MZ\u0090\u0000', 'latin1').toString('base64')
  const bodies: readonly (readonly [name: string, input: unknown, sentence: RegExp])[] = [
    ['a program', sentFile({ name: 'смета.exe', mimeType: 'application/x-msdownload' }), /^Файл «смета.exe» не прикрепить/],
    ['a program called .pdf', sentFile({ mimeType: 'application/x-msdownload' }), /^Файл «смета.pdf» не прикрепить/],
    ['a program that says it is a PDF', sentFile({ base64: program }), /^Файл «смета.pdf» не прикрепить/],
    ['a page called .pdf', sentFile({ mimeType: 'text/html' }), /^Файл «смета.pdf» не прикрепить/],
    ['11 MB', sentFile({ base64: elevenMegabytes }), /^Файл «смета.pdf» не помещается: 11,1 МБ, а принимается до 10 МБ/],
    ['nothing', sentFile({ base64: '' }), /^«смета.pdf»: файл пуст/],
    ['no base64', sentFile({ base64: 'это не файл!' }), /^«смета.pdf»: файл пришёл повреждённым/],
    ['base64 with an end missing', sentFile({ base64: 'JVBERg=' }), /^«смета.pdf»: файл пришёл повреждённым/],
    ['an address instead of content', sentFile({ base64: 'data:application/pdf;base64,JVBERg==' }), /файл пришёл повреждённым/],
    ['no name', sentFile({ name: '' }), /^Файл «» не прикрепить/],
    ['a direction sign that hides the end', sentFile({ name: 'смета\u202efdp.exe' }), /^Файл «сметаfdp.exe» не прикрепить/],
    ['a name of a megabyte', sentFile({ name: `${'ж'.repeat(1_000_000)}.pdf` }), /^Слишком длинный текст/],
    ['a name that is a list', { ...sentFile(), name: ['смета.pdf'] }, /^Страница прислала не то/],
    ['content that is an object', { ...sentFile(), base64: { length: 4 } }, /^Страница прислала не то/],
    ['a report instead', report, /^Страница прислала не то/],
    ['nothing at all', undefined, /^Страница прислала не то/],
  ]
  test.each(bodies)('%s', (_name, input, sentence) => {
    const world = base.world.fork()
    const before = registerOf(world)
    expect(send(world, good, 'report/attach', input)).toEqual({ ok: false, retry: false, message: expect.stringMatching(sentence) })
    expect([world.state.files, registerOf(world)]).toEqual([[], before])
  })
})

const names: readonly (readonly [name: string, kept: RegExp])[] = [
  ['../../etc/смета.pdf', /^смета\.pdf$/],
  ['C:\\Документы\\смета.pdf', /^смета\.pdf$/],
  ['смета\u202e\u2066 2.pdf', /^смета 2\.pdf$/],
  ['смета\r\nhttps://evil.example.pdf', /^evil\.example\.pdf$/],
  [`${'длинное имя '.repeat(30)}.pdf`, /^длинное имя .{50,110}\.pdf$/],
  ['=HYPERLINK("x").pdf', /^=HYPERLINK\("x"\)\.pdf$/],
  ...Object.values(hostileTexts)
    .filter((text) => text.length < 900)
    .map((text): readonly [string, RegExp] => [`${text}.pdf`, /^[^\n]{0,116}\.pdf$/]),
]
test.each(names)('a file called %j: one line of plain text, shown escaped', (name, kept) => {
  const world = base.world.fork()
  const answer = attach(world, { name })
  expect(answer).toMatchObject({ ok: true, file: { name: expect.stringMatching(kept) } })
  expect(linesOf(world)).toHaveLength(1)
  expect(shownIn(world)).toEqual([expect.stringMatching(kept)])
  const { html } = open(world, good)
  const from = html.indexOf('id="desk-data">')
  expect(html.slice(from, html.indexOf('</script>', from))).not.toMatch(/<(script|img|svg|b)\b|<!--|<\?/)
  registerEqualsJournal(world)
})

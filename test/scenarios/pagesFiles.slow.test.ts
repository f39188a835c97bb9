/** C9, C5: files that the external consultant attaches to his report, through the shipped bundle: once each, only by his link, nothing else shown. */

import type { Fault, World } from '../../emulator/types'
import { expertFileLimit } from '../../src/domain/expertFiles'
import { linkTag } from '../../src/domain/signedLink'
import type { FileAnswer, PageInput } from '../../src/rpc/pageContract'
import { director, done, minute, office } from '../fixtures/desk'
import { hostileTexts } from '../fixtures/intakeHostile'
import { expert, feedbackWorld, forged, open, report, reportWorld, send, sending, viewOf } from '../fixtures/pagesDesk'
import { inEveryOrder } from '../fixtures/races'
import { registerEqualsJournal, registerOf, rowById, rowsOf } from '../fixtures/register'
import { move, setClock } from '../fixtures/stages'

const base = reportWorld()
const { link: good } = base
const { id } = base.card.deal
const pdf = Buffer.from('%PDF-1.7 смета').toString('base64')

type File = PageInput<'report/attach'>
const file = (part: Partial<File> = {}): File => ({ name: 'смета.pdf', mimeType: 'application/pdf', base64: pdf, ...part })
const numbered = (n: number) => file({ name: `фото ${n}.png`, mimeType: 'image/png', base64: Buffer.from(`png ${n}`).toString('base64') })

function attach(world: World, part: Partial<File> = {}, link: unknown = good): FileAnswer {
  return send(world, link, 'report/attach', file(part)) as unknown as FileAnswer
}
const savedIn = (world: World) => world.state.files.filter(({ mimeType }) => mimeType !== 'application/vnd.google-apps.folder')
const linesOf = (world: World) =>
  String(rowById(world, 'Сделки', id)['Файлы'] ?? '')
    .split('\n')
    .filter((line) => line !== '')
const shownIn = (world: World) => {
  const view = viewOf(world, good)
  return view.view === 'report' ? view.files.map(({ name }) => name) : []
}
const opened = (world: World) => done(world, 'deal/open', { id, row: null, clientId: null })

describe('C9, C5: a file comes with the report', () => {
  test('it stands in the folder of the web app’s account, for the office to read; its line is on the card, journalled under the expert', () => {
    const world = base.world.fork()
    expect(attach(world)).toEqual({ ok: true, file: { key: expect.stringMatching(/^[a-z\d]+$/), name: 'смета.pdf' } })
    const [saved] = savedIn(world)
    expect(saved).toMatchObject({ name: 'смета.pdf', mimeType: 'application/pdf', base64: pdf, owner: world.state.owner })
    expect([...(saved?.readers ?? []), saved?.owner].sort()).toEqual([director, office].sort())
    const [line] = linesOf(world)
    expect(line).toContain(`смета.pdf https://drive.google.com/file/d/${saved?.id}/view?usp=drivesdk#${good.k}-`)
    expect(rowsOf(world, 'Журнал').at(-1)?.cells).toMatchObject({
      Что: 'page/attach',
      Причина: 'смета.pdf',
      Кто: expert,
      Откуда: 'страница',
    })
    registerEqualsJournal(world)
  })

  test('below what the card lists already; the page shows its own files again and nothing else of the card', () => {
    const world = base.world.fork()
    const staff = { deal: opened(world).ref, name: 'паспорт клиента.pdf', mimeType: 'application/pdf', base64: pdf }
    done(world, 'file/attach', staff)
    attach(world)
    attach(world, { name: 'устав.txt', mimeType: 'text/plain' })
    expect(linesOf(world).map((line) => line.split(' https')[0])).toEqual(['паспорт клиента.pdf', 'смета.pdf', 'устав.txt'])
    const { html } = open(world, good)
    expect(shownIn(world)).toEqual(['смета.pdf', 'устав.txt'])
    expect(html).not.toMatch(/паспорт|drive\.google/)
  })

  test('before the report and after it, until the office has taken it over; the card keeps file and link', () => {
    const world = base.world.fork()
    attach(world)
    expect(send(world, good, 'report/send', report)).toMatchObject({ ok: true })
    expect(attach(world, { name: 'устав.txt', mimeType: 'text/plain' })).toMatchObject({ ok: true })
    const taken = done(world, 'deal/takeReport', { deal: opened(world).ref, chosen: [] })
    expect(taken.deal.files.split('\n')).toEqual([
      expect.stringMatching(/^смета\.pdf https/),
      expect.stringMatching(/^устав\.txt https/),
      `файл к отчёту: ${report.files}`,
    ])
    expect(attach(world, { name: 'план.txt', mimeType: 'text/plain' })).toEqual({
      ok: false,
      retry: false,
      message: `Отчёт №\u00a0${id} уже принят. Офис внёс его в карточку. Если нужна правка, позвоните нам.`,
    })
    expect(savedIn(world)).toHaveLength(2)
    registerEqualsJournal(world)
  })

  test('the office’s own line stays where a colleague writes while the file is on its way', () => {
    const world = base.world.fork()
    let isWritten = false
    const fill = { deal: opened(world).ref, fields: { comments: 'Позвонить в среду' } }
    world.invoke(sending({ link: good, method: 'report/attach', input: file() }), [], {
      beforeCall: (_n, name) => {
        if (name !== 'Lock.acquire' || isWritten || world.state.lock.heldBy !== null) return
        isWritten = true
        done(world, 'deal/fill', fill)
      },
    })
    expect(rowById(world, 'Сделки', id)).toMatchObject({ Комментарии: 'Позвонить в среду', Файлы: expect.stringContaining('смета.pdf') })
    registerEqualsJournal(world)
  })
})

describe('one file, one line', () => {
  test('sent again after a lost answer it is told as attached, and nothing is saved twice', () => {
    const world = base.world.fork()
    const first = attach(world)
    const before = registerOf(world)
    expect(attach(world)).toEqual(first)
    expect(savedIn(world)).toHaveLength(1)
    expect(registerOf(world)).toEqual(before)
  })

  test('of one name with other content it is another file: a phone calls every picture image.jpg', () => {
    const world = base.world.fork()
    for (const content of ['первый', 'второй'])
      attach(world, { name: 'image.jpg', mimeType: 'image/jpeg', base64: Buffer.from(content).toString('base64') })
    expect(shownIn(world)).toEqual(['image.jpg', 'image.jpg'])
  })

  test('two calls with the same file at once, in every order: one line, one file', () => {
    const call = sending({ link: good, method: 'report/attach', input: file() })
    const orders = inEveryOrder(base.world, [call, call], 1, (after) => {
      expect(linesOf(after)).toHaveLength(1)
      expect(savedIn(after)).toHaveLength(1)
      registerEqualsJournal(after)
    })
    expect(orders).toBeGreaterThan(1)
  })

  test('a run that dies at any call leaves no half line; sent again, the file stands once', () => {
    const calls = base.world.fork().invoke(sending({ link: good, method: 'report/attach', input: file() })).calls.length
    for (let at = 1; at <= calls; at++)
      for (const kind of ['kill', 'killAfter'] as const) {
        const world = base.world.fork()
        const fault: Fault = { at, kind }
        world.invoke(sending({ link: good, method: 'report/attach', input: file() }), [fault])
        registerEqualsJournal(world)
        expect(linesOf(world).length).toBeLessThanOrEqual(1)
        expect(attach(world)).toMatchObject({ ok: true })
        expect(linesOf(world)).toHaveLength(1)
        expect(savedIn(world).map((saved) => saved.id)).toContain(/\/d\/([^/]+)\//.exec(linesOf(world)[0] ?? '')?.[1])
        registerEqualsJournal(world)
      }
  })

  test('Drive does not answer: a sentence, nothing written, and the next try comes through', () => {
    const world = base.world.fork()
    const before = registerOf(world)
    const calls = base.world.fork().invoke(sending({ link: good, method: 'report/attach', input: file() })).calls
    for (const { n } of calls.filter(({ name }) => name === 'Drive.Files.create')) {
      const record = world
        .fork()
        .invoke(sending({ link: good, method: 'report/attach', input: file() }), [{ at: n, kind: 'fail', message: 'Empty response' }])
      expect(record.value).toEqual({ ok: false, retry: true, message: expect.stringMatching(/^Сейчас не получилось/) })
    }
    expect(registerOf(world)).toEqual(before)
    expect(attach(world)).toMatchObject({ ok: true })
  })

  test('the lock does not come: the file is taken back', () => {
    const world = base.world.fork()
    world.state.lock.heldBy = 999_999
    expect(attach(world)).toMatchObject({ ok: false, retry: true })
    expect(savedIn(world)).toEqual([])
    expect(linesOf(world)).toEqual([])
  })
})

test(`at most ${expertFileLimit} files of a link; a line that the office removes makes room; the card's other files do not count`, () => {
  const world = base.world.fork()
  done(world, 'file/attach', { deal: opened(world).ref, name: 'паспорт.pdf', mimeType: 'application/pdf', base64: pdf })
  for (let n = 1; n <= expertFileLimit; n++) expect(send(world, good, 'report/attach', numbered(n))).toMatchObject({ ok: true })
  const eleventh = () => send(world, good, 'report/attach', numbered(11)) as unknown as FileAnswer
  expect(eleventh()).toEqual({
    ok: false,
    retry: false,
    message: 'К отчёту прилагается не больше 10 файлов. На остальные вставьте ссылку.',
  })
  expect(send(world, good, 'report/attach', numbered(10))).toMatchObject({ ok: true })
  expect(savedIn(world)).toHaveLength(11)
  done(world, 'deal/undo', { deal: opened(world).ref }, director)
  expect(shownIn(world)).toHaveLength(9)
  world.state.now += minute
  expect(eleventh()).toMatchObject({ ok: true })
  registerEqualsJournal(world)
})

test('a minute brings at most twenty uses of one link, files among them', () => {
  const world = base.world.fork()
  const answers = Array.from({ length: 21 }, () => attach(world))
  expect(answers.map(({ ok }) => ok)).toEqual([...Array(20).fill(true), false])
  expect(answers[20]).toMatchObject({ message: expect.stringMatching(/^Слишком много обращений/) })
})

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
    const record = world.invoke(sending({ link: good, method: 'report/attach', input: file() }), [], {
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
    ['a program', file({ name: 'смета.exe', mimeType: 'application/x-msdownload' }), /^Файл «смета.exe» не прикрепить/],
    ['a program called .pdf', file({ mimeType: 'application/x-msdownload' }), /^Файл «смета.pdf» не прикрепить/],
    ['a program that says it is a PDF', file({ base64: program }), /^Файл «смета.pdf» не прикрепить/],
    ['a page called .pdf', file({ mimeType: 'text/html' }), /^Файл «смета.pdf» не прикрепить/],
    ['11 MB', file({ base64: elevenMegabytes }), /^Файл «смета.pdf» не помещается: 11,1 МБ, а принимается до 10 МБ/],
    ['nothing', file({ base64: '' }), /^«смета.pdf»: файл пуст/],
    ['no base64', file({ base64: 'это не файл!' }), /^«смета.pdf»: файл пришёл повреждённым/],
    ['base64 with an end missing', file({ base64: 'JVBERg=' }), /^«смета.pdf»: файл пришёл повреждённым/],
    ['an address instead of content', file({ base64: 'data:application/pdf;base64,JVBERg==' }), /файл пришёл повреждённым/],
    ['no name', file({ name: '' }), /^Файл «» не прикрепить/],
    ['a direction sign that hides the end', file({ name: 'смета\u202efdp.exe' }), /^Файл «сметаfdp.exe» не прикрепить/],
    ['a name of a megabyte', file({ name: `${'ж'.repeat(1_000_000)}.pdf` }), /^Слишком длинный текст/],
    ['a name that is a list', { ...file(), name: ['смета.pdf'] }, /^Страница прислала не то/],
    ['content that is an object', { ...file(), base64: { length: 4 } }, /^Страница прислала не то/],
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

test('calls: a file costs eleven and one for each reader, the first of the account two more; a repeated one five', () => {
  const world = base.world.fork()
  const calls = () => world.state.executions.at(-1)
  attach(world)
  const readers = calls()?.calls.filter(({ name }) => name === 'Drive.Permissions.create').length ?? 0
  expect([readers, calls()?.leavingCalls]).toEqual([1, 14])
  attach(world, { name: 'устав.txt', mimeType: 'text/plain' })
  expect(calls()?.leavingCalls).toBe(12)
  attach(world)
  expect(calls()?.leavingCalls).toBe(5)
})

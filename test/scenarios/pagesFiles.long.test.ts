/** C9, C5: files that the external consultant attaches to his report, through the shipped bundle: once each, only by his link, nothing else shown. */

import type { World } from '../../emulator/world/types'
import { expertFileLimit } from '../../src/domain/external/expertFiles'
import { deathFaults } from '../fixtures/deaths'
import { director, done, minute, office } from '../fixtures/desk'
import {
  attachBy,
  expert,
  fileLines,
  open,
  report,
  reportWorld,
  type SentFile,
  savedIn,
  send,
  sending,
  sentFile,
  shownFiles,
} from '../fixtures/pagesDesk'
import { inEveryOrder } from '../fixtures/races'
import { registerEqualsJournal, registerOf, rowById, rowsOf } from '../fixtures/register'

const base = reportWorld()
const { link: good } = base
const { id } = base.card.deal
const numbered = (n: number) =>
  sentFile({ name: `фото ${n}.png`, mimeType: 'image/png', base64: Buffer.from(`png ${n}`).toString('base64') })
const attach = (world: World, part: Partial<SentFile> = {}) => attachBy(world, good, part)
const linesOf = (world: World) => fileLines(world, id)
const shownIn = (world: World) => shownFiles(world, good)
const opened = (world: World) => done(world, 'deal/open', { id, row: null, clientId: null })

describe('C9, C5: a file comes with the report', () => {
  test('it stands in the folder of the web app’s account, for the office to read; its line is on the card, journalled under the expert', () => {
    const world = base.world.fork()
    expect(attach(world)).toEqual({ ok: true, file: { key: expect.stringMatching(/^[a-z\d]+$/), name: 'смета.pdf' } })
    const [saved] = savedIn(world)
    expect(saved).toMatchObject({ name: 'смета.pdf', mimeType: 'application/pdf', base64: sentFile().base64, owner: world.state.owner })
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
    const staff = { deal: opened(world).ref, name: 'паспорт клиента.pdf', mimeType: 'application/pdf', base64: sentFile().base64 }
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
    world.invoke(sending({ link: good, method: 'report/attach', input: sentFile() }), [], {
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
    const call = sending({ link: good, method: 'report/attach', input: sentFile() })
    const orders = inEveryOrder(base.world, [call, call], 1, (after) => {
      expect(linesOf(after)).toHaveLength(1)
      expect(savedIn(after)).toHaveLength(1)
      registerEqualsJournal(after)
    })
    expect(orders).toBeGreaterThan(1)
  })

  test('a run that dies at any call leaves no half line; sent again, the file stands once', () => {
    const { calls } = base.world.fork().invoke(sending({ link: good, method: 'report/attach', input: sentFile() }))
    for (const fault of deathFaults(calls)) {
      const world = base.world.fork()
      world.invoke(sending({ link: good, method: 'report/attach', input: sentFile() }), [fault])
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
    const calls = base.world.fork().invoke(sending({ link: good, method: 'report/attach', input: sentFile() })).calls
    for (const { n } of calls.filter(({ name }) => name === 'Drive.Files.create')) {
      const record = world
        .fork()
        .invoke(sending({ link: good, method: 'report/attach', input: sentFile() }), [{ at: n, kind: 'fail', message: 'Empty response' }])
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
  done(world, 'file/attach', { deal: opened(world).ref, name: 'паспорт.pdf', mimeType: 'application/pdf', base64: sentFile().base64 })
  for (let n = 1; n <= expertFileLimit; n++) expect(send(world, good, 'report/attach', numbered(n))).toMatchObject({ ok: true })
  const eleventh = () => send(world, good, 'report/attach', numbered(11))
  expect(eleventh()).toEqual({
    ok: false,
    retry: false,
    message: 'Прилагается не больше 10 файлов. На остальные вставьте ссылку.',
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

test('calls: a file costs eleven and one for each reader, the first of the account three more; a repeated one five', () => {
  const world = base.world.fork()
  const calls = () => world.state.executions.at(-1)
  attach(world)
  const readers = calls()?.calls.filter(({ name }) => name === 'Drive.Permissions.create').length ?? 0
  expect([readers, calls()?.leavingCalls]).toEqual([1, 15])
  attach(world, { name: 'устав.txt', mimeType: 'text/plain' })
  expect(calls()?.leavingCalls).toBe(12)
  attach(world)
  expect(calls()?.leavingCalls).toBe(5)
})

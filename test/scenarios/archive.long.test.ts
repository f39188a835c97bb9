/** S1: closed deals move to the archive of their year at night, and everything that asks for them still finds them. */

import type { World } from '../../emulator/world/types'
import { dealTitles } from '../../src/domain/deal/fieldTitles'
import { nightOf, officeOfYears, saidBy, tick } from '../fixtures/archiveDesk'
import { call, deskWorld, director, done, refusal, sheet } from '../fixtures/desk'
import { columnOf, registerEqualsJournal, rowById, rowsOf, standingIn } from '../fixtures/register'

const archiveTitles = ['Архив 2024', 'Архив 2025']
const idsIn = (world: World, title: string) => rowsOf(world, title).map(({ cells }) => Number(cells['№']))
const hasArchive = (world: World) =>
  world.state.spreadsheets[world.state.boundSpreadsheetId]?.sheets.some(({ title }) => title.startsWith('Архив')) === true
const archivedIn = (world: World) => archiveTitles.flatMap((title) => idsIn(world, title))

/** Two batches: more than 500 closed deals are old enough. */
const office = officeOfYears(1200)
nightOf(office)
const first = office.fork()
const firstRun = tick(first)
const archived = first.fork()
const laterRuns = [tick(archived), tick(archived)]

describe('S1: archiving', () => {
  test('by day, and in the first run after midnight, nothing moves', () => {
    const day = officeOfYears(200)
    expect(saidBy(tick(day))).toBe('')
    nightOf(day)
    expect(hasArchive(day)).toBe(false)
  })

  test('500 deals a run; the next tick goes on; then nothing is left', () => {
    expect(saidBy(firstRun)).toBe('')
    expect(laterRuns.map(saidBy)).toEqual(['', ''])
    expect(archivedIn(first)).toHaveLength(500)
    const left = rowsOf(archived, 'Сделки').filter(
      ({ cells }) => ['Успешно завершённые', 'Неуспешные'].includes(String(cells['Этап'])) && Number(cells['На этапе с']) < 45953,
    )
    expect(left).toEqual([])
    expect(archivedIn(archived).length).toBeGreaterThan(600)
    registerEqualsJournal(archived)
  })

  test('each deal stands in the year of its consultation, with the columns of «Сделки»', () => {
    for (const title of archiveTitles) {
      expect((sheet(archived, title).cells[0] ?? []).map(standingIn)).toEqual(Object.values(dealTitles))
      const years = rowsOf(archived, title).map(
        ({ cells }) => new Date(Date.UTC(1899, 11, 30 + Number(cells['Начало'] ?? cells['На этапе с']))),
      )
      expect(new Set(years.map((at) => `Архив ${at.getUTCFullYear()}`))).toEqual(new Set([title]))
    }
  })

  test('one transaction of a fixed number of calls', () => {
    const calls = firstRun.calls.filter(({ leaves }) => leaves).map(({ name }) => name)
    expect(calls.slice(calls.lastIndexOf('Lock.acquire'))).toEqual([
      'Lock.acquire',
      ...['Sheets.Values.batchGet', 'Sheets.Values.batchGet', 'Sheets.Values.batchGet', 'Sheets.get'],
      'Sheets.batchUpdate',
      'Sheets.Values.batchGet',
      'Lock.release',
    ])
  })

  test('a deal that still owes something stays', () => {
    const world = office.fork()
    const [title, key] = ['Контроль', 'Обязательство']
    const control = sheet(world, title)
    control.cells[1] = [`T3.pay:1`, 'T3', 'Оплатить', '', 'директор', 46000, 46000, 1, 2, 1]
    expect(columnOf(control, key)).toBe(1)
    tick(world)
    expect(idsIn(world, 'Сделки')).toContain(1)
    expect(archivedIn(world)).toContain(2)
  })

  test('a row that differs from its journal is left to the check of edits', () => {
    const world = office.fork()
    const deals = sheet(world, 'Сделки')
    const row = [...(deals.cells[2] ?? [])]
    row[columnOf(deals, 'Содержание') - 1] = 'Дописано без триггера'
    deals.cells[2] = row
    tick(world)
    expect(idsIn(world, 'Сделки')).toContain(2)
    expect(archivedIn(world)).toContain(3)
  })

  test('«В архив через, месяцев» 0: nothing is archived', () => {
    const world = office.fork()
    const settings = sheet(world, 'Настройки')
    const row = settings.cells.findIndex((cells) => standingIn(cells?.[0]) === 'В архив через, месяцев')
    settings.cells[row] = ['В архив через, месяцев', 0, 'S1']
    tick(world)
    expect(hasArchive(world)).toBe(false)
  })
})

describe('S1–S3: what asks for archived deals', () => {
  const id = Number(rowsOf(archived, 'Архив 2024')[0]?.cells['№'])
  const clientId = Number(rowsOf(archived, 'Архив 2024')[0]?.cells['№ клиента'])

  test.each(['2024-03', '2024-12', '2025-01', '2025-10', '2026-10'])('the numbers of %s are the same before and after', (month) => {
    const numbers = (world: World) => {
      done(world, 'month/report', { month }, director)
      return sheet(world, `Отчёт ${month}`).cells.map((row) => (row ?? []).map(standingIn))
    }
    expect(numbers(archived.fork())).toEqual(numbers(office.fork()))
  })

  test('a deal opened by its number is shown to read, with its year', () => {
    const card = done(archived.fork(), 'deal/open', { id, row: null, clientId: null })
    expect([card.archive, card.deal.id, card.steps, card.editable]).toEqual(['2024', id, [], []])
    expect(card.client?.id).toBe(clientId)
    expect(done(archived.fork(), 'deal/search', { text: String(id) }).matches.map((one) => one.id)).toContain(id)
  })

  test('commands on it are refused with the place where it stands', () => {
    const world = archived.fork()
    const deal = { id, row: null, version: 6, clientId }
    const sentence = `Сделка № ${id} давно закрыта и стоит в архиве 2024: её можно только читать. Если клиент обратился снова, заведите новую заявку.`
    expect(refusal(world, 'deal/reopen', { deal, reason: 'ошибка' }, director)).toBe(sentence)
    expect(refusal(world, 'deal/undo', { deal })).toBe(sentence)
    expect(refusal(world, 'deal/fill', { deal, fields: { minutes: 90 } })).toBe(sentence)
    expect(refusal(world, 'external/pay', { deals: [deal], paid: true }, director)).toBe(sentence)
    expect(call(world, 'deal/open', { id: 999_999, row: null, clientId: null })).toMatchObject({
      ok: false,
      problem: { code: 'dealNotFound' },
    })
  })

  test('T3: external consultations of an archived month are listed to look at', () => {
    const listed = (world: World) => {
      const staff = sheet(world, 'Сотрудники')
      const external = columnOf(staff, 'Внешний') - 1
      staff.cells = staff.cells.map((row, at) => (at === 0 || !row ? row : row.map((cell, column) => (column === external ? 'да' : cell))))
      return done(world, 'external/list', { month: '2024-12' }, director).projects
    }
    const [before, after] = [listed(office.fork()), listed(archived.fork())]
    const lines = (of: typeof before) => of.flatMap(({ consultations }) => consultations)
    expect(lines(before).length).toBeGreaterThan(0)
    expect(new Set(lines(before).map((one) => one.archived))).toEqual(new Set([false]))
    expect(new Set(lines(after).map((one) => one.archived))).toEqual(new Set([true]))
    expect(after.map(({ project, due, held }) => [project, due, held])).toEqual(
      before.map(({ project, due, held }) => [project, due, held]),
    )
  })

  test('the history of a deal tells that it was archived', () => {
    expect(done(archived.fork(), 'deal/history', { id }).lines[0]?.text).toBe('перенесена в архив')
  })

  test('the client’s history tells how many more there are, and reads them when asked', () => {
    const held = (world: World) => done(world, 'client/history', { clientId }).consultations
    const before = held(office.fork())
    const { consultations, inArchive } = done(archived.fork(), 'client/history', { clientId })
    expect(consultations.length + inArchive).toBe(before.length)
    const all = done(archived.fork(), 'client/history', { clientId, archive: true })
    expect(all.inArchive).toBe(0)
    expect(all.consultations.map(({ row: _, ...one }) => one)).toEqual(before.map(({ row: _, ...one }) => one))
  })

  test('the client’s last consultation is told while one types, without reading an archive', () => {
    const typed = { text: `Северный маяк — ${clientId}` }
    const last = (world: World) => {
      const found = done(world, 'client/search', typed).matches.filter(({ client }) => client.id === clientId)
      expect(found).toHaveLength(1)
      return found[0]?.last
    }
    const before = last(office.fork())
    expect(before).toMatchObject({ start: expect.stringMatching(/^202\d-/) })
    expect(last(archived.fork())).toEqual(before)
  })

  test('K3: a client whose consultations are all archived is not a new one', () => {
    const whys = (world: World) => done(world, 'week/list', {}).ready.map(({ deal, feedbackWhy }) => [deal.id, feedbackWhy])
    expect(whys(archived.fork())).toEqual(whys(office.fork()))
    expect(whys(archived.fork()).map(([, why]) => why)).not.toContain('новый клиент')
  })

  test('two cards of one client merged: the history of both is there', () => {
    const world = archived.fork()
    const other = clientId + 1
    const count = (id: number) => done(world, 'client/history', { clientId: id, archive: true }).consultations.length
    const both = count(clientId) + count(other)
    done(world, 'client/merge', { keep: clientId, drop: other })
    expect(count(clientId)).toBe(both)
    expect(done(world, 'client/history', { clientId })).toMatchObject({
      inArchive: both - done(world, 'client/history', { clientId }).consultations.length,
    })
    registerEqualsJournal(world)
    done(world, 'client/unmerge', { drop: other })
    expect(count(clientId) + count(other)).toBe(both)
  })
})

describe('edits by hand around the archive', () => {
  test('archived rows are not put back into «Сделки» by the daily check', () => {
    const world = archived.fork()
    const before = idsIn(world, 'Сделки')
    nightOf(world, '2026-11-25')
    expect(idsIn(world, 'Сделки')).toEqual(before)
    registerEqualsJournal(world)
  })

  test('an archived row copied back is emptied, and the archive keeps it', () => {
    const world = archived.fork()
    const deals = sheet(world, 'Сделки')
    const [id = 0] = idsIn(world, 'Архив 2024')
    const copy = sheet(world, 'Архив 2024').cells[1] ?? []
    deals.cells.push([...copy])
    nightOf(world, '2026-11-25')
    expect(idsIn(world, 'Сделки')).not.toContain(id)
    expect(rowById(world, 'Архив 2024', id)['№']).toBe(id)
    registerEqualsJournal(world)
  })

  test('what a person types into an archive is left alone', () => {
    const world = archived.fork()
    const column = columnOf(sheet(world, 'Архив 2024'), 'Проект')
    world.hand.type({ sheet: 'Архив 2024', row: 2, column, value: 'Школа', user: director })
    nightOf(world, '2026-11-25')
    expect(standingIn(sheet(world, 'Архив 2024').cells[1]?.[column - 1])).toBe('Школа')
  })

  test('a sheet of that name which the product did not make stops the archiving, and nothing moves', () => {
    const world = office.fork()
    const spreadsheet = world.state.spreadsheets[world.state.boundSpreadsheetId]
    spreadsheet?.sheets.push({ ...sheet(world, 'Темы'), sheetId: 7, title: 'Архив 2024' })
    expect(saidBy(tick(world))).toContain('В таблице уже есть лист «Архив 2024», созданный не программой')
    expect(idsIn(world, 'Сделки')).toEqual(idsIn(office, 'Сделки'))
  })
})

test('a fresh office has nothing to archive and asks once a night', () => {
  const world = deskWorld()
  nightOf(world)
  const runs = [tick(world), tick(world)].map(({ calls }) => calls.filter(({ leaves }) => leaves).length)
  expect(runs[1]).toBeLessThan(runs[0] ?? 0)
})

/** Screens of the dialogs for the gallery: Friday, the board, import, Planfix, the report. */

import { button, fails, fill, hangs, no, ok, rest } from './galleryActs.mjs'
import * as boards from './galleryBoard.mjs'
import * as fixture from './galleryFixture.mjs'

export const screens = {
  week: { data: { view: 'weekClose', week: fixture.week } },
  'week-ready': { data: { view: 'weekClose', week: fixture.week }, does: [(page) => page.getByRole('option').nth(3).click()] },
  'week-closing': { data: { view: 'weekClose', week: fixture.week }, does: [button(/^Закрыть \d/)], answers: { 'week/close': hangs } },
  'week-closed': { data: { view: 'weekClose', week: fixture.week }, does: [button(/^Закрыть \d/), rest(200)] },
  'week-undone': {
    data: { view: 'weekClose', week: fixture.week },
    does: [button(/^Закрыть \d/), rest(200), button('Отменить'), rest(200)],
  },
  'week-undoing': {
    data: { view: 'weekClose', week: fixture.week },
    size: { width: 700, height: 600 },
    does: [button(/^Закрыть \d/), rest(200), button('Отменить'), rest(50)],
    answers: { 'week/undo': hangs },
  },
  'week-empty': { data: { view: 'weekClose', week: { ...fixture.week, ready: [], incomplete: [], awaiting: [] } } },
  'week-narrow': { data: { view: 'weekClose', week: fixture.week }, size: { width: 700, height: 600 } },
  board: { data: { view: 'slotBoard', board: boards.board } },
  'board-narrow': { data: { view: 'slotBoard', board: boards.board }, size: { width: 700, height: 600 } },
  'board-next-week': { data: { view: 'slotBoard', board: boards.board }, does: [button('7–13 декабря'), rest(100)] },
  'board-empty': { data: { view: 'slotBoard', board: boards.emptyBoard } },
  'board-one': { data: { view: 'slotBoard', board: { ...boards.board, rows: boards.board.rows.slice(0, 1) } } },
  'board-nobody': { data: { view: 'slotBoard', board: { ...boards.board, rows: [] } } },
  'board-error': { data: { view: 'slotBoard', board: null }, answers: { 'slot/board': fails }, does: [rest(100)] },
  'board-own': { data: { view: 'slotBoard', board: boards.ownBoard, me: boards.consultant } },
  'board-own-narrow': { data: { view: 'slotBoard', board: boards.ownBoard, me: boards.consultant }, size: { width: 700, height: 600 } },
  'board-print': { data: { view: 'slotBoard', board: boards.board }, does: [(page) => page.emulateMedia({ media: 'print' })], full: true },
  'board-repeat': { data: { view: 'slotBoard', board: boards.board }, does: [button(/Повторить/), rest(100)] },
  'board-repeat-none': {
    data: { view: 'slotBoard', board: boards.board },
    does: [button(/Повторить/), rest(100)],
    answers: { 'slot/repeatWeek': ok({ ...boards.proposal, slots: [] }) },
  },
  'board-repeat-done': {
    data: { view: 'slotBoard', board: boards.board },
    does: [button(/Повторить/), rest(100), button(/^Записать/), rest(100)],
  },
  'board-repeat-failed': {
    data: { view: 'slotBoard', board: boards.board },
    does: [button(/Повторить/), rest(100)],
    answers: { 'slot/repeatWeek': fails },
  },
  'import-start': { data: { view: 'import' } },
  'import-preview': { data: { view: 'import' }, does: [chooseFile] },
  'import-applying': { data: { view: 'import' }, does: [chooseFile, button(/^Загрузить/)], answers: { 'import/apply': hangs } },
  'import-done': { data: { view: 'import' }, does: [chooseFile, button(/^Загрузить/), rest(100)] },
  'import-none': {
    data: { view: 'import' },
    does: [chooseFile],
    answers: { 'import/preview': ok({ ...fixture.importPreview, taken: 0, sample: [], duplicates: 0, matchedEvents: 0 }) },
  },
  planfix: { data: { view: 'taskTools' } },
  'planfix-kept': { data: { view: 'taskTools' }, answers: { 'tasks/state': ok(fixture.planfixKept) } },
  'planfix-linked': {
    data: { view: 'taskTools' },
    does: [rest(100), fill('Аккаунт', 'centre'), fill('Ключ доступа (API)', 'k-7f3a'), button('Проверить и подключить'), rest(100)],
  },
  'planfix-busy': {
    data: { view: 'taskTools' },
    does: [rest(100), fill('Аккаунт', 'centre'), fill('Ключ доступа (API)', 'k-7f3a'), button('Проверить и подключить')],
    answers: { 'tasks/connect': hangs },
  },
  'planfix-refused': {
    data: { view: 'taskTools' },
    does: [rest(100), fill('Аккаунт', 'centre'), fill('Ключ доступа (API)', 'k-old'), button('Проверить и подключить'), rest(100)],
    answers: { 'tasks/connect': ok(fixture.planfixRefused) },
  },
  'planfix-failed': { data: { view: 'taskTools' }, answers: { 'tasks/state': fails } },
  report: { data: { view: 'report', me: fixture.director } },
  'report-narrow': {
    data: { view: 'report', me: fixture.director },
    size: { width: 700, height: 640 },
    does: [button('Посмотреть письма')],
  },
  'report-letters': {
    data: { view: 'report', me: fixture.director },
    does: [button('Посмотреть письма'), rest(100), (page) => page.locator('.letter summary').first().click()],
  },
  'report-told': {
    data: { view: 'report', me: fixture.director },
    does: [button('Посмотреть письма'), rest(100), button(/^Отправить/), rest(150)],
  },
  'report-approved': { data: { view: 'report', me: fixture.director }, does: [button('Утвердить'), rest(100)] },
  'report-again': {
    data: { view: 'report', me: fixture.director },
    answers: {
      'month/preview': ok(fixture.approvedMonth),
      'month/approve': no(
        'Сводка за ноябрь 2026 уже утверждена: 2 декабря, 10:00, Михайлова Марина Евгеньевна (S2). Чтобы утвердить нынешние числа вместо прежних, подтвердите это.',
        { code: 'monthApproved' },
      ),
    },
    does: [rest(80), button('Утвердить'), rest(100)],
  },
  'report-days': {
    data: { view: 'report', me: fixture.director },
    does: [(page) => page.getByText('Даты', { exact: true }).click(), rest(100)],
  },
  'report-empty': { data: { view: 'report', me: fixture.director }, answers: { 'month/preview': ok(fixture.emptyMonth) } },
  'report-pr': { data: { view: 'report', me: { ...fixture.director, roles: ['prManager'] } } },
  'report-making': { data: { view: 'report', me: fixture.director }, does: [button('Сформировать')], answers: { 'month/report': hangs } },
  'report-lost': { data: { view: 'report', me: fixture.director }, answers: { 'month/preview': fails } },
  'report-done': { data: { view: 'report' }, does: [button('Сформировать'), rest(100)] },
  'report-failed': { data: { view: 'report' }, does: [button('Сформировать'), rest(100)], answers: { 'month/report': fails } },
}

async function chooseFile(page) {
  const buffer = Buffer.from('Номер;Организация\n41217;АНО «Маяк»\n41218;Фонд «Поморье»\n')
  await page.getByLabel('Выбрать файл CSV').setInputFiles({ name: 'amocrm-deals.csv', mimeType: 'text/csv', buffer })
  await page.waitForTimeout(100)
}

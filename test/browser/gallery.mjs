/** Pictures of every screen into .screenshots/: run by hand, `node test/browser/gallery.mjs [part of a name]`. */

import { mkdir } from 'node:fs/promises'
import chromium from '@sparticuz/chromium'
import { chromium as playwright } from 'playwright-core'
import { buildPage } from '../../src/sidebar/buildPage.mjs'
import { button, fails, fill, hangs, key, no, ok, openCard, rest, tab, toForm } from './galleryActs.mjs'
import * as boards from './galleryBoard.mjs'
import * as calendar from './galleryCalendar.mjs'
import * as data from './galleryData.mjs'
import * as externals from './galleryExternals.mjs'
import * as month from './galleryMonth.mjs'

const fixture = { ...data, ...month }

const folder = new URL('../../.screenshots/', import.meta.url)
const origin = 'http://desk.local/'
const answers = {
  'desk/today': ok(fixture.today),
  'client/search': ok({ matches: fixture.matches }),
  'deal/create': ok(fixture.acceptedCard),
  'deal/open': ok(fixture.unsortedCard),
  'deal/current': ok(fixture.unsortedCard),
  'deal/search': ok({
    matches: [
      {
        id: 41217,
        row: 217,
        clientId: 7,
        organisation: fixture.client.organisation,
        contact: 'Анна',
        stage: 'assigned',
        consultant: 'ММ',
        start: '2026-11-27T10:00',
      },
    ],
  }),
  'deal/history': ok(fixture.history),
  'deal/note': ok(fixture.unsortedCard),
  'deal/fill': ok(fixture.heldCard),
  'client/fill': ok(fixture.unsortedCard),
  'deal/move': ok(fixture.heldCard),
  'slot/list': ok(fixture.slotList),
  'deal/book': ok({ card: fixture.assignedCard, lettersWaiting: 2 }),
  'outbox/send': ok({ sent: 2, failed: 0, waiting: 0 }),
  'week/list': ok(fixture.week),
  'week/close': ok({
    closed: 14,
    unanswered: 3,
    asked: 2,
    undo: fixture.week.ready.map(({ ref }) => ref),
    refused: [{ id: 41112, sentence: 'карточку только что изменили: посмотрите и закройте ещё раз' }],
    lettersWaiting: 2,
  }),
  'week/undo': ok({
    undone: 12,
    refused: [41111, 41115].map((id) => ({ id, sentence: 'письмо клиенту уже ушло' })),
  }),
  'external/list': ok(externals.month),
  'external/pay': ok({ deals: externals.paidRefs }),
  'deal/undo': ok({
    card: {
      ...fixture.unsortedCard,
      deal: { ...fixture.unsortedCard.deal, attempts: 0, lastAttemptAt: null, version: 5 },
      nextAttemptAt: null,
    },
    undone: 'не дозвонились, попытка 1 из 3',
  }),
  'deal/reopen': ok(fixture.heldCard),
  'deal/askExternal': ok({ card: fixture.externalCard, lettersWaiting: 1 }),
  'deal/takeReport': ok(fixture.heldCard),
  'deal/repeats': ok({ repeats: [] }),
  'deal/join': ok({ ...fixture.acceptedCard, deal: { ...fixture.acceptedCard.deal, id: 41198 } }),
  'client/history': ok({ consultations: [], inArchive: 0 }),
  'client/merge': ok({ client: fixture.client, deals: 3 }),
  'client/unmerge': ok({ client: fixture.client, deals: 3 }),
  'intake/readLetter': ok(fixture.readLetter),
  'slot/board': ok(boards.board),
  'slot/repeatWeek': ok({ ...boards.proposal, written: 2 }),
  'planfix/state': ok({ connected: false, account: '', template: '', done: '', message: '', good: false }),
  'planfix/connect': ok(fixture.planfixLinked),
  'month/report': ok(fixture.monthReport),
  'month/preview': ok(fixture.monthPreview),
  'month/approve': ok(fixture.approvedMonth),
  'month/letters': ok({ letters: fixture.monthLetters }),
  'month/tell': ok({ letters: fixture.monthLetters.map((one) => ({ ...one, sent: one.to === '' ? 0 : 1 })), lettersWaiting: 3 }),
  'month/published': ok(fixture.approvedMonth),
  'month/csv': ok({ name: 'a.csv', text: '' }),
  'import/preview': ok(fixture.importPreview),
  'import/apply': ok({ ...fixture.importPreview, issues: [], written: 1284 }),
}

const pasted = [tab('Заявка'), button('Вставить письмо'), fill('Текст письма', fixture.letter)]
const twins = [tab('Заявка'), fill('Телефон, организация или почта', 'Маяк'), rest(350)]

const screens = {
  today: {},
  'today-all': { does: [(page) => page.getByText('Все', { exact: true }).click()] },
  'today-empty': { data: { today: { ...fixture.today, items: [], heartbeat: '2026-11-23T06:00' } } },
  'today-error': { data: { today: null }, answers: { 'desk/today': fails } },
  'today-dialog-open': { does: [button(/Внести отчёт/)], answers: { 'deal/open': hangs } },
  'intake-start': { does: [tab('Заявка')] },
  'intake-matches': { does: [tab('Заявка'), fill('Телефон, организация или почта', 'маяк'), rest(350)] },
  'intake-unknown': {
    does: [tab('Заявка'), fill('Телефон, организация или почта', '8 911 222-33-44'), rest(350)],
    answers: { 'client/search': ok({ matches: [] }) },
  },
  'intake-new': {
    does: [tab('Заявка'), fill('Телефон, организация или почта', '8 911 222-33-44'), rest(350), key('Enter')],
    answers: { 'client/search': ok({ matches: [] }) },
  },
  'intake-new-faults': {
    full: true,
    does: [
      tab('Заявка'),
      fill('Телефон, организация или почта', '8 911 222-33-44'),
      rest(350),
      key('Enter'),
      rest(100),
      button('Подобрать время'),
    ],
    answers: { 'client/search': ok({ matches: [] }) },
  },
  'intake-known': { does: toForm },
  'intake-busy': {
    does: [...toForm, fill('E-mail', 'a@mayak.ru'), button('Согласие получено'), button('Подобрать время')],
    answers: { 'deal/create': hangs },
  },
  'intake-failed': {
    full: true,
    does: [...toForm, fill('E-mail', 'a@mayak.ru'), button('Согласие получено'), button('Подобрать время')],
    answers: { 'deal/create': fails },
  },
  'today-notes': { does: [(page) => page.getByText('Проверьте таблицу').click()], full: true },
  'today-clause': { does: [(page) => page.locator('.item .clause').nth(3).hover()] },
  'letter-start': { does: [tab('Заявка'), button('Вставить письмо')] },
  'letter-pasted': { does: pasted },
  'letter-read': { does: [...pasted, button('Разобрать письмо')], full: true },
  'letter-faults': { does: [...pasted, button('Разобрать письмо'), rest(100), button('Принять без времени')], full: true },
  'letter-known': {
    does: [...pasted, button('Разобрать письмо')],
    answers: { 'intake/readLetter': ok(fixture.readKnownLetter) },
    full: true,
  },
  'letter-chosen': {
    does: [...pasted, button('Разобрать письмо'), button('Это он')],
    answers: { 'intake/readLetter': ok(fixture.readKnownLetter) },
    full: true,
  },
  'letter-failed': { does: [...pasted, button('Разобрать письмо')], answers: { 'intake/readLetter': fails } },
  'merge-offer': { does: twins, answers: { 'client/search': ok({ matches: fixture.twins }) } },
  'merge-preview': { does: [...twins, button('Объединить…')], answers: { 'client/search': ok({ matches: fixture.twins }) } },
  'merge-done': {
    does: [...twins, button('Объединить…'), (page) => page.getByRole('button', { name: 'Объединить', exact: true }).click(), rest(200)],
    answers: { 'client/search': ok({ matches: fixture.twins }) },
  },
  'slots-browse': { does: [tab('Слоты')], full: true },
  'slots-loading': { does: [tab('Слоты')], answers: { 'slot/list': hangs } },
  'slots-empty': { does: [tab('Слоты')], answers: { 'slot/list': ok(fixture.noSlots) } },
  'slots-panel': {
    does: [...toForm, fill('E-mail', 'a@mayak.ru'), button('Согласие получено'), button('Подобрать время'), button('пт 27, 10:00')],
    full: true,
  },
  'slots-panel-browse': { does: [tab('Слоты'), button('пт 27, 10:00')] },
  'slots-taken': {
    does: [
      ...toForm,
      fill('E-mail', 'a@mayak.ru'),
      button('Согласие получено'),
      button('Подобрать время'),
      button('пт 27, 10:00'),
      button('Назначить'),
    ],
    answers: {
      'deal/book': no('Это время только что заняли: пт 27 ноября, 10:00, Морозова М. И. Ниже — ближайшие свободные.', {
        code: 'slotTaken',
        start: '2026-11-27T10:00',
        consultant: 'ММ',
      }),
    },
  },
  'slots-booked': {
    does: [
      ...toForm,
      fill('E-mail', 'a@mayak.ru'),
      button('Согласие получено'),
      button('Подобрать время'),
      button('пт 27, 10:00'),
      button('Назначить'),
      rest(200),
    ],
    full: true,
  },
  'card-none': { does: [tab('Карточка')] },
  'card-found': { does: [tab('Карточка'), fill('№, организация', 'маяк'), button('Найти')] },
  'card-unsorted': { does: openCard, full: true },
  'card-note-busy': { does: [...openCard, button('Не ответили')], answers: { 'deal/note': hangs } },
  'card-lost': { does: [...openCard, button('В неуспешные')] },
  'card-held': { does: openCard, answers: { 'deal/current': ok(fixture.heldCard) }, full: true },
  'card-dirty': {
    does: [...openCard, (page) => page.locator('#deal-content').fill('Разобрали смету и календарный план.')],
    answers: { 'deal/current': ok(fixture.heldCard) },
  },
  'card-leaving': {
    does: [...openCard, (page) => page.locator('#deal-content').fill('Разобрали смету.'), button('Другая сделка')],
    answers: { 'deal/current': ok(fixture.heldCard) },
  },
  'card-refused': {
    does: [...openCard, button('Дозвонились')],
    answers: {
      'deal/note': no('Следующая попытка — не раньше 11:12: между звонками проходит 2 часа (I7).', {
        code: 'attemptTooSoon',
        nextAt: '2026-11-23T11:12',
      }),
    },
  },
  'card-history': { does: [...openCard, button('История')], full: true },
  'card-repeat': { does: openCard, answers: { 'deal/repeats': ok(fixture.repeats) }, full: true },
  'card-joined': {
    does: [...openCard, rest(100), button('Присоединить к № 41198'), rest(100)],
    answers: { 'deal/repeats': ok(fixture.repeats) },
  },
  'card-unreached': { does: openCard, answers: { 'deal/current': ok(fixture.unreachedCard) } },
  'card-message': {
    does: [...openCard, (page) => page.getByText('Сообщение для мессенджера').click()],
    answers: { 'deal/current': ok(fixture.unreachedCard) },
    full: true,
  },
  'card-accepted': {
    does: openCard,
    answers: { 'deal/current': ok(fixture.acceptedCard), 'client/history': ok(fixture.past) },
    full: true,
  },
  'card-past': {
    does: [...openCard, (page) => page.getByText('Раньше у нас').click()],
    answers: { 'deal/current': ok(fixture.acceptedCard), 'client/history': ok(fixture.past) },
    full: true,
  },
  'card-archived': {
    does: [...openCard, (page) => page.getByText('Раньше у нас').click()],
    answers: { 'deal/current': ok(fixture.archivedCard), 'client/history': ok(fixture.past) },
    full: true,
  },
  'card-raw': { does: [...openCard, (page) => page.getByText('Исходная заявка').click()], full: true },
  'card-chip': { does: [...openCard, (page) => page.locator('.chip').last().hover()] },
  'card-undone': { does: [...openCard, button('Отменить последнее'), rest(100)] },
  'card-undo-refused': {
    does: [...openCard, button('Отменить последнее'), rest(100)],
    answers: {
      'deal/undo': no(
        'Отменить последнее изменение нельзя: последнее изменение сделал другой человек; попросите его или директора. Ничего не изменено.',
      ),
    },
  },
  'card-report': { does: openCard, answers: { 'deal/current': ok(fixture.reportCard) }, full: true },
  'card-ask-external': {
    does: [...openCard, button('Спросить руководителя проекта')],
    answers: { 'deal/current': ok(fixture.externalCard) },
  },
  'card-reopen': { does: [...openCard, button('Вернуть на прежний этап')], answers: { 'deal/current': ok(fixture.closedCard) } },
  refused: {
    data: { view: 'refused', message: 'Вас нет в листе «Сотрудники» (anna@gmail.com). Попросите администратора добавить ваш адрес.' },
  },
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
  planfix: { data: { view: 'planfix' } },
  'planfix-kept': { data: { view: 'planfix' }, answers: { 'planfix/state': ok(fixture.planfixKept) } },
  'planfix-linked': {
    data: { view: 'planfix' },
    does: [rest(100), fill('Аккаунт', 'centre'), fill('Ключ доступа (API)', 'k-7f3a'), button('Проверить и подключить'), rest(100)],
  },
  'planfix-busy': {
    data: { view: 'planfix' },
    does: [rest(100), fill('Аккаунт', 'centre'), fill('Ключ доступа (API)', 'k-7f3a'), button('Проверить и подключить')],
    answers: { 'planfix/connect': hangs },
  },
  'planfix-refused': {
    data: { view: 'planfix' },
    does: [rest(100), fill('Аккаунт', 'centre'), fill('Ключ доступа (API)', 'k-old'), button('Проверить и подключить'), rest(100)],
    answers: { 'planfix/connect': ok(fixture.planfixRefused) },
  },
  'planfix-failed': { data: { view: 'planfix' }, answers: { 'planfix/state': fails } },
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
  ...calendar.screens,
  ...externals.screens,
  'report-failed': { data: { view: 'report' }, does: [button('Сформировать'), rest(100)], answers: { 'month/report': fails } },
}

async function chooseFile(page) {
  const buffer = Buffer.from('Номер;Организация\n41217;АНО «Маяк»\n41218;Фонд «Поморье»\n')
  await page.getByLabel('Выбрать файл CSV').setInputFiles({ name: 'amocrm-deals.csv', mimeType: 'text/csv', buffer })
  await page.waitForTimeout(100)
}

/** Runs in the page before its own script: google.script.run as the page sees it. */
function fakeGoogle(replies) {
  const runner = (done, failed) => ({
    withSuccessHandler: (handler) => runner(handler, failed),
    withFailureHandler: (handler) => runner(done, handler),
    rpc: ({ method }) => {
      const reply = replies[method]
      if (reply.hangs) return
      setTimeout(() => (reply.fails ? failed({ message: 'NetworkError' }) : done(structuredClone(reply))), 20)
    },
    openWeekClose: () => done(null),
    openSlotBoard: () => done(null),
    openReport: () => done(null),
    openExternals: () => done(null),
    openImport: () => done(null),
  })
  window.google = { script: { run: runner(), host: { close: () => {} } } }
}

async function shoot(browser, pages, name) {
  const screen = screens[name]
  const data = {
    view: 'sidebar',
    message: '',
    me: fixture.me,
    lists: fixture.lists,
    today: fixture.today,
    week: null,
    board: null,
    ...screen.data,
  }
  const wide = ['weekClose', 'slotBoard', 'import', 'report', 'externals', 'planfix'].includes(data.view)
  const page = await browser.newPage({
    viewport:
      screen.size ??
      (data.view === 'planfix' ? { width: 480, height: 520 } : wide ? { width: 960, height: 640 } : { width: 300, height: 800 }),
    deviceScaleFactor: 2,
  })
  page.on('pageerror', (error) => console.error(name, error.message))
  await page.route(origin, (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      body: (wide ? pages.dialogs : pages.sidebar).replace('<?!= data ?>', () => JSON.stringify(data).replace(/</g, '\\u003c')),
    }),
  )
  await page.addInitScript(fakeGoogle, { ...answers, ...screen.answers })
  await page.goto(origin)
  for (const act of screen.does ?? []) await act(page)
  await page.waitForTimeout(120)
  await page.screenshot({ path: new URL(`${name}.png`, folder).pathname, fullPage: screen.full ?? false })
  await page.close()
}

await mkdir(folder, { recursive: true })
const pages = { sidebar: await buildPage({ page: 'sidebar' }), dialogs: await buildPage({ page: 'dialogs' }) }
// In a single process the browser ends with its first page.
const args = chromium.args.filter((one) => one !== '--single-process')
const browser = await playwright.launch({ executablePath: await chromium.executablePath(), args, headless: true })
for (const name of Object.keys(screens).filter((one) => one.includes(process.argv[2] ?? '')))
  await shoot(browser, pages, name).catch((error) => console.error(name, error.message.split('\n')[0]))
await browser.close()

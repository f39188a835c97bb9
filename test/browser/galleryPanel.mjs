/** Screens of the sidebar for the gallery: today, a request, hours, the card. */

import { button, fails, fill, hangs, key, no, ok, openCard, rest, tab, toForm } from './galleryActs.mjs'
import * as fixture from './galleryFixture.mjs'

const pasted = [tab('Заявка'), button('Вставить письмо'), fill('Текст письма', fixture.letter)]
const twins = [tab('Заявка'), fill('Телефон, организация или почта', 'Маяк'), rest(350)]

export const screens = {
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
}

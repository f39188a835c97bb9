/** Pictures about time: held hours, moves, another consultant, an employee's own booking, discrepancies. */

import { button, choose, fails, fill, hangs, no, ok, openCard, rest, tab, today, toForm, toSlots } from './galleryActs.mjs'
import * as fixture from './galleryFixture.mjs'

const step = (kind, value, title, more = {}) => ({ kind, value, title, primary: false, blockedBy: '', needsReason: false, ...more })
const hour = (start, more = {}) => ({
  eventId: `e${start}`,
  etag: 'x',
  start,
  end: start.replace(/T(\d\d)/, (_, h) => `T${String(Number(h) + 1).padStart(2, '0')}`),
  minutes: 60,
  event: { start, end: start.replace(/T(\d\d)/, (_, h) => `T${String(Number(h) + 1).padStart(2, '0')}`) },
  ...more,
})
const join = { eventId: 'behind', etag: 'y', start: '2026-11-27T11:00', end: '2026-11-27T12:00' }
const [own, others] = fixture.slotList.consultants
const heldList = {
  ...fixture.slotList,
  consultants: [
    {
      ...own,
      slots: [
        hour('2026-11-24T10:00', { heldBy: 'Веселова-Преображенская Наталья Ивановна', heldUntil: '2026-11-23T09:20' }),
        hour('2026-11-27T10:00', { join }),
        hour('2026-11-27T11:00'),
      ],
    },
    others,
  ],
}
const holding = {
  'slot/list': ok(heldList),
  'slot/hold': ok({
    holds: [
      { eventId: 'e2026-11-27T10:00', start: '2026-11-27T10:00', who: fixture.me.email, name: fixture.me.name, until: '2026-11-23T09:22' },
    ],
  }),
  'slot/release': ok({ holds: [] }),
}

const assigned = {
  ...fixture.assignedCard,
  deal: { ...fixture.assignedCard.deal, cannotHold: '', firstStart: '2026-11-27T10:00' },
  steps: [
    step('move', 'held', 'Консультация проведена', { blockedBy: 'консультация начнётся в пт 27 ноября, 10:00' }),
    step('move', 'accepted', 'Отменить назначение…', { needsReason: true }),
    step('move', 'lost', 'В неуспешные…', { needsReason: true }),
    step('reschedule', '', 'Перенести…'),
    step('cannotHold', '', 'Не сможет провести…', { needsReason: true }),
    step('reassign', '', 'Передать другому…'),
  ],
}
const tooFar = {
  ...assigned,
  deal: { ...assigned.deal, start: '2026-12-02T10:00', firstStart: '2026-11-27T10:00' },
  steps: [
    step('limit', 'putBack', 'Вернуть на пт 27 ноября, 10:00'),
    step('reassign', '', 'Передать другому…', { primary: true }),
    step('limit', 'accept', 'Принять перенос…', { needsReason: true }),
    ...assigned.steps.slice(1, 5),
  ],
}
const within = { ...heldList, horizon: { from: '2026-11-25', until: '2026-12-01' }, unread: [] }
const moving = {
  ...holding,
  'deal/current': ok(assigned),
  'slot/forReassign': ok({ ...within, consultants: within.consultants.slice(0, 1), none: [] }),
  'deal/reschedule': ok({ card: assigned, lettersWaiting: 2 }),
  'deal/reassign': ok({ card: { ...assigned, deal: { ...assigned.deal, consultant: 'АС' } }, lettersWaiting: 3 }),
}
const giving = { ...moving, 'slot/forReassign': ok({ ...within, consultants: fixture.slotList.consultants.slice(1) }) }
const reason = fill('Причина', 'заболела, больничный до пятницы')

const outcome = (value, title, more = {}) => ({ value, title, needsReason: false, needsDeal: false, ...more })
const items = [
  {
    key: 'limit:e1',
    at: '2026-11-23T08:40',
    event: 'ММ_Межрегиональная общественная организация поддержки семьи «Тёплый дом на Северной Двине», ср 2 декабря, 10:00',
    eventId: 'e1',
    what: 'Консультация, сделка № 41217, перенесена дальше разрешённого от пт 27 ноября, 10:00 (G5).',
    consultant: 'ММ',
    dealId: 41217,
    outcomes: [
      outcome('putBack', 'вернуть как было'),
      outcome('reassign', 'переназначить'),
      outcome('accept', 'принять с причиной', { needsReason: true }),
    ],
  },
  {
    key: 'several:e2',
    at: '2026-11-20T17:30',
    event: 'ЕК_Фонд «Поморье», чт 26 ноября, 15:00',
    eventId: 'e2',
    what: 'У этой организации несколько открытых сделок: № 41201, 41219. Выберите, на какую записать (G3).',
    consultant: 'ЕК',
    dealId: null,
    outcomes: [outcome('link', 'записать на сделку', { needsDeal: true }), outcome('ignore', 'это не ошибка')],
  },
  {
    key: 'unread:e3',
    at: '2026-11-20T17:30',
    event: 'консультацыя ММ?, чт 26 ноября, 10:00',
    eventId: 'e3',
    what: 'Название не читается ни как слот, ни как запись (G1).',
    consultant: '',
    dealId: null,
    outcomes: [outcome('repair', 'исправить название'), outcome('ignore', 'это не ошибка')],
  },
]
const disputes = { 'discrepancy/list': ok({ items }), 'discrepancy/resolve': ok({ solved: 'так', lettersWaiting: 0 }) }
const three = { data: today({ discrepancies: 3 }) }
const toDisputes = [button('Расхождения с календарём — 3'), rest(100)]

const consultant = { ...fixture.me, name: 'Морозова Мария Игоревна', initials: 'ММ', roles: ['consultant'] }
const agreed = [
  ...toForm,
  fill('E-mail', 'a@mayak.ru'),
  button('Согласие получено'),
  (page) => page.getByText('уже согласовано').click(),
  rest(100),
]
const mine = {
  data: { me: consultant },
  answers: { ...holding, 'slot/list': ok({ ...heldList, consultants: heldList.consultants.slice(0, 1) }) },
}

export const screens = {
  'hold-slots': { does: [...toSlots, button('пт 27, 10:00'), rest(100)], answers: holding, full: true },
  'hold-two-slots': {
    does: [...toSlots, button('пт 27, 10:00'), rest(100), (page) => page.getByText('1,5 ч').click()],
    answers: holding,
    full: true,
  },
  'hold-lost': {
    does: [...toSlots, button('пт 27, 10:00'), rest(150)],
    answers: {
      ...holding,
      'slot/hold': no(
        'Это время держит Титова О. С. до сегодня 09:20: идёт разговор с клиентом (G3). Выберите другое время или подождите.',
        {
          code: 'slotHeld',
        },
      ),
    },
  },
  'move-start': { does: [...openCard, button('Перенести…'), rest(100)], answers: moving, full: true },
  'move-picked': { does: [...openCard, button('Перенести…'), button('пт 27, 11:00'), reason, rest(100)], answers: moving, full: true },
  'move-own': {
    does: [...openCard, button('Перенести…'), button('Другое время…'), (page) => page.locator('#move-from').fill('14:30'), reason],
    answers: moving,
    full: true,
  },
  'move-refused': {
    does: [
      ...openCard,
      button('Перенести…'),
      button('Другое время…'),
      (page) => page.locator('#move-from').fill('14:30'),
      reason,
      button(/^Перенести$/),
      rest(100),
    ],
    answers: {
      ...moving,
      'deal/reschedule': no(
        'Дальше 2 рабочих дней от первого назначенного времени (пт 27 ноября, 10:00) консультацию не переносят (G5). Выберите время ближе или передайте её другому консультанту (G6).',
        { code: 'moveLimit' },
      ),
    },
    full: true,
  },
  'move-none': {
    does: [...openCard, button('Перенести…'), rest(100)],
    answers: { ...moving, 'slot/forReassign': ok({ ...within, consultants: [], none: [] }) },
    full: true,
  },
  'give-start': { does: [...openCard, button('Передать другому…'), rest(100)], answers: giving, full: true },
  'give-picked': {
    does: [...openCard, button('Передать другому…'), button('ср 25, 14:00'), reason, rest(100)],
    answers: giving,
    full: true,
  },
  'give-done': {
    does: [...openCard, button('Передать другому…'), button('ср 25, 14:00'), reason, button(/^Передать$/), rest(200)],
    answers: giving,
  },
  'give-failed': {
    does: [...openCard, button('Передать другому…'), button('ср 25, 14:00'), reason, button(/^Передать$/), rest(200)],
    answers: { ...giving, 'deal/reassign': fails },
    full: true,
  },
  'limit-card': { does: [...openCard, button('Принять перенос…')], answers: { 'deal/current': ok(tooFar) } },
  'disputes-today': three,
  disputes: { ...three, does: toDisputes, answers: disputes, full: true },
  'disputes-loading': { ...three, does: toDisputes, answers: { 'discrepancy/list': hangs } },
  'disputes-none': { ...three, does: toDisputes, answers: { 'discrepancy/list': ok({ items: [] }) } },
  'disputes-reason': { ...three, does: [...toDisputes, button('Принять с причиной')], answers: disputes, full: true },
  'disputes-deal': { ...three, does: [...toDisputes, button('Записать на сделку'), rest(150)], answers: disputes, full: true },
  'disputes-failed': {
    ...three,
    does: [...toDisputes, button('Вернуть как было'), rest(100)],
    answers: { ...disputes, 'discrepancy/resolve': fails },
    full: true,
  },
  'disputes-settled': { ...three, does: [...toDisputes, button('Вернуть как было'), rest(100)], answers: disputes },
  'own-slots': { ...mine, does: [...agreed, button('пт 27, 10:00'), rest(100)], full: true },
  'own-faults': { ...mine, does: [...agreed, choose('Тема', ''), button('Записать консультацию')], full: true },
  'own-browse': { does: [tab('Слоты')], answers: holding, full: true },
}

/** T2, T3: the project's manager decides on an external consultant through the link of a letter, through the shipped bundle. */

import { bookInput, deskWorld, director, done, office, phoned, refusal, sheet, slotOf } from '../fixtures/desk'
import { decideWorld, linksIn, mailed, manager, open, parametersOf, school, send, viewOf } from '../fixtures/pagesDesk'
import { columnOf, registerEqualsJournal, registerOf, rowsOf } from '../fixtures/register'

const base = decideWorld()
const [allow, deny] = base.links

test('the office asks on the card: only projects that provide for externals are offered', () => {
  const world = deskWorld()
  const card = phoned(world, 'АНО «Причал»')
  const step = card.steps.find(({ kind }) => kind === 'askExternal')
  expect(step).toMatchObject({ title: 'Спросить руководителя проекта…', options: ['Ресурсный центр НКО', school.name, 'Поддержка ТОС'] })
  expect(refusal(world, 'deal/askExternal', { deal: card.ref, project: 'Активное село' })).toMatch(
    /не предусматривает внешних консультантов \(T2\)/,
  )
  expect(refusal(world, 'deal/askExternal', { deal: card.ref, project: 'Нет такого' })).toMatch(/не предусматривает/)
})

test('the letter goes to the project’s manager with two links; the card says who was asked and how the month stands (T3)', () => {
  const { world } = base
  expect(base.card.deal.externalAskedAt).toBeNull()
  const card = done(world, 'deal/open', { id: base.card.deal.id, row: null, clientId: null })
  expect(card.deal).toMatchObject({ externalAskedAt: '2026-11-23T09:00', project: 'Ресурсный центр НКО', externalAt: null })
  expect(card.deal.comments).toMatch(
    /спрошен руководитель проекта «Ресурсный центр НКО» \(ep2@example\.org\)\. Внешних консультаций в ноябре 2026 года: \d+, лимит проекта: 12\./,
  )
  const letter = world.state.letters.at(-1)
  expect(letter).toMatchObject({ to: manager, subject: `Нужно решение о внешнем консультанте: № ${card.deal.id}` })
  expect(base.links.map(({ v }) => v)).toEqual(['allow', 'deny'])
})

test('the page shows the request and the project’s month, no person and no phone', () => {
  const { data, html, record } = open(base.world.fork(), { ...allow })
  expect(data.page).toMatchObject({
    view: 'decide',
    organisation: 'АНО «Причал»',
    topic: 'Правовые вопросы',
    project: 'Ресурсный центр НКО',
    decision: 'allow',
    warning: '',
  })
  expect(html).not.toMatch(/Анна Иванова|416-01-23|prichal@example/)
  expect(record.leavingCalls).toBe(5)
})

test('agreed: the decision stands on the card with who and when, and the consultant can be booked', () => {
  const world = base.world.fork()
  expect(send(world, allow, 'decide/send', { decision: 'allow', note: 'Только до конца ноября' })).toMatchObject({
    ok: true,
    page: { title: 'Решение записано: согласие' },
  })
  const card = done(world, 'deal/open', { id: base.card.deal.id, row: null, clientId: null })
  expect(card.deal).toMatchObject({ externalBy: 'Соколов Илья Петрович', externalAt: '2026-11-23T09:00', project: 'Ресурсный центр НКО' })
  expect(card.deal.comments).toContain('руководитель проекта пишет: Только до конца ноября')
  expect(rowsOf(world, 'Журнал').at(-1)?.cells).toMatchObject({ Кто: manager, Откуда: 'страница' })
  const input = bookInput(card, slotOf(world, 'ПН', '2026-11-27'), { consultant: 'ПН', topic: 11 })
  expect(done(world, 'deal/book', input).card.deal.stage).toBe('assigned')
  registerEqualsJournal(world)
  expect(viewOf(world, { ...deny })).toMatchObject({ view: 'notice', title: 'Решение уже принято' })
})

test('declined: nobody is asked any more; an answer sent twice, or another one after it, changes nothing', () => {
  const world = base.world.fork()
  expect(send(world, deny, 'decide/send', { decision: 'deny', note: '' })).toMatchObject({
    ok: true,
    page: { title: 'Решение записано: отказ' },
  })
  const after = registerOf(world)
  send(world, deny, 'decide/send', { decision: 'deny', note: '' })
  send(world, allow, 'decide/send', { decision: 'allow', note: '' })
  expect(registerOf(world)).toEqual(after)
  const card = done(world, 'deal/open', { id: base.card.deal.id, row: null, clientId: null })
  expect(card.deal).toMatchObject({ externalBy: '', externalAt: null, externalAskedAt: null })
  expect(card.steps.some(({ kind }) => kind === 'askExternal')).toBe(true)
  registerEqualsJournal(world)
})

test('asked anew of another project, the letter before opens nothing: one manager cannot answer for another', () => {
  const world = base.world.fork()
  done(world, 'deal/askExternal', { deal: base.card.ref, project: school.name })
  const letter = mailed(world).find(({ to }) => to === school.manager)
  const fresh = linksIn(letter).map(parametersOf)
  expect(viewOf(world, { ...allow })).toMatchObject({ view: 'notice', title: 'Эта ссылка больше не нужна' })
  expect(send(world, allow, 'decide/send', { decision: 'allow', note: '' })).toMatchObject({ ok: false })
  expect(send(world, fresh[0], 'decide/send', { decision: 'allow', note: '' })).toMatchObject({ ok: true })
  expect(rowsOf(world, 'Журнал').at(-1)?.cells['Кто']).toBe(school.manager)
})

test('T3: over the limit page, letter and card warn; the decision is the manager’s all the same', () => {
  const world = deskWorld()
  const row = rowsOf(world, 'Проекты').find(({ cells }) => cells['Проект'] === 'Ресурсный центр НКО')?.row ?? 0
  world.hand.type({ sheet: 'Проекты', row, column: columnOf(sheet(world, 'Проекты'), 'Лимит внешних в месяц'), value: '0', user: office })
  const { card } = done(world, 'deal/askExternal', { deal: phoned(world, 'АНО «Причал»').ref, project: 'Ресурсный центр НКО' })
  const warning = 'С этой консультацией лимит проекта (0 в месяц) будет превышен (T3).'
  expect(card.deal.comments).toContain(warning)
  const letter = mailed(world).find(({ to }) => to === manager)
  expect(letter?.body).toContain(warning)
  const link = parametersOf(linksIn(letter)[0] ?? '')
  expect(viewOf(world, link)).toMatchObject({ warning })
  expect(send(world, link, 'decide/send', { decision: 'allow', note: '' })).toMatchObject({ ok: true })
})

test('the director who decides on the card makes the manager’s link useless', () => {
  const world = base.world.fork()
  done(world, 'deal/decideExternal', { deal: base.card.ref, decision: 'allow', project: null }, director)
  const before = registerOf(world)
  expect(viewOf(world, { ...deny })).toMatchObject({ title: 'Решение уже принято' })
  send(world, deny, 'decide/send', { decision: 'deny', note: '' })
  expect(registerOf(world)).toEqual(before)
})

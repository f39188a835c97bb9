/** C3, C4, C9: the external consultant's report, from the letter to «Консультация проведена», through the shipped bundle. */

import type { World } from '../../emulator/world/types'
import { deskWorld, done, minute, nextTick, refusal, run } from '../fixtures/desk'
import { expert, externalWorld, linksIn, mailed, open, parametersOf, report, reportWorld, send, viewOf } from '../fixtures/pagesDesk'
import { registerEqualsJournal, registerOf, rowById, rowsOf, serialOf } from '../fixtures/register'
import { move, setClock } from '../fixtures/stages'

const base = reportWorld()

const letters = (world: World, id: number) =>
  world.state.letters.filter(({ to, subject }) => to === expert && subject.startsWith('Отчёт') && subject.endsWith(`№ ${id}`)).length

describe('C3: the link', () => {
  test('goes to the expert by the button, with a signed address and no phone or e-mail of the client', () => {
    const { world, card } = externalWorld()
    expect(card.steps.map(({ title }) => title)).toContain('Отправить ссылку на отчёт')
    const sent = done(world, 'deal/sendReport', { deal: card.ref })
    expect(sent.lettersWaiting).toBe(1)
    expect(sent.card.deal.reportSentAt).toBeNull()
    const letter = mailed(world)[0]
    const after = done(world, 'deal/open', { id: card.deal.id, row: null, clientId: null })
    expect(after.deal.reportSentAt).toBe('2026-11-23T09:00')
    expect(after.steps.map(({ title }) => title)).toContain('Отправить ссылку на отчёт ещё раз')
    expect(letter).toMatchObject({ to: expert, subject: `Отчёт о консультации: пт 27 ноября, 10:00, № ${card.deal.id}` })
    expect(linksIn(letter)).toHaveLength(1)
    expect(letter?.body).not.toMatch(/416|prichal@/)
    expect(letter?.htmlBody).toContain('>Заполнить отчёт</a>')
    expect(JSON.stringify(world.state.spreadsheets)).not.toContain(parametersOf(linksIn(letter)[0] ?? '').s)
  })

  test('goes by itself once the consultation is over, and only once', () => {
    const { world, card } = externalWorld()
    setClock(world, '2026-11-27T10:55')
    world.advanceTo(world.state.now)
    nextTick(world)
    expect(letters(world, card.deal.id)).toBe(1)
    const sentAt = rowById(world, 'Сделки', card.deal.id)['Отчёт: шаблон отправлен']
    expect([serialOf('2026-11-27T11:00'), serialOf('2026-11-27T11:10')].map((at) => Number(sentAt) >= at)).toEqual([true, false])
    nextTick(world)
    nextTick(world)
    expect(letters(world, card.deal.id)).toBe(1)
    registerEqualsJournal(world)
  })

  test('does not go by itself where it was sent by the button', () => {
    const world = base.world.fork()
    nextTick(world)
    expect(letters(world, base.card.deal.id)).toBe(1)
  })

  test('is no staff consultant’s', () => {
    const world = deskWorld()
    const held = rowsOf(world, 'Сделки').find(({ cells }) => cells['Этап'] === 'Консультация назначена')?.cells ?? {}
    const card = done(world, 'deal/open', { id: Number(held['№']), row: null, clientId: null })
    expect(refusal(world, 'deal/sendReport', { deal: card.ref })).toMatch(/пишет внешний консультант/)
  })
})

describe('C9: the page', () => {
  test('shows organisation, time, topic and request, nothing else of the deal', () => {
    const { record, html, data } = open(base.world.fork(), base.link)
    expect(data.page).toMatchObject({
      view: 'report',
      dealId: base.card.deal.id,
      organisation: 'АНО «Причал»',
      when: 'пт 27 ноября, 10:00',
      topic: 11,
      request: 'Отчёт по гранту',
      sent: null,
    })
    expect(data.centre).toEqual({ name: 'Ресурсный центр НКО', phone: '20-65-10' })
    expect(html).not.toMatch(/Анна Иванова|416-01-23|prichal@example/)
    expect(html).toContain('<meta name="robots" content="noindex, nofollow">')
    expect(html).toContain('<meta name="viewport" content="width=device-width, initial-scale=1">')
    expect(record.calls.some(({ name }) => /Lock|batchUpdate|sendEmail/.test(name))).toBe(false)
  })

  test('before the consultation it says when to come again, and takes nothing', () => {
    const { world, card } = externalWorld()
    done(world, 'deal/sendReport', { deal: card.ref })
    const link = parametersOf(linksIn(mailed(world)[0])[0] ?? '')
    expect(viewOf(world, link)).toMatchObject({ view: 'notice', title: 'Консультация ещё впереди' })
    expect(send(world, link, 'report/send', report)).toMatchObject({ ok: false })
    expect(rowById(world, 'Сделки', card.deal.id)['Отчёт эксперта']).toBeNull()
  })

  test('a sent report is received, a correction too, and after the office took it over no more', () => {
    const world = base.world.fork()
    const id = base.card.deal.id
    expect(send(world, base.link, 'report/send', report)).toMatchObject({
      ok: true,
      page: { title: `Спасибо, отчёт получен, №\u00a0${id}` },
    })
    expect(viewOf(world, base.link)).toMatchObject({ view: 'report', sent: { minutes: 50 } })
    expect(send(world, base.link, 'report/send', { ...report, minutes: 60 })).toMatchObject({ ok: true })
    registerEqualsJournal(world)
    const card = done(world, 'deal/open', { id, row: null, clientId: null })
    expect(card.deal).toMatchObject({ reportReceivedAt: '2026-11-27T15:00', minutes: null, content: '' })
    expect(card.deal.comments).toContain('отчёт внешнего консультанта получен ещё раз, исправленный')
    const line = rowsOf(world, 'Журнал').at(-1)?.cells
    expect(line).toMatchObject({ Кто: expert, Откуда: 'страница' })
    const taken = done(world, 'deal/takeReport', { deal: card.ref, chosen: [] })
    expect(taken.deal).toMatchObject({ minutes: 60, topic: 11, content: report.content, recommendations: report.recommendations })
    expect(taken.deal.files).toContain(report.files)
    expect(taken.deal.comments).toContain('внешний консультант пишет: Клиенту нужна повторная встреча')
    expect(viewOf(world, base.link)).toMatchObject({ view: 'notice', title: `Отчёт №\u00a0${id} уже принят` })
    expect(send(world, base.link, 'report/send', report)).toMatchObject({ ok: false, message: expect.stringContaining('уже принят') })
    move(world, taken, 'held', { fields: { project: 'не распределено' } })
    registerEqualsJournal(world)
  })

  test('what the card already says stays, unless the person chose the report', () => {
    const world = base.world.fork()
    send(world, base.link, 'report/send', { ...report, topic: 9 })
    const opened = done(world, 'deal/open', { id: base.card.deal.id, row: null, clientId: null })
    const card = done(world, 'deal/fill', { deal: opened.ref, fields: { content: 'По телефону: устав' } })
    const kept = done(world.fork(), 'deal/takeReport', { deal: card.ref, chosen: [] })
    expect(kept.deal).toMatchObject({ topic: 11, content: 'По телефону: устав', minutes: 50 })
    const chosen = done(world.fork(), 'deal/takeReport', { deal: card.ref, chosen: ['topic', 'content'] })
    expect(chosen.deal).toMatchObject({ topic: 9, content: report.content, minutes: 50 })
  })

  test('an incomplete one is refused by the office’s own list, topic 8 with its project (C5)', () => {
    const world = base.world.fork()
    const before = registerOf(world)
    expect(send(world, base.link, 'report/send', { ...report, topic: 8, recommendations: ' ', minutes: 0 })).toEqual({
      ok: false,
      retry: false,
      message:
        'Не заполнено: Продолжительность, мин, Рекомендации, Обсуждаемый проект, Тематика проекта, Рекомендации по проекту. Заполните и повторите.',
    })
    expect(registerOf(world)).toEqual(before)
  })

  test('the longest one is kept whole, a longer one is refused', () => {
    const world = base.world.fork()
    const text = 'ж'.repeat(6000)
    expect(send(world, base.link, 'report/send', { ...report, content: text, recommendations: text })).toMatchObject({ ok: true })
    expect(send(world, base.link, 'report/send', { ...report, content: text, recommendations: text, minutes: 45 })).toMatchObject({
      ok: true,
    })
    registerEqualsJournal(world)
    expect(send(world, base.link, 'report/send', { ...report, content: `${text}ж` })).toMatchObject({
      ok: false,
      message: 'Слишком длинный текст, помещается не больше 6000 знаков. Сократите его и повторите.',
    })
    expect(send(world, base.link, 'report/send', { ...report, content: '"'.repeat(6000) })).toMatchObject({
      ok: false,
      message: expect.stringContaining('Отчёт слишком длинный'),
    })
  })

  test('after the deal went to another consultant the link of the one before shows nothing', () => {
    const world = base.world.fork()
    const opened = done(world, 'deal/open', { id: base.card.deal.id, row: null, clientId: null })
    move(world, opened, 'accepted', { reason: 'заболел' })
    expect(viewOf(world, base.link)).toMatchObject({ view: 'notice', title: 'Эта ссылка больше не нужна' })
  })
})

test('calls: the letter four, a look five, a report eight', () => {
  const { world, card } = externalWorld()
  expect(run(world.fork(), 'deal/sendReport', { deal: card.ref }).leavingCalls).toBe(4)
  const { record } = open(base.world.fork(), base.link)
  const sent = base.world.fork()
  send(sent, base.link, 'report/send', report)
  expect([record.leavingCalls, sent.state.executions.at(-1)?.leavingCalls]).toEqual([5, 8])
})

test('a minute brings at most twenty looks of one link', () => {
  const world = base.world.fork()
  const titles = Array.from({ length: 21 }, () => viewOf(world, base.link).view)
  expect(titles).toEqual([...Array(20).fill('report'), 'notice'])
  world.state.now += minute
  expect(viewOf(world, base.link).view).toBe('report')
})

test('a tick with no report due reads and writes no more than before', () => {
  const { world } = externalWorld()
  nextTick(world)
  nextTick(world)
  const [quiet] = nextTick(world).filter(({ fn }) => fn === 'tick')
  expect(quiet?.leavingCalls).toBeLessThanOrEqual(4)
})

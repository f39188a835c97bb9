/** Nobody is taken for somebody else: requests through the doors of the shipped bundle, letters as they are delivered. */

import type { World } from '../../emulator/world/types'
import { foundKeys } from '../../src/domain/client/client'
import { delivered } from '../fixtures/deliveredMail'
import { bookInput, completeClient, createInput, deskWorld, done, slotOf } from '../fixtures/desk'
import { jsonPost, post } from '../fixtures/intakeDesk'
import { registerEqualsJournal, rowById, rowsOf } from '../fixtures/register'

const adm = {
  ...completeClient,
  organisation: 'Администрация Заречья',
  contact: 'Ольга Белова',
  phone: '8 (8182) 28-80-00 доб. 12',
  email: 'adm@x.example',
}
const tos = { name: 'Пётр Сидоров', phone: '8 (8182) 28-80-00 доб. 34', email: 'tos@x.example', org: 'ТОС «Исток»', text: 'Нужен устав' }
const open = (world: World, id = 0) => done(world, 'deal/open', { id, row: null, clientId: null })

function switchboard(): { readonly world: World; readonly known: number; readonly id: number } {
  const world = deskWorld()
  const known = done(world, 'deal/create', createInput({ client: adm })).deal.clientId ?? 0
  return { world, known, id: post(world, jsonPost(tos)).id ?? 0 }
}

test('F1: another extension of the switchboard and another organisation: a card of its own; the letter goes to the address told', () => {
  const { world, known, id } = switchboard()
  const card = open(world, id)
  expect(card.client).toMatchObject({ organisation: 'ТОС «Исток»', email: 'tos@x.example', phone: tos.phone })
  expect(card.deal).toMatchObject({ organisation: 'ТОС «Исток»', contact: 'Пётр Сидоров' })
  expect(done(world, 'deal/repeats', { deal: card.ref }).maybe).toEqual([
    {
      id: known,
      text: expect.stringMatching(/^возможно, это Администрация Заречья, карточка № \d+ \(тот же телефон; .*организация другая/),
    },
  ])
  const filled = done(world, 'client/fill', { deal: card.ref, fields: { kind: 'НКО', municipality: 'Онега', consentDate: '2026-11-23' } })
  const reached = done(world, 'deal/note', { deal: filled.ref, outcome: 'reached', text: '' })
  const accepted = done(world, 'deal/move', { deal: reached.ref, to: 'accepted', reason: '', fields: {} })
  done(world, 'deal/book', bookInput(accepted, slotOf(world)))
  done(world, 'outbox/send', {})
  expect(JSON.stringify(delivered(world))).toContain('tos@x.example')
  expect(JSON.stringify(delivered(world))).not.toMatch(/adm@x\.example|Администрация/)
  registerEqualsJournal(world)
})

test('settled by one click: it is them; what was told otherwise is taken by another, and it can be taken back', () => {
  const { world, known, id } = switchboard()
  const own = open(world, id).deal.clientId ?? 0
  const card = done(world, 'deal/recognise', { deal: open(world, id).ref, client: known })
  expect(card).toMatchObject({ deal: { clientId: known, organisation: adm.organisation }, client: { email: 'adm@x.example' } })
  expect(JSON.parse(card.deal.news)).toMatchObject({ organisation: 'ТОС «Исток»', email: 'tos@x.example', contact: 'Пётр Сидоров' })
  const taken = done(world, 'deal/takeNews', { deal: card.ref, field: 'email', take: true })
  expect([taken.client?.email, rowById(world, 'Клиенты', known)['E-mail']]).toEqual(['tos@x.example', 'tos@x.example'])
  registerEqualsJournal(world)
  done(world, 'client/unmerge', { drop: own })
  expect(open(world, id).deal.clientId).toBe(own)
})

test('… or another client: not asked again, at any door', () => {
  const { world, known, id } = switchboard()
  const card = open(world, id)
  done(world, 'client/apart', { client: card.deal.clientId ?? 0, other: known })
  expect(done(world, 'deal/repeats', { deal: card.ref }).maybe).toEqual([])
  expect(done(world, 'client/duplicates', {}).pairs.map(({ keep, drop }) => [keep.id, drop.id])).not.toContainEqual([
    known,
    card.deal.clientId,
  ])
})

test('F3: what a known client tells anew stands on the deal and in its comments, by the letter too', () => {
  const world = deskWorld()
  const known = done(world, 'deal/create', createInput({ client: adm })).deal.clientId ?? 0
  const told = { phone: adm.phone, org: adm.organisation, email: 'new@x.example', city: 'Онега', text: 'Отчёт' }
  const { deal } = open(world, post(world, jsonPost(told)).id)
  expect([deal.clientId, JSON.parse(deal.news)]).toEqual([known, { email: 'new@x.example', municipality: 'Онега' }])
  expect(deal.comments).toContain('сказано заново: E-mail new@x.example (в карточке adm@x.example)')
  const letter = `Организация: ${adm.organisation}\nТелефон: ${adm.phone}\nE-mail: letter@x.example\nНужен совет`
  const pasted = done(world, 'deal/create', { ...createInput({ client: adm }), clientId: known, letter, channel: 'email' })
  expect(JSON.parse(pasted.deal.news)).toEqual({ email: 'letter@x.example' })
})

test('F2: one phone, two organisations, three minutes apart: two requests, each with its own card', () => {
  const world = deskWorld()
  const ids = ['АНО «Альфа»', 'Фонд «Бета»'].map((organisation) => {
    world.state.now += 3 * 60_000
    return post(world, jsonPost({ name: 'Анна', phone: '89114160123', organisation, topic: organisation })).id ?? 0
  })
  expect(new Set(ids).size).toBe(2)
  expect(ids.map((id) => rowById(world, 'Сделки', id)['Организация'])).toEqual(['АНО «Альфа»', 'Фонд «Бета»'])
})

test("the sender's own key with other words is another request", () => {
  const world = deskWorld()
  const before = rowsOf(world, 'Сделки').length
  const ask = (text: string) => post(world, jsonPost({ lead_id: 7, phone: '89114160123', text })).id
  expect(ask('Первый')).toBe(ask('Первый'))
  expect(ask('Второй')).not.toBe(ask('Первый'))
  expect(ask('Второй')).toBe(ask('Второй'))
  expect(rowsOf(world, 'Сделки').length).toBe(before + 2)
})

test('F11: people are found with ё and е, look-alikes and endings folded', () => {
  const world = deskWorld()
  done(world, 'deal/create', createInput({ client: { ...adm, contact: 'Пётр Семёнов' } }))
  for (const text of ['Семенов', 'петр семенов', 'Ceмёнов', 'Семёнову Петру', 'Заречья', 'заречье']) {
    expect([text, done(world, 'client/search', { text }).matches.map(({ client }) => client.contact)]).toEqual([
      text,
      expect.arrayContaining(['Пётр Семёнов']),
    ])
    expect([text, done(world, 'deal/search', { text }).matches.map(({ contact }) => contact)]).toEqual([
      text,
      expect.arrayContaining(['Пётр Семёнов']),
    ])
  }
})

test('whoever is found, by a search or by a letter, comes with all that a page may show of him; a consent taken back among it', () => {
  const world = deskWorld()
  const { ref } = done(world, 'deal/create', createInput({ client: { ...completeClient, consentDate: '2026-11-02' } }))
  done(world, 'client/withdrawConsent', { deal: ref, date: '2026-11-20', reason: 'позвонил' })
  const texts = [completeClient.organisation, completeClient.contact, completeClient.phone, completeClient.email]
  const searched = texts.flatMap((text) => done(world, 'client/search', { text }).matches)
  const written = done(world, 'intake/readLetter', {
    text: `Телефон: ${completeClient.phone}\nE-mail: ${completeClient.email}\nНужен устав`,
  }).matches
  expect([searched.length >= texts.length, written.length]).toEqual([true, 1])
  for (const { client } of [...searched, ...written]) {
    expect(foundKeys.filter((key) => client[key] === undefined)).toEqual([])
    if (client.id === ref.clientId) expect(client.consentWithdrawn).toBe('2026-11-20')
  }
})

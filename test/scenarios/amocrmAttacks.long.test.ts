/** K5 from amoCRM: ten attacks on an incomplete or foreign card, each put back there with a note that says why. */

import type { AmoEdit } from '../../emulator/partners/amocrm/amoHand'
import type { World } from '../../emulator/world/types'
import { amoOf, connectedAmo, dealRow, fieldOf, handOf, leadOf, notesThere, statusOf, waitingThere } from '../fixtures/amoDesk'
import { bookInput, done, nextTick, phoned, slotOf } from '../fixtures/desk'
import { registerEqualsJournal } from '../fixtures/register'
import { closing, filled, move, setClock } from '../fixtures/stages'

const connected = connectedAmo()

type Stand = 'accepted' | 'assigned' | 'held' | 'won'

function standing(stand: Stand) {
  const world = connected.fork()
  const card = phoned(world, 'АНО «Маяк»')
  let id = card.deal.id
  if (stand !== 'accepted') {
    const booked = done(world, 'deal/book', bookInput(card, slotOf(world))).card
    id = booked.deal.id
    if (stand !== 'assigned') {
      setClock(world, '2026-12-02T12:00')
      const held = move(world, booked, 'held', { fields: { ...filled, ...(stand === 'won' ? {} : {}) } })
      if (stand === 'won') move(world, held, 'won', closing)
    }
  }
  nextTick(world)
  return { world, id, lead: leadOf(world, id) }
}

/** Rows: what stands, what somebody does there (by whom), which fields come back. */
const attacks: readonly (readonly [string, Stand, AmoEdit, number, readonly string[]])[] = [
  ['closed straight from «Принято в работу»', 'accepted', { status: statusOf('won') }, 1, ['Этап']],
  ['closed before it was held', 'assigned', { status: statusOf('won') }, 1, ['Этап']],
  ['marked as held before its time', 'assigned', { status: statusOf('held') }, 1, ['Этап']],
  ['assigned without an hour in the calendar', 'accepted', { status: statusOf('assigned') }, 1, ['Этап']],
  ['emptied and closed at once', 'held', { status: statusOf('won'), fields: { 'Продолжительность, мин': '' } }, 1, ['Этап']],
  ['closed by a stranger', 'held', { status: statusOf('won') }, 9, ['Этап']],
  ['closed by its own consultant', 'held', { status: statusOf('won') }, 2, ['Этап']],
  ['a closed card changed', 'won', { fields: { Содержание: 'иначе' } }, 1, ['Содержание']],
  ['a closed card opened again', 'won', { status: statusOf('accepted') }, 1, ['Этап']],
  [
    'another consultant and hour',
    'assigned',
    { fields: { Консультант: 'СБ', 'Дата и время консультации': 1796000000 } },
    1,
    ['Консультант', 'Начало'],
  ],
  ['minutes out of bounds', 'held', { fields: { 'Продолжительность, мин': 4800 } }, 1, ['Продолжительность, мин']],
  ['given up without enough attempts', 'accepted', { status: statusOf('lost'), reason: 51 }, 1, ['Этап']],
]

const names = ['Консультант', 'Дата и время консультации', 'Продолжительность, мин', 'Содержание', 'Рекомендации', 'Проект', 'Запрос']

function shownThere(world: World, id: number) {
  const lead = leadOf(world, id)
  return { status: lead.status_id, fields: names.map((name) => String(fieldOf(world, lead, name) ?? '')) }
}

test.each(attacks)('%s', (_, stand, edit, by, titles) => {
  const { world, id, lead } = standing(stand)
  const [there, here] = [shownThere(world, id), dealRow(world, id)['Этап']]
  handOf(world, by).edit(lead.id, edit)
  nextTick(world)
  expect(dealRow(world, id)['Этап']).toBe(here)
  const [note = ''] = notesThere(world, lead.id).slice(-1)
  for (const title of titles) expect(note).toContain(`«${title}» — `)
  const now = shownThere(world, id)
  expect(now.status).toBe(there.status)
  const emptied = edit.fields?.['Продолжительность, мин'] === ''
  if (!emptied) expect(now).toEqual(there)
  nextTick(world)
  expect(notesThere(world, lead.id)).toHaveLength(1)
  expect(waitingThere(world)).toEqual([])
  expect(amoOf(world).requests.filter(({ code }) => code >= 400)).toEqual([])
  registerEqualsJournal(world)
})

/** What a consultant may try from the pocket: every one is refused in words, and nothing that stands is another than before. */
import type { World } from '../../emulator/world/types'
import type { Card, Method } from '../../src/rpc/contract'
import { answerOf, belova, booked, calendarLines, deskWorld, done, morozova, request, sleepUntil, slotOf } from '../fixtures/desk'
import { registerEqualsJournal, rowById } from '../fixtures/register'

interface Desk {
  readonly world: World
  /** ММ's own: over and not filled. */
  readonly own: Card
  /** ММ's, still to come. */
  readonly ahead: Card
}

let kept: Desk | undefined

function desk(): Desk {
  if (kept === undefined) {
    const world = deskWorld()
    const own = booked(world, 'АНО «Маяк»')
    const ahead = booked(world, 'Фонд «Север»')
    sleepUntil(world, `${own.deal.end?.slice(0, 14)}30`)
    const again = ({ deal: { id } }: Card) => done(world, 'deal/open', { id, row: null, clientId: null })
    kept = { world, own: again(own), ahead: again(ahead) }
  }
  return { ...kept, world: kept.world.fork() }
}

const full = { minutes: 50, project: 'не распределено', content: 'Смета', recommendations: 'Сократить' }
const file = { name: 'а.txt', mimeType: 'text/plain', base64: 'TQ==' }

type Attack = readonly [name: string, method: Method, user: string, input: (desk: Desk) => unknown]

const attacks: readonly Attack[] = [
  ['K5: «Проведена» without its fields', 'deal/move', morozova, ({ own }) => ({ deal: own.ref, to: 'held', reason: '', fields: {} })],
  ['C8: «Проведена» before it began', 'deal/move', morozova, ({ ahead }) => ({ deal: ahead.ref, to: 'held', reason: '', fields: full })],
  ['K5: straight to «Успешно завершённые»', 'deal/move', morozova, ({ own }) => ({ deal: own.ref, to: 'won', reason: '', fields: full })],
  [
    'K2: straight to «Запрошена обратная связь»',
    'deal/move',
    morozova,
    ({ own }) => ({ deal: own.ref, to: 'feedback', reason: '', fields: full }),
  ],
  ['K3: the client’s mark', 'deal/fill', morozova, ({ own }) => ({ deal: own.ref, fields: { feedbackScore: 5 } })],
  [
    'K3: the client’s words, with «Проведена»',
    'deal/move',
    morozova,
    ({ own }) => ({ deal: own.ref, to: 'held', reason: '', fields: { ...full, feedbackText: 'Отлично' } }),
  ],
  ['minutes of a night', 'deal/fill', morozova, ({ own }) => ({ deal: own.ref, fields: { minutes: 4800 } })],
  ['another’s card filled', 'deal/fill', belova, ({ own }) => ({ deal: own.ref, fields: full })],
  ['another’s card «Проведена»', 'deal/move', belova, ({ own }) => ({ deal: own.ref, to: 'held', reason: '', fields: full })],
  ['another’s client «Не пришёл»', 'deal/move', belova, ({ own }) => ({ deal: own.ref, to: 'lost', reason: 'неявка', fields: {} })],
  ['another’s call noted', 'deal/note', belova, ({ ahead }) => ({ deal: ahead.ref, outcome: 'reached', text: '' })],
  ['another’s «Не смогу провести»', 'deal/cannotHold', belova, ({ ahead }) => ({ deal: ahead.ref, reason: 'заболела' })],
  ['a photo on another’s card', 'file/attach', belova, ({ own }) => ({ deal: own.ref, ...file })],
  [
    'another’s consultation moved',
    'deal/reschedule',
    belova,
    ({ ahead }) => ({
      deal: ahead.ref,
      slot: null,
      at: { start: '2026-11-27T10:00', end: '2026-11-27T11:00', etag: null },
      reason: 'надо',
    }),
  ],
  [
    'G5: one’s own, too far',
    'deal/reschedule',
    morozova,
    ({ ahead }) => ({
      deal: ahead.ref,
      slot: null,
      at: { start: '2026-12-21T10:00', end: '2026-12-21T11:00', etag: null },
      reason: 'надо',
    }),
  ],
  [
    'R1: moved without a reason',
    'deal/reschedule',
    morozova,
    ({ ahead }) => ({ deal: ahead.ref, slot: null, at: { start: '2026-11-27T10:00', end: '2026-11-27T11:00', etag: null }, reason: ' ' }),
  ],
  [
    'year 9999',
    'deal/reschedule',
    morozova,
    ({ ahead }) => ({
      deal: ahead.ref,
      slot: null,
      at: { start: '9999-12-31T10:00', end: '9999-12-31T11:00', etag: null },
      reason: 'надо',
    }),
  ],
  [
    'G6: given to a colleague',
    'deal/reassign',
    morozova,
    ({ world, ahead }) => {
      const { minutes: _, join: _join, ...slot } = slotOf(world, 'СБ', '2026-11-24')
      return { deal: ahead.ref, consultant: 'СБ', slot, reason: 'надо' }
    },
  ],
  ['a colleague’s week repeated', 'slot/repeatWeek', morozova, () => ({ consultant: 'СБ', monday: null, apply: true })],
  ['a version that is old', 'deal/fill', morozova, ({ own }) => ({ deal: { ...own.ref, version: own.ref.version - 1 }, fields: full })],
  [
    'year 9999 among the taps',
    'slot/mark',
    morozova,
    () => ({ offer: [{ start: '9999-12-31T10:00', end: '9999-12-31T11:00' }], take: [] }),
  ],
  ['a date that is none among the taps', 'slot/mark', morozova, () => ({ offer: [{ start: 'завтра', end: 'послезавтра' }], take: [] })],
]

test.each(attacks)('%s', (_name, method, user, inputOf) => {
  const now = desk()
  const { world, own, ahead } = now
  const facts = () => [rowById(world, 'Сделки', own.deal.id), rowById(world, 'Сделки', ahead.deal.id), calendarLines(world)]
  const before = facts()
  const answer = answerOf(world.invoke(request(method, inputOf(now), user)))
  expect(answer.ok === false && answer.message).toMatch(/[а-яё]{3}/)
  expect(facts()).toEqual(before)
  registerEqualsJournal(world)
})

test('nobody sees another’s consultations among his own', () => {
  const { world, own, ahead } = desk()
  const ids = (user: string) => done(world, 'deal/mine', {}, user).items.map(({ id }) => id)
  expect(ids(morozova)).toEqual(expect.arrayContaining([own.deal.id, ahead.deal.id]))
  expect(ids(belova)).not.toEqual(expect.arrayContaining([own.deal.id]))
})

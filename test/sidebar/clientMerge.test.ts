/** Two found cards of one client: offered to be merged, previewed, merged, separated. */

import type { Client } from '../../src/domain/client/client'
import type { ClientMatch } from '../../src/rpc/contract'
import { filledBy } from '../../src/sidebar/models/intake/clientMerge'
import { accepted, type Handlers } from '../../src/sidebar/transports/memoryTransport'
import { anna, deskWith, pageData, settled } from './pageBuilder'

const match = (client: Partial<Client>, more: Partial<ClientMatch> = {}): ClientMatch => ({
  client: { ...anna, ...client },
  last: null,
  open: null,
  by: 'organisation',
  ...more,
})
const last = { dealId: 40811, start: null, consultant: 'ММ', topic: 8 }

async function found(matches: readonly ClientMatch[], more: Handlers = {}, roles = pageData.me.roles) {
  const data = { ...pageData, me: { ...pageData.me, roles } }
  const bench = deskWith({ 'client/search': () => accepted({ matches }), ...more }, data)
  bench.desk.intake.type('маяк')
  bench.desk.intake.searchNow()
  await settled()
  return { ...bench, merge: bench.desk.intake.merge }
}

it.each([
  ['one phone', { id: 9, email: 'other@mayak.ru' }, 'phone'],
  ['one e-mail, written otherwise', { id: 9, phoneKey: '+79110000000', email: ' ANNA@mayak.ru' }, 'email'],
])('%s makes a pair, the older card is kept', async (_, twin, by) => {
  const { merge } = await found([match(twin), match({})])
  expect(merge.pair.value).toMatchObject({ keep: { id: 7 }, drop: { id: 9 }, by })
})

it('the card with consultations is kept', async () => {
  const { merge } = await found([match({}), match({ id: 9 }, { last })])
  expect(merge.pair.value).toMatchObject({ keep: { id: 9 }, drop: { id: 7 } })
})

it('no pair where nothing is shared, and none for those who may not merge', async () => {
  const stranger = match({ id: 9, phoneKey: '', email: '' })
  expect((await found([match({ phoneKey: '', email: '' }), stranger])).merge.pair.value).toBeNull()
  expect((await found([match({}), match({ id: 9 })], {}, ['consultant'])).merge.pair.value).toBeNull()
})

it('the preview says what the kept card takes over', () => {
  const pair = { keep: { ...anna, email: '' }, drop: { ...anna, id: 9, contact: 'А. Иванова' }, by: 'phone' } as const
  expect(filledBy(pair)).toEqual(['E-mail: anna@mayak.ru'])
})

it('merges after a look, the other way round if wished, and separates again', async () => {
  const { merge, server } = await found([match({}), match({ id: 9 })], {
    'client/merge': () => accepted({ client: { ...anna, id: 9 }, deals: 3 }),
    'client/unmerge': () => accepted({ client: anna, deals: 3 }),
  })
  await merge.merge()
  expect(server.calls).toHaveLength(1)
  merge.ask()
  merge.swap()
  await merge.merge()
  expect(server.calls.find(({ method }) => method === 'client/merge')?.input).toEqual({ keep: 9, drop: 7 })
  expect(merge.done.value).toEqual({ sentence: 'Карточки объединены: АНО «Маяк», перешло: 3 заявки', drop: 7 })
  await merge.unmerge()
  expect(server.calls.find(({ method }) => method === 'client/unmerge')?.input).toEqual({ drop: 7 })
  expect(merge.done.value).toEqual({ sentence: 'Карточки снова отдельные', drop: null })
})

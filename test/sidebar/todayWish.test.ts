/** A client's wish on «Сегодня» is settled by one press, and the list read anew. */
import { accepted } from '../../src/sidebar/transports/memoryTransport'
import { cardOf, deskWith, itemOf, pageData, settled } from './pageBuilder'

const wish = itemOf({ key: 'G5.wish', clause: 'G5', subject: 'Клиент просит другое время: АНО «Маяк»', wish: '2026-11-23T09:00' })
const data = { ...pageData, today: { ...pageData.today!, items: [wish] } }

it.each([true, false])('taken or not (%s): the wish that was shown is named, the list is read again', async (take) => {
  const { desk, server } = deskWith(
    {
      'deal/settleWish': () => accepted({ card: cardOf(), lettersWaiting: 0 }),
      'desk/today': () => accepted({ ...data.today, items: [] }),
    },
    data,
  )
  await desk.today.settle(wish, take)
  await settled()
  expect(server.calls[0]).toMatchObject({ method: 'deal/settleWish', input: { deal: wish.deal, said: wish.wish, take } })
  expect(desk.today.groups.value).toEqual([])
})

it.each([true, false])('a block of cells is put back or stays (%s), and the list is read again', async (take) => {
  const block = { at: '2026-11-23T08:50', who: 'gg0@example.org', cells: 24, text: 'Изменено сразу 24 ячейки' }
  const today = { ...pageData.today!, blocks: [block] }
  const { desk, server } = deskWith(
    { 'desk/settleBlock': () => accepted({ settled: true }), 'desk/today': () => accepted({ ...today, blocks: [] }) },
    { ...pageData, today },
  )
  await desk.today.settleBlock(block, take)
  await settled()
  expect(server.calls[0]).toMatchObject({ method: 'desk/settleBlock', input: { at: block.at, who: block.who, take } })
  expect(desk.today.today.value?.blocks).toEqual([])
})

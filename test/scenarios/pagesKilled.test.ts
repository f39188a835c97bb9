/** An answer from a page whose run dies at any of its calls, or meets another: sent again it stands once, and nothing is lost. */
import type { World } from '../../emulator/world/types'
import { deathFaults } from '../fixtures/deaths'
import { director, request } from '../fixtures/desk'
import { decideWorld, feedbackWorld, report, reportWorld, send, sending } from '../fixtures/pagesDesk'
import { inEveryOrder } from '../fixtures/races'
import { registerEqualsJournal, rowById, rowsOf } from '../fixtures/register'

interface Answer {
  readonly world: World
  readonly link: unknown
  readonly method: string
  readonly input: unknown
}

function* deaths({ world, link, method, input }: Answer): Generator<World> {
  const whole = world.fork()
  for (const fault of deathFaults(whole.invoke(sending({ link, method, input })).calls)) {
    const after = world.fork()
    const record = after.invoke(sending({ link, method, input }), [fault])
    if (record.error?.name !== 'Killed') throw new Error(`it was not killed at ${fault.at}`)
    yield after
  }
}

const lettersOf = (world: World, key: string) =>
  rowsOf(world, 'Исходящие').filter(({ cells }) => String(cells['Ключ']).startsWith(key)).length

test('K2: feedback: one mark, one letter to the director, however often it is sent', () => {
  const { world, links, card } = feedbackWorld()
  const answer = { world, link: links[0], method: 'feedback/send', input: { score: 2, text: 'Мало', quotable: false } }
  for (const after of deaths(answer)) {
    expect(send(after, answer.link, answer.method, answer.input)).toMatchObject({ ok: true })
    expect(rowById(after, 'Сделки', card.deal.id)).toMatchObject({ Оценка: 2, Отзыв: 'Мало' })
    expect(lettersOf(after, 'lowScore:')).toBe(1)
    registerEqualsJournal(after)
  }
})

test('C9: the report stands whole after the second sending', () => {
  const { world, link, card } = reportWorld()
  for (const after of deaths({ world, link, method: 'report/send', input: report })) {
    expect(send(after, link, 'report/send', report)).toMatchObject({ ok: true })
    expect(JSON.parse(String(rowById(after, 'Сделки', card.deal.id)['Отчёт эксперта']))).toEqual(report)
    registerEqualsJournal(after)
  }
})

test('T2: the manager agrees while the director decides: one decision, in every order', () => {
  const { world, links, card } = decideWorld()
  const agrees = sending({ link: links[0], method: 'decide/send', input: { decision: 'allow', note: '' } })
  const decides = request('deal/decideExternal', { deal: card.ref, decision: 'allow', project: null }, director)
  const orders = inEveryOrder(world, [agrees, decides], 1, (after) => {
    const { Комментарии: comments, 'Внешний: кто решил': who } = rowById(after, 'Сделки', card.deal.id)
    expect(String(comments).match(/внешний консультант разрешён/g)).toHaveLength(1)
    expect(['Соколов Илья Петрович', 'Михайлова Марина Евгеньевна']).toContain(who)
    registerEqualsJournal(after)
  })
  expect(orders).toBeGreaterThan(1)
})

/** The office managers' other work: calls, cards, lines of «Расхождения», clients that are one, an import, and what they regret. */
import { outcomeTitles } from '../../../src/domain/calendar/sync/discrepancyText'
import { amocrmTable } from '../../fixtures/amocrmTable'
import { office } from '../../fixtures/desk'
import { rowsIn } from '../invariants/cells'
import type { Running } from '../running'
import { again, type Deed, dealsIn, type Found, isExternal, isOver, onDeal, onNext, picked, startOf, written } from './deal'
import { everybody, manager2 } from './people'

const waiting = ['unsorted', 'new', 'unreached', 'accepted'] as const

const call = onNext(['unsorted', 'new', 'unreached'], (it, { ref }, { way }) => {
  const outcome = (['reached', 'reached', 'reached', 'noAnswer', 'noAnswer', 'messenger'] as const)[way % 6] ?? 'reached'
  it.ask('deal/note', { deal: ref, outcome, text: '' }, way % 2 === 0 ? office : manager2)
  if (outcome === 'noAnswer' && way % 5 === 0)
    it.ask('deal/move', { deal: again(it, ref.id)?.ref ?? ref, to: 'unreached', reason: '', fields: {} })
})

/** Nobody answers, and she tries again at once. */
const callAgain = onDeal(['unsorted', 'new', 'unreached'], (it, { id, ref }) => {
  it.ask('deal/note', { deal: ref, outcome: 'noAnswer', text: '' })
  it.ask('deal/note', { deal: again(it, id)?.ref ?? ref, outcome: 'noAnswer', text: 'ещё раз' })
})

const missing = { kind: 'НКО', contact: 'Анна Иванова', municipality: 'Архангельск', consentDate: '2026-06-01' }

/** What the client says when asked; who has a name and an address on the card is not asked for them. */
function learnt({ world }: Running, { id, cells }: Found) {
  const known = rowsIn(world, 'Клиенты').find((row) => row.cells['№'] === cells['№ клиента'])?.cells
  return {
    ...missing,
    ...(cells['Организация'] === null && { organisation: `Фонд «Узнан ${id}»` }),
    ...(known?.['E-mail'] == null && { email: `client${9000 + id}@example.net` }),
  }
}

/** She calls, hears what is missing, writes it down; now and then something is forgotten. */
const accept = onNext(['unsorted', 'new', 'unreached'], (it, deal, { way }) => {
  const { id, ref } = deal
  if (way % 7 !== 0) it.ask('deal/note', { deal: ref, outcome: 'reached', text: '' })
  if (way % 6 !== 0) it.ask('client/fill', { deal: again(it, id)?.ref ?? ref, fields: learnt(it, deal) })
  const topic = [10, 8, 2, 11, 6, 9][way % 6] ?? 10
  it.ask('deal/move', { deal: again(it, id)?.ref ?? ref, to: 'accepted', reason: '', fields: { topic } })
})

const reasons = ['отказ клиента', 'не дозвонились', 'спам', 'дубль', 'такой причины нет']
const lose = onDeal([...waiting, 'assigned'], (it, { ref }, { way }) =>
  it.ask('deal/move', { deal: ref, to: 'lost', reason: picked(reasons, way) ?? '', fields: {} }),
)

/** A card that was opened before somebody else changed it, or the same person in another tab. */
const lateSave = onDeal([...waiting, 'assigned', 'held'], (it, { ref }, { way }) => {
  it.ask('deal/fill', { deal: ref, fields: { request: `Уточнено ${way}` } }, way % 2 === 0 ? office : manager2)
  it.ask('deal/fill', { deal: ref, fields: { comments: `Заметка ${way}` } })
})

/** Two managers save one card in the same second. */
const savedTogether = onDeal([...waiting, 'assigned', 'held'], (it, { ref }, { pick, way }) => {
  const [one, two] = [`Уточнено ${way}`, `Уточнено ${way} иначе`].map((request, at) =>
    it.request('deal/fill', { deal: ref, fields: { request } }, at === 0 ? office : manager2),
  )
  if (one !== undefined && two !== undefined) it.together([one, two], pick)
})

/** The tick works while somebody moves a card on. */
const tickMeanwhile = onDeal([...waiting, 'assigned'], (it, { ref }, { pick, way }) => {
  const moved = it.request('deal/move', {
    deal: ref,
    to: way % 3 === 0 ? 'lost' : 'accepted',
    reason: 'отказ клиента',
    fields: { topic: 10 },
  })
  const runs = [moved, { fn: 'tick', entry: 'trigger', user: '' } as const]
  it.together(way % 2 === 0 ? runs : runs.reverse(), pick)
})

const places = ['каб. 3', 'каб. 5', 'https://zoom.example/2', '']
const fill = onDeal([...waiting, 'assigned', 'held', 'won'], (it, { ref }, { way }) => {
  const fields =
    way % 3 === 0
      ? { place: picked(places, way) ?? '' }
      : way % 3 === 1
        ? { format: picked(['inPerson', 'phone', 'online'] as const, way) ?? 'phone' }
        : { request: `Отчёт ${way}` }
  it.ask('deal/fill', { deal: ref, fields })
})

const outcomes = (Object.keys(outcomeTitles) as (keyof typeof outcomeTitles)[]).filter((one) => one !== 'create')
const resolve: Deed = (it, { pick, way }) => {
  const open = rowsIn(it.world, 'Расхождения').filter(({ cells }) => cells['Решено'] === null)
  const line = picked(open, pick)
  if (line === undefined) return
  const key = String(line.cells['Ключ'])
  const proposed = outcomes.filter((one) => String(line.cells['Предложено'] ?? '').includes(outcomeTitles[one]))
  const outcome = picked(way % 4 === 0 || proposed.length === 0 ? outcomes : proposed, way) ?? 'ignore'
  const deal = outcome === 'link' ? (picked(dealsIn(it.world, 'accepted'), pick)?.ref ?? null) : null
  it.ask('discrepancy/resolve', { key, outcome, reason: 'договорились', deal }, way % 2 === 0 ? office : manager2)
}

const merge: Deed = (it, { pick, way }) => {
  const clients = rowsIn(it.world, 'Клиенты').map(({ cells }) => Number(cells['№']))
  const [keep, drop] = [picked(clients, pick), picked(clients, way)]
  if (keep === undefined || drop === undefined || keep === drop) return
  const answer = it.ask('client/merge', { keep, drop })
  if (answer?.ok && way % 3 === 0) it.ask('client/unmerge', { drop })
}

/** Somebody asked a second time while the first request is open. */
const join: Deed = (it, { pick }) => {
  const open = dealsIn(it.world, ...waiting)
  const later = open.filter((one) => open.some((other) => other.id < one.id && isSameClient(one, other)))
  const deal = picked(later, pick)
  const into = open.find((one) => deal !== undefined && one.id < deal.id && isSameClient(one, deal))
  if (deal !== undefined && into !== undefined) it.ask('deal/join', { deal: deal.ref, into: into.ref })
}
const isSameClient = (one: Found, other: Found) =>
  one.cells['Организация'] !== null && one.cells['Организация'] === other.cells['Организация']

const projects = ['Ресурсный центр НКО', 'Поддержка ТОС', 'Активное село']
const askExternal = onDeal(['accepted', 'new'], (it, { ref }, { way }) => {
  it.ask('deal/askExternal', { deal: ref, project: picked(projects, way) ?? '' })
  it.ask('outbox/send', {})
})

const isExpertsOver = (deal: Parameters<typeof isExternal>[0] & Parameters<typeof startOf>[0], now: string) =>
  isExternal(deal) && startOf(deal) < now
const takeReport = onDeal(
  ['assigned'],
  (it, { ref }) => it.ask('deal/takeReport', { deal: ref, chosen: [] }),
  (deal, now) => isExpertsOver(deal, now),
)
const heldForExpert = onDeal(
  ['assigned'],
  (it, { ref }, { way }) => {
    if (way % 3 === 0) it.ask('deal/sendReport', { deal: ref })
    it.ask('deal/move', { deal: again(it, ref.id)?.ref ?? ref, to: 'held', reason: '', fields: written(way) })
  },
  isExpertsOver,
)

/** An export of amoCRM: deals that wait, and one that failed. */
const importing: Deed = (it, { pick }) => {
  const { headings, rows } = amocrmTable()
  const rowOf = (at: number) => {
    const number = 60_000 + pick * 3 + at
    const isLost = at === 0
    const own: Readonly<Record<string, string>> = {
      ID: String(number),
      'Название сделки': '',
      Компания: `РОО «Прежняя ${number}»`,
      'Этап сделки': isLost ? 'Неуспешные' : 'Принято в работу',
      'Дата создания': '12.09.2026 10:00:00',
      'Дата закрытия': isLost ? '14.09.2026 10:00:00' : '',
      'Причина отказа': isLost ? 'отказ клиента' : '',
      'Рабочий телефон (контакт)': `8912${String(1_000_000 + number)}`,
      'Рабочий email (контакт)': `client${number}@example.net`,
      Консультант: isLost ? 'ММ' : '',
      'Дата и время консультации': isLost ? '13.09.2026 10:00:00' : '',
      Формат: isLost ? 'очно' : '',
    }
    return headings.map((heading, place) => own[heading] ?? rows[0]?.[place] ?? '')
  }
  const table = { fileName: 'deals.csv', headings, rows: [0, 1, 2].map(rowOf) }
  it.ask('import/preview', { kind: 'deals', table })
  it.ask('import/apply', { kind: 'deals', table })
}

/** What clients wished by their links, from «Сегодня». */
const settleWish: Deed = (it, { pick, way }) => {
  const wished = it.value('desk/today', {})?.items.filter(({ wish, deal }) => wish !== null && deal !== null)
  const item = picked(wished ?? [], pick)
  if (item?.deal && item.wish !== null) it.ask('deal/settleWish', { deal: item.deal, said: item.wish, take: way % 3 !== 0 })
}

const screens: Deed = (it, { pick, way }) => {
  const user = picked([office, manager2, ...Object.values(everybody).map(({ email }) => email), 'nobody@example.com'], pick) ?? office
  const asked =
    picked(['desk/today', 'week/list', 'discrepancy/list', 'tasks/state', 'settings/open', 'import/start'] as const, way) ?? 'desk/today'
  it.ask(asked, {}, user)
}

export const managerDeeds: Readonly<Record<string, Deed>> = {
  'manager/call': call,
  'manager/callAgain': callAgain,
  'manager/accept': accept,
  'manager/lose': lose,
  'manager/undo': onDeal([], (it, { ref }) => it.ask('deal/undo', { deal: ref })),
  'manager/lateSave': lateSave,
  'manager/savedTogether': savedTogether,
  'manager/sentTogether': (it, { pick }) => it.together([it.request('outbox/send', {}), it.request('outbox/send', {}, manager2)], pick),
  'manager/tickMeanwhile': tickMeanwhile,
  'manager/fill': fill,
  'manager/resolve': resolve,
  'manager/merge': merge,
  'manager/join': join,
  'manager/send': (it) => it.ask('outbox/send', {}),
  'manager/takeReport': takeReport,
  'manager/heldForExpert': heldForExpert,
  'manager/askExternal': askExternal,
  'manager/settleWish': settleWish,
  'manager/import': importing,
  'manager/screens': screens,
  'consultant/held': onDeal(
    ['assigned'],
    (it, { ref, cells }, { way }) =>
      it.ask('deal/move', { deal: ref, to: 'held', reason: '', fields: written(way) }, everybody[String(cells['Консультант'])]?.email),
    isOver,
  ),
}

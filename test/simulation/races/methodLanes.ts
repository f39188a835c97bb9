/** The methods that write, on the shared office: calls of the table of rights that change something, and those for which something waits there. */

import { amocrmTable } from '../../fixtures/amocrmTable'
import { createInput, director, morozova, office } from '../../fixtures/desk'
import { centre, school } from '../../fixtures/pagesDesk'
import { rows, slots } from '../../fixtures/rights/methods'
import { asking, type Lane, marked } from './lane'
import { shared } from './office'

/** A row of the table of rights, the object, and who calls. */
const taken: readonly (readonly [row: string, object: string, user: string])[] = [
  ['client/fill', 'own', office],
  ['client/withdrawConsent', 'own', office],
  ['client/merge', '', office],
  ['client/apart', '', office],
  ['client/unmerge', '', office],
  ['deal/note', 'own', office],
  ['deal/fill', 'own', office],
  ['deal/fill, the client’s mark', 'own', office],
  ['file/attach', 'own', office],
  ['deal/move, to «Неуспешные»', 'own', office],
  ['deal/move, to «Принято в работу»', 'own', office],
  ['deal/move, to «Запрошена обратная связь»', 'own', office],
  ['deal/move, to «Успешно завершённые»', 'own', office],
  ['deal/undo', 'own', office],
  ['deal/reopen', 'own, closed', director],
  ['deal/join', 'own', office],
  ['deal/recognise', '', office],
  ['slot/hold', 'own', office],
  ['deal/book, nobody’s deal', 'own', office],
  ['deal/book, again', "nobody's", office],
  ['deal/bookOwn', 'own', office],
  ['deal/reschedule', 'own', office],
  ['deal/reason', 'own', office],
  ['deal/cannotHold', 'own', office],
  ['deal/reassign', 'own', office],
  ['deal/decideExternal', 'own', director],
  ['deal/decideExternal, for another’s project', 'own', director],
  ['deal/askExternal', "nobody's", office],
  ['deal/sendReport', "an expert's", office],
  ['deal/takeReport', "an expert's, reported", office],
  ['discrepancy/resolve, put back', 'own', office],
  ['discrepancy/resolve, accepted', 'own', office],
  ['week/close', 'own', office],
  ['month/report', '', director],
  ['month/approve', '', director],
  ['month/published', '', director],
  ['external/pay', "an expert's, the manager's project", director],
  ['draft/keep', 'own', office],
  ['personal/seen', '', director],
  ['ways/set', '', director],
  ['ways/key', '', director],
  ['letter/test', '', director],
  ['outbox/send', '', office],
]

const { block, news, consentGone, aside, wish, closedWeek, signing } = shared
const offered = [{ start: '2026-12-09T10:00', end: '2026-12-09T11:00' }]
const projects = { fileName: 'a.csv', headings: ['Проект', 'Руководитель (e-mail)'], rows: [['Школа волонтёров', director]] }

const waiting: readonly (readonly [...Parameters<typeof asking>, use?: string])[] = [
  ['deal/create', createInput({ request: 'вопрос-1- об отчёте', requestKey: 'key-of-the-lane-1' }), office],
  ['client/returnConsent', { deal: consentGone }, office],
  ['deal/takeNews', { deal: news, field: 'organisation', take: true }, office],
  ['desk/settleBlock', { ...block, take: true }, office],
  ['desk/settleBlock', { ...block, take: false }, office, 'kept'],
  ['intake/settleAside', { id: aside, take: true }, office],
  ['slot/release', { eventId: slots["an expert's"].eventId, start: slots["an expert's"].start }, office],
  ['slot/repeatWeek', { consultant: 'ММ', monday: '2026-12-14', apply: true }, office],
  ['slot/mark', { offer: offered, take: [{ start: slots.own.start, end: slots.own.end }] }, morozova],
  ['deal/settleWish', { ...wish, take: true }, office],
  ['week/undo', { deals: closedWeek }, office],
  ['month/tell', { month: '2026-11', projects: [centre, school.name], anew: false, seen: 0 }, director],
  ['import/apply', { kind: 'projects', table: projects }, director, 'projects'],
  ['import/apply', { kind: 'deals', table: amocrmTable() }, director, 'deals'],
  ['workdays/write', { year: 2027, days: [{ date: '2027-03-10', kind: 'off', movedFrom: null }] }, director],
  ['ways/vk', { account: 'https://vk.com/club777', token: 'vk-key' }, director],
  ['settings/save', { values: { centrePhone: '8 (8182) 20-65-10' } }, director],
  ['device/end', { id: signing.device }, office],
]

function inputOf(row: string, object: string): Parameters<typeof asking>[1] {
  const found = rows.find(({ method, use }) => [method, use].filter((part) => part !== '').join(', ') === row)
  if (found === undefined || !(object in found.inputs)) throw new Error(`the table of rights has no ${row}, ${object}`)
  return found.inputs[object]
}

const named = (...parts: readonly (string | undefined)[]) => parts.filter(Boolean).join(', ')
const methodOf = (row: string) => row.split(', ')[0] as Parameters<typeof asking>[0]

export const methodLanes: readonly Lane[] = [
  ...taken.map(([row, object, user]) => ({ name: named(row, object), invocation: asking(methodOf(row), inputOf(row, object), user) })),
  ...waiting.map(([method, input, user, use]) => ({ name: named(method, use), invocation: asking(method, input, user) })),
].map((lane) => marked({ ...lane, world: shared.world }))

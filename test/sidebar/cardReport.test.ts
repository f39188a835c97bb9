/** The expert's report on the card: choosing between both sides, taking it over; asking a project's manager (T2, C9). */

import { accepted } from '../../src/sidebar/transports/memoryTransport'
import { cardOf, deskWith, settled } from './pageBuilder'

const report = {
  topic: 8,
  content: 'Смета',
  recommendations: 'Сверить',
  minutes: 60,
  discussedName: '',
  discussedTheme: '',
  discussedAdvice: '',
  files: '',
  comment: '',
}
const waiting = cardOf({ stage: 'assigned', topic: 2, report: JSON.stringify(report) })

async function opened(card = waiting) {
  const taken = cardOf({ stage: 'assigned', version: 2, report: JSON.stringify({ ...report, takenAt: '2026-11-23T09:00' }) })
  const bench = deskWith({
    'deal/open': () => accepted(card),
    'deal/takeReport': () => accepted(taken),
    'deal/askExternal': () => accepted({ card, lettersWaiting: 1 }),
    'outbox/send': () => accepted({ sent: 1, failed: 0, waiting: 0 }),
  })
  bench.desk.card.open({ id: card.deal.id, row: 2, clientId: 7 })
  await settled()
  return { ...bench, model: bench.desk.card }
}

it('the card’s side stands until the report’s is chosen; what was chosen goes along', async () => {
  const { model, server } = await opened()
  expect([model.report.waits.value, model.report.conflicts.value, model.report.chosen.value]).toEqual([true, ['topic'], []])
  model.report.choose('topic', true)
  await model.report.take()
  expect(server.calls.at(-1)).toMatchObject({ method: 'deal/takeReport', input: { chosen: ['topic'] } })
  expect(model.report.waits.value).toBe(false)
  expect(model.done.value).toMatch(/Отчёт перенесён/)
})

it('a choice taken back is no choice', async () => {
  const { model } = await opened()
  model.report.choose('topic', true)
  model.report.choose('topic', false)
  expect(model.report.chosen.value).toEqual([])
})

it('no report, no question', async () => {
  const { model } = await opened(cardOf({ stage: 'assigned', report: 'по телефону' }))
  expect([model.report.report.value, model.report.waits.value]).toEqual([null, false])
})

it('T2: the project is chosen first; the letter goes at once', async () => {
  const { model, server } = await opened()
  const step = {
    kind: 'askExternal',
    value: '',
    title: 'Спросить руководителя проекта…',
    primary: false,
    blockedBy: '',
    needsReason: true,
    options: ['Школа'],
  } as const
  model.steps.take(step)
  expect(server.calls.filter(({ method }) => method === 'deal/askExternal')).toEqual([])
  model.steps.reason.value = 'Школа'
  model.steps.confirm()
  await settled()
  expect(server.calls.map(({ method }) => method).slice(-2)).toEqual(['deal/askExternal', 'outbox/send'])
  expect(server.calls.at(-2)?.input).toMatchObject({ project: 'Школа' })
})

/** The letters of one run of the control. */
import { controlLetters } from '../../../src/usecases/control/controlLetters'
import type { Due } from '../../../src/usecases/control/remind'
import { assignedDeal, client, defaultSettings } from '../../fixtures/builders'
import { deskOf, type Given } from '../../fixtures/known'
import { controlLine, officeLine } from '../../fixtures/lines'

const now = '2026-11-23T09:30'
const nothing: Due = { remind: [], escalate: [], breached: [], digest: null }
const facts = { urlOf: ({ row }: { row: number | null }) => `https://sheets.example.org/${row}`, breaches: 0 }
const letters = (due: Partial<Due>, given: Given = {}, breaches = 0) =>
  controlLetters({ ...nothing, ...due }, deskOf(given), now, { ...facts, breaches })
const addresses = (made: ReturnType<typeof letters>) => made.map(({ to }) => to)

test('one person gets one letter, however many things are in it', () => {
  const made = letters({
    remind: [controlLine(), controlLine({ dealId: 41722, subject: 'Позвонить: Фонд «Север»' })],
    escalate: [controlLine({ who: 'ММ', overdueTo: 'officeManager' })],
  })
  expect(made).toMatchObject([{ to: 'office@example.org', key: expect.stringMatching(/^control:2026-11-23T09:30:\w+$/), priority: 2 }])
  for (const words of ['АНО «Маяк»', 'Фонд «Север»']) expect(made[0]?.body).toContain(words)
})

test('two runs of one minute, of which each tells something else, have rows of their own (story 97)', () => {
  const subjects = Array.from({ length: 40 }, (_, at) => `Позвонить: Фонд «Север ${at}»`)
  const keys = subjects.flatMap((subject) =>
    letters({ remind: [controlLine({ subject, who: 'ММ и офис-менеджер' })] }).map(({ key }) => key),
  )
  expect(new Set(keys).size).toBe(80)
})

test('whoever owes it is reminded; whoever is to know of it is told', () => {
  expect(addresses(letters({ remind: [controlLine({ who: 'ММ и офис-менеджер' })] }))).toEqual(['gg0@example.org', 'office@example.org'])
  expect(addresses(letters({ escalate: [controlLine({ overdueTo: 'projectManager: Добрый Север' })] }))).toEqual(['sever@example.org'])
  expect(addresses(letters({ escalate: [controlLine({ overdueTo: 'projectManager: ' })] }))).toEqual(['director@example.org'])
})

test('the director’s digest, where there is anything to tell', () => {
  expect(letters({ digest: [] })).toEqual([])
  expect(letters({ digest: [] }, {}, 1)).toMatchObject([{ to: 'director@example.org', priority: 3 }])
  expect(addresses(letters({ digest: [officeLine({ who: '' })] }))).toEqual(['director@example.org'])
})

test('C9: an external consultant gets the page of the report, not the register', () => {
  const deal = assignedDeal({ consultant: 'ПН' })
  const line = controlLine({ key: 'C9.report', who: 'ПН и офис-менеджер' })
  const [expert, office] = letters({ remind: [line] }, { deals: [deal] })
  expect(expert).toMatchObject({ to: 'bn12@example.org', links: [{ purpose: 'report', dealId: 41721, until: '2026-12-23' }] })
  expect(expert?.body).not.toContain('sheets.example.org')
  expect(office?.links).toBeUndefined()
})

describe('the client’s own reminder', () => {
  const deal = assignedDeal()
  const line = controlLine({ key: 'A4.hold', who: 'ММ', due: '2026-11-25T10:00' })
  const reminded = (given: Given = {}, one = line) =>
    addresses(
      letters(
        { remind: [one] },
        { deals: [deal], clients: [client()], office: { settings: { ...defaultSettings, clientReminders: true } }, ...given },
      ),
    )

  test('with the consultant’s', () => {
    expect(reminded()).toEqual(['gg0@example.org', 'client1@example.org'])
  })

  test('where consent is withdrawn and the booking stands', () => {
    expect(reminded({ clients: [client({ consentWithdrawn: '2026-11-20' })] })).toEqual(['gg0@example.org', 'client1@example.org'])
  })

  test.each<[string, Given, Partial<typeof line>]>([
    ['the office reminds nobody', { office: { settings: { ...defaultSettings, clientReminders: false } } }, {}],
    ['the client has asked for silence', { clients: [client({ noLetters: 'да' })] }, {}],
    ['no address', { clients: [client({ email: '' })] }, {}],
    ['moved since', { deals: [assignedDeal({ start: '2026-11-26T10:00' })] }, {}],
    ['another obligation', {}, { key: 'C8.fill' }],
  ])('not where %s', (_, given, part) => {
    expect(reminded(given, { ...line, ...part })).toEqual(['gg0@example.org'])
  })
})

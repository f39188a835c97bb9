/** Who may type what into the sheets: every field that a hand may set × every role, reviewed against PROCEDURE.md (C1, K1, K3, C9, T3) and kept here. */
import { clientFields } from '../../src/domain/client/fields'
import { dealFields } from '../../src/domain/deal/fields'
import { judgeClientEdit, judgeDealEdit } from '../../src/domain/deal/judging/handEdit'
import { leastEditor } from '../../src/domain/office/permission'
import { type Field, type Fields, keysOf } from '../../src/domain/register/field'
import type { Kind, Meaning, Value } from '../../src/domain/register/kinds'
import { client, heldDeal } from '../fixtures/builders'
import { callers, staffed } from '../fixtures/staff'

const now = '2026-11-27T09:00'
/** Nobody is told by Google: the least of those who may edit. */
const unknown = leastEditor('ММ')
/** Does not work here any more. */
const dismissed = { ...callers.own, roles: [] }
const editors = { ...callers, unknown, dismissed }
type Editor = keyof typeof editors

const texts: Readonly<Record<Meaning, string>> = {
  organisation: 'АНО «Причал»',
  phone: '8 911 555-44-33',
  email: 'a@example.org',
  consultant: 'СБ',
  project: 'Добрый Север',
  organisationKind: 'СМИ',
  municipality: 'Онега',
  failureReason: 'неявка',
  yes: 'да',
}

function goodFor(key: string, kind: Kind): Value {
  if (key === 'stage') return 'won'
  if (kind.type === 'integer') return 5
  if (kind.type === 'word') return kind.numeric ? 2 : 'phone' in kind.words ? 'phone' : 'site'
  if (kind.type === 'date') return '2026-11-23'
  if (kind.type === 'dateTime') return '2026-11-26T10:00'
  return texts['means' in kind ? (kind.means ?? 'organisation') : 'organisation']
}

/** The internal consultation of ММ, held; what is paid is the external one of ПН. */
function takes(key: string, field: Field, name: Editor): boolean {
  const who = editors[name]
  const deal = heldDeal(field.set?.hand === 'pay' ? { consultant: 'ПН' } : {})
  return key in judgeDealEdit(deal, { [key]: goodFor(key, field.kind) }, { office: staffed(), now, who, client: client() }).accepted
}

function clientTakes(key: string, field: Field, name: Editor): boolean {
  const isOwn = ['own', 'unknown', 'dismissed'].includes(name)
  return key in judgeClientEdit({ [key]: goodFor(key, field.kind) }, { office: staffed(), now, who: editors[name], isOwn }).accepted
}

function tableOf(table: Fields, taken: typeof takes): Record<string, string> {
  const rows = keysOf(table, ({ set }) => set?.hand !== undefined).map((key) => {
    const field = table[key] as Field
    return [key, (Object.keys(editors) as Editor[]).filter((name) => taken(key, field, name)).join(' ')] as const
  })
  return Object.fromEntries(rows)
}

const office = 'officeManager director administrator'
/** C1: the consultant answers for the card; where nobody is named, he is who typed. */
const card = `${office} own unknown`

test('deals: the card is the consultant’s and the office’s, its closing the office’s, the client’s words are no consultant’s, payment is the manager’s', () => {
  expect(tableOf(dealFields, takes)).toEqual({
    stage: office,
    topic: card,
    request: card,
    format: card,
    place: card,
    minutes: card,
    project: card,
    content: card,
    recommendations: card,
    discussedName: card,
    discussedTheme: card,
    discussedAdvice: card,
    comments: card,
    files: card,
    failure: card,
    channel: card,
    agreedWith: card,
    wishedTimes: card,
    moveReason: card,
    cannotHold: card,
    feedbackScore: office,
    feedbackText: office,
    quotable: office,
    reportSentAt: office,
    reportReceivedAt: office,
    paidAt: 'director administrator manager',
  })
})

test('clients: of a consultant’s own deals, or the office’s', () => {
  const fields = tableOf(clientFields, clientTakes)
  expect(new Set(Object.values(fields))).toEqual(new Set([card]))
  expect(Object.keys(fields)).toEqual(keysOf<Fields>(clientFields, ({ set }) => set !== undefined))
})

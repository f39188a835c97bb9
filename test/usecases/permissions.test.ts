/** Who may do what. */

import { type Action, rights } from '../../src/domain/office/actions'
import { forbidden } from '../../src/usecases/permissions'
import { acceptedDeal, assignedDeal } from '../fixtures/builders'
import { type CallerName, callers } from '../fixtures/staff'

const everybody = Object.keys(callers) as CallerName[]
const who = (action: Action, deal = assignedDeal()) => everybody.filter((name) => forbidden(callers[name], action, deal) === null)
const office: CallerName[] = ['officeManager', 'director', 'administrator']

test.each<[Action, CallerName[]]>([
  ['read', [...office, 'own', 'other', 'manager', 'otherManager', 'prManager']],
  ['intake', [...office, 'own']],
  ['call', [...office, 'own']],
  ['assign', [...office, 'own']],
  ['fill', [...office, 'own']],
  ['close', office],
  ['hear', office],
  ['expertReport', office],
  ['report', office],
  ['monthNumbers', [...office, 'prManager']],
  ['approveMonth', ['director']],
  ['publishMonth', ['director', 'prManager']],
  ['tellManagers', ['director', 'administrator']],
  ['import', office],
  ['importPeople', ['director', 'administrator']],
  ['merge', office],
  ['withdrawConsent', office],
  ['reopen', ['director', 'administrator']],
  ['reassign', office],
  ['decideExternal', ['director', 'administrator', 'manager', 'otherManager']],
  ['settings', ['director', 'administrator']],
  ['connect', ['director', 'administrator']],
  ['forget', ['director', 'administrator']],
  ['keepApart', ['director', 'administrator']],
  ['pay', ['director', 'administrator', 'manager', 'otherManager']],
])('%s, about a deal of ММ: %j', (action, expected) => {
  expect(who(action)).toEqual(expected)
})

test('every action is in the table above', () => {
  expect(Object.keys(rights)).toHaveLength(25)
})

test('C1, I9: a deal without a consultant is any consultant’s', () => {
  expect(who('fill', acceptedDeal())).toEqual([...office, 'own', 'other'])
})

test('a consultant who is the office manager too works with everybody’s deals', () => {
  const both = { ...callers.other, roles: ['consultant', 'officeManager'] as const }
  expect(forbidden(both, 'fill', assignedDeal())).toBeNull()
})

test('refused by name: a stranger by his address, a role by what it may not', () => {
  expect(forbidden(callers.stranger, 'read')).toEqual({ code: 'strangerCaller', email: 'somebody@example.org' })
  expect(forbidden(callers.own, 'close')).toEqual({ code: 'notAllowed', role: 'консультант', action: 'закрывать неделю' })
  expect(forbidden(callers.other, 'fill', assignedDeal())).toEqual({
    code: 'notAllowed',
    role: 'консультант',
    action: 'заполнять карточку другого консультанта',
  })
})

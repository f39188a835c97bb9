/** T2: the recorded decision, who and when. */
import type { Input } from '../../../src/rpc/contract'
import { decide, decideExternal } from '../../../src/usecases/externals/decideExternal'
import { acceptedDeal, heldDeal } from '../../fixtures/builders'
import { dealAfter, deskOf, type Given, momentOf, refTo, refusalOf, whoMay } from '../../fixtures/known'
import { callers } from '../../fixtures/staff'

const deal = acceptedDeal({ project: 'Ресурсный центр НКО', externalAskedAt: '2026-11-20T16:00' })
const input = (decision: 'allow' | 'deny', project: string | null = null): Input<'deal/decideExternal'> => ({
  deal: refTo(deal),
  decision,
  project,
})
const by = (who: Given['who'], of = deal): Given => ({ deals: [of], ...(who && { who }) })

test('yes: by whom, when, at whose cost', () => {
  expect(dealAfter(decide, input('allow'), by(callers.manager))).toMatchObject({
    version: 2,
    externalBy: 'Соколов Илья',
    externalAt: '2026-11-23T09:00',
    project: 'Ресурсный центр НКО',
    comments: '23.11.2026 09:00: внешний консультант разрешён — Соколов Илья, проект «Ресурсный центр НКО»',
  })
})

test('no: nobody is asked any more, and an earlier yes is gone', () => {
  const allowed = acceptedDeal({ project: 'Ресурсный центр НКО', externalBy: 'Соколов Илья', externalAt: '2026-11-21T10:00' })
  expect(dealAfter(decide, input('deny'), by(callers.director, allowed))).toMatchObject({
    externalBy: '',
    externalAt: null,
    externalAskedAt: null,
  })
})

test('a manager’s own words, from his page', () => {
  const decided = decideExternal({ ...input('deny'), note: 'есть\nсвои' }, deskOf({ deals: [deal] }), momentOf({ who: callers.manager }))
  expect(decided.ok && decided.changes.deals[0]?.after.comments).toContain('; руководитель проекта пишет: есть свои')
})

test('a manager decides for his own project, the director for all', () => {
  const managers = (project: string | null) => whoMay(decide, input('allow', project), { deals: [deal] })
  expect(managers(null)).toEqual(['director', 'administrator', 'manager'])
  expect(managers('Добрый Север')).toEqual(['director', 'administrator', 'otherManager'])
  const shouting = { ...callers.manager, email: 'EP2@EXAMPLE.ORG' }
  expect(dealAfter(decide, input('allow'), by(shouting)).externalBy).toBe('Соколов Илья')
})

test.each<[string, object, Input<'deal/decideExternal'>, Given]>([
  ['an unknown project', { code: 'badValue' }, input('allow', 'Неизвестный'), by(callers.director)],
  ['a project that does not provide for it', { code: 'badValue' }, input('allow', 'Школа НКО'), by(callers.director)],
  ['a closed deal', { code: 'dealClosed', stage: 'won' }, input('allow'), by(callers.director, heldDeal({ stage: 'won' }))],
  ['a manager without a project named', { code: 'badValue' }, input('allow', 'не распределено'), by(callers.manager)],
  ['changed since', { code: 'changedMeanwhile' }, { ...input('allow'), deal: { ...refTo(deal), version: 2 } }, by(callers.director)],
  ['not there', { code: 'dealNotFound' }, input('allow'), { who: callers.director }],
])('%s: refused', (_, problem, asked, given) => {
  expect(refusalOf(decide, asked, given)).toMatchObject(problem)
})

test('the director may say no to a project that provides for none, and yes only to one that does (T2)', () => {
  expect(dealAfter(decide, input('deny', 'Школа НКО'), by(callers.director)).externalAt).toBeNull()
  expect(refusalOf(decide, input('allow', 'не распределено'), by(callers.director))).toMatchObject({ code: 'badValue', title: 'Проект' })
})

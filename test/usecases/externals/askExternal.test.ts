/** T2, T3: the manager of a project is asked about an external consultant. */
import { asked, isStillAsked, linksAsked } from '../../../src/domain/external/asking'
import { ask } from '../../../src/usecases/externals/askExternal'
import { acceptedDeal, assignedDeal, heldDeal, unsortedDeal } from '../../fixtures/builders'
import { changesBy, type Given, planOf, refTo, refusalOf, whoMay } from '../../fixtures/known'
import { centre, everyOffice, north, staffed } from '../../fixtures/staff'

const deal = acceptedDeal({ topic: 11 })
const input = (project = 'Добрый Север', of = deal) => ({ deal: refTo(of), project })
const given = (of = deal, more: Given = {}): Given => ({ deals: [of], ...more })
const external = (id: number, part = {}) => heldDeal({ id, consultant: 'ПН', project: 'Добрый Север', start: '2026-11-10T10:00', ...part })

test('his own project’s manager gets one letter with two links, yes and no', () => {
  const { deals, letters } = changesBy(ask, input(), given())
  expect(deals[0]?.after).toMatchObject({ externalAskedAt: null, project: 'Добрый Север', version: 2 })
  expect(letters).toHaveLength(1)
  expect(letters[0]).toMatchObject({ key: 'decide:41721v2', to: 'sever@example.org' })
  expect(letters[0]?.links?.map(({ purpose, value, until }) => [purpose, value, until])).toEqual([
    ['decide', 'allow', '2026-12-23'],
    ['decide', 'deny', '2026-12-23'],
  ])
  expect(changesBy(ask, input('Ресурсный центр НКО'), given()).letters[0]?.to).toBe('ep2@example.org')
})

test('asked again, the links of the letter before are worth nothing', () => {
  const first = changesBy(ask, input(), given())
  const links = first.letters[0]?.links ?? []
  const gone = asked(first.deals[0]?.after ?? deal, 'externalAskedAt', '2026-11-23T09:00')
  const again = changesBy(ask, input('Добрый Север', gone), given(gone, { now: '2026-11-23T09:11' })).deals[0]?.after ?? gone
  const tags = [linksAsked(links, gone, ''), linksAsked(links, again, '')].map(([link]) => link?.tag)
  expect(tags[0]).not.toBe(tags[1])
  expect(isStillAsked('externalAskedAt', links, again, '')).toBe(true)
  expect(isStillAsked('externalAskedAt', links, { ...again, project: 'Ресурсный центр НКО' }, '')).toBe(false)
})

test.each<[string, number, boolean]>([
  ['under the limit', 0, false],
  ['this one is the last', 1, false],
  ['beyond the limit', 2, true],
])('T3: %s, a warning and never a refusal', (_, made, warns) => {
  const others = Array.from({ length: made }, (_none, index) => external(40000 + index))
  const { deals } = changesBy(ask, input(), { deals: [deal, ...others] })
  expect(/сверх лимита|больше лимита|превы/i.test(deals[0]?.after.comments ?? '')).toBe(warns)
})

test('T3: counted are this month’s of this project with an external consultant', () => {
  const none = [
    external(40001, { start: '2026-10-31T10:00' }),
    external(40002, { consultant: 'СБ' }),
    external(40003, { project: 'Ресурсный центр НКО' }),
  ]
  expect(changesBy(ask, input(), { deals: [deal, ...none] }).deals[0]?.after.comments).toBe(
    changesBy(ask, input(), given()).deals[0]?.after.comments,
  )
})

test.each<[string, string, ReturnType<typeof acceptedDeal>, string, Given]>([
  ['not clarified yet', 'nothingToDo', unsortedDeal(), 'Добрый Север', {}],
  ['booked already', 'nothingToDo', assignedDeal(), 'Добрый Север', {}],
  ['decided already', 'nothingToDo', acceptedDeal({ externalAt: '2026-11-20T10:00' }), 'Добрый Север', {}],
  ['a project that does not provide for it', 'badValue', deal, 'Школа НКО', {}],
  ['an unknown project', 'badValue', deal, 'Неизвестный', {}],
  [
    'a project without an address',
    'badValue',
    deal,
    'Добрый Север',
    { office: { ...staffed(), projects: [centre, { ...north, managerEmail: '' }] } },
  ],
])('%s: refused', (_, code, of, project, more) => {
  expect(refusalOf(ask, input(project, of), given(of, more))).toMatchObject({ code })
})

test('changed since, or not there: refused; a new one may be asked about', () => {
  expect(refusalOf(ask, { ...input(), deal: { ...refTo(deal), version: 2 } }, given())).toMatchObject({ code: 'changedMeanwhile' })
  expect(refusalOf(ask, input())).toMatchObject({ code: 'dealNotFound' })
  const fresh = unsortedDeal({ stage: 'new' })
  expect(planOf(ask, input('Добрый Север', fresh), given(fresh)).ok).toBe(true)
})

test('whoever books asks', () => {
  expect(whoMay(ask, input(), given())).toEqual([...everyOffice, 'own', 'other'])
})

/** «Приём заявок»: which doors are open is one function of the rule; choosing it is a deed of who may change settings. */
import { declaredDoors, doors, mayTake } from '../../../../src/domain/intake/ruFirst/doors'
import { everyWay, ruleIn } from '../../../../src/domain/intake/ruFirst/rule'
import { openWays, setWays, waysKey, waysVk } from '../../../../src/usecases/card/personal/ways'
import { knownTo } from '../../../fixtures/known'

const names = Object.keys(doors) as (keyof typeof doors)[]

test('by all ways each door takes; first in Russia the closed ones do not, the declared ones as the office says', () => {
  expect(names.filter((door) => !mayTake(door, everyWay))).toEqual([])
  const closed = names.filter((door) => !mayTake(door, { mode: 'ruFirst', declared: [] }))
  expect(closed).toEqual(names.filter((door) => doors[door] === 'closed' || doors[door] === 'declared'))
  expect(names.filter((door) => !mayTake(door, { mode: 'ruFirst', declared: [...names] }))).toEqual(
    names.filter((door) => doors[door] === 'closed'),
  )
  expect([...declaredDoors]).toEqual(names.filter((door) => doors[door] === 'declared'))
})

test('what the property holds is read whole, or the doors are closed', () => {
  const rule = { mode: 'ruFirst', address: 'https://zapis.centre.ru/', declared: ['amocrm'] } as const
  expect(ruleIn(JSON.stringify(rule))).toEqual(rule)
  expect(ruleIn('')).toEqual(everyWay)
  for (const text of [
    '{',
    'null',
    '{"mode":"all"}',
    JSON.stringify({ ...rule, address: 'javascript:alert(1)' }),
    JSON.stringify({ ...rule, declared: ['site'] }),
  ])
    expect([text, ruleIn(text).mode]).toEqual([text, 'ruFirst'])
})

test('each is a deed alone, for who may change settings', () => {
  const rule = { mode: 'all', address: '', declared: [] } as const
  expect(setWays.deed?.({ ...rule, declared: [] }, knownTo(openWays, {}))).toEqual({
    ok: true,
    value: { kind: 'ways', asked: { act: 'ways/set', input: rule } },
  })
  for (const { decide, may } of [openWays, setWays, waysKey, waysVk]) expect([decide, may]).toEqual([undefined, 'settings'])
})

/** An office beside amoCRM and Planfix, bent in one place: the invariant that tells it is told, and no other. */
import { amoOf, connectedAmo, pairsOf } from '../../../fixtures/amoDesk'
import { done, nextTick, phoned, sheet } from '../../../fixtures/desk'
import { connected, planfixOf } from '../../../fixtures/planfixDesk'
import { partnersAgree } from '../partners'

const told = (world: Parameters<typeof partnersAgree>[0]) => [...new Set(partnersAgree(world).map((words) => words.slice(0, 2)))]

/** A new deal stands on both sides. */
function besideAmoCrm() {
  const world = connectedAmo()
  const { ref } = phoned(world, 'АНО «Маяк»')
  nextTick(world)
  return { world, ref, amo: amoOf(world) }
}

test('nothing is bent: nothing is told', () => expect(told(besideAmoCrm().world)).toEqual([]))

test('A1: two leads say the same number', () => {
  const { world } = besideAmoCrm()
  const pairs = sheet(world, 'amoCRM')
  const last = pairsOf(world).length
  pairs.cells = [...pairs.cells.slice(0, last + 1), pairs.cells[last] ?? null, ...pairs.cells.slice(last + 1)]
  expect(told(world)).toEqual(['A1'])
})

test('A2: a lead says another stage, or another phone', () => {
  for (const bend of ['stage', 'phone'] as const) {
    const { world, ref, amo } = besideAmoCrm()
    const id = pairsOf(world).find(({ deal }) => deal === ref.id)?.lead
    const lead = amo.leads.find((one) => one.id === id)
    const contact = amo.contacts.find((one) => one.id === lead?.contact)
    if (lead === undefined || contact === undefined) throw new Error('the deal has no lead')
    if (bend === 'stage') lead.status_id = 607
    else contact.phone = '+7 900 000-00-00'
    expect(told(world)).toEqual(['A2'])
  }
})

test('A3: what was done has not gone there', () => {
  const { world, ref } = besideAmoCrm()
  done(world, 'deal/fill', { deal: ref, fields: { request: 'Уточнено' } })
  expect(told(world)).toContain('A3')
})

test('V2: a task there that no row knows', () => {
  const world = connected()
  expect(told(world)).not.toContain('V2')
  const [task] = planfixOf(world).tasks
  planfixOf(world).tasks.push({
    ...(task ?? { name: '', description: '', template: 24, assignees: [], endDateTime: null, status: 1, comments: [] }),
    id: 9_999,
  })
  expect(told(world)).toContain('V2')
})

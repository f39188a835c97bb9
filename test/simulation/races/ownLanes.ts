/** What writes and cannot share an office with the others: hands, partners, people's data kept apart, a person half forgotten, an import that goes back. */
import type { Invocation, World } from '../../../emulator/world/types'
import { amocrmTable } from '../../fixtures/amocrmTable'
import { connectInput as amoInput, besideAmo, pairsOf } from '../../fixtures/amoDesk'
import { createInput, director, done, office, run, sheet } from '../../fixtures/desk'
import { leaveTraces, personOf, subjectOf } from '../../fixtures/personDesk'
import { askLetters, phoning } from '../../fixtures/phoneDesk'
import { besidePlanfix, connect, connectInput, planfixOf } from '../../fixtures/planfixDesk'
import { columnOf, rowsOf } from '../../fixtures/register'
import { smallDesk } from '../../fixtures/smallDesk'
import { enterVault, preparedVault } from '../../fixtures/vaultDesk'
import { asking, type Lane, same, tick } from './lane'

type Made = Pick<Lane, 'world' | 'invocation'>

/** The office is made when somebody asks for it. */
function own(name: string, make: () => Made, traits: Pick<Lane, 'isOfHand' | 'rewrites' | 'readsSame'> = {}): Lane {
  let made: Made | undefined
  const lane = () => {
    made ??= make()
    return made
  }
  return {
    name,
    get world() {
      return lane().world
    },
    invocation: (second) => lane().invocation(second),
    ...traits,
  }
}

const small = (): World => smallDesk().world

const byDirector = (
  name: Parameters<typeof asking>[0],
  make: () => { readonly world: World; readonly input: unknown },
  traits?: Parameters<typeof own>[2],
): Lane =>
  own(
    name,
    () => {
      const { world, input } = make()
      return { world, invocation: asking(name, input, director) }
    },
    traits,
  )

const on = (world: World, input: unknown = {}) => ({ world, input })

/** What a hand did stands, the trigger that hears of it has not run. */
function handled(fn: string, act: (world: World) => object): Made {
  const world = small()
  const { triggers } = world.state
  world.state.triggers = []
  const event = act(world)
  world.state.triggers = triggers
  const uid = triggers.find((trigger) => trigger.fn === fn)?.uid
  return { world, invocation: same({ fn, entry: 'edit', user: '', args: [{ ...event, triggerUid: uid }] }) }
}

function typed(world: World): object {
  const deals = sheet(world, 'Сделки')
  const row = rowsOf(world, 'Сделки').at(-1)?.row ?? 2
  const column = columnOf(deals, 'Содержание')
  world.hand.type({ sheet: 'Сделки', row, column, value: 'по телефону', user: office })
  return { range: { sheetId: deals.sheetId, rowStart: row, rowEnd: row, columnStart: column, columnEnd: column }, value: 'по телефону' }
}

function deleted(world: World): object {
  world.hand.deleteRows({ sheet: 'Сделки', from: 3, count: 1, user: office })
  return { changeType: 'REMOVE_ROW' }
}

function askedByPhone(): Made {
  const world = small()
  askLetters(world, office)
  return { world, invocation: same(phoning({ act: 'ask', address: director })) }
}

function known() {
  const world = small()
  const { client } = leaveTraces(world, personOf('lane'))
  return on(world, { subjects: [subjectOf(client)], reason: 'просьба человека' })
}

/** A run that died when most of its calls were made. */
function broken(world: World, method: Parameters<typeof asking>[0], input: unknown) {
  const { calls } = run(world.fork(), method, input, director)
  run(world, method, input, director, [{ at: calls[Math.floor(calls.length * 0.7)]?.n ?? 1, kind: 'kill' }])
  return on(world)
}

function halfForgotten() {
  const { world, input } = known()
  return broken(world, 'personal/forget', input)
}

function imported() {
  const world = small()
  done(world, 'import/apply', { kind: 'deals', table: amocrmTable() }, director)
  return on(world, { at: done(world, 'import/start', {}, director).last?.at ?? '' })
}

/** Connected, and the first meeting is over. */
function beforeAmo(): World {
  const world = besideAmo(small())
  done(world, 'amo/connect', amoInput, director)
  for (let ticks = 0; ticks < 2; ticks++) world.invoke(tick)
  return world
}

/** A deal that was made since stands there too. */
function takenHere() {
  const world = beforeAmo()
  done(world, 'deal/create', createInput())
  for (let ticks = 0; ticks < 2; ticks++) world.invoke(tick)
  return on(world, { deal: pairsOf(world)[0]?.deal, from: 'here' })
}

/** Sheet and triggers are gone. */
function halfInstalled(): Made {
  const world = small()
  const book = world.state.spreadsheets[world.state.boundSpreadsheetId]
  if (book !== undefined) book.sheets = book.sheets.filter(({ title }) => title !== 'Черновики')
  world.state.triggers = []
  return { world, invocation: same({ fn: 'setUp', entry: 'menu', user: office }) }
}

/** Both consultants of the small office are there: no task waits for somebody. */
function withPlanfix(): World {
  const world = besidePlanfix(small())
  planfixOf(world).users.push({ id: 8, name: 'Ольга', lastname: 'Петрова', email: 'ub1@example.org' })
  return world
}

function planfixConnected() {
  const world = withPlanfix()
  connect(world)
  return on(world, { tool: 'planfix' })
}

function vaultPrepared() {
  const world = small()
  return on(world, { link: preparedVault(world) })
}

function vaultBegun() {
  const { world, input } = vaultPrepared()
  return broken(world, 'personal/vaultStart', input)
}

const rewrites = { rewrites: true } as const
const readsSame = { readsSame: true } as const

export const ownLanes: readonly Lane[] = [
  own('a cell typed', () => handled('sheetEdited', typed), { isOfHand: true }),
  own('a row deleted', () => handled('sheetChanged', deleted), { isOfHand: true }),
  own('a link asked for on a phone', askedByPhone),
  own('set-up', halfInstalled),
  byDirector('personal/forget', known, rewrites),
  byDirector('personal/goOn', halfForgotten, rewrites),
  byDirector('import/undo', imported, rewrites),
  byDirector('amo/connect', () => on(besideAmo(small()), amoInput)),
  byDirector('amo/disconnect', () => on(beforeAmo())),
  byDirector('amo/take', takenHere),
  byDirector('tasks/connect', () => on(withPlanfix(), connectInput())),
  byDirector('tasks/disconnect', planfixConnected),
  byDirector('personal/vaultMake', () => on(small())),
  byDirector('personal/vaultStart', vaultPrepared, readsSame),
  byDirector('personal/vaultGoOn', vaultBegun, readsSame),
  byDirector('personal/vaultLeave', () => on(enterVault(small())), readsSame),
]

export const tickOf = ({ world }: Lane): Lane => ({ name: 'the trigger', world, invocation: same(tick as Invocation) })

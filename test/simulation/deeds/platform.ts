/** Google's days: triggers late, twice and together, tokens forgotten, mail down, caches lost, a lock that somebody keeps, two versions of the code. */
import { allowEvent, expireTokens, refuseEvent } from '../../fixtures/consultantHand'
import { calendarIn, nowIn } from '../invariants/cells'
import { partnersAgree } from '../invariants/partners'
import { otherVersion } from '../otherVersion'
import type { Running } from '../running'
import type { Deed } from './deal'
import { partnersUp } from './partners'

const tickOf = { fn: 'tick', entry: 'trigger', user: '' } as const

function liveEvents({ world }: Running) {
  return world.calendarHand.between({ calendarId: calendarIn(world), from: nowIn(world), to: '2029-01-01T00:00' })
}

const refused: Deed = (it, { pick }) => {
  const event = liveEvents(it)[pick % 12]
  if (event !== undefined) refuseEvent(it.world, event.id, 403)
}

/** Some run keeps the lock while another asks for it. */
const lockTaken: Deed = (it) => {
  it.world.state.lock.heldBy = -1
  it.run(tickOf)
  it.ask('slot/hold', { eventId: 'none', start: `${nowIn(it.world).slice(0, 10)}T10:00` })
  it.world.state.lock.heldBy = null
}

/** The new code at once in panels and ticks, the web app later; and back again. */
const redeploy: Deed = (it, { way }) => {
  if (way % 3 === 0) it.world.updateDeployment('EMULATED', { description: nowIn(it.world) })
  else it.world.push(otherVersion(way % 2 === 0))
}

/** Nothing is broken any more, and ticks find nothing to do. */
const rest: Deed = (it) => {
  const { world } = it
  world.faults.lift()
  partnersUp(it)
  for (const { id } of world.state.calendars[calendarIn(world)]?.events ?? []) allowEvent(world, id)
  for (let left = 7; left > 0; left--) {
    world.state.now += 20 * 60_000
    const before = standing(it)
    const { error, logs } = it.tick()
    if (error !== null || logs.length > 0) it.checker.wrong.push(`E2 a tick at rest fails: ${error?.message ?? ''} ${logs.join('; ')}`)
    if (standing(it) === before && left < 6) break
    if (left === 1) it.checker.wrong.push('E3 ticks at rest go on changing things')
  }
  it.checker.rest.check()
  for (const words of partnersAgree(world)) it.checker.expect(false, () => words)
}

/** What a tick may still change. */
function standing({ world }: Running): string {
  const { sheets = [] } = world.state.spreadsheets[world.state.boundSpreadsheetId] ?? {}
  const counts = sheets.filter(({ title }) => /^(Журнал|Расхождения|Нарушения)$/.test(title)).map(({ cells }) => cells.length)
  return `${counts.join()} ${world.state.letters.length}`
}

export const platformDeeds: Readonly<Record<string, Deed>> = {
  tick: (it) => void it.tick(),
  'tick/weekend': (it) => void it.tick(),
  'tick/twice': (it) => {
    it.tick()
    it.tick()
  },
  'tick/together': (it, { pick }) => {
    it.together([tickOf, tickOf], pick)
    it.seen.note('ticks overlap')
  },
  'google/forgetToken': ({ world }) => expireTokens(world),
  'google/mailDown': ({ world }, { way }) => world.faults.always('MailApp.sendEmail', way % 2 === 0 ? 'transient' : 'quotaDay'),
  'google/mailUp': ({ world }) => world.faults.lift('MailApp.sendEmail'),
  'google/cacheLost': ({ world }) => {
    world.state.cache = {}
  },
  'google/eventRefused': refused,
  'google/lockTaken': lockTaken,
  'google/redeploy': redeploy,
  rest,
}

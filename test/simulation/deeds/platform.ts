/** Google's days: triggers late, twice and together, tokens forgotten, mail down, caches lost, a lock that somebody keeps, two versions of the code. */
import { allowEvent, expireTokens, refuseEvent } from '../../fixtures/consultantHand'
import { office } from '../../fixtures/desk'
import { calendarIn, nowIn } from '../invariants/cells'
import { partnersAgree, waitingForPartners } from '../invariants/partners'
import { otherVersion } from '../otherVersion'
import type { Running } from '../running'
import { type Deed, dealsIn, picked } from './deal'
import { partnersUp } from './partners'
import { manager2 } from './people'

const tickOf = { fn: 'tick', entry: 'trigger', user: '' } as const

function liveEvents({ world }: Running) {
  return world.calendarHand.between({ calendarId: calendarIn(world), from: nowIn(world), to: '2029-01-01T00:00' })
}

const refused: Deed = (it, { pick }) => {
  const event = liveEvents(it)[pick % 12]
  if (event === undefined) return
  refuseEvent(it.world, event.id, 403)
  it.count('eventRefused')
}

/** Some run keeps the lock while another asks for it. */
const lockTaken: Deed = (it) => {
  it.world.state.lock.heldBy = -1
  it.run(tickOf)
  it.ask('slot/hold', { eventId: 'none', start: `${nowIn(it.world).slice(0, 10)}T10:00` })
  it.world.state.lock.heldBy = null
  it.count('lockTaken')
}

/** The lock is gone in the middle of a save, and somebody else saves meanwhile. */
const lockLost: Deed = (it, { pick, way }) => {
  const deal = picked(dealsIn(it.world, 'accepted', 'new', 'assigned', 'held'), pick)
  if (deal === undefined) return
  const { lock } = it.world.state
  let left = 1
  const beforeCall = () => {
    if (lock.heldBy === null || left === 0) return
    left = 0
    lock.heldBy = null
    it.world.invoke(it.request('deal/fill', { deal: deal.ref, fields: { recommendations: `Без замка ${way}` } }, manager2))
  }
  it.ask('deal/fill', { deal: deal.ref, fields: { comments: `Замок потерян ${way}` } }, office, { beforeCall })
  it.count('lockLost')
}

/** What is remembered for minutes is suddenly what it was some time ago. */
let formerCache: { readonly world: unknown; readonly cache: Running['world']['state']['cache'] } | null = null
const cacheOld: Deed = (it) => {
  const { world } = it
  const cache = structuredClone(world.state.cache)
  if (formerCache?.world === world) world.state.cache = formerCache.cache
  formerCache = { world, cache }
  it.count('cacheOld')
}

const services = ['Sheets.Values.batchGet', 'Sheets.batchUpdate', 'Calendar.Events.list', 'Calendar.Events.patch', 'UrlFetchApp.fetchAll']
/** For an hour a service answers nobody: the day's quota is spent, or the permission is gone. */
const hourWithout: Deed = (it, { pick, way }) => {
  const service = picked(services, pick) ?? 'Sheets.batchUpdate'
  it.world.faults.always(service, way % 2 === 0 ? 'quotaDay' : 'permission')
  it.count('hourWithout')
  for (let left = 3; left > 0; left--) {
    it.tick()
    it.ask('desk/today', {})
    it.world.state.now += 20 * 60_000
  }
  it.world.faults.lift(service)
}

/** The new code at once in panels and ticks, the web app later; and back again. */
const redeploy: Deed = (it, { way }) => {
  it.count('redeployed')
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
  return `${counts.join()} ${world.state.letters.length} ${waitingForPartners(world)}`
}

export const platformDeeds: Readonly<Record<string, Deed>> = {
  tick: (it) => void it.tick(),
  'tick/weekend': (it) => void it.tick(),
  'tick/twice': (it) => {
    it.tick()
    it.tick()
    it.count('triggerTwice')
  },
  'tick/together': (it, { pick }) => {
    it.together([tickOf, tickOf], pick)
    it.seen.note('ticks overlap')
  },
  'google/forgetToken': (it) => {
    expireTokens(it.world)
    it.count('tokenForgotten')
  },
  'google/mailDown': (it, { way }) => {
    it.world.faults.always('MailApp.sendEmail', way % 2 === 0 ? 'transient' : 'quotaDay')
    it.count('mailDown')
  },
  'google/mailUp': ({ world }) => world.faults.lift('MailApp.sendEmail'),
  'google/cacheLost': (it) => {
    it.world.state.cache = {}
    it.count('cacheLost')
  },
  'google/eventRefused': refused,
  'google/lockTaken': lockTaken,
  'google/lockLost': lockLost,
  'google/cacheOld': cacheOld,
  'google/hourWithout': hourWithout,
  'google/redeploy': redeploy,
  rest,
}

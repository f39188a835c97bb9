/** The one way of every method: load, may he, decide, calendar, commit, answer; under the lock where it writes. docs/architecture.md draws it. */

import { accept, type Outcome, type Problem, refuse } from '../../domain/problem'
import type { Input, Method as MethodName, Output } from '../../rpc/contract'
import { changes } from '../../usecases/changes'
import type { Did } from '../../usecases/method/deed'
import type { Done, Known, Method } from '../../usecases/method/method'
import { forbidden } from '../../usecases/permissions'
import { underLock } from '../google/lock'
import { whileLooking } from '../google/register/vault/vaultState'
import { type CarriedOut, carryOut, isNothing } from './carryOut'
import { DataError } from './dataError'
import { afterDeed } from './deeds'
import { type Loaded, loadFurther, refuseUnfit, rowIssues } from './load'
import { knownOf, type ReadDesk, readSteps } from './read'
import { doneBefore } from './repeated'
import type { DeskSession } from './session'

/** Runs one request. @param key of a person's deed; '' = it has none, so a repetition is not known again */
export function run<M extends MethodName>(method: Method<M>, input: Input<M>, session: DeskSession, key = ''): Outcome<Output<M>> {
  if (method.decide === undefined)
    return method.deed === undefined ? looked(method, input, session) : deedAlone(method, input, { session, key, did: null })
  if (method.looks?.(input) === true) return looked(method, input, session)
  const decide = (did: Did | null) => inOrder(method, () => decided(method, input, { session, key, did }))
  return method.deed === undefined ? decide(null) : withDeed(method, input, { session, key, did: null }, decide)
}

function inOrder<T>({ unlocked }: Pick<Method<MethodName>, 'unlocked'>, work: () => T): T {
  return unlocked === true ? work() : underLock(work)
}

function looked<M extends MethodName>(method: Method<M>, input: Input<M>, session: DeskSession): Outcome<Output<M>> {
  const { loaded, known } = whileLooking(() => read(method, input, session))
  const denied = deniedBy(method, input, known)
  if (denied !== null) return refuse(denied)
  if (method.strict === true) refuseUnreadable(loaded)
  if (method.look === undefined) throw new Error(`${method.name} neither looks nor decides`)
  return method.look(input, known)
}

function read<M extends MethodName>({ reads }: Method<M>, input: Input<M>, session: DeskSession): ReadDesk {
  if (reads === 'nothing') throw new Error('what reads nothing knows nothing')
  const steps = reads === undefined ? [] : typeof reads === 'function' ? [reads] : reads
  return readSteps(
    session,
    steps.map((step) => (known: Known) => step(input, known)),
  )
}

function deniedBy<M extends MethodName>({ may }: Method<M>, input: Input<M>, known: Known): Problem | null {
  return typeof may === 'function' ? (forbidden(known.moment.who, 'read') ?? may(input, known)) : forbidden(known.moment.who, may)
}

function refuseUnreadable(loaded: Loaded): void {
  const issues = rowIssues(loaded)
  if (issues.length > 0) throw new DataError(issues)
}

interface Asking {
  readonly session: DeskSession
  readonly key: string
  readonly did: Did | null
}

function decided<M extends MethodName>(method: Method<M>, input: Input<M>, asking: Asking): Outcome<Output<M>> {
  const { session, key, did } = asking
  const { loaded, known } = read(method, input, session)
  const denied = deniedBy(method, input, known)
  if (denied !== null) return refuse(denied)
  const again = method.again?.(input, known) ?? null
  if (again !== null) return accept(again)
  refuseUnreadable(loaded)
  const decision = method.decide?.(input, known, did)
  if (decision === undefined) throw new Error(`${method.name} decides nothing`)
  const isRefused = !decision.ok || isNothing(decision.changes)
  const before = isRefused ? answeredBefore(method, input, asking, loaded, decision.ok ? decision.told : undefined) : null
  if (before !== null) return before
  if (!decision.ok) return decision
  const done = carryOut({ ...loaded, moment: { ...loaded.moment, request: key } }, decision.changes)
  if (!done.ok) return answeredBefore(method, input, asking, loaded) ?? done
  return accept(answer(method, input, { changes: decision.changes, told: decision.told, known, did }, done.value), done.value.note)
}

type DoneButRows = Omit<Done, keyof CarriedOut>

function answer<M extends MethodName>(method: Method<M>, input: Input<M>, done: DoneButRows, rows: Omit<CarriedOut, 'note'>): Output<M> {
  if (method.answer === undefined) throw new Error(`${method.name} answers nothing`)
  return method.answer({ ...done, ...rows }, input)
}

/** Refused, because it is done already? The journal knows the request by its key; then its answer is given again, from what stands now. */
function answeredBefore<M extends MethodName>(
  method: Method<M>,
  input: Input<M>,
  { key, did }: Asking,
  loaded: Loaded,
  told?: unknown,
): Outcome<Output<M>> | null {
  const before = key === '' ? null : doneBefore(loaded, key)
  if (before === null) return null
  const ids = before.deals.map(({ after }) => after.id)
  const standing = loadFurther(loaded, { deals: ids.map((id) => ({ id, row: loaded.desk.deals.get(id)?.row ?? null })) })
  const deals = new Map([...standing.desk.deals].filter(([id]) => ids.includes(id)))
  const rows = { deals, lettersWaiting: 0, inserted: [] }
  return accept(answer(method, input, { changes: before, told, known: knownOf(standing), did }, rows))
}

/** The deed is all there is to do. */
function deedAlone<M extends MethodName>(method: Method<M>, input: Input<M>, asking: Asking): Outcome<Output<M>> {
  return withDeed(method, input, asking, (did, known) => {
    const done = { changes: changes({ kind: method.name }), told: undefined, known, did }
    return accept(answer(method, input, done, { deals: new Map(), lettersWaiting: 0, inserted: [] }))
  })
}

/** What the method wants done first, without the lock, and what is to follow; a request that is done already does nothing twice. */
function withDeed<M extends MethodName>(
  method: Method<M>,
  input: Input<M>,
  asking: Asking,
  then: (did: Did, known: Known) => Outcome<Output<M>>,
): Outcome<Output<M>> {
  const first = method.reads === 'nothing' ? null : read(method, input, asking.session)
  const known = first?.known ?? ({} as Known)
  const denied = first === null ? null : deniedBy(method, input, known)
  if (denied !== null) return refuse(denied)
  const asked = method.deed?.(input, known)
  if (asked === undefined) return refuse({ code: 'nothingToDo' })
  if (!asked.ok) return (first === null ? null : answeredBefore(method, input, asking, first.loaded)) ?? asked
  if (first !== null) {
    refuseUnfit(first.loaded)
    refuseUnreadable(first.loaded)
  }
  return afterDeed(asked.value, { session: asking.session, loaded: first?.loaded ?? null }, (did) => then(did, known))
}

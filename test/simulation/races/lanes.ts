/** Everything that writes, each as one run on the same office: methods, forms, pages of people outside, the trigger. */
import type { Invocation, World } from '../../../emulator/world/types'
import type { RpcAnswer } from '../../../src/rpc/contract'
import { methods } from '../../../src/usecases/method/methods'
import { posting } from '../../fixtures/intakeDesk'
import { linksIn, parametersOf, report, sending, visit } from '../../fixtures/pagesDesk'
import { cellsOf } from '../../fixtures/races'
import { type Row, rows, world } from '../../fixtures/rights/methods'
import { people } from '../../fixtures/rights/people'

export { world }

export interface Lane {
  readonly name: string
  /** `second` tells two runs of the same lane apart, as two pages do. */
  invocation(second: boolean): Invocation
}

const callers = [people.officeManager, people.director, people.administrator, people.consultant]
const key = (second: boolean) => (second ? '00000000000000000000000b' : '00000000000000000000000a')

/** The first call of the row that somebody may make and that changes something; null = there is none. */
function laneOf({ method, use, inputs }: Row): Lane | null {
  for (const [object, input] of Object.entries(inputs))
    for (const user of callers) {
      const of = (second: boolean): Invocation => ({ fn: 'rpc', entry: 'rpc', user, args: [{ method, input, key: key(second) }] })
      const name = [method, use, object].filter((part) => part !== '').join(', ')
      if (isDone(of(false))) return { name, invocation: of }
    }
  return null
}

function isDone(invocation: Invocation): boolean {
  const after = world.fork()
  const before = stateOf(after)
  const { value, error } = after.invoke(invocation)
  return error === null && (value as RpcAnswer<unknown>).ok && stateOf(after) !== before
}

function stateOf(at: World): string {
  return cellsOf(at) + JSON.stringify(at.state.calendars)
}

const writes = ({ method }: Row) => !('look' in methods[method])

/** The newest link of that purpose. */
function linkOf(purpose: string) {
  const links = world.state.letters.flatMap(linksIn).map(parametersOf)
  const found = links.filter(({ p }) => p === purpose).at(-1)
  if (found === undefined) throw new Error(`no letter has a link to ${purpose}`)
  return found
}

const same =
  (invocation: Invocation): Lane['invocation'] =>
  () =>
    invocation

function others(): Lane[] {
  const body = new URLSearchParams({ Name: 'Вера', Phone: '8 911 777-00-11', text: 'нужен устав', tranid: '7:77' }).toString()
  const form = posting(world, { type: 'application/x-www-form-urlencoded', body })
  return [
    { name: 'a form’s request', invocation: same(form) },
    { name: 'visit/send, confirmed', invocation: same(sending({ link: linkOf('visit'), method: 'visit/send', input: visit('confirm') })) },
    {
      name: 'visit/send, cancelled',
      invocation: same(sending({ link: linkOf('visit'), method: 'visit/send', input: visit('cancel', '', 'заболели') })),
    },
    { name: 'report/send', invocation: same(sending({ link: linkOf('report'), method: 'report/send', input: report })) },
    { name: 'the trigger', invocation: same({ fn: 'tick', entry: 'trigger', user: '' }) },
  ]
}

export function lanes(): readonly Lane[] {
  return [...rows.filter(writes).flatMap((row) => laneOf(row) ?? []), ...others()]
}

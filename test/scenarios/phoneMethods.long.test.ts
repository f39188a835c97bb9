/** Every method, by the phone and by the panel: the same answer to the same person, whatever it is about; what has no cursor says so. */
import type { RpcAnswer } from '../../src/rpc/contract'
import { calling, leaveDevice, secretOf } from '../fixtures/phoneDesk'
import { rows, world } from '../fixtures/rights/methods'
import { people } from '../fixtures/rights/people'

const callers = ['officeManager', 'consultant'] as const

/** What a person gets; without moments and numbers of this very run. */
function told(answer: RpcAnswer<unknown>): unknown {
  return answer.ok ? Object.keys((answer.value ?? {}) as object).sort() : (answer.problem?.code ?? answer.message)
}

/** About every object with METHODS=whole, else about the first. */
const isWhole = process.env['METHODS'] === 'whole'
const cases = rows.flatMap(({ method, use, inputs }) =>
  Object.entries(inputs)
    .slice(0, isWhole ? undefined : 1)
    .map(([about, input]) => ({ name: [method, use, about].filter(Boolean).join(', '), method, input })),
)

test.each(cases)('$name', ({ method, input }) => {
  for (const who of callers) {
    const [panel, phone] = [world.fork(), world.fork()]
    const secret = secretOf(who)
    leaveDevice(phone, secret, people[who])
    const byPanel = panel.invoke({ fn: 'rpc', entry: 'rpc', user: people[who], args: [{ method, input }] })
    const byPhone = phone.invoke(calling(secret, method, input))
    expect([who, byPhone.error]).toEqual([who, null])
    expect([who, told(byPhone.value as RpcAnswer<unknown>)]).toEqual([who, told(byPanel.value as RpcAnswer<unknown>)])
  }
})

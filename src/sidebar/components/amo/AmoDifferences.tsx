/** What amoCRM and the desk say of each open deal, side by side; one of them is taken over to the other. */

import type { Output } from '../../../rpc/contract'
import type { AmoModel } from '../../models/amo/amo'
import { amo as text } from '../../text/taskTools.ru'
import { Button } from '../parts/Button'
import { BadNotice, GoodNotice } from '../parts/Notices'

type Difference = Output<'amo/differences'>['deals'][number]

export function AmoDifferences({ model }: { readonly model: AmoModel }) {
  const { caller, compare } = model
  const known = model.differences.value
  return (
    <section aria-labelledby="amo-differences">
      <div class="row between">
        <h2 id="amo-differences">{text.differences}</h2>
        <Button look="link" name="compare" caller={caller} onClick={() => void compare()}>
          {text.compare}
        </Button>
      </div>
      {known && known.message !== '' && (known.good ? <GoodNotice>{known.message}</GoodNotice> : <BadNotice>{known.message}</BadNotice>)}
      {known?.good && known.deals.length === 0 && <p class="faint">{text.same(known.compared)}</p>}
      {known?.deals.map((one) => (
        <DealDifference key={one.deal} one={one} model={model} />
      ))}
    </section>
  )
}

function DealDifference({ one, model: { caller, take } }: { readonly one: Difference; readonly model: AmoModel }) {
  const title = text.deal(one.deal, one.organisation)
  return (
    <div class="amo-difference">
      <h3>{title}</h3>
      <table>
        <thead>
          <tr>
            <th scope="col">{text.field}</th>
            <th scope="col">{text.here}</th>
            <th scope="col">{text.there}</th>
          </tr>
        </thead>
        <tbody>
          {one.fields.map((field) => (
            <tr key={field.title}>
              <th scope="row">{field.title}</th>
              <td>{field.here}</td>
              <td>{field.there}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div class="row">
        {(['here', 'there'] as const).map((from) => (
          <Button
            key={from}
            name={`take${one.deal}${from}`}
            caller={caller}
            label={`${from === 'here' ? text.takeHere : text.takeThere}, ${title}`}
            onClick={() => void take(one.deal, from)}
          >
            {from === 'here' ? text.takeHere : text.takeThere}
          </Button>
        ))}
      </div>
    </div>
  )
}

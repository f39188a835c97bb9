/** What happened to the deal, read when opened, and the way to take the last of it back. */

import type { Card } from '../../../rpc/contract'
import type { Desk } from '../../models/page/desk'
import { text } from '../../text.ru'
import { Button } from '../parts/Button'
import { Icon } from '../parts/Icon'
import { TroubleNotice, Waiting } from '../parts/Notices'

export function History({ desk, card }: { readonly desk: Desk; readonly card: Card }) {
  const { undo } = desk.card
  const { lines, open, caller, toggle } = desk.card.history
  return (
    <section class="group">
      <div id="undo-trouble" tabIndex={-1}>
        <TroubleNotice caller={undo.caller} />
      </div>
      <div class="row between">
        <button type="button" class="group-title" aria-expanded={open.value} aria-controls="history" onClick={() => toggle(card.deal.id)}>
          <Icon shape={open.value ? 'down' : 'right'} />
          <span>{text.card.history}</span>
        </button>
        {!card.archive && (
          <Button look="link" name="undo" caller={undo.caller} onClick={() => void undo.take()}>
            {text.card.undo}
          </Button>
        )}
      </div>
      {open.value && (
        <div id="history" class="group-fields">
          {caller.busy.value !== '' && <Waiting>{text.common.wait}</Waiting>}
          <TroubleNotice caller={caller} />
          {undo.what.value && <p class="will-undo">{text.card.willUndo(undo.what.value)}</p>}
          {lines.value?.length === 0 && <p class="faint">{text.card.noHistory}</p>}
          <ol class="history">
            {lines.value?.map((line) => (
              <li key={line.at + line.who + line.text}>
                <span class="detail">{text.card.historyLine(line, desk.page.clock.now.value)}</span>
                {line.text}
                {line.reason && <span class="detail">{line.reason}</span>}
              </li>
            ))}
          </ol>
        </div>
      )}
    </section>
  )
}

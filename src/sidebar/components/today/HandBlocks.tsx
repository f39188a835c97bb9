/** Many cells changed by hand at once: a line each, with the way back and the word that it is meant. */

import { blockKey } from '../../models/dialogs/today'
import type { Desk } from '../../models/page/desk'
import { text } from '../../text.ru'
import { Button } from '../parts/Button'

export function HandBlocks({ desk }: { readonly desk: Desk }) {
  return (
    <>
      {(desk.today.today.value?.blocks ?? []).map((block) => (
        <section key={block.at + block.who} class="panel" aria-label={text.today.blocks.title}>
          <p>{block.text}</p>
          <div class="row">
            {[true, false].map((take) => (
              <Button
                key={String(take)}
                look={take ? 'plain' : 'link'}
                name={blockKey(block, take)}
                caller={desk.today.wishes}
                onClick={() => void desk.today.settleBlock(block, take)}
              >
                {take ? text.today.blocks.take(block.cells) : text.today.blocks.keep}
              </Button>
            ))}
          </div>
        </section>
      ))}
    </>
  )
}

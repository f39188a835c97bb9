/** The wide windows that this person may open, and, in the panel, the way to the phone. */

import { mayDo } from '../../../domain/office/actions'
import type { Desk } from '../../models/page/desk'
import { text } from '../../text.ru'
import { Button } from '../parts/Button'
import { OpenOnPhone } from '../phone/OpenOnPhone'

export function Windows({ desk }: { readonly desk: Desk }) {
  const titles = {
    weekClose: text.today.weekClose,
    slotBoard: text.today.slotBoard,
    report: text.today.report,
    externals: text.today.externals,
    import: text.today.import,
    personal: text.today.personal,
    settings: text.today.settings,
  } as const
  const { roles } = desk.page.me
  const may = {
    weekClose: 'close',
    slotBoard: 'read',
    report: 'monthNumbers',
    externals: 'pay',
    import: 'import',
    personal: 'forget',
    settings: 'read',
  } as const
  const offered = (Object.keys(titles) as (keyof typeof titles)[]).filter((dialog) => mayDo(roles, may[dialog]))
  return (
    <nav class="windows" aria-label={text.today.more}>
      {offered.map((dialog) => (
        <Button key={dialog} look="link" icon="window" onClick={() => desk.openDialog(dialog)}>
          {titles[dialog]}
        </Button>
      ))}
      {desk.page.phone === null && <OpenOnPhone page={desk.page} />}
    </nav>
  )
}

/** Everything that is held of somebody, as one page to keep. */

import type { Output } from '../../rpc/contract'
import { type Held, personPage } from '../../usecases/card/personal/personPage'
import { type Loaded, loadFurther } from '../desk/load'
import type { OutboxRow } from '../desk/outboxRow'
import { scanColumns } from '../google/register/records'
import { settingOf } from './place'
import type { Found } from './whoIsIt'

export function savedPage(loaded: Loaded, { scope, standing }: Found): Output<'personal/export'> {
  const held: Held = {
    centre: loaded.desk.office.settings.centreName,
    now: loaded.moment.now,
    rows: standing.rows.map(({ table, fields }) => ({ table, fields })),
    lines: standing.lines.map(({ line }) => line),
    letters: lettersOf(loaded, scope),
    files: scope.files,
  }
  return personPage(held)
}

/** Letters that name him, sent and waiting. */
function lettersOf(loaded: Loaded, scope: Found['scope']): Held['letters'] {
  const { own } = settingOf(loaded, { at: '', by: '', entry: '', reason: '' }, scope)
  const { rows } = scanColumns<OutboxRow>(
    loadFurther(loaded, { columns: { outbox: ['kind', 'to', 'payload', 'created', 'done'] } }).snapshot,
    'outbox',
  )
  const letters = rows.map(({ value }) => value as OutboxRow & { readonly created: string }).filter(({ kind }) => kind === 'письмо')
  return letters
    .filter(({ to }) => to !== '' && own.mask(to) !== to)
    .map(({ to, payload, created, done }) => ({ to, payload, created, done }))
}

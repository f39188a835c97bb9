/** One field of a card: the control its kind asks for, or the plain text where it may not be changed. */

import type { Kind } from '../../../domain/register/kinds'
import type { DeskLists } from '../../../rpc/contract'
import { type FieldKey, fieldId, fieldOf } from '../../models/card/cardFields'
import { optionsFor, reading } from '../../models/card/fieldOptions'
import { common } from '../../text/common.ru'
import { AreaField, type InputType, SelectField, TextField } from '../parts/Field'

interface Props {
  readonly name: FieldKey
  readonly value: string
  readonly lists: DeskLists
  readonly onType: (typed: string) => void
  readonly missing?: boolean
  readonly edited?: boolean
  readonly rows?: number
}

export function CardField({ name, value, lists, onType, missing, edited, rows }: Props) {
  const { heading, kind } = fieldOf(name)
  const shared = { id: fieldId(name), label: heading, value, onType, required: missing, edited }
  const options = optionsFor(name, lists)
  if (options) return <SelectField {...shared} options={options} empty={common.choose} />
  const isName = 'means' in kind && kind.means === 'organisation'
  if (isName || kind.type === 'longText') return <AreaField {...shared} rows={rows ?? (isName ? 1 : 3)} />
  return <TextField {...shared} type={inputType(kind)} suggestions={suggestionsFor(kind, lists)} />
}

export function inputType(kind: Kind): InputType {
  if (kind.type === 'integer') return 'number'
  if (kind.type === 'date') return 'date'
  if (!('means' in kind)) return 'text'
  return kind.means === 'phone' ? 'tel' : kind.means === 'email' ? 'email' : 'text'
}

export function suggestionsFor(kind: Kind, lists: DeskLists): readonly string[] | undefined {
  return 'means' in kind && kind.means === 'municipality' ? lists.municipalities : undefined
}

export function CardText({ name, value, lists }: Pick<Props, 'name' | 'value' | 'lists'>) {
  return (
    <div class="told" id={fieldId(name)} tabIndex={-1}>
      <span class="label">{fieldOf(name).heading}</span>
      <span class={value === '' ? 'faint' : 'value'}>{reading(name, value, lists) || common.notFilled}</span>
    </div>
  )
}

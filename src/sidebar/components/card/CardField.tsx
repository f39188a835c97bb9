/** One field of a card: the control its kind asks for, or the plain text where it may not be changed. */

import type { DeskLists } from '../../../rpc/contract'
import { controls, type FieldKey, fieldId, titleOf } from '../../models/card/cardFields'
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

const inputTypes: Readonly<Partial<Record<string, InputType>>> = { tel: 'tel', email: 'email', number: 'number', date: 'date' }

export function CardField({ name, value, lists, onType, missing, edited, rows }: Props) {
  const shared = { id: fieldId(name), label: titleOf(name), value, onType, required: missing, edited }
  const options = optionsFor(name, lists)
  if (options) return <SelectField {...shared} options={options} empty={common.choose} />
  if (controls[name] === 'area') return <AreaField {...shared} rows={rows ?? (name === 'client.organisation' ? 1 : 3)} />
  const suggestions = controls[name] === 'municipality' ? lists.municipalities : undefined
  return <TextField {...shared} type={inputTypes[controls[name]] ?? 'text'} suggestions={suggestions} />
}

export function CardText({ name, value, lists }: Pick<Props, 'name' | 'value' | 'lists'>) {
  return (
    <div class="told" id={fieldId(name)} tabIndex={-1}>
      <span class="label">{titleOf(name)}</span>
      <span class={value === '' ? 'faint' : 'value'}>{reading(name, value, lists) || common.notFilled}</span>
    </div>
  )
}

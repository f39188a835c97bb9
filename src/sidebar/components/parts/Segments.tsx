/** A choice of a few, all of them seen at once. */

import type { Option } from '../../models/card/fieldOptions'

interface Props {
  readonly label: string
  readonly name: string
  readonly value: string
  readonly options: readonly Option[]
  readonly onChoose: (value: string) => void
}

export function Segments({ label, name, value, options, onChoose }: Props) {
  return (
    <fieldset class="segments" aria-label={label}>
      {options.map((option) => (
        <label key={option.value} class={option.value === value ? 'on' : ''}>
          <input
            type="radio"
            id={`${name}-${option.value}`}
            name={name}
            checked={option.value === value}
            onChange={() => onChoose(option.value)}
          />
          {option.title}
        </label>
      ))}
    </fieldset>
  )
}

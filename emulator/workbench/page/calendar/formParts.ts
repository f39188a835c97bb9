/** Pieces of the event's form: a labelled control, two beside each other, a list to choose from. */
import { el } from '../dom'

export const labelled = (label: string, input: HTMLElement): HTMLElement => el('label', {}, label, input)

export const pair = (...rows: HTMLElement[]): HTMLElement => el('div', { class: 'fieldPair' }, ...rows)

export const select = (name: string, choices: readonly (readonly [string, string])[], value: string): HTMLSelectElement => {
  const element = el('select', { name }, ...choices.map(([key, text]) => el('option', { value: key }, text)))
  element.value = value
  return element
}

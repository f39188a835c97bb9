/** The parts of the visual language, and a screen where each stands: docs/screens.md shows them. */
import { type Screen, screens } from './states'

interface Part {
  readonly name: string
  readonly screen: Screen
  readonly selector: string
}

const on = (state: string): Screen => screens[state] as Screen

export const parts: readonly Part[] = [
  { name: 'row', screen: on('today'), selector: '.due li' },
  { name: 'head', screen: on('card-booked'), selector: '.card-head' },
  { name: 'slots', screen: on('slots-deal'), selector: '.consultant' },
  { name: 'field', screen: on('intake-new'), selector: '.answers' },
  { name: 'fault', screen: on('intake-refused'), selector: '.field.faulty' },
  { name: 'warning', screen: on('card-maybe'), selector: '.notice.ask' },
  { name: 'success', screen: on('card-booked'), selector: '.notice.good' },
  { name: 'panel', screen: on('slots-picked'), selector: '.panel' },
  { name: 'buttons', screen: on('card-booked'), selector: '.steps .buttons' },
  { name: 'empty', screen: on('card-empty'), selector: '.empty, .faint' },
]

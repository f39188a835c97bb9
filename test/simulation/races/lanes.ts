/** Everything that writes, each as one run on an office in which it has something to do, and which of them meet. */
import { doorLanes } from './doorLanes'
import type { Lane } from './lane'
import { methodLanes } from './methodLanes'
import { ownLanes, tickOf } from './ownLanes'

export const lanes: readonly Lane[] = [...methodLanes, ...doorLanes, ...ownLanes]

/** Each with each on the shared office; one with an office of its own with itself and the trigger there. */
export function pairs(): (readonly [Lane, Lane])[] {
  const together = [...methodLanes, ...doorLanes]
  const shared = together.flatMap((one, at) => together.slice(at).map((other) => [one, other] as const))
  return [...shared, ...ownLanes.flatMap((one) => [[one, one] as const, [one, tickOf(one)] as const])]
}

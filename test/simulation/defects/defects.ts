/** Deliberate defects of the kind that others shipped: a unique text of a source file, and what stands there instead. `npm run defects` lets each meet the simulator. */
import { calendarDefects } from './calendar'
import type { Defect } from './defect'
import { observedDefects } from './observed'
import { officeDefects } from './office'
import { registerDefects } from './register'

export const defects: readonly Defect[] = [...registerDefects, ...calendarDefects, ...officeDefects, ...observedDefects]

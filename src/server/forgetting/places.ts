/** Every place that keeps people's data, in the order in which it forgets them. A further partner is one line here. */

import { calendarEvents } from './calendarEvents'
import { driveFiles } from './driveFiles'
import { mentions } from './mentions'
import { otherSheets } from './otherSheets'
import { ownRows } from './ownRows'
import type { Place } from './place'
import { setAside } from './setAside'
import { toolTasks } from './toolTasks'

export const places: readonly Place[] = [ownRows, mentions, otherSheets, calendarEvents, setAside, driveFiles, toolTasks]

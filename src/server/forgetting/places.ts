/** Every place that keeps people's data, in the order in which it forgets them. A further partner is one line here. */

import type { Place } from './place'
import { calendarEvents } from './places/calendarEvents'
import { driveFiles } from './places/driveFiles'
import { mentions } from './places/mentions'
import { otherSheets } from './places/otherSheets'
import { ownRows } from './places/ownRows'
import { setAside } from './places/setAside'
import { toolTasks } from './places/toolTasks'

export const places: readonly Place[] = [ownRows, mentions, otherSheets, calendarEvents, setAside, driveFiles, toolTasks]

/** The wide dialogs' page: closing the week, the slot board, report, external experts, settings, set-up, tools for tasks. */

import type { ComponentChild } from 'preact'
import type { PageData } from '../rpc/contract'
import { saveText } from './components/parts/saveText'
import { createExternalsModel } from './models/dialogs/externals'
import { createReportModel } from './models/dialogs/report'
import { createSettingsModel } from './models/dialogs/settings'
import { createSetUpModel } from './models/dialogs/setUp'
import { createTaskToolsModel } from './models/dialogs/taskTools'
import { createWeekModel } from './models/dialogs/week'
import type { Page } from './models/page/page'
import { createBoardModel } from './models/slots/slotBoard'
import { startPage } from './mount'
import { ExternalsScreen } from './screens/ExternalsScreen'
import { ReportScreen } from './screens/ReportScreen'
import { SettingsScreen } from './screens/SettingsScreen'
import { SetUpScreen } from './screens/SetUpScreen'
import { SlotBoardScreen } from './screens/SlotBoardScreen'
import { TaskToolsScreen } from './screens/TaskToolsScreen'
import { WeekScreen } from './screens/WeekScreen'

startPage(dialogFor)

function dialogFor(page: Page, data: PageData): ComponentChild {
  if (data.view === 'externals') return <ExternalsScreen model={createExternalsModel(page)} />
  if (data.view === 'report') return <ReportScreen model={createReportModel(page, saveText)} />
  if (data.view === 'taskTools') return <TaskToolsScreen model={createTaskToolsModel(page)} />
  if (data.view === 'settings') {
    const model = createSettingsModel(page)
    void model.load()
    return <SettingsScreen model={model} />
  }
  if (data.view === 'setUp') {
    const model = createSetUpModel(page)
    void model.load()
    return <SetUpScreen model={model} />
  }
  if (data.view === 'slotBoard') return slotBoard(page, data)
  const model = createWeekModel(page, data.week)
  if (!data.week) void model.load()
  model.leaveCard()
  return <WeekScreen model={model} />
}

function slotBoard(page: Page, { board }: PageData): ComponentChild {
  const model = createBoardModel(page, board)
  if (!board) void model.load()
  document.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') model.leave()
  })
  return <SlotBoardScreen model={model} />
}

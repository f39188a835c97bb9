/** The wide dialogs' page: closing the week, the slot board, report, external experts, settings, set-up, tools for tasks. */

import { signal } from '@preact/signals'
import type { ComponentChild } from 'preact'
import type { PageData } from '../rpc/contract'
import { KeysHelp } from './components/frame/KeysHelp'
import { leaveField, listenToKeys } from './components/frame/keys'
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
  const help = signal(false)
  const way: { leave(): void } = { leave: () => page.transport.close() }
  listenToKeys({
    escape: () => {
      if (help.value) help.value = false
      else if (!leaveField()) way.leave()
    },
    help: () => {
      help.value = !help.value
    },
  })
  return (
    <>
      {screenOf(page, data, way)}
      <KeysHelp open={help} inSidebar={false} />
    </>
  )
}

/** `way` is what Esc does when it stands in no field. */
function screenOf(page: Page, data: PageData, way: { leave(): void }): ComponentChild {
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
  if (data.view === 'slotBoard') return slotBoard(page, data, way)
  const model = createWeekModel(page, data.week)
  if (!data.week) void model.load()
  model.leaveCard()
  return <WeekScreen model={model} />
}

function slotBoard(page: Page, { board }: PageData, way: { leave(): void }): ComponentChild {
  const model = createBoardModel(page, board)
  if (!board) void model.load()
  way.leave = model.leave
  return <SlotBoardScreen model={model} />
}

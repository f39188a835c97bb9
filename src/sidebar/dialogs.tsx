/** The wide dialogs' page: closing the week, the slot board, report, external experts, settings, set-up, tools for tasks. */

import type { ComponentChild } from 'preact'
import type { PageData } from '../rpc/contract'
import { AmoScreen } from './components/amo/AmoScreen'
import { leaveField, listenToKeys } from './components/frame/keys'
import { HelpButton, HelpPanel, readSections } from './components/help/Help'
import { saveText } from './components/parts/saveText'
import { PersonalScreen } from './components/personal/PersonalScreen'
import { createAmoModel } from './models/amo/amo'
import { createExternalsModel } from './models/dialogs/externals'
import { createReportModel } from './models/dialogs/report'
import { createSettingsModel } from './models/dialogs/settings'
import { createSetUpModel } from './models/dialogs/setUp'
import { createTaskToolsModel } from './models/dialogs/taskTools'
import { createWeekModel } from './models/dialogs/week'
import { createHelp, type HelpScreen } from './models/help/help'
import type { Page } from './models/page/page'
import { createPersonalModel } from './models/personal/personal'
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
  const help = createHelp(page, { screen: () => data.view as HelpScreen, readSections })
  const way: { leave(): void } = { leave: () => page.transport.close() }
  listenToKeys({
    escape: () => {
      if (help.open.value) help.close()
      else if (!leaveField()) way.leave()
    },
    help: help.toggle,
  })
  return (
    <>
      {screenOf(page, data, way)}
      <HelpButton help={help} />
      <HelpPanel help={help} inSidebar={false} />
    </>
  )
}

/** `way` is what Esc does when it stands in no field. */
function screenOf(page: Page, data: PageData, way: { leave(): void }): ComponentChild {
  if (data.view === 'externals') return <ExternalsScreen model={createExternalsModel(page)} />
  if (data.view === 'report') return <ReportScreen model={createReportModel(page, saveText)} />
  if (data.view === 'personal') return <PersonalScreen model={createPersonalModel(page, saveText)} />
  if (data.view === 'amo') return <AmoScreen model={createAmoModel(page)} />
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

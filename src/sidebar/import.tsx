/** The page of «Импорт», apart from the other dialogs: it alone reads workbooks (docs/decisions/0032). */

import readXlsxFile from 'read-excel-file/universal'
import { leaveField, listenToKeys } from './components/frame/keys'
import { HelpButton, HelpPanel, readSections } from './components/help/Help'
import { saveText } from './components/parts/saveText'
import { createImportModel } from './models/dialogs/importer'
import { createHelp } from './models/help/help'
import { startPage } from './mount'
import { ImportScreen } from './screens/ImportScreen'

startPage((page) => {
  const model = createImportModel(page, { readWorkbook: (bytes) => readXlsxFile(bytes), saveText })
  const help = createHelp(page, { screen: () => 'import', readSections })
  listenToKeys({
    escape: () => {
      if (help.open.value) help.close()
      else if (!leaveField()) page.transport.close()
    },
    help: help.toggle,
  })
  void model.load()
  return (
    <>
      <ImportScreen model={model} />
      <HelpButton help={help} />
      <HelpPanel help={help} inSidebar={false} />
    </>
  )
})

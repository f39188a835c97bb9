/** The page of «Импорт», apart from the other dialogs: it alone reads workbooks (docs/decisions/0032). */

import readXlsxFile from 'read-excel-file/universal'
import { saveText } from './components/parts/saveText'
import { createImportModel } from './models/dialogs/importer'
import { startPage } from './mount'
import { ImportScreen } from './screens/ImportScreen'

startPage((page) => {
  const model = createImportModel(page, { readWorkbook: (bytes) => readXlsxFile(bytes), saveText })
  void model.load()
  return <ImportScreen model={model} />
})

/** «/#gid=402610&range=A17»: a link of the spreadsheet, in a letter or a dialog, opens that sheet at that row, as in Google Sheets. */
import type { Store } from '../store'

const address = /^#gid=(\d+)(?:&range=[A-Z]+(\d+))?$/

/** Opens what the address names, at once and whenever it changes; a sheet that is not there changes nothing. */
export const followAddress = (store: Store): void => {
  const open = (): void => {
    const [, gid, row] = address.exec(location.hash) ?? []
    const sheet = store.state.summary.sheets.find(({ id }) => String(id) === gid)
    if (sheet) store.select({ sheet: sheet.title, row: Number(row ?? 1), column: 1 })
  }
  window.addEventListener('hashchange', open)
  open()
}

/** Methods without `look` and globals of the bundle that write nothing, each with why: they have no lane. */
import type { Method } from '../../../src/rpc/contract'

export const silentMethods: Partial<Readonly<Record<Method, string>>> = {
  'workdays/look': 'asks the publisher of working calendars',
  'personal/look': 'shows where somebody stands',
  'personal/export': 'the same, as a file of the browser',
  'personal/vault': 'shows how people’s data are kept',
  'ways/open': 'shows by which ways requests come',
  'amo/state': 'shows the connection',
  'amo/look': 'asks amoCRM for its pipelines',
  'amo/differences': 'compares',
  'tasks/state': 'shows the connections',
}

/** Called as they are, by the office manager. */
export const silentGlobals: Readonly<Record<string, string>> = {
  checkGoogle: 'asks Google what harms nobody',
  guide: 'the text of the guides',
  onInstall: 'the menu',
  onOpen: 'the menu',
  openAmo: 'a dialog',
  openExternals: 'a dialog',
  openImport: 'a dialog',
  openPersonal: 'a dialog',
  openReport: 'a dialog',
  openSettings: 'a dialog',
  openSlotBoard: 'a dialog',
  openTaskTools: 'a dialog',
  openWeekClose: 'a dialog',
  showSidebar: 'the panel',
  doGet: 'a page: whoever opens an address changes nothing',
}

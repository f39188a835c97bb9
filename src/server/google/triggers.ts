/** The installable triggers: the tick, edits by hand, changed structure. Exactly one of each. */

const tickMinutes = 10
/** Handler → how it is installed. */
const installers: Readonly<Record<string, (spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet) => void>> = {
  tick: () => ScriptApp.newTrigger('tick').timeBased().everyMinutes(tickMinutes).create(),
  sheetEdited: (spreadsheet) => ScriptApp.newTrigger('sheetEdited').forSpreadsheet(spreadsheet).onEdit().create(),
  sheetChanged: (spreadsheet) => ScriptApp.newTrigger('sheetChanged').forSpreadsheet(spreadsheet).onChange().create(),
}

/** How many of each stand there; Google shows an account only its own. */
export function installedTriggers(): Readonly<Record<string, number>> {
  const handlers = ScriptApp.getProjectTriggers().map((trigger) => trigger.getHandlerFunction())
  return Object.fromEntries(Object.keys(installers).map((name) => [name, handlers.filter((handler) => handler === name).length]))
}

/** Another account has taken over: nobody but this one can delete its triggers. */
export function deleteOwnTriggers(): void {
  for (const trigger of ScriptApp.getProjectTriggers()) ScriptApp.deleteTrigger(trigger)
}

/** A doubled trigger is deleted, a missing one made; others' triggers are left alone. */
export function repairTriggers(spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet): void {
  const existing = ScriptApp.getProjectTriggers()
  for (const [handler, install] of Object.entries(installers)) {
    const own = existing.filter((trigger) => trigger.getHandlerFunction() === handler)
    for (const doubled of own.slice(1)) ScriptApp.deleteTrigger(doubled)
    if (own.length === 0) install(spreadsheet)
  }
}

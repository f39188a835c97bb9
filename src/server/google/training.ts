/** A copy of the spreadsheet trains: what it would write to the calendar or send to people stays undone. Known once the register was read. */

let isCopy = false

/** @param ownId the spreadsheet that the register says it is; '' = it does not say yet */
export function noteOrigin(ownId: string, spreadsheetId: string): void {
  isCopy = ownId !== '' && ownId !== spreadsheetId
}

export function isTraining(): boolean {
  return isCopy
}

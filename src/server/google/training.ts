/** A copy of the spreadsheet trains: what it would write to the calendar or send to people stays undone. Known once the register was read. */

let trains = false

export function noteOrigin(isCopy: boolean): void {
  trains = isCopy
}

export function isTraining(): boolean {
  return trains
}

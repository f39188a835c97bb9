/** The focus that the program gave; whoever has it elsewhere has chosen so: by hand, or with a screen reader, that presses no key. */

let given: Element | null = null

export function giveFocus(control: HTMLElement): void {
  given = control
  control.focus({ preventScroll: true })
}

/** Something has the focus, and not by the program; or the person is in the spreadsheet, beside the page. */
export function isFocusChosen(): boolean {
  const { activeElement } = document
  if (!document.hasFocus()) return true
  return activeElement !== null && activeElement !== document.body && activeElement !== given
}

/** What the frame allows in which Google shows a page of a script that is bound to a document: other windows, never the one around it. */
export const frameRules = [
  'allow-downloads',
  'allow-forms',
  'allow-modals',
  'allow-popups',
  'allow-popups-to-escape-sandbox',
  'allow-same-origin',
  'allow-scripts',
].join(' ')

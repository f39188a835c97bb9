/** Addresses of the web app, of the sheets and of their downloads on Google, as letters carry them, turned into addresses of this workbench. */

export const webAppPath = '/webapp/exec'

const webAppLink = /https:\/\/script\.google\.com\/(?:a\/(?:macros\/)?[\w.-]+\/)?macros\/s\/[\w-]+\/(?:exec|dev)([^\s"'<>»)]*)/g

/** The spreadsheet's own addresses for a download: the workbench answers the same path. */
const exportLink = /https:\/\/docs\.google\.com(\/spreadsheets\/d\/[\w-]+\/export\?)/g

/** A sheet, perhaps at a row. */
const sheetLink = /https:\/\/docs\.google\.com\/spreadsheets\/d\/[\w-]+\/edit(#gid=)/g

/** Inside a text or an HTML body; nothing else is touched. */
export const localiseLinks = (text: string): string =>
  text
    .replace(webAppLink, (_, rest: string) => webAppPath + rest)
    .replace(exportLink, '$1')
    .replace(sheetLink, '/$1')

/** Local addresses of all web-app links in a text, each once. */
export const webLinksIn = (text: string): readonly string[] => [
  ...new Set([...text.matchAll(webAppLink)].map(([, rest = '']) => webAppPath + rest.replaceAll('&amp;', '&').replace(/[.,;]+$/, ''))),
]

/** Where the workbench shows a file that the desk has put into Drive, and a sheet that it opens or offers for download. */

const driveLink = /^https:\/\/drive\.google\.com\/file\/d\/([\w-]+)\//

const exportLink = /^https:\/\/docs\.google\.com(\/spreadsheets\/d\/[\w-]+\/export\?.*)$/

const sheetLink = /^https:\/\/docs\.google\.com\/spreadsheets\/d\/[\w-]+\/edit(#gid=.*)$/

/** '/file/<id>' for an address of Drive, the path alone for a sheet's export, '/#gid=…' for the sheet itself; null = another address. */
export const localFile = (href: string): string | null => {
  const id = driveLink.exec(href)?.[1]
  if (id !== undefined) return `/file/${id}`
  const hash = sheetLink.exec(href)?.[1]
  return hash === undefined ? (exportLink.exec(href)?.[1] ?? null) : `/${hash}`
}

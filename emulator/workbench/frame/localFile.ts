/** Where the workbench shows a file that the desk has put into Drive, and a sheet that it offers for download. */

const driveLink = /^https:\/\/drive\.google\.com\/file\/d\/([\w-]+)\//

const exportLink = /^https:\/\/docs\.google\.com(\/spreadsheets\/d\/[\w-]+\/export\?.*)$/

/** '/file/<id>' for an address of Drive, the path alone for a sheet's export; null = another address. */
export const localFile = (href: string): string | null => {
  const id = driveLink.exec(href)?.[1]
  return id === undefined ? (exportLink.exec(href)?.[1] ?? null) : `/file/${id}`
}

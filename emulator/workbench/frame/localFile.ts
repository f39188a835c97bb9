/** Where the workbench shows a file that the desk has put into Drive. */

const driveLink = /^https:\/\/drive\.google\.com\/file\/d\/([\w-]+)\//

/** '/file/<id>' for an address of Drive; null = another address. */
export const localFile = (href: string): string | null => {
  const id = driveLink.exec(href)?.[1]
  return id === undefined ? null : `/file/${id}`
}

/** Where the workbench shows what a page of the desk links to: a file in Drive, a sheet or its download, a page of the web app. */
import { localiseLinks } from '../localLinks'

const driveLink = /^https:\/\/drive\.google\.com\/file\/d\/([\w-]+)\//

/** '/file/<id>' for an address of Drive, '/#gid=…' for a sheet, the path alone for a sheet's export; null = another address. */
export const localFile = (href: string): string | null => {
  const id = driveLink.exec(href)?.[1]
  if (id !== undefined) return `/file/${id}`
  const local = localiseLinks(href)
  return local === href ? null : local
}

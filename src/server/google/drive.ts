/** Files in Google Drive through the advanced service: what it creates needs only the scope drive.file (docs/decisions/0013). */

import { messageOf, platformErrorOf } from './platformError'

const folderProperty = 'filesFolder'
const folderName = 'Консультации — файлы'
const folderType = 'application/vnd.google-apps.folder'

export interface FileContent {
  readonly name: string
  readonly mimeType: string
  readonly base64: string
}

/**
 * Saves the file in the caller's folder and lets the readers open it; a reader who cannot be added is logged, not fatal.
 * @throws PlatformError
 */
export function saveFile(file: FileContent, readers: readonly string[]): { readonly id: string; readonly url: string } {
  try {
    const saved = saveInFolder(file)
    for (const reader of readers) shareWith(saved.id, reader)
    return saved
  } catch (error) {
    throw platformErrorOf(error)
  }
}

/** A folder that was deleted is made anew. */
function saveInFolder(file: FileContent): { id: string; url: string } {
  const known = PropertiesService.getUserProperties().getProperty(folderProperty)
  try {
    return create(file, known ?? newFolder())
  } catch (error) {
    if (known === null || !/File not found/.test(messageOf(error))) throw error
    return create(file, newFolder())
  }
}

function create({ name, mimeType, base64 }: FileContent, folder: string): { id: string; url: string } {
  const content = Utilities.newBlob(Utilities.base64Decode(base64), mimeType, name)
  const { id, webViewLink } = Drive!.Files!.create({ name, mimeType, parents: [folder] }, content, { fields: 'id,webViewLink' })
  if (!id || !webViewLink) throw new Error('Drive did not name the file')
  return { id, url: webViewLink }
}

function newFolder(): string {
  const { id } = Drive!.Files!.create({ name: folderName, mimeType: folderType })
  if (!id) throw new Error('Drive did not name the folder')
  PropertiesService.getUserProperties().setProperty(folderProperty, id)
  return id
}

function shareWith(id: string, emailAddress: string): void {
  try {
    Drive!.Permissions!.create({ role: 'reader', type: 'user', emailAddress }, id, { sendNotificationEmail: false })
  } catch (error) {
    console.warn(`drive: a reader was not added: ${platformErrorOf(error).code}`)
  }
}

/** Takes back a file whose card did not take it; one that stays is nobody's loss. */
export function removeFile(id: string): void {
  try {
    Drive!.Files!.remove(id)
  } catch (error) {
    console.warn(`drive: ${platformErrorOf(error).message}`)
  }
}

/** Files in Google Drive through the advanced service: what it creates needs only the scope drive.file (docs/decisions/0013). */

import { PlatformError, platformErrorOf, tried } from './platformError'
import { isTraining } from './training'

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

/** A folder that was deleted, or lies in the bin and takes with it what is put there, is made anew. */
function saveInFolder(file: FileContent): { id: string; url: string } {
  const known = tried(() => PropertiesService.getUserProperties().getProperty(folderProperty))
  const saved = known === null ? null : createIn(known, file)
  if (saved !== null && !saved.trashed) return saved
  if (saved !== null) removeFile(saved.id)
  return create(file, newFolder())
}

/** null = there is no such folder. */
function createIn(folder: string, file: FileContent): Saved | null {
  try {
    return create(file, folder)
  } catch (error) {
    if (platformErrorOf(error).code !== 'fileGone' && !isTrashed(folder)) throw error
    return null
  }
}

function isTrashed(folder: string): boolean {
  return tried(() => Drive!.Files!.get(folder, { fields: 'id,trashed' })).trashed === true
}

interface Saved {
  readonly id: string
  readonly url: string
  /** In the bin, by itself or with its folder. */
  readonly trashed: boolean
}

function create({ name, mimeType, base64 }: FileContent, folder: string): Saved {
  const content = Utilities.newBlob(Utilities.base64Decode(base64), mimeType, name)
  const made = { name, mimeType, parents: [folder] }
  const fields = 'id,webViewLink,trashed'
  const { id, webViewLink, trashed = false } = tried(() => Drive!.Files!.create(made, content, { fields }), 'once')
  if (!id || !webViewLink) throw new Error('Drive did not name the file')
  return { id, url: webViewLink, trashed }
}

function newFolder(): string {
  const { id } = tried(() => Drive!.Files!.create({ name: folderName, mimeType: folderType }), 'once')
  if (!id) throw new Error('Drive did not name the folder')
  PropertiesService.getUserProperties().setProperty(folderProperty, id)
  return id
}

function shareWith(id: string, emailAddress: string): void {
  if (isTraining()) return
  try {
    tried(() => Drive!.Permissions!.create({ role: 'reader', type: 'user', emailAddress }, id, { sendNotificationEmail: false }))
  } catch (error) {
    console.warn(`drive: a reader was not added: ${platformErrorOf(error).code}`)
  }
}

/**
 * Runs what puts a saved file on its card. Where the office says no, or the lock did not come, nothing was written and the file goes
 * again; after a time-out the line may stand, so it stays.
 */
export function keptIfListed<T extends { readonly ok: boolean }>(id: string, work: () => T): T {
  try {
    const done = work()
    if (!done.ok) removeFile(id)
    return done
  } catch (error) {
    if (error instanceof PlatformError && error.code === 'lockBusy') removeFile(id)
    throw error
  }
}

/** Takes back a file whose card did not take it; one that stays is nobody's loss. */
export function removeFile(id: string): void {
  try {
    tried(() => Drive!.Files!.remove(id))
  } catch (error) {
    console.warn(`drive: ${platformErrorOf(error).message}`)
  }
}

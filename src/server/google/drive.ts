/** Files in Google Drive through the advanced service: what it creates needs only the scope drive.file (docs/decisions/0013). */

import * as v from 'valibot'
import { decoded } from '../../domain/register/stored'
import type { DoneBy } from '../../usecases/method/deed'
import { mayHaveLanded, platformErrorOf, tried } from './platformError'
import { isTraining } from './training'

const folderProperty = 'filesFolder'
/** A file whose line may stand on its card, or may not. */
const doubtfulProperty = 'doubtfulFile'
const folderName = 'Консультации — файлы'
const folderType = 'application/vnd.google-apps.folder'

export interface FileContent {
  readonly name: string
  readonly mimeType: string
  readonly base64: string
}

type SavedFile = DoneBy<'file'>

/**
 * Saves the file in the caller's folder and lets the readers open it; a reader who cannot be added is logged, not fatal.
 * @throws PlatformError
 */
export function saveFile(file: FileContent, readers: readonly string[]): SavedFile {
  try {
    const { [folderProperty]: folder, [doubtfulProperty]: doubtful } = tried(() => PropertiesService.getUserProperties().getProperties())
    const again = doubtfulAgain(file, doubtful)
    const { id, url } = again ?? saveInFolder(file, folder)
    for (const reader of readers) shareWith(id, reader)
    return { id, url, isAgain: again !== null }
  } catch (error) {
    throw platformErrorOf(error)
  }
}

/** A folder that was deleted, or lies in the bin and takes with it what is put there, is made anew. */
function saveInFolder(file: FileContent, known: string | undefined): { id: string; url: string } {
  const saved = known === undefined ? null : createIn(known, file)
  if (saved !== null && !saved.trashed) return saved
  if (saved !== null) removeFile(saved.id)
  return create(file, ownFolder())
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
  const { id, webViewLink, trashed = false } = made({ name, mimeType, parents: [folder] }, content)
  if (!id || !webViewLink) throw new Error('Drive did not name the file')
  return { id, url: webViewLink, trashed }
}

const fileFields = 'id,webViewLink,trashed'

/** A file whose answer never came is looked for by a mark that this call alone has given. */
function made(file: object, content: GoogleAppsScript.Base.Blob | null = null): GoogleAppsScript.Drive_v3.Drive.V3.Schema.File {
  const mark = Utilities.getUuid()
  try {
    return tried(
      () => Drive!.Files!.create({ ...file, appProperties: { mark } }, content as GoogleAppsScript.Base.Blob, { fields: fileFields }),
      'once',
    )
  } catch (error) {
    const found = mayHaveLanded(error) ? listed(`appProperties has { key='mark' and value='${mark}' }`) : undefined
    if (found === undefined) throw error
    return found
  }
}

/** Of our own files the first that is not in the bin. */
function listed(q: string): GoogleAppsScript.Drive_v3.Drive.V3.Schema.File | undefined {
  return tried(() => Drive!.Files!.list({ q: `${q} and trashed = false`, fields: `files(${fileFields})` })).files?.[0]
}

/** The one that was made before and forgotten, or a new one. That it cannot be noted keeps no file from being saved. */
function ownFolder(): string {
  const { id } = listed(`name = '${folderName}' and mimeType = '${folderType}'`) ?? made({ name: folderName, mimeType: folderType })
  if (!id) throw new Error('Drive did not name the folder')
  noted(folderProperty, id)
  return id
}

function noted(name: string, value: string): void {
  try {
    tried(() => PropertiesService.getUserProperties().setProperty(name, value))
  } catch (error) {
    console.warn(`drive: ${name}: ${platformErrorOf(error).code}`)
  }
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
 * Runs what puts a saved file on its card. Where the office says no, or nothing can have been written, the file goes again. Where the line
 * may stand after all, it stays, and the same content saved once more is this very file.
 */
export function keptIfListed<T extends { readonly ok: boolean }>({ id, url, isAgain }: SavedFile, file: FileContent, work: () => T): T {
  try {
    const done = work()
    if (!done.ok && !isAgain) removeFile(id)
    return done
  } catch (error) {
    if (mayHaveLanded(error)) noted(doubtfulProperty, JSON.stringify({ id, url, digest: digestOf(file) }))
    else if (platformErrorOf(error).code !== 'unexpected' && !isAgain) removeFile(id)
    throw error
  }
}

const doubtfulFile = v.nullable(v.object({ id: v.string(), url: v.string(), digest: v.string() }))

function doubtfulAgain(file: FileContent, kept: string | undefined): { readonly id: string; readonly url: string } | null {
  if (kept === undefined) return null
  const doubtful = decoded(doubtfulFile, kept, null)
  return doubtful === null || doubtful.digest !== digestOf(file) || isLost(doubtful.id) ? null : doubtful
}

function digestOf({ name, base64 }: FileContent): string {
  return Utilities.base64Encode(Utilities.computeDigest(Utilities.DigestAlgorithm.MD5, `${name} ${base64}`, Utilities.Charset.UTF_8))
}

function isLost(id: string): boolean {
  try {
    return isTrashed(id)
  } catch {
    return true
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

/**
 * Into the bin, where Google keeps it for thirty days.
 * @returns 'others' = under drive.file it cannot be seen: another account's, or gone
 */
export function binFile(id: string): 'binned' | 'others' {
  try {
    tried(() => Drive!.Files!.update({ trashed: true }, id))
    return 'binned'
  } catch (error) {
    const failed = platformErrorOf(error)
    if (failed.code !== 'fileGone' && failed.code !== 'noAccess') throw failed
    return 'others'
  }
}

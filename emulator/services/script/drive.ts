/** The global `Drive` (advanced service, API v3), the part that drive.file allows: files and folders that the script made for this person. */
import type { CoreHost } from '../../run/host'
import { effectiveUser } from '../../run/host'
import { strict } from '../../run/strict'
import { binnedAt, emptyBin } from '../../world/platform/bin'
import { platformOf } from '../../world/platform/settings'
import type { FileState } from '../../world/types'
import { requireKnown, requireValue } from '../knownMembers'
import { apiError } from '../sheets/apiError'
import { maskPaths, pickFields } from '../sheets/requests/fieldMask'
import { type Blob, fromSigned } from '../web/blob'
import { queryOf } from './driveQuery'

type FileResource = Pick<GoogleAppsScript.Drive_v3.Drive.V3.Schema.File, 'name' | 'mimeType' | 'parents' | 'appProperties'>
type PermissionResource = Pick<GoogleAppsScript.Drive_v3.Drive.V3.Schema.Permission, 'role' | 'type' | 'emailAddress'>

/** Address of a file as people open it. */
const viewLink = (id: string): string => `https://drive.google.com/file/d/${id}/view?usp=drivesdk`

const notFound = (method: string, id: string) => apiError(method, 404, `File not found: ${id}.`)

/** Under drive.file a file of another account is not found, whoever shared it: the stricter reading. */
const ownFile = (host: CoreHost, method: string, id: string): FileState => {
  emptyBin(host.state)
  const found = host.state.files.find((file) => file.id === id && file.owner === effectiveUser(host.state, host.invocation))
  if (!found) throw notFound(method, id)
  return found
}

/** Whether a folder in the bin takes a file, which then lies there too, or refuses it is not settled. */
const requireTaking = (host: CoreHost, folder: FileState): void => {
  if (binnedAt(host.state, folder) === undefined || platformOf(host.state).trashedParent === 'takes') return
  throw apiError('drive.files.create', 403, 'The specified parent folder is in the trash.')
}

const create = (host: CoreHost, resource: FileResource, media: Blob | null): FileState => {
  const parents = [...(resource.parents ?? [])].map(String)
  for (const parent of parents) requireTaking(host, ownFile(host, 'drive.files.create', parent))
  const file: FileState = {
    id: host.nextId('file'),
    name: String(resource.name ?? media?.getName() ?? 'Untitled'),
    mimeType: String(resource.mimeType ?? media?.getContentType() ?? 'application/octet-stream'),
    base64: media === null ? '' : fromSigned(media.getBytes()).toString('base64'),
    owner: effectiveUser(host.state, host.invocation),
    ...(parents.length > 0 ? { parents } : {}),
    ...(resource.appProperties ? { appProperties: { ...(resource.appProperties as Record<string, string>) } } : {}),
  }
  host.state.files.push(file)
  return file
}

/** What the API answers unless `fields` asks for other members. */
const defaultFields = 'kind,id,name,mimeType'

const answerOf = (host: CoreHost, file: FileState, fields = defaultFields): object => {
  const { id, name, mimeType, parents, trashedAt } = file
  const trashed = binnedAt(host.state, file) !== undefined
  const known = { parents, webViewLink: viewLink(id), trashed, explicitlyTrashed: trashedAt !== undefined }
  const asked = fields === '*' ? [] : maskPaths(fields)
  requireKnown('Drive.Files field', Object.fromEntries(asked.map((name) => [name, true])), [
    'kind',
    'id',
    'name',
    'mimeType',
    ...Object.keys(known),
  ])
  return pickFields({ kind: 'drive#file', id, name, mimeType, ...known }, fields) as object
}

/** A search, of the caller's own files. */
const found = (host: CoreHost, q: string): FileState[] => {
  emptyBin(host.state)
  const fits = queryOf(q, (file) => binnedAt(host.state, file) !== undefined)
  return host.state.files.filter((file) => file.owner === effectiveUser(host.state, host.invocation) && fits(file))
}

const filesOf = (host: CoreHost) => ({
  list: (options: { q?: string; fields?: string } = {}) =>
    host.intoRealm(
      host.gate.call('Drive.Files.list', () => {
        requireKnown('Drive.Files.list option', options, ['q', 'fields'])
        const [, inner = defaultFields] = /^files\((.*)\)$/.exec(options.fields ?? `files(${defaultFields})`) ?? []
        return { files: found(host, options.q ?? '').map((file) => answerOf(host, file, inner)) }
      }),
    ),
  create: (resource: FileResource, media: Blob | null = null, options: { fields?: string } = {}) =>
    host.intoRealm(
      host.gate.call('Drive.Files.create', () => {
        requireKnown('Drive.Files.create member', resource, ['name', 'mimeType', 'parents', 'appProperties'])
        requireKnown('Drive.Files.create option', options, ['fields'])
        return answerOf(host, create(host, resource ?? {}, media), options.fields)
      }),
    ),
  get: (id: string, options: { fields?: string } = {}) =>
    host.intoRealm(
      host.gate.call('Drive.Files.get', () => {
        requireKnown('Drive.Files.get option', options, ['fields'])
        return answerOf(host, ownFile(host, 'drive.files.get', String(id)), options.fields)
      }),
    ),
  /** Into the bin, or out of it; nothing else of a file is changed here. */
  update: (resource: Pick<GoogleAppsScript.Drive_v3.Drive.V3.Schema.File, 'trashed'>, id: string) =>
    host.intoRealm(
      host.gate.call('Drive.Files.update', () => {
        requireKnown('Drive.Files.update member', resource, ['trashed'])
        const file = ownFile(host, 'drive.files.update', String(id))
        if (resource.trashed !== true) delete file.trashedAt
        else file.trashedAt ??= host.state.now
        return answerOf(host, file)
      }),
    ),
  remove: (id: string) => {
    host.gate.call('Drive.Files.remove', () => {
      const gone = ownFile(host, 'drive.files.delete', String(id))
      host.state.files.splice(host.state.files.indexOf(gone), 1)
    })
  },
})

const share = (host: CoreHost, { role, type, emailAddress }: PermissionResource, id: string): object => {
  const file = ownFile(host, 'drive.permissions.create', id)
  const isPerson = type === 'user' && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(emailAddress ?? '')
  if (!isPerson)
    throw apiError(
      'drive.permissions.create',
      400,
      'The specified emailAddress is invalid or not applicable for the given permission type.',
    )
  file.readers = [...new Set([...(file.readers ?? []), String(emailAddress)])]
  return { kind: 'drive#permission', id: host.nextId('permission'), type, role }
}

const permissionsOf = (host: CoreHost) => ({
  create: (resource: PermissionResource, id: string, options: { sendNotificationEmail?: boolean } = {}) =>
    host.intoRealm(
      host.gate.call('Drive.Permissions.create', () => {
        requireKnown('Drive.Permissions.create member', resource, ['role', 'type', 'emailAddress'])
        requireKnown('Drive.Permissions.create option', options, ['sendNotificationEmail'])
        // Google writes to the person unless told not to.
        requireValue('Drive.Permissions.create sendNotificationEmail', options.sendNotificationEmail ?? true, [false])
        return share(host, resource ?? {}, String(id))
      }),
    ),
})

export interface DriveService {
  readonly Files: ReturnType<typeof filesOf>
  readonly Permissions: ReturnType<typeof permissionsOf>
}

export const driveService = (host: CoreHost): DriveService =>
  strict('Drive', { Files: strict('Drive.Files', filesOf(host)), Permissions: strict('Drive.Permissions', permissionsOf(host)) })

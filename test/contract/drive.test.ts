/** The advanced Drive service v3, as far as the scope drive.file goes. */
import type { WorldState } from '../../emulator/world/types'
import { colleague, owner, probe, probeError, probeRecord, probeWorld } from './probe'

const fileOf = (state: WorldState, name: string) => state.files.find((file) => file.name === name)

const makeFolder = () => Drive!.Files!.create({ name: 'Папка', mimeType: 'application/vnd.google-apps.folder' }).id
const makeIn = (parent: string) => Drive!.Files!.create({ name: 'a.txt', mimeType: 'text/plain', parents: [parent] }).id

describe('Drive.Files.create', () => {
  test('documented: metadata and content in one call, answered with kind, id, name and type', () => {
    const world = probeWorld()
    const answer = probe(world, () => {
      const content = Utilities.newBlob('Смета', 'text/plain', 'другое.txt') as unknown as GoogleAppsScript.Base.Blob
      return Drive!.Files!.create({ name: 'смета.txt', mimeType: 'text/plain' }, content)
    })
    const id = fileOf(world.state, 'смета.txt')?.id
    expect(answer).toEqual({ kind: 'drive#file', id, name: 'смета.txt', mimeType: 'text/plain' })
    expect(fileOf(world.state, 'смета.txt')).toMatchObject({ base64: Buffer.from('Смета').toString('base64'), owner })
  })

  test('documented: `fields` chooses what is answered', () => {
    const answer = probe(probeWorld(), () => Drive!.Files!.create({ name: 'a' }, null as never, { fields: 'id,webViewLink' }))
    expect(Object.keys(answer as object)).toEqual(['id', 'webViewLink'])
  })

  test('documented: a folder is a file of a type of its own, and the parent of others', () => {
    const world = probeWorld()
    const folder = probe(world, makeFolder)
    probe(world, makeIn, { argument: folder })
    expect(fileOf(world.state, 'a.txt')?.parents).toEqual([folder])
  })

  test('observed: a parent that is not there is «File not found», in the words of advanced services', () => {
    const error = probeRecord(probeWorld(), makeIn, { argument: 'nowhere' }).error
    expect(`${error?.name}: ${error?.message}`).toBe(
      'GoogleJsonResponseException: API call to drive.files.create failed with error: File not found: nowhere.',
    )
  })

  test('assumed: under drive.file a folder of a colleague is not found', () => {
    const world = probeWorld()
    const folder = probe(world, makeFolder)
    expect(probeError(world, makeIn, { argument: folder, user: colleague })).toContain('File not found')
  })

  test('assumed: an upload takes a second and leaves the script', () => {
    const [call] = probeRecord(probeWorld(), makeFolder).calls
    expect(call).toMatchObject({ name: 'Drive.Files.create', leaves: true, modelledMs: 1000 })
  })
})

test('documented: a file that is removed is gone at once; a second time it is not found', () => {
  const world = probeWorld()
  const remove = (id: string) => Drive!.Files!.remove(id)
  const id = probe(world, makeFolder)
  probe(world, remove, { argument: id })
  expect(world.state.files).toEqual([])
  expect(probeError(world, remove, { argument: id })).toContain('File not found')
})

describe('Drive.Permissions.create', () => {
  const share = ([id, emailAddress]: [string, string]) =>
    Drive!.Permissions!.create({ role: 'reader', type: 'user', emailAddress }, id, { sendNotificationEmail: false }).role

  test('documented: a person may read', () => {
    const world = probeWorld()
    const id = probe(world, makeFolder)
    expect(probe(world, share, { argument: [id, colleague] })).toBe('reader')
    expect(world.state.files[0]?.readers).toEqual([colleague])
  })

  test('assumed: what is no address is refused', () => {
    const world = probeWorld()
    const id = probe(world, makeFolder)
    expect(probeError(world, share, { argument: [id, 'Иванова'] })).toContain('API call to drive.permissions.create failed with error: ')
  })
})

test('a member that is not emulated throws with its name', () => {
  expect(probeError(probeWorld(), () => Drive!.Files!.list())).toContain('Drive.Files.list')
})

/** The advanced Drive service v3 between accounts and over time; the rest are probes (probes/drive.ts). */
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

  test('documented: a folder is a file of a type of its own, and the parent of others', () => {
    const world = probeWorld()
    const folder = probe(world, makeFolder)
    probe(world, makeIn, { argument: folder })
    expect(fileOf(world.state, 'a.txt')?.parents).toEqual([folder])
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

describe('Drive.Files.list', () => {
  test('documented: by name, type and what the script has noted; of other accounts nothing, of the bin what is asked for', () => {
    const world = probeWorld()
    const look = () => {
      const one = (name: string, mark: string) => Drive!.Files!.create({ name, mimeType: 'text/plain', appProperties: { mark } })
      one("a'b.txt", '1')
      one('c.txt', '2')
      const names = (q: string) => (Drive!.Files!.list({ q, fields: 'files(id,name,webViewLink)' }).files ?? []).map(({ name }) => name)
      return [
        names("name = 'a\\'b.txt' and mimeType = 'text/plain'"),
        names("appProperties has { key='mark' and value='2' } and trashed = false"),
        names('trashed = true'),
      ]
    }
    expect(probe(world, look)).toEqual([["a'b.txt"], ['c.txt'], []])
    const all = () => Drive!.Files!.list({ q: 'trashed = false' }).files
    expect(probe(world, all, { user: colleague })).toEqual([])
    expect(probeError(world, () => Drive!.Files!.list({ q: "fullText contains 'x'" }))).toContain('is not emulated')
  })
})

describe('the bin', () => {
  const stateOf = (id: string): unknown => Drive!.Files!.get(id, { fields: 'id,trashed,explicitlyTrashed' })
  const binned = (options = {}) => {
    const world = probeWorld(options)
    const folder = probe(world, makeFolder) as string
    world.driveHand.trash({ id: folder })
    return { world, folder }
  }

  test('documented: a folder in the bin still opens, and says that it is there; so do the files in it', () => {
    const world = probeWorld()
    const folder = probe(world, makeFolder) as string
    const file = probe(world, makeIn, { argument: folder }) as string
    expect(probe(world, stateOf, { argument: folder })).toEqual({ id: folder, trashed: false, explicitlyTrashed: false })
    world.driveHand.trash({ id: folder })
    expect(probe(world, stateOf, { argument: folder })).toEqual({ id: folder, trashed: true, explicitlyTrashed: true })
    expect(probe(world, stateOf, { argument: file })).toEqual({ id: file, trashed: true, explicitlyTrashed: false })
    world.driveHand.restore({ id: folder })
    expect(probe(world, stateOf, { argument: file })).toMatchObject({ trashed: false })
  })

  test('assumed: a file that is put into it goes the same way, and is gone after thirty days', () => {
    const { world, folder } = binned()
    const file = probe(world, makeIn, { argument: folder }) as string
    expect(probe(world, stateOf, { argument: file })).toMatchObject({ trashed: true })
    world.advanceTo(world.state.now + 30 * 86_400_000)
    expect(probeError(world, stateOf, { argument: file })).toContain(
      `API call to drive.files.get failed with error: File not found: ${file}.`,
    )
    expect(world.state.files).toEqual([])
  })

  test('assumed: or Google refuses it', () => {
    const { world, folder } = binned({ platform: { trashedParent: 'refuses' } })
    expect(probeError(world, makeIn, { argument: folder })).toContain('API call to drive.files.create failed with error: ')
  })
})

test.each([
  ['Drive.Files.create member "description"', () => Drive!.Files!.create({ name: 'a', description: 'б' } as never)],
  ['Drive.Files field "size"', () => Drive!.Files!.create({ name: 'a' }, null as never, { fields: 'id,size' })],
  ['Drive.Permissions.create sendNotificationEmail true', () => Drive!.Permissions!.create({ role: 'reader' }, 'any')],
])('nothing is accepted and ignored: %s', (name, code) => {
  expect(probeError(probeWorld(), code as () => unknown)).toBe(`Error: ${name} is not emulated`)
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
  expect(probeError(probeWorld(), () => Drive!.Files!.copy({}, 'x'))).toContain('Drive.Files.copy')
})

describe('Drive.Files.update', () => {
  test('documented: trashed lies in the bin, and comes back', () => {
    const world = probeWorld()
    const folder = probe(world, makeFolder)
    const id = probe(world, makeIn, { argument: folder })
    probe(world, (file: string) => Drive!.Files!.update({ trashed: true }, file), { argument: id })
    expect(fileOf(world.state, 'a.txt')?.trashedAt).toEqual(expect.any(Number))
    expect(probe(world, (file: string) => Drive!.Files!.get(file, { fields: 'trashed' }).trashed, { argument: id })).toBe(true)
    probe(world, (file: string) => Drive!.Files!.update({ trashed: false }, file), { argument: id })
    expect(fileOf(world.state, 'a.txt')?.trashedAt).toBeUndefined()
  })

  test('assumed: under drive.file a file of a colleague is not found', () => {
    const world = probeWorld()
    const folder = probe(world, makeFolder)
    expect(
      probeError(world, (file: string) => Drive!.Files!.update({ trashed: true }, file), { argument: folder, user: colleague }),
    ).toContain('File not found')
  })
})

/** Probes of the advanced Drive service, as far as drive.file goes; each deletes what it made. */
import type { AnyProbe } from './kinds'

const needs = ['drive.file']

export const drive: readonly AnyProbe[] = [
  {
    name: 'a file is answered with kind, id, name and type',
    label: 'documented',
    needs,
    run: () => {
      const content = Utilities.newBlob('Смета', 'text/plain', 'другое.txt') as unknown as GoogleAppsScript.Base.Blob
      const file = Drive!.Files!.create({ name: 'проба.txt', mimeType: 'text/plain' }, content)
      Drive!.Files!.remove(file.id!)
      return [Object.keys(file).sort(), file.name, file.mimeType]
    },
    expect: [['id', 'kind', 'mimeType', 'name'], 'проба.txt', 'text/plain'],
  },
  {
    name: '`fields` chooses what is answered, `trashed` among it',
    label: 'documented',
    needs,
    run: () => {
      const { id } = Drive!.Files!.create({ name: 'проба', mimeType: 'application/vnd.google-apps.folder' })
      const answer = Drive!.Files!.get(id!, { fields: 'id,trashed' })
      Drive!.Files!.remove(id!)
      return [Object.keys(answer).sort(), answer.trashed]
    },
    expect: [['id', 'trashed'], false],
  },
  {
    name: 'a parent that is not there is «File not found», in the words of advanced services',
    label: 'observed',
    needs,
    run: (_scratch, _given, { failure }) => failure(() => Drive!.Files!.create({ name: 'проба', parents: ['nowhere'] })),
    expect: 'GoogleJsonResponseException: API call to drive.files.create failed with error: File not found: nowhere.',
  },
  {
    name: 'what is removed is gone at once',
    label: 'documented',
    needs,
    run: (_scratch, _given, { failure }) => {
      const { id } = Drive!.Files!.create({ name: 'проба', mimeType: 'application/vnd.google-apps.folder' })
      Drive!.Files!.remove(id!)
      return failure(() => Drive!.Files!.remove(id!)).replace(id!, '…')
    },
    expect: 'GoogleJsonResponseException: API call to drive.files.delete failed with error: File not found: ….',
  },
]

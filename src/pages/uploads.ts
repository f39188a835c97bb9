/** Files on their way to a report: one after the other as they are chosen; what fails stays with its reason, to be repeated or removed. */

import { cleanFileName, mimeTypeOf, type PickedFile, pickedFault } from '../domain/deal/attachedFile'
import { type ExpertFile, expertFileLimit } from '../domain/external/expertFiles'
import { pageRefusals } from '../domain/text/pageText.ru'
import type { AttachMethod, FileAnswer, PageInput } from '../rpc/pageContract'
import { text } from './text.ru'

export interface Upload {
  readonly id: number
  readonly name: string
  readonly state: 'waiting' | 'sending' | 'done' | 'failed'
  /** null = attached before this page was opened. */
  readonly file: PickedFile | null
  /** As the server knows the file; '' = not there yet. */
  readonly key: string
  /** Why it failed. */
  readonly why: string
  /** Whether the same file may be sent once more. */
  readonly repeats: boolean
}

export interface Uploads {
  choose(files: readonly PickedFile[]): void
  /** A failed one, once more. */
  again(id: number): void
  /** A failed one leaves the list. */
  remove(id: number): void
  /** Waits for what is under way. A sentence where something failed, '' = everything that stands in the list is attached. */
  settled(): Promise<string>
}

export interface UploadLinks {
  /** Nothing goes before; absent = at once. */
  readonly ready?: Promise<unknown>
  send(input: PageInput<AttachMethod>): Promise<FileAnswer>
  /** Content as base64; rejects when the file cannot be read. */
  read(file: PickedFile): Promise<string>
  changed(uploads: readonly Upload[]): void
}

export function uploadsBefore(attached: readonly ExpertFile[]): readonly Upload[] {
  return attached.map(({ key, name }, id) => ({ id, name, state: 'done', file: null, key, why: '', repeats: false }))
}

export function createUploads(before: readonly Upload[], links: UploadLinks): Uploads {
  let list = before
  let nextId = before.length
  let running: Promise<void> | null = null

  function become(next: readonly Upload[]): void {
    list = next
    links.changed(list)
  }
  function set(id: number, part: Partial<Upload>): void {
    become(list.map((one) => (one.id === id ? { ...one, ...part } : one)))
  }
  function added(file: PickedFile): Upload {
    const isOver = list.filter(({ state }) => state !== 'failed').length >= expertFileLimit
    const why = isOver ? pageRefusals.tooManyFiles(expertFileLimit) : pickedFault(file)
    return { id: nextId++, name: cleanFileName(file.name), state: why === '' ? 'waiting' : 'failed', file, key: '', why, repeats: false }
  }

  async function work(): Promise<void> {
    await links.ready
    for (let next = waiting(list); next !== undefined; next = waiting(list)) await upload(next)
  }
  async function upload({ id, file }: Upload): Promise<void> {
    if (file === null) return
    set(id, { state: 'sending', why: '' })
    const base64 = await links.read(file).catch(() => null)
    if (base64 === null) return set(id, { state: 'failed', why: text.attach.unreadable, repeats: true })
    const answer = await links.send({ name: file.name, mimeType: mimeTypeOf(file.name, file.type), base64 })
    if (answer.ok) finish(id, answer.file)
    else set(id, { state: 'failed', why: answer.message, repeats: true })
  }
  /** The same file chosen a second time stands once. */
  function finish(id: number, { key, name }: ExpertFile): void {
    become(list.filter((one) => one.id === id || one.key !== key))
    set(id, { state: 'done', key, name })
  }
  function start(): void {
    running ??= work().finally(() => {
      running = null
    })
  }

  return {
    choose: (files) => {
      for (const file of files) become([...list, added(file)])
      start()
    },
    again: (id) => {
      set(id, { state: 'waiting' })
      start()
    },
    remove: (id) => become(list.filter((one) => one.id !== id)),
    settled: async () => {
      while (running !== null) await running
      const names = list.filter(({ state }) => state === 'failed').map(({ name }) => `«${name}»`)
      return names.length === 0 ? '' : text.attach.unsent(names.join(', '))
    },
  }
}

function waiting(list: readonly Upload[]): Upload | undefined {
  return list.find(({ state }) => state === 'waiting')
}

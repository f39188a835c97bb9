/** A file on its way to a card: chosen, checked before it is read, read, sent; an error keeps the choice. */

import { batch, type ReadonlySignal, signal } from '@preact/signals'
import { mimeTypeOf, type PickedFile, pickedFault } from '../../../domain/deal/attachedFile'
import type { Card } from '../../../rpc/contract'
import { attach as text } from '../../text/card.ru'
import { common } from '../../text/common.ru'
import { type Caller, createCaller } from '../page/caller'
import type { Page } from '../page/page'

export interface AttachModel {
  readonly caller: Caller
  readonly chosen: ReadonlySignal<PickedFile | null>
  /** What is under way, '' when nothing is. */
  readonly progress: ReadonlySignal<string>
  /** Why the file is not sent at all. */
  readonly fault: ReadonlySignal<string>
  choose(card: Card, file: PickedFile): Promise<void>
  /** The same file once more. */
  again(card: Card): Promise<void>
  /** Its card is on screen no more. */
  leave(): void
}

export interface AttachLinks {
  /** The card as it came back. */
  received(card: Card, sentence: string): void
  /** The same, when that card is on screen no more. */
  late(card: Card, sentence: string): void
  /** Content as base64; rejects when the file cannot be read. */
  read(file: PickedFile): Promise<string>
}

export function createAttachModel(page: Page, links: AttachLinks): AttachModel {
  const caller = createCaller(page)
  const chosen = signal<PickedFile | null>(null)
  const progress = signal('')
  const fault = signal('')

  async function choose(card: Card, file: PickedFile): Promise<void> {
    if (progress.value !== '') return
    batch(() => {
      chosen.value = file
      fault.value = pickedFault(file)
      caller.forgive()
    })
    if (fault.value === '') await send(card, file)
  }

  async function send(card: Card, file: PickedFile): Promise<void> {
    tell(text.reading(file.name))
    const base64 = await links.read(file).catch(() => null)
    if (base64 === null) fault.value = text.unreadable(file.name)
    else await upload(card, file, base64)
    progress.value = ''
  }

  function upload(card: Card, file: PickedFile, base64: string): Promise<void> {
    tell(text.sending(file.name, file.size))
    const input = { deal: card.ref, name: file.name, mimeType: mimeTypeOf(file.name, file.type), base64 }
    const late = (value: Card) => links.late(value, text.done(file.name))
    const about = common.deal(card.deal.id)
    return caller.ask({ by: 'attach', method: 'file/attach', input, done: (value) => finish(value, file), late, about })
  }

  function finish(card: Card, file: PickedFile): void {
    chosen.value = null
    links.received(card, text.done(file.name))
  }
  function tell(sentence: string): void {
    progress.value = sentence
    page.live.value = sentence
  }

  return {
    caller,
    chosen,
    progress,
    fault,
    choose,
    leave: caller.drop,
    again: async (card) => {
      if (chosen.value) await choose(card, chosen.value)
    },
  }
}

/** Content of a file as base64, by the browser. */
export function readBase64(file: PickedFile): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,?/, ''))
    reader.onerror = () => reject(new Error('unreadable'))
    reader.readAsDataURL(file as File)
  })
}

/** Files of a request: they wait until it is taken, and then go behind it. */

import { useState } from 'preact/hooks'
import type { LinkParameters } from '../../rpc/pageContract'
import { readFile } from '../readFile'
import { send } from '../send'
import { createUploads, type Upload, type Uploads } from '../uploads'

export interface HeldUploads {
  readonly list: readonly Upload[]
  readonly uploads: Uploads
  /** The request is taken; null = there is no card that files could go to. */
  open(link: LinkParameters | null): void
}

interface Held {
  readonly uploads: Uploads
  readonly open: HeldUploads['open']
}

export function useHeldUploads(): HeldUploads {
  const [list, changed] = useState<readonly Upload[]>([])
  const [held] = useState(() => hold(changed))
  return { list, ...held }
}

function hold(changed: (list: readonly Upload[]) => void): Held {
  let link: LinkParameters | null = null
  let go: () => void = () => undefined
  const ready = new Promise<void>((resolve) => {
    go = resolve
  })
  const uploads = createUploads([], {
    ready,
    changed,
    read: (file) => readFile(file as File),
    send: (input) => send(link as LinkParameters, 'request/attach', input),
  })
  const open = (given: LinkParameters | null): void => {
    link = given
    if (given !== null) go()
  }
  return { uploads, open }
}

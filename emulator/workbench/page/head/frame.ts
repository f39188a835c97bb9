/** An iframe with a page of the script, and what such a page asks of the page around it. */
import { frameRules } from '../../frame/frameRules'
import { el } from '../dom'

/** What google.script.host says. */
export interface FrameMessage {
  readonly workbench: true
  readonly frame: number
  readonly verb: 'close' | 'height' | 'width' | 'focus'
  readonly pixels?: number
}

export const frameElement = (frame: number, title: string): HTMLIFrameElement =>
  el('iframe', {
    src: `/frame/${frame}`,
    title,
    class: 'scriptFrame',
    sandbox: frameRules,
  })

export const onFrameMessage = (listener: (message: FrameMessage) => void): void => {
  window.addEventListener('message', (event: MessageEvent<Partial<FrameMessage> | null>) => {
    if (event.origin === location.origin && event.data?.workbench === true) listener(event.data as FrameMessage)
  })
}

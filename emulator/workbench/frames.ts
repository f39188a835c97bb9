/** HTML pages shown by the script, kept by number so that an iframe can load them and call back as the same person. */

export interface Frame {
  readonly number: number
  readonly html: string
  /** Who looks at it; '' = somebody outside (web app). */
  readonly user: string
  /** The browser gives its pages no storage. */
  readonly withoutStorage?: boolean
}

const kept = 60

export class FrameStore {
  private readonly frames = new Map<number, Frame>()
  private last = 0

  add(html: string, user: string): number {
    const number = ++this.last
    this.frames.set(number, { number, html, user })
    this.frames.delete(number - kept)
    return number
  }

  get(number: number): Frame | undefined {
    return this.frames.get(number)
  }

  clear(): void {
    this.frames.clear()
  }
}

/** The page with google.script.* in front of its own scripts. */
export const withShim = (frame: Frame): string => {
  const storage = frame.withoutStorage ? ' data-storage="refused"' : ''
  const shim = `<script src="/assets/shim.js" data-frame="${frame.number}"${storage}></script>`
  const head = /<head(\s[^>]*)?>/i.exec(frame.html)
  if (head) return insertAt(frame.html, head.index + head[0].length, shim)
  const doctype = /^\s*<!doctype[^>]*>/i.exec(frame.html)
  return doctype ? insertAt(frame.html, doctype[0].length, shim) : `<!doctype html>${shim}${frame.html}`
}

const insertAt = (text: string, at: number, piece: string): string => text.slice(0, at) + piece + text.slice(at)

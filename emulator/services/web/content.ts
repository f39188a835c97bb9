/** ContentService: text answers of a web app. */
import type { WebAnswer, WebAnswerSource } from '../../run/answer'
import type { CoreHost } from '../../run/host'
import { strict } from '../../run/strict'
import { notEmulated } from '../knownMembers'

/** What a browser is told of each type; the script sees the names (as enumerations print). */
const mimeTypes = {
  TEXT: 'text/plain',
  JSON: 'application/json',
  JAVASCRIPT: 'application/javascript',
  CSV: 'text/csv',
  XML: 'application/xml',
  ICAL: 'text/calendar',
  VCARD: 'text/vcard',
  RSS: 'application/rss+xml',
  ATOM: 'application/atom+xml',
} as const

type MimeType = keyof typeof mimeTypes

const enumeration = Object.fromEntries(Object.keys(mimeTypes).map((name) => [name, name])) as { readonly [K in MimeType]: K }

class TextOutput implements WebAnswerSource {
  private mimeType: MimeType = 'TEXT'
  private fileName = ''

  constructor(private content: string | null) {}

  getContent(): string | null {
    return this.content
  }

  setContent(content: string): this {
    this.content = String(content)
    return this
  }

  append(added: string): this {
    this.content = (this.content ?? '') + String(added)
    return this
  }

  /** Nothing at all afterwards, not even an empty text (observed). */
  clear(): this {
    this.content = null
    return this
  }

  getMimeType(): MimeType {
    return this.mimeType
  }

  setMimeType(mimeType: MimeType): this {
    if (!(mimeType in mimeTypes)) throw notEmulated(`ContentService.MimeType "${mimeType}"`)
    this.mimeType = mimeType
    return this
  }

  getFileName(): string {
    return this.fileName
  }

  downloadAsFile(name: string): this {
    this.fileName = name
    return this
  }

  toWebAnswer(): WebAnswer {
    return { kind: 'text', content: this.content ?? '', title: '', mimeType: mimeTypes[this.mimeType] }
  }
}

interface Service {
  readonly MimeType: typeof enumeration
  createTextOutput(content?: string): TextOutput
}

export function contentService(host: CoreHost): Service {
  return strict('ContentService', {
    MimeType: strict('ContentService.MimeType', { ...enumeration }),
    createTextOutput: (content = '') => {
      host.gate.call('ContentService.createTextOutput', () => undefined)
      return strict('TextOutput', new TextOutput(String(content)))
    },
  } satisfies Partial<Record<keyof GoogleAppsScript.Content.ContentService, unknown>>)
}

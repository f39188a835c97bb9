/** ContentService: text answers of a web app. */
import type { WebAnswer, WebAnswerSource } from '../../run/answer'
import type { CoreHost } from '../../run/host'
import { strict } from '../../run/strict'

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

class TextOutput implements WebAnswerSource {
  private mimeType: string = mimeTypes.TEXT
  private fileName = ''

  constructor(private content: string) {}

  getContent(): string {
    return this.content
  }

  setContent(content: string): this {
    this.content = String(content)
    return this
  }

  append(added: string): this {
    this.content += String(added)
    return this
  }

  clear(): this {
    this.content = ''
    return this
  }

  getMimeType(): string {
    return this.mimeType
  }

  setMimeType(mimeType: string): this {
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
    return { kind: 'text', content: this.content, title: '', mimeType: this.mimeType }
  }
}

interface Service {
  readonly MimeType: typeof mimeTypes
  createTextOutput(content?: string): TextOutput
}

export function contentService(host: CoreHost): Service {
  return strict('ContentService', {
    MimeType: strict('ContentService.MimeType', { ...mimeTypes }),
    createTextOutput: (content = '') => {
      host.gate.call('ContentService.createTextOutput', () => undefined)
      return strict('TextOutput', new TextOutput(String(content)))
    },
  } satisfies Partial<Record<keyof GoogleAppsScript.Content.ContentService, unknown>>)
}

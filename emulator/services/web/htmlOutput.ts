/** HtmlOutput: a page with its title, size and meta tags. */
import type { WebAnswer, WebAnswerSource } from '../../run/answer'
import { strict } from '../../run/strict'

/** What addMetaTag takes: standing in the file itself it reaches nobody, as Google shows the file inside a page of its own. */
const topTags = ['apple-mobile-web-app-capable', 'google-site-verification', 'mobile-web-app-capable', 'viewport']
const inertTag = new RegExp(`\\s*<meta[^>]*name="(?:${topTags.join('|')})"[^>]*>`, 'gi')

export class HtmlOutput implements WebAnswerSource {
  private title = ''
  private width: number | null = null
  private height: number | null = null
  private favicon = ''
  private isFramed = false
  private readonly metaTags: { name: string; content: string }[] = []

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

  appendUntrusted(added: string): this {
    return this.append(escapeHtml(added))
  }

  clear(): this {
    return this.setContent('')
  }

  getTitle(): string {
    return this.title
  }

  setTitle(title: string): this {
    this.title = String(title)
    return this
  }

  getWidth(): number | null {
    return this.width
  }

  setWidth(width: number): this {
    this.width = width
    return this
  }

  getHeight(): number | null {
    return this.height
  }

  setHeight(height: number): this {
    this.height = height
    return this
  }

  getFaviconUrl(): string {
    return this.favicon
  }

  setFaviconUrl(url: string): this {
    this.favicon = url
    return this
  }

  addMetaTag(name: string, content: string): this {
    if (!topTags.includes(name)) throw new Error(`The meta tag you specified is not allowed in this context.`)
    this.metaTags.push({ name, content })
    return this
  }

  getMetaTags(): object[] {
    return this.metaTags.map(({ name, content }) => strict('HtmlOutputMetaTag', { getName: () => name, getContent: () => content }))
  }

  /** ALLOWALL: a page of anybody's site may hold this one in a frame. */
  setXFrameOptionsMode(mode: unknown): this {
    if (mode !== 'ALLOWALL' && mode !== 'DEFAULT') throw new Error('Argument cannot be null: mode')
    this.isFramed = mode === 'ALLOWALL'
    return this
  }

  /** Obsolete on Google; it changes nothing here. */
  setSandboxMode(_mode: unknown): this {
    return this
  }

  toWebAnswer(): WebAnswer {
    const tags = this.metaTags.map(({ name, content }) => `<meta name="${escapeHtml(name)}" content="${escapeHtml(content)}">`).join('')
    const own = this.content.replace(inertTag, '')
    const content = tags && /<head[^>]*>/i.test(own) ? own.replace(/<head[^>]*>/i, (head) => head + tags) : tags + own
    return { kind: 'html', content, title: this.title, mimeType: 'text/html', ...(this.isFramed && { isFramed: true }) }
  }
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&#34;', "'": '&#39;' }

/** What `<?= ?>` does to a value. As text of HTML and in attributes that hold text. */
export function escapeHtml(text: unknown): string {
  return String(text).replace(/[&<>"']/g, (sign) => entities[sign] ?? sign)
}

export const htmlOutput = (content: string): HtmlOutput => strict('HtmlOutput', new HtmlOutput(content))

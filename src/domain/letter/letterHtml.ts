/** The HTML of a letter from its plain text: the same words, values in bold, links as buttons. Nothing in it hangs on a style sheet or a background. */

import { escapeHtml } from './html'

const face = 'font:16px/1.5 Arial,sans-serif'
const button = 'display:inline-block;padding:10px 18px;font-weight:bold;text-decoration:none'

/**
 * Every value is escaped. A line that carries ⟦1⟧ becomes a button with the words before it; of «Где: каб. 3» the value stands out.
 * Of two buttons the first leads, the second is outlined; more of them are marks, all alike.
 * @param quiet number of a link that is no button, 0 = none
 * @example letterHtml('Заполнить отчёт: ⟦1⟧') // → '… <a href="⟦1⟧" …>Заполнить отчёт</a> …'
 */
export function letterHtml(body: string, quiet = 0): string {
  const parts = body.split('\n').map((line, at, lines) => {
    const link = /^(.*?):? ?⟦(\d+)⟧$/.exec(line)
    if (link === null) return `${withValue(line)}<br>`
    const [, words = '', number = ''] = link
    return Number(number) === quiet
      ? `<a href="⟦${number}⟧">${escapeHtml(words)}</a><br>`
      : buttonOf(words, number, isSecondOfTwo(lines, at))
  })
  return letterFrame(parts.join(''))
}

function withValue(line: string): string {
  const [, title = '', value = ''] = /^([А-ЯЁ][а-яё ]{1,60}): (.+)$/.exec(line) ?? []
  return title === '' ? unbroken(escapeHtml(line)) : `${escapeHtml(title)}: <b>${unbroken(escapeHtml(value))}</b>`
}

/** A phone stays on one line. */
function unbroken(html: string): string {
  return html.replace(/\+?\d{1,12}(-\d{1,12}){1,4}/g, (number) => `<span style="white-space:nowrap">${number}</span>`)
}

function isSecondOfTwo(lines: readonly string[], at: number): boolean {
  const isLink = (line = '') => /⟦\d+⟧$/.test(line)
  return isLink(lines[at - 1]) && !isLink(lines[at - 2]) && !isLink(lines[at + 1])
}

/** A cell with a colour of its own: Outlook knows no padding of links. What is outlined has the colours of the reader's program. */
function buttonOf(words: string, number: string, isOutlined: boolean): string {
  const link = `<a href="⟦${number}⟧" style="${button}${isOutlined ? '' : ';color:#ffffff'}">${escapeHtml(words)}</a>`
  const look = isOutlined ? 'style="border:1px solid;border-radius:4px"' : 'bgcolor="#1a73e8" style="border-radius:4px"'
  return `<table role="presentation" cellpadding="0" cellspacing="0" style="margin:6px 0"><tr><td ${look}>${link}</td></tr></table>`
}

/** One look of all letters, in a dark window too. @param inner HTML, escaped already */
export function letterFrame(inner: string): string {
  const modes = ['color-scheme', 'supported-color-schemes'].map((name) => `<meta name="${name}" content="light dark">`).join('')
  const head = `<head><meta charset="utf-8">${modes}</head>`
  const cell = `<td style="${face};max-width:560px;overflow-wrap:anywhere">${inner}</td>`
  return `<!doctype html><html lang="ru">${head}<body><table role="presentation" cellpadding="0" cellspacing="0"><tr>${cell}</tr></table></body></html>`
}

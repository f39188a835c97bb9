/** The HTML of a letter from its plain text: the same words, links as buttons. */

import { escapeHtml } from './html'

const button =
  'display:inline-block;margin:4px 0;padding:10px 18px;border-radius:4px;background:#1a73e8;color:#ffffff;font-weight:bold;text-decoration:none'

/**
 * Every value is escaped. A line that carries ⟦1⟧ becomes a button with the words before it.
 * @param quiet number of a link that is no button, 0 = none
 * @example letterHtml('Заполнить отчёт: ⟦1⟧') // → '<div …><a href="⟦1⟧" …>Заполнить отчёт</a></div>'
 */
export function letterHtml(body: string, quiet = 0): string {
  const lines = body.split('\n').map((line) => {
    const link = /^(.*?):? ?⟦(\d+)⟧$/.exec(line)
    if (link === null) return escapeHtml(line)
    const style = Number(link[2]) === quiet ? 'color:#5f6368' : button
    return `<a href="⟦${link[2]}⟧" style="${style}">${escapeHtml(link[1] ?? '')}</a>`
  })
  return `<div style="font:15px/1.5 Arial,sans-serif;max-width:560px">${lines.join('<br>')}</div>`
}

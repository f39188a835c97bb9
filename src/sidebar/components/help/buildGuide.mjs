/** Makes guide.html of the guides of those who work in the panel: a section each, with whose it is and which screens it describes. */

import { readFile } from 'node:fs/promises'

/** Roles of «Сотрудники» (src/domain/office/roles.ts) → files of docs/guide. */
const guides = {
  officeManager: 'офис-менеджер',
  consultant: 'консультант',
  director: 'директор',
  administrator: 'администратор',
  projectManager: 'руководитель-проекта',
  prManager: 'pr-менеджер',
}

export async function buildGuide() {
  const texts = await Promise.all(
    Object.entries(guides).map(async ([role, name]) => [role, await readFile(`docs/guide/${name}.md`, 'utf8')]),
  )
  return texts
    .flatMap(([role, text]) =>
      text
        .split(/^## /m)
        .slice(1)
        .map((part) => sectionOf(role, part)),
    )
    .join('\n')
}

function sectionOf(role, part) {
  const [heading = '', ...lines] = part.split('\n')
  const screens = /<!-- screens: (.+) -->/.exec(part)?.[1] ?? ''
  const body = lines.join('\n').replace(/<!--.*?-->/g, '')
  return `<section data-role="${role}" data-screens="${screens}"><h3>${inline(heading)}</h3>${htmlOf(body)}</section>`
}

/** Paragraphs, headings, lists and tables: what the guides use of Markdown, and no more. */
export function htmlOf(markdown) {
  const blocks = markdown.split(/\n\s*\n/).filter((block) => block.trim() !== '')
  return blocks.map((block) => blockOf(block.trim())).join('')
}

function blockOf(block) {
  if (block.startsWith('#')) return `<h4>${inline(block.replace(/^#+ /, ''))}</h4>`
  if (block.startsWith('|')) return tableOf(block.split('\n'))
  const first = block.search(/^(?:- |\d+\. )/m)
  if (first < 0) return `<p>${inline(block)}</p>`
  const before = block.slice(0, first).trim()
  return (before === '' ? '' : `<p>${inline(before)}</p>`) + listOf(block.slice(first))
}

function listOf(block) {
  const tag = block.startsWith('- ') ? 'ul' : 'ol'
  const items = block.split(/^(?:- |\d+\. )/m).slice(1)
  return `<${tag}>${items.map((item) => `<li>${inline(item)}</li>`).join('')}</${tag}>`
}

function tableOf(lines) {
  const cells = (line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => inline(cell))
  const row = (line, tag) =>
    `<tr>${cells(line)
      .map((cell) => `<${tag}>${cell}</${tag}>`)
      .join('')}</tr>`
  const [head = '', , ...rows] = lines
  return `<table><thead>${row(head, 'th')}</thead><tbody>${rows.map((line) => row(line, 'td')).join('')}</tbody></table>`
}

/** Links lead to files that the panel has not: their words stay. */
function inline(text) {
  return text
    .trim()
    .replace(/\s+/g, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replace(/\[([^\]]+)\]\([^)]+\)/g, '$1')
    .replace(/\*\*(.+?)\*\*/g, '<b>$1</b>')
    .replace(/`([^`]+)`/g, '<code>$1</code>')
}

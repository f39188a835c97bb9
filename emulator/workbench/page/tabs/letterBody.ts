/** One letter: its head, its body as text with live links or as HTML in a closed frame, its attachments. */
import type { LetterView } from '../../wire'
import { type Child, el } from '../dom'

export const letterElements = (letter: LetterView): Child[] => [
  el('h2', {}, letter.subject),
  el(
    'dl',
    {},
    ...pair('От', letter.from),
    ...pair('Кому', letter.to),
    ...pair('Копии', letter.copies),
    ...pair('Ответить', letter.replyTo),
    ...pair('Когда', letter.at),
  ),
  letter.htmlBody === '' ? el('div', { class: 'letterText' }, ...withLinks(letter.body)) : htmlBody(letter),
  letter.attachments.length > 0 &&
    el(
      'ul',
      { class: 'attachments' },
      ...letter.attachments.map(({ name, href, kilobytes }) => el('li', {}, el('a', { href, download: name }, name), ` ${kilobytes} КБ`)),
    ),
]

const pair = (name: string, value: string): Child[] => (value === '' ? [] : [el('dt', {}, name), el('dd', {}, value)])

// No scripts, no access to this page: a letter is somebody's text.
const htmlBody = (letter: LetterView): HTMLElement =>
  el('iframe', {
    class: 'letterHtml',
    title: `Письмо: ${letter.subject}`,
    sandbox: 'allow-popups allow-popups-to-escape-sandbox',
    srcdoc: `<base target="_blank" href="${location.origin}/"><style>body{font:14px Arial,sans-serif;color:#202124;margin:0}</style>${letter.htmlBody}`,
  })

const link = /(https?:\/\/[^\s<>"»)]+[^\s<>"»).,;]|\/(?:webapp\/exec|#gid=)[^\s<>"»)]*[^\s<>"»).,;])/g

const withLinks = (text: string): Child[] =>
  text
    .split(link)
    .map((part, index) =>
      index % 2 === 1
        ? el('a', { href: part, target: '_blank', rel: 'noopener' }, part.startsWith('/') ? location.origin + part : part)
        : part,
    )

/** Routes of the outbox: letters as their readers got them, attachments, and the links to web pages found in them. */
import { type Context, Hono } from 'hono'
import type { LetterState } from '../../world/types'
import type { Bench } from '../bench/bench'
import { clockView } from '../bench/officeTime'
import { localiseLinks, webAppPath, webLinksIn } from '../localLinks'
import type { LetterLine, LetterView, PageLink } from '../wire'
import { refuse } from './problem'

export const letterRoutes = (bench: Bench): Hono => {
  const at = (letter: LetterState): string => clockView(bench.world.state.scriptTimeZone, Date.parse(letter.at)).text
  return new Hono()
    .get('/letters', (context) => {
      const { letters } = bench.world.state
      const lines = letters.map((letter) => lineOf(letter, at(letter), letter.id > bench.memory.lettersSeen))
      return context.json(lines.reverse())
    })
    .post('/letters/seen', (context) => {
      bench.memory.lettersSeen = Math.max(bench.memory.lettersSeen, ...bench.world.state.letters.map((letter) => letter.id))
      bench.touch()
      return context.json({ ok: true })
    })
    .get('/letters/:id', (context) => {
      const letter = letterOf(bench, context)
      return context.json(letterView(letter, at(letter)))
    })
    .get('/letters/:id/attachments/:number', (context) => {
      const file = letterOf(bench, context).attachments[Number(context.req.param('number'))] ?? refuse('Такого вложения нет.', 404)
      context.header('Content-Type', file.mimeType)
      context.header('Content-Disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`)
      return context.body(Buffer.from(file.base64, 'base64'))
    })
    .get('/pages', (context) => context.json(pageLinks(bench, at)))
}

const letterOf = (bench: Bench, context: Context): LetterState => {
  const id = Number(context.req.param('id'))
  return bench.world.state.letters.find((letter) => letter.id === id) ?? refuse('Такого письма нет.', 404)
}

const lineOf = ({ id, to, subject, kind }: LetterState, at: string, unread: boolean): LetterLine => ({
  ...{ id, at, to, subject, unread },
  google: kind === 'calendar',
})

const letterView = (letter: LetterState, at: string): LetterView => ({
  id: letter.id,
  at,
  from: letter.name === '' ? letter.from : `${letter.name} <${letter.from}>`,
  to: letter.to,
  copies: [letter.cc, letter.bcc].filter((copy) => copy !== '').join(', '),
  replyTo: letter.replyTo,
  subject: letter.subject,
  body: localiseLinks(letter.body),
  htmlBody: localiseLinks(letter.htmlBody),
  attachments: letter.attachments.map((file, number) => ({
    name: file.name,
    href: `/api/letters/${letter.id}/attachments/${number}`,
    kilobytes: Math.max(1, Math.round((file.base64.length * 3) / 4 / 1024)),
  })),
})

/** What the letter says in front of the link: of several links of one letter people choose by it. */
const wordsBefore = (href: string, { body }: LetterState): string => {
  const line = localiseLinks(body)
    .split('\n')
    .find((one) => one.endsWith(` ${href}`))
  return line?.slice(0, -href.length).replace(/:? *$/, '') ?? ''
}

const pageLinks = (bench: Bench, at: (letter: LetterState) => string): readonly PageLink[] => {
  const app = { href: webAppPath, title: 'Консультации на телефоне', detail: 'адрес без параметров: вход сотрудника по письму' }
  const found = [...bench.world.state.letters].reverse().flatMap((letter) =>
    webLinksIn(`${letter.body}\n${letter.htmlBody}`).map((href) => ({
      href,
      title: [letter.subject, wordsBefore(href, letter)].filter(Boolean).join(' · '),
      detail: `${letter.to}, ${at(letter)}`,
    })),
  )
  const form = { href: `${webAppPath}?form`, title: 'Форма заявки', detail: 'для сайта центра или ссылкой: открывает кто угодно' }
  return [app, form, ...found.filter((link, index) => found.findIndex((other) => other.href === link.href) === index)]
}

/** MailApp: letters into the world's outbox, recipients against the day's quota. */
import type { CoreHost } from '../../run/host'
import { effectiveUser } from '../../run/host'
import { strict } from '../../run/strict'
import { mailLimits, texts } from '../../world/limits'
import { quotaLeft, requireQuota } from '../../world/platform/quotas'
import type { LetterState } from '../../world/types'
import { ServiceError } from '../../world/types'
import { requireKnown } from '../knownMembers'
import { type Blob, fromSigned } from './blob'

interface MailOptions {
  attachments?: readonly Blob[]
  bcc?: string
  body?: string
  cc?: string
  htmlBody?: string
  inlineImages?: Record<string, Blob>
  name?: string
  replyTo?: string
  subject?: string
  to?: string
}

const address = /^\s*(?:"?[^"<>]*"?\s*<)?([^\s<>@,]+@[^\s<>@,]+\.[^\s<>@,]+)>?\s*$/

/** 'a@b.ru, c@d.ru' as a list; a wrong one throws. */
function recipients(list: string | undefined): string[] {
  const given = (list ?? '').split(',').filter((item) => item.trim() !== '')
  for (const item of given) if (!address.test(item)) throw new ServiceError(texts.invalidEmail(item.trim()))
  return given
}

function messageOf(args: readonly unknown[]): MailOptions {
  const [first, second, third, fourth] = args
  if (typeof first === 'object' && first !== null) return first as MailOptions
  if (args.length === 1) throw new ServiceError(texts.signature('String', 'MailApp.sendEmail'))
  if (args.length === 4 && typeof fourth === 'string')
    return { to: String(first), replyTo: String(second), subject: String(third), body: fourth }
  return { ...(fourth as MailOptions | undefined), to: String(first), subject: String(second), body: String(third) }
}

function attachmentOf(blob: Blob): LetterState['attachments'][number] {
  return {
    name: blob.getName() ?? 'Untitled',
    mimeType: blob.getContentType() ?? 'application/octet-stream',
    base64: fromSigned(blob.getBytes()).toString('base64'),
  }
}

function requireSizes(message: MailOptions): void {
  if (Buffer.byteLength(message.body ?? '') > mailLimits.bodyBytes) throw new ServiceError(texts.mailBody)
  if (Buffer.byteLength(message.htmlBody ?? '') > mailLimits.htmlBytes) throw new ServiceError(texts.mailBody)
  if (message.inlineImages) throw new ServiceError('MailApp.sendEmail inlineImages is not emulated', { name: 'Error' })
}

const members = ['attachments', 'bcc', 'body', 'cc', 'htmlBody', 'inlineImages', 'name', 'replyTo', 'subject', 'to']

function send(host: CoreHost, args: readonly unknown[]): number {
  const message = messageOf(args)
  requireKnown('MailApp.sendEmail option', message, members)
  const to = recipients(message.to)
  const all = [...to, ...recipients(message.cc), ...recipients(message.bcc)]
  if (all.length === 0) throw new ServiceError(texts.noRecipient)
  if (all.length > mailLimits.recipientsPerMessage) throw new ServiceError(texts.tooManyRecipients)
  requireSizes(message)
  requireQuota(host.state, effectiveUser(host.state, host.invocation), 'mailRecipients', all.length)
  host.state.letters.push(letterOf(host, message))
  return all.length
}

function letterOf(host: CoreHost, message: MailOptions): LetterState {
  const { letters } = host.state
  return {
    id: (letters.at(-1)?.id ?? 0) + 1,
    at: new Date(host.now()).toISOString(),
    from: effectiveUser(host.state, host.invocation),
    to: String(message.to ?? ''),
    cc: String(message.cc ?? ''),
    bcc: String(message.bcc ?? ''),
    replyTo: String(message.replyTo ?? ''),
    name: String(message.name ?? ''),
    subject: String(message.subject ?? ''),
    body: String(message.body ?? ''),
    htmlBody: String(message.htmlBody ?? ''),
    attachments: (message.attachments ?? []).map(attachmentOf),
  }
}

interface Service {
  sendEmail(...args: unknown[]): void
  getRemainingDailyQuota(): number
}

export function mailService(host: CoreHost): Service {
  const quota = (count: number) => ({ quota: { name: 'mailRecipients' as const, amount: count } })
  return strict('MailApp', {
    sendEmail: (...args: unknown[]) => {
      host.gate.call('MailApp.sendEmail', () => send(host, args), quota)
    },
    getRemainingDailyQuota: () =>
      host.gate.call('MailApp.getRemainingDailyQuota', () =>
        quotaLeft(host.state, effectiveUser(host.state, host.invocation), 'mailRecipients'),
      ),
  } satisfies Partial<Record<keyof GoogleAppsScript.Mail.MailApp, unknown>>)
}

/** One letter through MailApp. */

import { platformErrorOf } from './platformError'

export interface OutgoingLetter {
  readonly to: string
  readonly subject: string
  /** Plain text. */
  readonly body: string
  readonly html?: string
  readonly from: string
}

/** @throws PlatformError quotaMail and others */
export function sendLetter(letter: OutgoingLetter): void {
  try {
    const { to, subject, body, html, from } = letter
    MailApp.sendEmail({ to, subject, body, name: from, ...(html === undefined ? {} : { htmlBody: html }) })
  } catch (error) {
    throw platformErrorOf(error)
  }
}

/** Recipients that today's quota still allows. */
export function lettersLeft(): number {
  return MailApp.getRemainingDailyQuota()
}

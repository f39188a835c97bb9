/** One letter through MailApp. */

import { platformErrorOf } from './platformError'

export interface OutgoingLetter {
  readonly to: string
  readonly subject: string
  readonly body: string
  readonly from: string
}

/** @throws PlatformError quotaMail and others */
export function sendLetter(letter: OutgoingLetter): void {
  try {
    MailApp.sendEmail({ to: letter.to, subject: letter.subject, body: letter.body, name: letter.from })
  } catch (error) {
    throw platformErrorOf(error)
  }
}

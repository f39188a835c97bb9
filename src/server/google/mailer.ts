/** One letter through MailApp. */

import { platformErrorOf } from './platformError'

export interface LetterFile {
  readonly name: string
  readonly type: string
  readonly text: string
}

export interface OutgoingLetter {
  readonly to: string
  readonly subject: string
  /** Plain text. */
  readonly body: string
  readonly html?: string
  readonly file?: LetterFile
  readonly from: string
}

/** @throws PlatformError quotaMail and others */
export function sendLetter(letter: OutgoingLetter): void {
  try {
    const { to, subject, body, html, file, from } = letter
    const attached = file === undefined ? {} : { attachments: [Utilities.newBlob(file.text, file.type, file.name)] }
    MailApp.sendEmail({ to, subject, body, name: from, ...(html === undefined ? {} : { htmlBody: html }), ...attached })
  } catch (error) {
    throw platformErrorOf(error)
  }
}

/** Recipients that today's quota still allows. */
export function lettersLeft(): number {
  return MailApp.getRemainingDailyQuota()
}

/** One letter through MailApp. */

import { mayHaveLanded, PlatformError, platformErrorOf, tried } from './platformError'
import { isTraining } from './training'

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
  /** The sender's name. */
  readonly from: string
  /** Where answers go; '' = to the account that sends. */
  readonly replyTo: string
}

/** Recipients left when this run asked last, less what it has sent since; null = it has not asked. */
let left: number | null = null

/** @throws PlatformError quotaMail and others */
export function sendLetter(letter: OutgoingLetter): void {
  if (isTraining()) throw new PlatformError('training')
  const { to, subject, body, html, file, from, replyTo } = letter
  try {
    const attached = file === undefined ? {} : { attachments: [Utilities.newBlob(file.text, file.type, file.name)] }
    const answered = replyTo === '' ? {} : { replyTo }
    const looks = html === undefined ? {} : { htmlBody: html }
    tried(() => MailApp.sendEmail({ to, subject, body, name: from, ...answered, ...looks, ...attached }), 'once')
  } catch (error) {
    if (!mayHaveLanded(error) || !isCounted()) throw platformErrorOf(error)
  }
  if (left !== null) left--
}

/** Google has counted a letter whose answer never came: it has gone. */
function isCounted(): boolean {
  try {
    return left !== null && MailApp.getRemainingDailyQuota() < left
  } catch {
    return false
  }
}

/** Recipients that today's quota still allows. */
export function lettersLeft(): number {
  left = tried(() => MailApp.getRemainingDailyQuota())
  return left
}

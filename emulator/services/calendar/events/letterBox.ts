/** Google Calendar's letters lie among the world's letters, as a kind of their own; no quota counts them. */
import type { WorldState } from '../../../world/types'
import type { GuestLetter } from './letters'

const sender = 'calendar-notification@google.com'

export const postLetter = (state: WorldState, letter: GuestLetter & { readonly replyTo: string }, nowMs: number): void => {
  state.letters.push({
    id: (state.letters.at(-1)?.id ?? 0) + 1,
    at: new Date(nowMs).toISOString(),
    from: sender,
    to: letter.to,
    cc: '',
    bcc: '',
    replyTo: letter.replyTo,
    name: 'Google Календарь',
    subject: letter.subject,
    body: letter.body,
    htmlBody: '',
    attachments: [],
    kind: 'calendar',
  })
}

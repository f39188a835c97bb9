/** The ways to a client: call, write, the meeting or the map. The number stands there as text too: a frame may not open it. */

import { messengerLink } from '../../../domain/client/messenger'
import { phoneKey } from '../../../domain/client/phone'
import { meetingPlace } from '../../../domain/deal/place/meetingPlace'
import type { Card } from '../../../rpc/contract'
import type { Desk } from '../../models/page/desk'
import { pocket as text } from '../../text/pocket.ru'

export function Ways({ desk, card: { deal, client } }: { readonly desk: Desk; readonly card: Card }) {
  const phone = client?.phone || deal.phone
  const messenger = messengerLink(client?.messenger ?? '', phone)
  const email = client?.email ?? ''
  const written = messenger?.href ?? (email === '' ? '' : `mailto:${encodeURIComponent(email)}`)
  const { address, isMeeting } = meetingPlace(deal, desk.page.lists.centreAddress)
  return (
    <div class="ways">
      {phoneKey(phone) !== '' && <Way href={telOf(phone)}>{text.call}</Way>}
      {written !== '' && <Way href={written}>{text.write(messenger?.title ?? '')}</Way>}
      {address !== '' && <Way href={address}>{isMeeting ? text.meeting : text.map}</Way>}
    </div>
  )
}

export function CallLink({ phone, name }: { readonly phone: string; readonly name: string }) {
  if (phoneKey(phone) === '') return null
  return (
    <a class="button" href={telOf(phone)} target="_blank" rel="noopener noreferrer" aria-label={`${text.call}: ${name}`}>
      {text.call}
    </a>
  )
}

function Way({ href, children }: { readonly href: string; readonly children: string }) {
  return (
    <a class="button" href={href} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  )
}

function telOf(phone: string): string {
  return `tel:${phoneKey(phone)}`
}

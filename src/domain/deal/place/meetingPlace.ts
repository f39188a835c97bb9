/** Where a consultation is, as an address that a browser opens. */

import type { Deal } from '../deal'
import { isRoom, mapAddress } from './mapAddress'

export interface MeetingPlace {
  /** The meeting itself, or the way there; '' = none. */
  readonly address: string
  readonly isMeeting: boolean
}

/** Only an address that a browser opens on the web, or that a map knows; of a room it is the centre's. @param centreAddress '' = nobody has said it */
export function meetingPlace({ format, place }: Pick<Deal, 'format' | 'place'>, centreAddress: string): MeetingPlace {
  const [web = ''] = /https?:\/\/\S+/.exec(place) ?? []
  if (format === 'online') return { address: web, isMeeting: true }
  if (format === 'phone') return { address: '', isMeeting: false }
  const there = mapAddress(place) || (isRoom(place) ? mapAddress(centreAddress) : '')
  return { address: web || (there && `https://yandex.ru/maps/?text=${encodeURIComponent(there)}`), isMeeting: false }
}

/**
 * The place as a letter says it: a room stands behind the centre's address.
 * @example toldPlace({ format: 'inPerson', place: 'каб. 3' }, 'Архангельск, ул. Попова, 18') // → 'Архангельск, ул. Попова, 18, каб. 3'
 */
export function toldPlace({ format, place }: Pick<Deal, 'format' | 'place'>, centreAddress: string): string {
  if (format === 'phone' || format === 'online' || centreAddress.trim() === '') return place
  return isRoom(place) && mapAddress(place) === '' && !/https?:/.test(place) ? `${centreAddress.trim()}, ${place.trim()}` : place
}

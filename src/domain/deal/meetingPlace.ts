/** Where a consultation is, as an address that a browser opens. */

import type { Deal } from './deal'

export interface MeetingPlace {
  /** The meeting itself, or the way there; '' = none. */
  readonly address: string
  readonly isMeeting: boolean
}

/** Only an address that a browser opens on the web; a room is looked for on a map. */
export function meetingPlace({ format, place }: Pick<Deal, 'format' | 'place'>): MeetingPlace {
  const [web = ''] = /https?:\/\/\S+/.exec(place) ?? []
  if (format === 'online') return { address: web, isMeeting: true }
  const isPlace = format !== 'phone' && place.trim() !== ''
  return { address: isPlace ? web || `https://yandex.ru/maps/?text=${encodeURIComponent(place.trim())}` : '', isMeeting: false }
}

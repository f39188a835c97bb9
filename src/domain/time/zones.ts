/** Zones that an office may have: what Google is asked in is always one of these, whatever is typed. */

import { foldedAsNamed } from '../text/fold'

/** Name of the zone → how people call it, small letters; the first one is shown. */
export const zones: Readonly<Record<string, readonly string[]>> = {
  'Europe/Kaliningrad': ['калининград', 'мск-1', 'utc+2'],
  'Europe/Moscow': ['москва', 'московское', 'московское время', 'мск', 'архангельск', 'санкт-петербург', 'россия', 'utc+3', 'gmt+3'],
  'Europe/Samara': ['самара', 'мск+1', 'utc+4', 'gmt+4'],
  'Asia/Yekaterinburg': ['екатеринбург', 'мск+2', 'utc+5', 'gmt+5'],
  'Asia/Omsk': ['омск', 'мск+3', 'utc+6', 'gmt+6'],
  'Asia/Krasnoyarsk': ['красноярск', 'мск+4', 'utc+7', 'gmt+7'],
  'Asia/Novosibirsk': ['новосибирск'],
  'Asia/Irkutsk': ['иркутск', 'мск+5', 'utc+8', 'gmt+8'],
  'Asia/Yakutsk': ['якутск', 'мск+6', 'utc+9', 'gmt+9'],
  'Asia/Vladivostok': ['владивосток', 'мск+7', 'utc+10', 'gmt+10'],
  'Asia/Magadan': ['магадан', 'мск+8', 'utc+11', 'gmt+11'],
  'Asia/Kamchatka': ['камчатка', 'петропавловск-камчатский', 'мск+9', 'utc+12', 'gmt+12'],
  'Europe/Minsk': ['минск'],
  'Europe/London': ['лондон'],
  'Europe/Berlin': ['берлин'],
  'Asia/Almaty': ['алматы'],
  'Asia/Tashkent': ['ташкент'],
  'America/St_Johns': ['сент-джонс'],
  'America/New_York': ['нью-йорк'],
  UTC: ['гринвич', 'gmt', 'utc+0'],
}

/** The zone's name, or null where nobody knows it. Example: 'Москва' → 'Europe/Moscow'. */
export function readZone(typed: string): string | null {
  const name = foldedAsNamed(typed)
  return Object.keys(zones).find((zone) => zone.toLowerCase() === name || zones[zone]?.includes(name)) ?? null
}

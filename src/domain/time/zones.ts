/** Zones that an office may have: what Google is asked in is always one of these, whatever is typed. */

import { foldedAsNamed } from '../text/fold'

/** Name of the zone → how people call it, small letters; the first one is shown. */
export const zones: Readonly<Record<string, readonly string[]>> = {
  'Europe/Kaliningrad': ['калининград', 'мск-1', 'utc+2'],
  'Europe/Moscow': [
    'москва',
    'москве',
    'moscow',
    'московское',
    'московскому',
    'мск',
    'msk',
    'mck',
    'архангельск',
    'северодвинск',
    'санкт-петербург',
    'россия',
    'utc+3',
  ],
  'Europe/Kirov': ['киров', 'utc+3'],
  'Europe/Volgograd': ['волгоград', 'utc+3'],
  'Europe/Samara': ['самара', 'мск+1', 'utc+4'],
  'Europe/Saratov': ['саратов', 'utc+4'],
  'Europe/Ulyanovsk': ['ульяновск', 'utc+4'],
  'Europe/Astrakhan': ['астрахань', 'utc+4'],
  'Asia/Yekaterinburg': ['екатеринбург', 'мск+2', 'utc+5'],
  'Asia/Omsk': ['омск', 'мск+3', 'utc+6'],
  'Asia/Krasnoyarsk': ['красноярск', 'мск+4', 'utc+7'],
  'Asia/Novosibirsk': ['новосибирск', 'utc+7'],
  'Asia/Barnaul': ['барнаул', 'utc+7'],
  'Asia/Tomsk': ['томск', 'utc+7'],
  'Asia/Irkutsk': ['иркутск', 'мск+5', 'utc+8'],
  'Asia/Yakutsk': ['якутск', 'мск+6', 'utc+9'],
  'Asia/Chita': ['чита', 'utc+9'],
  'Asia/Vladivostok': ['владивосток', 'мск+7', 'utc+10'],
  'Asia/Magadan': ['магадан', 'мск+8', 'utc+11'],
  'Asia/Sakhalin': ['южно-сахалинск', 'сахалин', 'utc+11'],
  'Asia/Kamchatka': ['камчатка', 'петропавловск-камчатский', 'мск+9', 'utc+12'],
  'Europe/Minsk': ['минск', 'utc+3'],
  'Europe/London': ['лондон'],
  'Europe/Berlin': ['берлин'],
  'Asia/Almaty': ['алматы', 'utc+5'],
  'Asia/Tashkent': ['ташкент', 'utc+5'],
  'America/St_Johns': ['сент-джонс'],
  'America/New_York': ['нью-йорк'],
  UTC: ['гринвич', 'gmt', 'utc+0'],
}

/**
 * The zone's name, or null where nobody knows it, or name and offset tell two.
 * Examples: 'Москва' → 'Europe/Moscow'; '(GMT+03:00) Москва' → 'Europe/Moscow'; 'МСК (UTC+5)' → null.
 */
export function readZone(typed: string): string | null {
  const text = foldedAsNamed(typed).replace(/ ?([/+-]) ?/g, '$1')
  const exact = Object.keys(zones).find((zone) => zone.toLowerCase() === text || zones[zone]?.includes(text))
  if (exact !== undefined) return exact
  const offset = offsetIn(text)
  const named = namedIn(text.replace(offsets, ' '))
  const zone = named ?? (offset === null ? null : zoneCalled(offset))
  const hours = hoursOf(zone)
  return offset === null || hours === '' || hours === hoursOf(zoneCalled(offset)) ? zone : null
}

const offsets = /(?:(utc|gmt|мск|msk)?([+-])0?(\d{1,2})(?::?00)?)(?!\d)/

/** 'utc+3', 'мск+2' as they are called; null = none is told. */
function offsetIn(text: string): string | null {
  const [whole = '', from = 'utc', sign = '', hours = ''] = offsets.exec(text) ?? []
  if (whole === '' || /[a-z]\//.test(text)) return null
  return `${/^(мск|msk)$/.test(from) ? 'мск' : 'utc'}${sign}${hours}`
}

/** By a name among other words; two of different zones are none. */
function namedIn(text: string): string | null {
  const words = ` ${text.replace(/[^\p{L}/_-]+/gu, ' ')} `
  const found = Object.entries(zones).filter(([zone, names]) =>
    [zone.toLowerCase(), ...names].some((name) => !/\d/.test(name) && !/^(gmt|utc)$/.test(name) && words.includes(` ${name} `)),
  )
  return found.length === 1 ? (found[0]?.[0] ?? null) : null
}

function zoneCalled(name: string): string | null {
  return Object.keys(zones).find((zone) => zones[zone]?.includes(name)) ?? null
}

/** Minutes by which the zone's clocks are ahead of UTC; null where summer differs, or the zone is none of these. */
export function aheadOfUtc(zone: string): number | null {
  const hours = hoursOf(zone)
  return hours === '' ? null : Number(hours.slice('utc'.length)) * 60
}

/** Hours before UTC; '' where summer differs. */
function hoursOf(zone: string | null): string {
  return zones[zone ?? '']?.find((name) => name.startsWith('utc')) ?? ''
}

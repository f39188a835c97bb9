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
  'Europe/Kirov': ['киров'],
  'Europe/Volgograd': ['волгоград'],
  'Europe/Samara': ['самара', 'мск+1', 'utc+4'],
  'Europe/Saratov': ['саратов'],
  'Europe/Ulyanovsk': ['ульяновск'],
  'Europe/Astrakhan': ['астрахань'],
  'Asia/Yekaterinburg': ['екатеринбург', 'мск+2', 'utc+5'],
  'Asia/Omsk': ['омск', 'мск+3', 'utc+6'],
  'Asia/Krasnoyarsk': ['красноярск', 'мск+4', 'utc+7'],
  'Asia/Novosibirsk': ['новосибирск'],
  'Asia/Barnaul': ['барнаул'],
  'Asia/Tomsk': ['томск'],
  'Asia/Irkutsk': ['иркутск', 'мск+5', 'utc+8'],
  'Asia/Yakutsk': ['якутск', 'мск+6', 'utc+9'],
  'Asia/Chita': ['чита'],
  'Asia/Vladivostok': ['владивосток', 'мск+7', 'utc+10'],
  'Asia/Magadan': ['магадан', 'мск+8', 'utc+11'],
  'Asia/Sakhalin': ['южно-сахалинск', 'сахалин'],
  'Asia/Kamchatka': ['камчатка', 'петропавловск-камчатский', 'мск+9', 'utc+12'],
  'Europe/Minsk': ['минск'],
  'Europe/London': ['лондон'],
  'Europe/Berlin': ['берлин'],
  'Asia/Almaty': ['алматы'],
  'Asia/Tashkent': ['ташкент'],
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

/** Hours before UTC where the list tells them; of a town without an offset of its own nobody is asked. */
function hoursOf(zone: string | null): string {
  return zones[zone ?? '']?.find((name) => name.startsWith('utc')) ?? ''
}

/** Names that Java gives to time zones, for the letter `z`: the ones that offices here live in; another one is not emulated. */
import type { WallClock } from '../../world/zone'
import { notEmulated } from '../knownMembers'

const names: Readonly<Record<string, readonly [short: string, long: string]>> = {
  'Europe/Kaliningrad': ['EET', 'Eastern European Standard Time'],
  'Europe/Moscow': ['MSK', 'Moscow Standard Time'],
  'Europe/Samara': ['SAMT', 'Samara Standard Time'],
  'Asia/Yekaterinburg': ['YEKT', 'Yekaterinburg Standard Time'],
  'Asia/Omsk': ['OMST', 'Omsk Standard Time'],
  'Asia/Krasnoyarsk': ['KRAT', 'Krasnoyarsk Standard Time'],
  'Asia/Irkutsk': ['IRKT', 'Irkutsk Standard Time'],
  'Asia/Yakutsk': ['YAKT', 'Yakutsk Standard Time'],
  'Asia/Vladivostok': ['VLAT', 'Vladivostok Standard Time'],
}

const greenwich = new Set(['GMT', 'UTC', 'Etc/GMT', 'Etc/UTC'])

/** `zoneName('Europe/Moscow', clock, false)` is 'MSK'. A custom zone such as `GMT+3` is called by its offset. */
export function zoneName(zone: string, { offsetMinutes }: WallClock, long: boolean): string {
  const known = names[zone]
  if (known) return known[long ? 1 : 0]
  if (greenwich.has(zone))
    return zone.endsWith('UTC') ? (long ? 'Coordinated Universal Time' : 'UTC') : long ? 'Greenwich Mean Time' : 'GMT'
  if (!/^(GMT|UTC)[+-]/.test(zone)) throw notEmulated(`Utilities.formatDate letter "z" in ${zone}`)
  const size = Math.abs(offsetMinutes)
  const pad = (value: number): string => String(value).padStart(2, '0')
  return `GMT${offsetMinutes < 0 ? '-' : '+'}${pad(Math.floor(size / 60))}:${pad(size % 60)}`
}

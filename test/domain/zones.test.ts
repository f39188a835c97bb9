/** Zones as administrators and Google's own lists write them. */

import { readZone, zones } from '../../src/domain/time/zones'

test.each([
  ['Europe/Moscow', 'Europe/Moscow'],
  [' europe / moscow ', 'Europe/Moscow'],
  ['GMT+03:00', 'Europe/Moscow'],
  ['(GMT+03:00) Москва', 'Europe/Moscow'],
  ['(GMT+03:00) Moscow Standard Time - Moscow', 'Europe/Moscow'],
  ['По московскому времени', 'Europe/Moscow'],
  ['МСК (UTC+3)', 'Europe/Moscow'],
  ['мск +2', 'Asia/Yekaterinburg'],
  ['Екатеринбург (МСК+2)', 'Asia/Yekaterinburg'],
  ['Саратов, UTC+4', 'Europe/Saratov'],
  ['UTC', 'UTC'],
])('«%s»', (typed, zone) => {
  expect(readZone(typed)).toBe(zone)
})

test.each(['', 'Нарния', 'МСК (UTC+5)', 'Москва или Самара', 'UTC+15', '3', 'Etc/GMT-3'])('«%s» is none that anybody knows', (typed) => {
  expect(readZone(typed)).toBeNull()
})

/** Hours that several zones share mean the first of them. */
const zoneByHours = new Map(
  Object.entries(zones)
    .reverse()
    .flatMap(([zone, names]) => names.flatMap((name) => (name.startsWith('utc') ? [[name, zone] as const] : []))),
)

test('each name of the list means its own zone, and each zone is one of the language', () => {
  for (const [zone, names] of Object.entries(zones)) {
    const own = [zone, ...names].filter((name) => !name.startsWith('utc') || zoneByHours.get(name) === zone)
    expect(own.map((name) => [name, readZone(name)])).toEqual(own.map((name) => [name, zone]))
    expect(() => new Intl.DateTimeFormat('en', { timeZone: zone })).not.toThrow()
  }
})

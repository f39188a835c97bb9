/** «На карте» only where a map finds something: every way of writing an address and a room, set together. */
import { mapAddress } from '../../src/domain/deal/place/mapAddress'
import { meetingPlace, toldPlace } from '../../src/domain/deal/place/meetingPlace'

const centre = '163000, г. Архангельск, пл. Ленина, д. 4, офис 512'
const centreOnMap = '163000, г. Архангельск, пл. Ленина, д. 4'
const shown = (place: string, centreAddress = centre) => {
  const { address } = meetingPlace({ format: 'inPerson', place }, centreAddress)
  return address.startsWith('https://yandex.ru/maps/?text=') ? (new URL(address).searchParams.get('text') ?? '') : address
}

test.each([
  ['ул. Попова, 18', 'ул. Попова, 18'],
  ['Попова, 18', 'Попова, 18'],
  ['Попова 18А', 'Попова 18А'],
  ['Ломоносова, 250 к. 2', 'Ломоносова, 250 к. 2'],
  ['пр. Троицкий, д. 60, корп. 1, каб. 12', 'пр. Троицкий, д. 60, корп. 1'],
  ['г. Северодвинск, Морской просп., 12/3, 2-й этаж, кабинет 3, позвонить за час', 'г. Северодвинск, Морской просп., 12/3'],
  ['каб. 3, ул. Попова, 18', 'ул. Попова, 18'],
  ['каб. 3 ул. Попова 18', 'ул. Попова 18'],
  ['ул. Попова, 18 (вход со двора, 2 этаж)', 'ул. Попова, 18'],
  ['ул. Попова, 18 этаж 2', 'ул. Попова, 18'],
  ['у клиента, наб. Северной Двины, 55', 'наб. Северной Двины, 55'],
  ['пер. 2-й Ленинградский 3', 'пер. 2-й Ленинградский 3'],
  ['дер. Заостровье, ул. Кабинетная, 4', 'дер. Заостровье, ул. Кабинетная, 4'],
  ['каб. 3', centreOnMap],
  ['Кабинет № 12', centreOnMap],
  ['3 каб.', centreOnMap],
  ['переговорная', centreOnMap],
  ['2 этаж, зал', centreOnMap],
  ['офис', centreOnMap],
  ['https://yandex.ru/maps/-/CD1', 'https://yandex.ru/maps/-/CD1'],
  ['https://meet.example.org/a', 'https://meet.example.org/a'],
  ['', ''],
  ['  ', ''],
  ['онлайн', ''],
  ['у клиента', ''],
  ['у клиента в офисе', ''],
  ['в офисе НКО', ''],
  ['Zoom', ''],
  ['javascript:alert(1)', ''],
  ['по телефону', ''],
  ['+7 911 416-01-23', ''],
  ['Школа 5', ''],
  ['Дом молодёжи', ''],
  ['24.11 в 15:00', ''],
  ['уточним', ''],
])('«%s» → «%s»', (place, there) => {
  expect(shown(place)).toBe(there)
})

const streets = [
  'ул. Попова',
  'Поморская улица',
  'пр-т Ломоносова',
  'Новгородский проспект',
  'наб. Северной Двины',
  'б-р Строителей',
  'Обводный канал',
]
const houses = ['18', '18А', '12/3', 'д. 7', 'дом 7', '250 к. 2', '250, корп. 2']
const within = [
  'каб. 3',
  'кабинет 3',
  'каб.3',
  '2 этаж',
  '2-й этаж',
  'этаж 2',
  'офис 512',
  'оф. 12',
  'ауд. 4',
  'комната 7',
  'зал',
  'переговорная',
  'пом. 3',
  'подъезд 1',
]
const cities = ['', 'Архангельск, ', '163000, г. Архангельск, ']

test('whatever room follows or goes before an address, the map gets the address alone; the room alone the centre’s', () => {
  let cases = 0
  for (const city of cities)
    for (const street of streets)
      for (const house of houses)
        for (const room of within) {
          const address = `${city}${street}, ${house}`
          for (const place of [`${address}, ${room}`, `${room}, ${address}`, `${address} (${room})`, `${address}, ${room}, ${room}`]) {
            expect([place, mapAddress(place)]).toEqual([place, address])
            cases += 1
          }
        }
  for (const room of within) expect([room, shown(room), shown(room, ''), shown(room, room)]).toEqual([room, centreOnMap, '', ''])
  console.log(`${cases} ways of writing an address with a room`)
  expect(cases).toBe(cities.length * streets.length * houses.length * within.length * 4)
})

test('by phone there is no way to go; online it is the meeting or nothing', () => {
  expect(meetingPlace({ format: 'phone', place: 'ул. Попова, 18' }, centre)).toEqual({ address: '', isMeeting: false })
  expect(meetingPlace({ format: 'online', place: 'каб. 3' }, centre)).toEqual({ address: '', isMeeting: true })
  expect(meetingPlace({ format: 'online', place: 'Зум https://meet.example.org/a' }, centre)).toEqual({
    address: 'https://meet.example.org/a',
    isMeeting: true,
  })
})

test.each([
  ['inPerson', 'каб. 3', `${centre}, каб. 3`],
  ['inPerson', 'переговорная на 2 этаже', `${centre}, переговорная на 2 этаже`],
  ['inPerson', 'ул. Попова, 18, каб. 3', 'ул. Попова, 18, каб. 3'],
  ['inPerson', 'у клиента', 'у клиента'],
  ['inPerson', '', ''],
  ['inPerson', 'каб. 3, план: https://example.org/plan', 'каб. 3, план: https://example.org/plan'],
  ['online', 'https://meet.example.org/a', 'https://meet.example.org/a'],
  ['phone', 'каб. 3', 'каб. 3'],
] as const)('%s «%s»: a letter says «%s»', (format, place, said) => {
  expect(toldPlace({ format, place }, centre)).toBe(said)
  expect(toldPlace({ format, place }, ' ')).toBe(place)
})

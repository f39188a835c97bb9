/** What of «Место или ссылка» a map can find: a street and a house. */

const word = (forms: string): string => `(?<![\\p{L}\\d])(?:${forms})(?!\\p{L})\\.?`
const within = word(
  'каб(?:инет[аеу]?)?|комн(?:ат[аеуы])?|ауд(?:итори[яиюей]+)?|оф(?:ис[аеу]?)?|пом(?:ещени[еяю])?|кв(?:артир[аеуы])?|зал[аеу]?|переговорн[аоуюяй]+|коворкинг[аеу]?|холл[аеу]?|фойе|при[её]мн[аоуюяй]+|ресепшн|эт(?:аж[аеу]?)?|подъезд[аеу]?|вход[аеу]?|домофон',
)
const number = '\\s*№?\\s*\\d+\\p{L}?(?![\\p{L}\\d])'
/** «каб. 3», «2 этаж», «3-й подъезд», «переговорная»: a place within a house. */
const room = new RegExp(`${within}${number}|(?:\\d+(?:-?\\p{L}{1,2})?\\s*)?${within}(?!${number})`, 'giu')
const street = new RegExp(
  word(
    'ул|улиц[аеы]|просп|проспект[ае]?|пр|пр-кт|пр-т|пер|переул(?:ок|ке)|наб|набережн[аяой]+|пл|площад[ьи]|шоссе|ш|б-р|бул|бульвар[ае]?|тракт[ае]?|проезд[ае]?|мкр|микрорайон[ае]?|алле[яе]|линия|тупик',
  ),
  'iu',
)
const house = '(?:д\\.?\\s*|дом\\s*)?\\d{1,4}\\s?[а-яё]?(?:[/-]\\d+[а-яё]?)?'
const building = '(?:\\s*(?:к|корп|корпус|с|стр|строение|лит|литера)\\.?\\s*[\\da-zа-яё]{1,3})?'
const houseAlone = new RegExp(`^${house}${building}$`, 'iu')
const houseLast = new RegExp(`\\s${house}${building}$`, 'iu')
const buildingAlone = /^(?:к|корп|корпус|с|стр|строение|лит|литера)\.?\s*[\da-zа-яё]{1,3}$/iu
/** «Ленина 5», «Воскресенская 8»: streets are called so, a school or a hall is not. */
const streetName = /(?:^|\s)\p{Lu}\p{L}*(?:ова|ева|ёва|ина|ына|ая|яя|ий|ый|ой|ого|его|ых|их)\s/u
const name = /(?:^|\s)(?:\d+(?:-\p{L}+)?\s+)?\p{Lu}\p{L}{2,}/u
/** No part of an address: «у клиента», «онлайн». */
const elsewhere = /^(?:у\s|в\s|на\s|очно|онлайн|дистанц|zoom|вход|рядом|напротив)/iu

/**
 * The address without what is within the house; '' = it is none.
 * @example mapAddress('г. Архангельск, ул. Попова, 18, 2 этаж, каб. 3') // → 'г. Архангельск, ул. Попова, 18'
 * @example mapAddress('каб. 3') // → ''
 */
export function mapAddress(place: string): string {
  const parts = partsOf(place)
  const at = parts.findIndex((part, index) => isHouse(part, parts[index - 1] ?? ''))
  if (at < 0) return ''
  const end = buildingAlone.test(parts[at + 1] ?? '') ? at + 2 : at + 1
  return parts.slice(0, end).join(', ')
}

/** «каб. 3», «переговорная»: in the centre itself, where no address is said. */
export function isRoom(place: string): boolean {
  return place.search(room) >= 0 && !elsewhere.test(place.trim())
}

function partsOf(place: string): string[] {
  return place
    .replace(/\([^()]{0,200}\)/g, ' ')
    .replace(room, ',')
    .split(/[,;\n]/)
    .map((part) =>
      part
        .replace(/\s+/g, ' ')
        .replace(/^[\s.]+/, '')
        .trim(),
    )
    .filter((part) => part !== '' && !elsewhere.test(part))
}

function isHouse(part: string, before: string): boolean {
  if (houseAlone.test(part)) return street.test(before) || name.test(before)
  return houseLast.test(part) && (street.test(part) || streetName.test(part))
}

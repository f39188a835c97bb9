/** Keeps a day with its time on one line: «пт 20 ноября, 14:10» is not broken after the number, nor «№ 41217» before it. */

const day = /(пн|вт|ср|чт|пт|сб|вс) (\d{1,2}) ([а-я]+)(, (\d\d?:\d\d))?/g
const nearDay = /(сегодня|завтра|вчера),? (\d\d?:\d\d)/g
const number = /№ \d+/g

export function unbroken(sentence: string): string {
  return sentence.replace(day, spacesKept).replace(nearDay, spacesKept).replace(number, spacesKept)
}

function spacesKept(found: string): string {
  return found.replaceAll(' ', '\u00a0')
}

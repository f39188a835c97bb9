/** A device in plain words, by what its browser says of itself; nothing else of that is kept. */

/** All the words stand in it. */
type Table = readonly (readonly [words: readonly RegExp[], name: string])[]

const machines: Table = [
  [[/iPad/], 'iPad'],
  [[/iPhone|iPod/], 'iPhone'],
  [[/Android/, /Mobile/], 'телефон Android'],
  [[/Android/], 'планшет Android'],
  [[/Windows/], 'компьютер с Windows'],
  [[/Macintosh/], 'Mac'],
  [[/CrOS/], 'Chromebook'],
  [[/Linux|X11/], 'компьютер с Linux'],
]

/** The first that fits: most call themselves Chrome and Safari too. */
const browsers: Table = [
  [[/YaBrowser/], 'Яндекс Браузер'],
  [[/SamsungBrowser/], 'Samsung Internet'],
  [[/Edg(?:A|iOS)?\//], 'Edge'],
  [[/OPR|OPT\//], 'Opera'],
  [[/FxiOS|Firefox/], 'Firefox'],
  [[/CriOS|Chrome/], 'Chrome'],
  [[/Safari/], 'Safari'],
]

/** @example deviceName('Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) … Version/18.1 Mobile/15E148 Safari/604.1') // 'iPhone, Safari' */
export function deviceName(agent: string): string {
  const known = agent.slice(0, 500)
  const of = (table: Table) => table.find(([words]) => words.every((word) => word.test(known)))?.[1]
  return [of(machines) ?? 'устройство', of(browsers)].filter((part) => part !== undefined).join(', ')
}

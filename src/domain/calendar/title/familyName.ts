/** Names of people as Russian declines them: «Отпуск Морозовой», «у Соколова», «Марии Игоревны». */

import { foldCase } from '../../text/fold'

/** End of a family name in the first case → its other ends. */
const declensions: readonly (readonly [RegExp, string])[] = [
  [/(?<=(?:ОВ|ЕВ|ИН|ЫН))А$/, 'А,ОЙ,ОЮ,У'],
  [/(?<=(?:ОВ|ЕВ|ИН|ЫН))$/, ',А,У,ЫМ,Е'],
  [/(?<=(?:СК|ЦК))ИЙ$/, 'ИЙ,ОГО,ОМУ,ИМ,ОМ'],
  [/(?<=(?:СК|ЦК))АЯ$/, 'АЯ,ОЙ,УЮ,ОЮ'],
  [/АЯ$/, 'АЯ,ОЙ,УЮ'],
  [/[ЫО]Й$/, 'ЫЙ,ОЙ,ОГО,ОМУ,ЫМ,ОМ'],
  [/А$/, 'А,Ы,И,Е,У,ОЙ'],
  [/Я$/, 'Я,И,Е,Ю,ЕЙ'],
  [/(?<=[^АЕИОУЫЭЮЯ])Ь$/, 'Ь,Я,Ю,ЕМ,Е'],
  [/Й$/, 'Й,Я,Ю,ЕМ,Е'],
  [/(?<=[БВГДЖЗКЛМНПРСТФХЦЧШЩ])$/, ',А,У,ОМ,ЕМ,Е'],
]
const shortest = 3

/**
 * Every form of a family name, in capitals with look-alikes folded; of a double name the forms of both parts.
 * @example familyForms('Морозова') // МОРОЗОВА, МОРОЗОВОЙ, МОРОЗОВОЮ, МОРОЗОВУ
 */
export function familyForms(family: string): ReadonlySet<string> {
  return new Set(foldCase(family).split('-').flatMap(formsOf))
}

function formsOf(name: string): string[] {
  if (name.length < shortest) return name === '' ? [] : [name]
  const declension = declensions.find(([end]) => end.test(name))
  return declension === undefined ? [name] : declension[1].split(',').map((ending) => name.replace(declension[0], foldCase(ending)))
}

/** Whether a folded word is that given name or patronymic in some case. Example: isNameForm('МАРИИ', 'МАРИЯ') → true; isNameForm('МАРИНА', 'МАРИЯ') → false */
export function isNameForm(word: string, name: string): boolean {
  const stem = name.slice(0, -1)
  if (word === name || name.length <= shortest) return word === name
  const own = /[АЕИОУЫЭЮЯ]$/.test(name) ? '' : name.slice(-1)
  const end = word.startsWith(stem) ? word.slice(stem.length) : null
  return end !== null && ends.test(end.startsWith(own) ? end.slice(own.length) : end)
}

const ends = /^(?:[АЯУЮЕИЫЬ]|ОМ|ЕМ|[ОЕ][ЙЮ]|ЬЮ|ИЕЙ)$/

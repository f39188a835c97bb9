/** What kind of client a name tells by its legal form: a proposal, never more. */

import { foldedWords } from '../../text/fold'
import type { organisationKinds } from '../client'

type Kind = (typeof organisationKinds)[number]

/** Words of a legal form and of what an organisation is; an ending may follow where «*» stands. «ТОС» may be either of two kinds. */
const words: readonly (readonly [Kind, string])[] = [
  [
    'НКО',
    'ано анко нко сонко но нп оо роо моо гоо ароо армоо агоо рмоо мроо мро мод бф бо фонд некоммерческ* общественн* благотворительн*',
  ],
  ['инициативная группа', 'инициативн*'],
  ['орган местного самоуправления', 'администрация омсу'],
  ['учреждение', 'мбу мку мау гбу гау гку мбук мук му мбоу мбдоу маоу гбоу гбук мкук учреждение'],
  ['бизнес', 'ооо ип ао пао оао зао'],
  ['СМИ', 'газета редакция телеканал радиостанция'],
]

/**
 * Kind by the words before the name in quotes; '' where they tell none, or two.
 * @example kindByName('АНО «Школа жизни»') // 'НКО'; 'ТОС «Заостровье»' → ''
 */
export function kindByName(organisation: string): Kind | '' {
  const told = foldedWords(organisation.split(/["«“„]/, 1)[0] ?? '')
  const kinds = words.filter(([, some]) => some.split(' ').some((word) => told.some((one) => isWord(one, word)))).map(([kind]) => kind)
  return kinds.length === 1 ? (kinds[0] as Kind) : ''
}

function isWord(told: string, word: string): boolean {
  return word.endsWith('*') ? told.startsWith(word.slice(0, -1)) : told === word
}

/** What of a deal is what of a lead, and whose word counts where both have changed: the one table. */

import { phoneKey } from '../../client/phone'
import { dealTitles } from '../../deal/fieldTitles'
import { folded } from '../../text/fold'

/** Whose word counts where both sides have changed the same. */
export type Master = 'desk' | 'amo'

interface Group {
  readonly title: string
  readonly master: Master
  /** For the dialog and the guide. */
  readonly sentence: string
}

export const groups = {
  stage: {
    title: 'Этап и причина отказа',
    master: 'desk',
    sentence:
      'Этап можно двигать с обеих сторон; переход, которого порядок не разрешает, программа возвращает в amoCRM с заметкой, почему.',
  },
  booking: {
    title: 'Консультант и время',
    master: 'desk',
    sentence: 'Назначают только здесь, по календарю; в amoCRM консультант и время видны, а правка там возвращается.',
  },
  request: {
    title: 'Тема, запрос, формат',
    master: 'amo',
    sentence: 'Правят с обеих сторон; если изменили и там, и здесь, верно то, что в amoCRM.',
  },
  result: {
    title: 'Результат: минуты, проект, содержание, рекомендации',
    master: 'desk',
    sentence: 'Правят с обеих сторон, пока карточка не закрыта; если изменили и там, и здесь, верно то, что здесь.',
  },
  contact: {
    title: 'Организация, контактное лицо, телефон',
    master: 'amo',
    sentence: 'Правят с обеих сторон; если изменили и там, и здесь, верно то, что в amoCRM.',
  },
} as const satisfies Readonly<Record<string, Group>>
export type GroupKey = keyof typeof groups

interface Facet {
  readonly title: string
  readonly group: GroupKey
  /** How two words of it are compared; absent = without spaces around. */
  readonly key?: (text: string) => string
}

const byWords = (text: string) =>
  folded(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

export const facets = {
  stage: { title: dealTitles.stage, group: 'stage' },
  failure: { title: dealTitles.failure, group: 'stage' },
  consultant: { title: dealTitles.consultant, group: 'booking' },
  start: { title: dealTitles.start, group: 'booking' },
  topic: { title: dealTitles.topic, group: 'request' },
  request: { title: dealTitles.request, group: 'request' },
  format: { title: dealTitles.format, group: 'request' },
  minutes: { title: dealTitles.minutes, group: 'result' },
  project: { title: dealTitles.project, group: 'result' },
  content: { title: dealTitles.content, group: 'result', key: byWords },
  recommendations: { title: dealTitles.recommendations, group: 'result', key: byWords },
  organisation: { title: dealTitles.organisation, group: 'contact' },
  contact: { title: dealTitles.contact, group: 'contact' },
  phone: { title: dealTitles.phone, group: 'contact', key: (text) => phoneKey(text) || text },
} as const satisfies Readonly<Record<string, Facet>>
export type FacetKey = keyof typeof facets
export const facetKeys = Object.keys(facets) as FacetKey[]

export type FacetValue = string | number | null
/** What a lead says; what its account has no place for is absent. */
export type Facets = Partial<Readonly<Record<FacetKey, FacetValue>>>

export function masterOf(key: FacetKey): Master {
  return groups[facets[key].group].master
}

/** Nothing is nothing, however it is written. */
export function isSame(key: FacetKey, one: FacetValue | undefined, other: FacetValue | undefined): boolean {
  return keyOf(key, one) === keyOf(key, other)
}

function keyOf(key: FacetKey, value: FacetValue | undefined): FacetValue {
  if (typeof value !== 'string') return value ?? ''
  const plain = value.replace(/\r\n?/g, '\n').trim()
  const { key: own }: Facet = facets[key]
  return own === undefined ? plain : own(plain)
}

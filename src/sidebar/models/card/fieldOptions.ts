/** What can be chosen in a field, and how its value reads when it only stands there. */

import { channelTitles, formatTitles, noProject } from '../../../domain/deal/words'
import { dateWords, shortName } from '../../../domain/text/russian'
import type { DeskLists } from '../../../rpc/contract'
import { common } from '../../text/common.ru'
import { type FieldKey, fieldOf } from './cardFields'

export interface Option {
  readonly value: string
  readonly title: string
}

export function topicOptions(lists: DeskLists): readonly Option[] {
  return lists.topics.map((topic) => ({ value: String(topic.id), title: `${topic.id}. ${topic.title}` }))
}

/** People who take the topic; everybody when there is no topic. */
export function consultantOptions(lists: DeskLists, topic: number | null = null): readonly Option[] {
  const able = lists.consultants.filter((one) => topic === null || one.topics.includes(topic))
  return able.map((one) => ({
    value: one.initials,
    title: one.external ? `${shortName(one.name)} (${common.external})` : shortName(one.name),
  }))
}

export const formatOptions = optionsOf(formatTitles)
export const channelOptions = optionsOf(channelTitles)

/** Null where the value is typed, not chosen. */
export function optionsFor(key: FieldKey, lists: DeskLists): readonly Option[] | null {
  const { kind } = fieldOf(key)
  if (kind.type === 'word') return kind.numeric ? numbered(kind.words) : optionsOf(kind.words)
  const means = 'means' in kind ? kind.means : null
  if (means === 'consultant') return consultantOptions(lists)
  if (means === 'project') return plain([...lists.projects.filter((name) => name !== noProject), noProject])
  if (means === 'organisationKind') return plain(lists.organisationKinds)
  if (means === 'score') return [1, 2, 3, 4, 5].map((score) => ({ value: String(score), title: common.scores[score] ?? '' }))
  return null
}

/** Value as it reads: the option's title, a date in words, or the text itself. */
export function reading(key: FieldKey, value: string, lists: DeskLists): string {
  if (value === '') return ''
  if (fieldOf(key).kind.type === 'date') return dateWords(value) + ' ' + value.slice(0, 4)
  return optionsFor(key, lists)?.find((option) => option.value === value)?.title ?? value
}

export function plain(values: readonly string[]): readonly Option[] {
  return values.map((value) => ({ value, title: value }))
}

function numbered(words: Readonly<Record<string, string>>): readonly Option[] {
  return Object.entries(words).map(([value, title]) => ({ value, title: `${value}. ${title}` }))
}

function optionsOf(titles: Readonly<Record<string, string>>): readonly Option[] {
  return Object.entries(titles).map(([value, title]) => ({ value, title }))
}

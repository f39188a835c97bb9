/** What was sent, line by line, as a person reads it: «Телефон: 8 911 416-01-23». */

import { clientTitles, dealTitles } from '../../deal/fieldTitles'
import { rawText } from '../rawText'
import type { Posted } from '../request'
import { fieldsOfName, type RequestField } from './fieldNames'
import { flatten, nameOf, type Pair } from './flatten'
import { pairsOf } from './postedPairs'

const titles: Partial<Record<RequestField, string>> = { ...clientTitles, ...dealTitles, text: dealTitles.request }

/** A body without names of its answers, or one that cannot be read whole, stays as it came. */
export function shownRequest(posted: Posted): string {
  const { kind, pairs, cut } = pairsOf(posted)
  const isNamed = (kind === 'form' || kind === 'json') && !cut
  return rawText(isNamed ? linesOf(pairs) : posted.body)
}

/** Answers of a Google form: { 'Телефон': ['8 911 416-01-23'] }. */
export function shownAnswers(answers: unknown): string {
  return rawText(linesOf(flatten(answers).pairs))
}

function linesOf(pairs: readonly Pair[]): string {
  return pairs
    .filter(({ path }) => !/^(key|secret)$/.test(path[0] ?? ''))
    .map((pair) => `${titleOf(nameOf(pair))}: ${pair.value}`)
    .join('\n')
}

/** The form's own words, and «telegram»; a name for machines is said in Russian where it is known. */
function titleOf(name: string): string {
  const [field] = /[а-яё]/i.test(name) ? [] : fieldsOfName(name)
  const isOwnWord = field === undefined || field === 'messenger'
  return (!isOwnWord && titles[field]) || name
}

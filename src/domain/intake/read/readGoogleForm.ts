/** A submitted Google form: { «Вопрос»: [«ответ»] }, where the question's title is the name. */

import { rawText } from '../rawText'
import type { ReadRequest } from '../request'
import { requestHash } from '../requestHash'
import { isHoneypot } from './fieldNames'
import { flatten, nameOf } from './flatten'
import { fieldsOf } from './requestFields'

/**
 * @param row where the answer stands in the form's sheet, 0 = not known. Rows are deleted and filled again, so the key is the row and the
 *   answers together, with the form's own time stamp among them
 * @example readGoogleForm({ 'Как к вам обращаться?': ['Анна'], 'Отметка времени': ['22.11.2026 14:10:05'] }, 5) // → contact 'Анна'
 */
export function readGoogleForm(namedValues: unknown, row: number): ReadRequest {
  const { pairs } = flatten(namedValues)
  const raw = rawText(pairs.map((pair) => `${nameOf(pair)}: ${pair.value}`).join('\n'))
  return {
    sender: 'google',
    test: false,
    key: `${row}-${requestHash(raw)}`,
    ...fieldsOf(pairs),
    spam: pairs.some((pair) => isHoneypot(nameOf(pair)) && pair.value.trim() !== ''),
    form: '',
    raw,
  }
}

/** A letter pasted by hand: lines «Поле: значение» become fields, everything else is the question. */

import { oneLine, plainText } from '../../letter/plainLine'
import { rawText } from '../rawText'
import type { ReadRequest, RequestFields } from '../request'
import { requestHash } from '../requestHash'
import { outsideIdOf } from '../requestKey'
import { emailIn, phoneIn, signatureIn } from './contacts'
import { fieldOfName } from './fieldNames'
import type { Pair } from './flatten'
import { topicTitleIn } from './meant'
import { fieldsOf } from './requestFields'

/** Lines that are looked at, and the longest name of a field. */
const lineLimit = 1000
const labelLine = /^([\p{L}][\p{L}\s().«»/-]{0,40}?)\s?[:：]\s*(.*)$/u

/** Of a letter the question starts after «Вопрос:» and goes on to the next field. */
export function readLetter(text: string): ReadRequest {
  const letter = plainText(text)
  const { fields, unread } = fieldsOf(pairsOfLines(letter.split('\n')))
  return {
    sender: 'letter',
    test: false,
    key: `h${requestHash(oneLine(letter))}`,
    fields: withSeen(fields, letter),
    spam: false,
    form: '',
    raw: rawText(text),
    unread,
  }
}

/** The letter as its deal keeps it: the text, and the key by which the same letter is known again. */
export function letterRaw(text: string): { readonly raw: string; readonly outsideIds: string } {
  const { raw, sender, key } = readLetter(text)
  return { raw, outsideIds: outsideIdOf({ sender, key }) }
}

function pairsOfLines(lines: readonly string[]): Pair[] {
  const pairs: Pair[] = []
  const free: string[] = []
  let isQuestion = true
  for (const [at, line] of lines.entries()) {
    const label = at < lineLimit ? labelLine.exec(line) : null
    const field = label === null ? null : fieldOfName(label[1] ?? '')
    isQuestion = field === null || field === 'text'
    if (label === null || isQuestion) free.push(field === 'text' ? (label?.[2] ?? '') : line)
    else pairs.push({ path: [label[1] ?? ''], value: label[2] ?? '' })
  }
  return [...pairs, { path: ['text'], value: free.join('\n') }]
}

/** Phone, e-mail, name and topic that stand in the text without a name before them. */
function withSeen(fields: RequestFields, letter: string): RequestFields {
  return {
    ...fields,
    phone: fields.phone || phoneIn(letter),
    email: fields.email || emailIn(letter),
    contact: fields.contact || signatureIn(letter),
    topic: fields.topic ?? topicTitleIn(letter),
  }
}

/** A letter pasted by hand: lines «Поле: значение» become fields, everything else is the question. */

import { oneLine, plainText } from '../../letter/plainLine'
import { rawText } from '../rawText'
import type { ReadRequest } from '../request'
import { requestHash } from '../requestHash'
import { outsideIdOf } from '../requestKey'
import { fitsField, saysConsent } from './answers'
import { signatureIn } from './contacts'
import { fieldsOfName, type RequestField } from './fieldNames'
import type { Pair } from './flatten'
import { topicTitleIn } from './meant'
import { unquoted } from './quoted'
import { fieldsOf, seenIn, withSeen } from './requestFields'

/** Lines that are looked at, and the longest name of a field. */
const lineLimit = 1000
const labelLine = /^([\p{L}][\p{L}\s().«»/-]{0,40}?)\s?[:：]\s*(.*)$/u

/** Of a letter the question starts after «Вопрос:» and goes on to the next field. */
export function readLetter(text: string): ReadRequest {
  const letter = plainText(text)
  const own = unquoted(letter)
  const { fields, unread } = fieldsOf(pairsOfLines(own.split('\n')))
  const seen = seenIn(own)
  return {
    sender: 'letter',
    test: false,
    key: `h${requestHash(oneLine(letter))}`,
    fields: { ...withSeen(fields, seen), contact: fields.contact || signatureIn(own), topic: fields.topic ?? topicTitleIn(own) },
    seen,
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
    const field = label === null ? null : fieldMeant(label[1] ?? '', label[2] ?? '')
    isQuestion = field === null || field === 'text'
    if (label === null && at < lineLimit && saysConsent(line)) pairs.push({ path: ['consent'], value: line })
    if (label === null || isQuestion) free.push(field === 'text' ? (label?.[2] ?? '') : line)
    else pairs.push({ path: [label[1] ?? ''], value: label[2] ?? '' })
  }
  return [...pairs, { path: ['text'], value: free.join('\n') }]
}

/** A line «Телефон: не знаю» tells no phone: it is part of the question. */
function fieldMeant(label: string, value: string): RequestField | null {
  return fieldsOfName(label).find((field) => fitsField(field, value)) ?? null
}

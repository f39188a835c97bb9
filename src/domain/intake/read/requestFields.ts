/** Named answers as the fields of a request: each field from the answers that mean it, in their order. */

import { oneLine, plainText } from '../../letter/plainLine'
import { noFields, type RequestFields } from '../request'
import { emailIn, onlyEmail } from './contacts'
import { fieldOfName, foldName, isHoneypot, isTechnical, type RequestField } from './fieldNames'
import { nameOf, type Pair } from './flatten'
import { topicMeant } from './meant'

export interface ReadFields {
  readonly fields: RequestFields
  readonly unread: readonly string[]
}

/** Parts of a path that say nothing of their own: { name: { value: 'Анна' } }. */
const wrappers = new Set(['value', 'values', 'answer', 'answers', 'label', 'title', 'data', 'fields'])

/** Several answers that mean one field: texts stand one below the other, names beside one another; of others the first counts. */
export function fieldsOf(pairs: readonly Pair[]): ReadFields {
  const fields = { ...noFields }
  const unread: string[] = []
  for (const pair of pairs) {
    const name = understoodName(pair)
    const field = fieldOfName(name)
    if (field === null) {
      if (!isTechnical(name) && !isHoneypot(name)) unread.push(oneLine(name))
    } else if (!put(fields, field, name, pair.value)) unread.push(oneLine(name))
  }
  return { fields, unread: [...new Set(unread)].filter((name) => name !== '') }
}

/** The nearest part of the path that says something of its own, else the last one. */
function understoodName(pair: Pair): string {
  const parts = pair.path.filter((part, at) => !isIndex(part) && !(isItemText(part) && isIndex(pair.path[at - 1])))
  const own = [...parts].reverse().find((part) => !wrappers.has(foldName(part)))
  return own ?? nameOf(pair)
}

function isIndex(part: string | undefined): boolean {
  return part !== undefined && /^\d+$/.test(part)
}

/** A chosen answer is an object in a list: { «Тема»: [{ id: 5, text: 'Правовые вопросы' }] }. */
function isItemText(part: string): boolean {
  return part === 'text' || part === 'name'
}

type Draft = { -readonly [F in keyof RequestFields]: RequestFields[F] }

/** @returns false when the answer found no place: it stays in the raw text */
function put(fields: Draft, field: RequestField, name: string, value: string): boolean {
  if (field === 'text') return putText(fields, plainText(value))
  if (field === 'topic') return putTopic(fields, name, value)
  if (field === 'email') return putEmail(fields, value)
  const line = plainText(oneLine(value))
  if (line === '' || fields[field] === line) return true
  if (field === 'contact') return putContact(fields, line)
  if (fields[field] !== '') return false
  fields[field] = line
  return true
}

function putText(fields: Draft, text: string): boolean {
  fields.text = [fields.text, text].filter((part) => part !== '').join('\n')
  return true
}

/** A topic in the client's own words is part of the question. */
function putTopic(fields: Draft, name: string, value: string): boolean {
  const line = plainText(oneLine(value))
  const topic = topicMeant(line)
  if (line === '' || (topic !== null && topic === fields.topic)) return true
  if (topic === null || fields.topic !== null) return putText(fields, `${oneLine(name)}: ${line}`)
  fields.topic = topic
  return true
}

/** Letters go to this address: it is one address or it is none. */
function putEmail(fields: Draft, value: string): boolean {
  const email = onlyEmail(value)
  if (email === '' || (fields.email !== '' && fields.email !== email)) return oneLine(value) === ''
  fields.email = email
  return true
}

/** First name and surname may stand in two fields; «Анна Иванова <client1@example.org>» holds both. */
function putContact(fields: Draft, line: string): boolean {
  const email = emailIn(line)
  const name = email === '' ? line : oneLine(line.replace(email, '').replace(/[<>"]/g, ''))
  if (email !== '' && fields.email === '') fields.email = email
  if (fields.contact.includes(name)) return true
  fields.contact = name.includes(fields.contact) ? name : `${fields.contact} ${name}`
  return true
}

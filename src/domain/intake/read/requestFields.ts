/** Named answers as the fields of a request: each field from the answers that mean it, in their order. */

import { oneLine, plainText } from '../../letter/plainLine'
import { noFields, type RequestFields, type Seen } from '../request'
import { consentWording, fitsField, isConsent, saysConsent } from './answers'
import { emailIn, emailsIn, onlyEmail, phonesSeen } from './contacts'
import { fieldsOfName, foldName, isHoneypot, isPartOfName, isTechnical, type RequestField } from './fieldNames'
import { nameOf, type Pair } from './flatten'
import { topicMeant } from './meant'

export interface ReadFields {
  readonly fields: RequestFields
  readonly seen: Seen
  readonly unread: readonly string[]
}

/** Parts of a path that say nothing of their own: { name: { value: 'Анна' } }. */
const wrappers = new Set(['value', 'values', 'answer', 'answers', 'label', 'title', 'data', 'fields'])

/**
 * Several answers that mean one field: texts stand one below the other, parts of a name beside one another; of others the first counts.
 * An answer that is not what its label asks for holds nobody's place; phones and addresses in such answers are seen all the same.
 */
export function fieldsOf(pairs: readonly Pair[]): ReadFields {
  const fields: Draft = { ...noFields }
  const unread: Pair[] = []
  for (const pair of pairs) {
    const name = understoodName(pair)
    const field = fieldsOfName(name).find((one) => fitsField(one, pair.value)) ?? (saysConsent(pair.value) ? 'consent' : undefined)
    if (field === undefined ? !isTechnical(name) && !isHoneypot(name) : !put(fields, field, name, pair.value)) unread.push(pair)
  }
  const free = unread.filter((pair) => !fieldsOfName(understoodName(pair)).includes('email'))
  const seen = { phones: seenIn(textOf(unread)).phones, emails: seenIn(textOf(free)).emails }
  return {
    fields: withSeen(fields, seen),
    seen,
    unread: [...new Set(unread.map((pair) => oneLine(understoodName(pair))))].filter((name) => name !== ''),
  }
}

function textOf(pairs: readonly Pair[]): string {
  return pairs.map(({ value }) => value).join('\n')
}

export function seenIn(text: string): Seen {
  return { phones: phonesSeen(text), emails: emailsIn(text) }
}

/** Where none was named. */
export function withSeen(fields: RequestFields, { phones, emails }: Seen): RequestFields {
  return { ...fields, phone: fields.phone || (phones[0] ?? ''), email: fields.email || (emails[0] ?? '') }
}

/** The nearest part of the path that says something of its own, else the last one; { company: { name } } is the company. */
function understoodName(pair: Pair): string {
  const parts = pair.path.filter((part, at) => !isIndex(part) && !(isItemText(part) && isIndex(pair.path[at - 1])))
  const [own, around] = [...parts].reverse().filter((part) => !wrappers.has(foldName(part)))
  const isNameOf = own !== undefined && foldName(own) === 'name' && around !== undefined && fieldsOfName(around).length > 0
  return (isNameOf ? around : own) ?? nameOf(pair)
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
  if (field === 'consent') return putConsent(fields, name, value)
  const line = plainText(oneLine(value))
  if (line === '' || fields[field] === line) return true
  if (field === 'contact') return putContact(fields, name, line)
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

/** Letters go to this address: it is one address or it is none. Of several the first counts, and the answer is named. */
function putEmail(fields: Draft, value: string): boolean {
  const typed = oneLine(value)
    .split(/[\s,;]+/)
    .filter((part) => part !== '')
  const emails = typed.map(onlyEmail)
  const [first = ''] = emails
  if (emails.includes('') || (fields.email !== '' && fields.email !== first)) return typed.length === 0
  fields.email = first || fields.email
  return typed.length < 2
}

/** Several boxes: all that were agreed to, one below the other. */
function putConsent(fields: Draft, name: string, value: string): boolean {
  if (!isConsent(value)) return true
  const wording = consentWording(name, value)
  const texts = fields.consentText === '' ? [] : fields.consentText.split('\n')
  fields.consent = true
  fields.consentText = [...texts, ...(texts.includes(wording) ? [] : [wording])].join('\n')
  return true
}

/** First name and surname may stand in two fields; «Анна Иванова <client1@example.org>» holds both. */
function putContact(fields: Draft, label: string, line: string): boolean {
  const email = emailIn(line)
  const name = email === '' ? line : oneLine(line.replace(email, '').replace(/[<>"]/g, ''))
  if (email !== '' && fields.email === '') fields.email = email
  if (fields.contact.includes(name)) return true
  if (fields.contact !== '' && !name.includes(fields.contact) && !isPartOfName(label)) return false
  fields.contact = name.includes(fields.contact) ? name : `${fields.contact} ${name}`
  return true
}

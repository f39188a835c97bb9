/** What a person filled in on the centre's own form, as it goes to the parser of all senders: by names that this parser knows. */

import { topicTitles } from '../deal/words'
import { formTexts } from '../text/formText.ru'
import type { LocalDateTime } from '../time/localTime'
import type { Posted } from './request'
import { wishedText } from './wishedTimes'

export interface FormAnswers {
  /** Made by the page, kept until it is answered: sent again it is the same request. */
  readonly key: string
  readonly contact: string
  readonly phone: string
  readonly email: string
  readonly messenger: string
  readonly organisation: string
  readonly municipality: string
  /** 1–11; null = he does not know. */
  readonly topic: number | null
  readonly text: string
  /** Hours chosen of what was free: a wish. */
  readonly hours: readonly LocalDateTime[]
  readonly otherTime: string
  readonly consent: boolean
  /** A field that people do not see. */
  readonly trap: string
}

const names = formTexts.names

/** @param policy address of the policy that stood beside the consent, '' = none */
export function formPosted(answers: FormAnswers, policy: string): Posted {
  const { contact, phone, email, messenger, organisation, municipality, topic, text, hours, otherTime, consent, trap, key } = answers
  const told: readonly (readonly [name: string, value: string])[] = [
    ['form name', formTexts.formName],
    [names.contact, contact],
    [names.phone, phone],
    [names.email, email],
    [names.messenger, messenger],
    [names.organisation, organisation],
    [names.municipality, municipality],
    [names.topic, topic === null ? '' : (topicTitles[topic] ?? '')],
    [names.text, text],
    [names.wishedTimes, wishedText(hours, otherTime)],
    [names.consent, consent ? formTexts.consented(policy) : ''],
    ['honeypot', trap],
    ['request key', key],
  ]
  return {
    contentType: '',
    body: '',
    parameters: Object.fromEntries(told.filter(([, value]) => value !== '').map(([name, value]) => [name, [value]])),
  }
}

/** Titles of what is missing: a request can be taken without the rest. */
export function missingAnswers({ contact, phone, email, messenger, text, consent }: FormAnswers): string[] {
  const isReachable = [phone, email, messenger].some((way) => way.trim() !== '')
  return [
    text.trim() === '' ? names.text : '',
    contact.trim() === '' ? names.contact : '',
    isReachable ? '' : formTexts.wayToReach,
    consent ? '' : names.consent,
  ].filter((title) => title !== '')
}

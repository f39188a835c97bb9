/** A form sent again after a lost answer: known to the server by its key, and nothing typed in between is lost. */

import type { Card } from '../../../rpc/contract'
import { type Edits, type FieldKey, savedText } from '../card/cardFields'
import type { IntakeForm } from '../intake/intakeForm'

/** What the form says and the deal, made of an earlier sending, does not: it goes on as unsaved edits of the card. */
export function unsentOf(form: IntakeForm, card: Card): Edits {
  const { client, topic, request, agreedWith } = form
  const ofDeal = Object.entries({ topic, request, agreedWith }).map(([name, value]) => [`deal.${name}`, value])
  const ofClient = Object.entries(client).map(([name, value]) => [`client.${name}`, value])
  const texts = [...ofDeal, ...ofClient].map(([key, value]) => [key as FieldKey, String(value ?? '')] as const)
  return Object.fromEntries(texts.filter(([key, typed]) => typed !== '' && savedText(card, key) !== typed))
}

/** The same, of what was typed after the form was sent. */
export function typedSince(sent: IntakeForm, form: IntakeForm, card: Card): Edits {
  const before = unsentOf(sent, card)
  return Object.fromEntries(Object.entries(unsentOf(form, card)).filter(([key, typed]) => before[key as FieldKey] !== typed))
}

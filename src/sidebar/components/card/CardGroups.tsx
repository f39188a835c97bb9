/** The fields of a card by groups that open and close. */

import { useSignal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import { type Group, groupNames } from '../../../domain/register/field'
import type { Card } from '../../../rpc/contract'
import { type FieldKey, fieldsIn, savedText } from '../../models/card/cardFields'
import { reading } from '../../models/card/fieldOptions'
import type { Desk } from '../../models/page/desk'
import { text } from '../../text.ru'
import { Button } from '../parts/Button'
import { Icon } from '../parts/Icon'
import { AttachFile } from './AttachFile'
import { CardField, CardText } from './CardField'

export function CardGroups({ desk, card }: { readonly desk: Desk; readonly card: Card }) {
  return (
    <>
      {groupNames.map((group) => (
        <GroupOfFields key={group} desk={desk} card={card} group={group} />
      ))}
    </>
  )
}

interface GroupProps {
  readonly desk: Desk
  readonly card: Card
  readonly group: Group
}

function GroupOfFields({ desk, card, group }: GroupProps) {
  const open = desk.card.opened.value.includes(group)
  const every = useSignal(false)
  const all = shownFields(card, group)
  const seen = useRef({ id: 0, names: new Set<FieldKey>() })
  const first = group === 'client' && !every.value ? firstFields(desk, card, all, seen.current) : all
  if (all.length === 0) return null
  return (
    <section class="group">
      <button
        type="button"
        class="group-title"
        aria-expanded={open}
        aria-controls={`group-${group}`}
        onClick={() => desk.card.toggle(group)}
      >
        <Icon shape={open ? 'down' : 'right'} />
        <span>{text.card.groups[group]}</span>
        {!open && <span class="detail">{brief(desk, card, group)}</span>}
      </button>
      {open && (
        <div id={`group-${group}`} class="group-fields">
          {first.map((name) => (
            <OneField key={name} desk={desk} card={card} name={name} />
          ))}
          {group === 'result' && <AttachFile key={card.deal.id} desk={desk} card={card} />}
          {first.length < all.length && (
            <Button
              look="link"
              onClick={() => {
                every.value = true
              }}
            >
              {text.common.allClientFields}
            </Button>
          )}
        </div>
      )}
    </section>
  )
}

function OneField({ desk, card, name }: { readonly desk: Desk; readonly card: Card; readonly name: FieldKey }) {
  const { edits, type, missing } = desk.card
  const value = edits.text(card, name)
  if (!isEditable(card, name)) return <CardText name={name} value={value} lists={desk.page.lists} />
  return (
    <CardField
      name={name}
      value={value}
      lists={desk.page.lists}
      missing={missing.value.some((field) => `${field.card}.${field.field}` === name)}
      edited={name in edits.edits.value}
      onType={(typed) => type(name, typed)}
    />
  )
}

function isEditable(card: Card, name: FieldKey): boolean {
  return name.startsWith('client.') || (card.editable as readonly string[]).includes(name.slice('deal.'.length))
}

/** What may be typed, what is filled, and what is missing; the rest would only take room. */
function shownFields(card: Card, group: Group): readonly FieldKey[] {
  const lacks = (name: FieldKey) => card.missing.some((field) => `${field.card}.${field.field}` === name)
  return fieldsIn(group).filter((name) => isEditable(card, name) || savedText(card, name) !== '' || lacks(name))
}

interface Seen {
  id: number
  names: Set<FieldKey>
}

/** Of a client whose card lacks something, only that and what was just typed; the rest is a click away. What stood there once stays. */
function firstFields(desk: Desk, card: Card, all: readonly FieldKey[], seen: Seen): readonly FieldKey[] {
  const edited = desk.card.edits.edits.value
  if (seen.id !== card.deal.id) Object.assign(seen, { id: card.deal.id, names: new Set() })
  const lacks = (name: FieldKey) => card.missing.some((field) => `${field.card}.${field.field}` === name)
  const shown = all.filter((name) => seen.names.has(name) || name in edited || lacks(name))
  const first = shown.length > 0 ? shown : all
  for (const name of first) seen.names.add(name)
  return first
}

/** One line of what is inside, while the group is closed. */
function brief(desk: Desk, card: Card, group: Group): string {
  const filled = fieldsIn(group).map((name) => reading(name, desk.card.edits.text(card, name), desk.page.lists))
  return filled.filter((value) => value !== '').join(' · ')
}

/** What the forms share: labelled fields, facts, the one button with its progress and refusal. */

import type { ComponentChildren } from 'preact'
import type { Answering } from '../answering'
import { text } from '../text.ru'

export function Facts({ of }: { readonly of: readonly (readonly [title: string, value: string])[] }) {
  return (
    <dl>
      {of
        .filter(([, value]) => value !== '')
        .map(([title, value]) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  )
}

export interface FieldProps {
  readonly id: string
  readonly label: string
  readonly value: string
  readonly limit?: number
  readonly hint?: string
  readonly required?: boolean
  readonly onType: (value: string) => void
}

/** Characters left are told only when they become few. */
const fewLeft = 200

export function Area({ id, label, value, limit, hint = '', required, onType }: FieldProps) {
  const left = (limit ?? Number.POSITIVE_INFINITY) - value.length
  const said = left < fewLeft ? text.characters(left) : hint
  return (
    <div>
      <label for={id}>{label}</label>
      <textarea
        id={id}
        value={value}
        maxLength={limit}
        required={required}
        aria-describedby={`${id}-hint`}
        onInput={(event) => onType(event.currentTarget.value)}
      />
      <span class="hint" id={`${id}-hint`}>
        {said}
      </span>
    </div>
  )
}

export function Line({
  id,
  label,
  value,
  limit,
  hint = '',
  required,
  onType,
  kind = 'text',
}: FieldProps & { readonly kind?: 'text' | 'number' }) {
  return (
    <div>
      <label for={id}>{label}</label>
      <input
        id={id}
        type={kind}
        list={undefined}
        min={kind === 'number' ? 1 : undefined}
        max={kind === 'number' ? 720 : undefined}
        value={value}
        maxLength={limit}
        required={required}
        autocomplete="off"
        aria-describedby={`${id}-hint`}
        onInput={(event) => onType(event.currentTarget.value)}
      />
      {hint !== '' && (
        <span class="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
    </div>
  )
}

interface FormProps {
  readonly answering: Answering
  readonly button: string
  readonly disabled?: boolean
  readonly onSend: () => void
  readonly children?: ComponentChildren
}

export function Form({ answering, button, disabled, onSend, children }: FormProps) {
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        onSend()
      }}
    >
      {children}
      {answering.trouble !== '' && (
        <p class="trouble" role="alert">
          {answering.trouble}
        </p>
      )}
      <button type="submit" disabled={disabled} aria-busy={answering.busy}>
        {answering.busy ? text.sending : button}
      </button>
    </form>
  )
}

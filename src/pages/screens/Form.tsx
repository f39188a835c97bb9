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
  /** What is over the limit stays in sight and is told; the browser cuts nothing off. */
  readonly soft?: boolean
  readonly onType: (value: string) => void
}

/** Characters left are told only when they become few. */
const fewLeft = 200

export function Area({ id, label, value, limit, hint = '', required, soft, onType }: FieldProps) {
  const left = (limit ?? Number.POSITIVE_INFINITY) - value.length
  const said = left < 0 ? text.tooMany(-left) : left < fewLeft ? text.characters(left) : hint
  return (
    <div>
      <label for={id}>{label}</label>
      <textarea
        id={id}
        value={value}
        maxLength={soft ? undefined : limit}
        required={required}
        aria-invalid={left < 0}
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
  fills = 'off',
}: FieldProps & { readonly kind?: 'text' | 'number' | 'tel' | 'email'; readonly fills?: string }) {
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
        autocomplete={fills}
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
  readonly answering: Pick<Answering, 'busy' | 'trouble'>
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

/** A labelled field: typed, written at length, or chosen; its fault is named under it. */

import type { ComponentChildren } from 'preact'
import type { Option } from '../../models/card/fieldOptions'
import { completed } from '../../models/intake/completed'
import { common } from '../../text/common.ru'

interface Common {
  readonly id: string
  readonly label: string
  readonly value: string
  readonly onType: (value: string) => void
  readonly fault?: string | undefined
  readonly hint?: string | undefined
  readonly required?: boolean | undefined
  readonly edited?: boolean | undefined
  /** Where the value came from, while nobody has touched it. */
  readonly origin?: string | undefined
}

function Labelled(props: Common & { readonly children: ComponentChildren }) {
  return (
    <div class={`field${props.fault ? ' faulty' : ''}${props.edited ? ' edited' : ''}`}>
      <label for={props.id}>
        {props.label}
        {props.origin && <span class="origin"> · {props.origin}</span>}
        {props.required && (
          <span class="asked" title={common.required} aria-hidden="true">
            {' '}
            *
          </span>
        )}
      </label>
      {props.children}
      {props.fault && (
        <div class="fault" id={`${props.id}-fault`}>
          {props.fault}
        </div>
      )}
    </div>
  )
}

function state(props: Common) {
  return {
    id: props.id,
    'aria-invalid': props.fault ? true : undefined,
    'aria-required': props.required ? true : undefined,
    'aria-describedby': props.fault ? `${props.id}-fault` : undefined,
  } as const
}

export type InputType = 'text' | 'tel' | 'email' | 'number' | 'date' | 'time' | 'password'

interface TextProps extends Common {
  readonly type?: InputType
  readonly suggestions?: readonly string[] | undefined
  /** What stands there is a proposal: typing replaces it. */
  readonly selected?: boolean | undefined
  /** The blue action of a screen whose form does something else. */
  readonly onEnter?: (() => void) | undefined
}

export function TextField(props: TextProps) {
  // Of a secret the hint says where it is found: it stays in sight.
  const isSecret = props.type === 'password'
  const list = props.suggestions ? `${props.id}-list` : undefined
  return (
    <Labelled {...props}>
      <input
        {...state(props)}
        // The types know a list for some kinds of input only.
        type={(props.type ?? 'text') as 'text'}
        value={props.value}
        placeholder={isSecret ? undefined : props.hint}
        list={list}
        min={props.type === 'number' ? 0 : undefined}
        autocomplete={props.type === 'password' ? 'new-password' : 'off'}
        onKeyDown={(event) => {
          const whole = event.key === 'Tab' || event.key === 'Enter' ? completed(props.value, props.suggestions ?? []) : props.value
          if (whole !== props.value) props.onType(whole)
          if (event.key !== 'Enter' || !props.onEnter) return
          event.preventDefault()
          props.onEnter()
        }}
        onFocus={props.selected ? (event) => event.currentTarget.select() : undefined}
        onInput={(event) => props.onType(event.currentTarget.value)}
      />
      {isSecret && <span class="detail">{props.hint}</span>}
      {list && (
        <datalist id={list}>
          {props.suggestions?.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
      )}
    </Labelled>
  )
}

export function AreaField(props: Common & { readonly rows?: number }) {
  return (
    <Labelled {...props}>
      <textarea
        {...state(props)}
        rows={props.rows ?? 2}
        placeholder={props.hint}
        value={props.value}
        onInput={(event) => props.onType(event.currentTarget.value)}
      />
    </Labelled>
  )
}

export interface SelectProps extends Common {
  readonly options: readonly Option[]
  /** Title of the empty choice; undefined = there is none. */
  readonly empty?: string
}

/** A value that is no longer among the options stays visible. */
export function SelectField(props: SelectProps) {
  const strange = props.value !== '' && !props.options.some((option) => option.value === props.value)
  return (
    <Labelled {...props}>
      <select {...state(props)} value={props.value} onChange={(event) => props.onType(event.currentTarget.value)}>
        {props.empty !== undefined && <option value="">{props.empty}</option>}
        {strange && <option value={props.value}>{props.value}</option>}
        {props.options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.title}
          </option>
        ))}
      </select>
    </Labelled>
  )
}

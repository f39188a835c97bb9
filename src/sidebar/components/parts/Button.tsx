/** A button that shows a spinner in itself while its call runs. */

import type { ComponentChildren } from 'preact'
import type { Caller } from '../../models/page/caller'
import { Icon, type Shape } from './Icon'

export interface ButtonProps {
  readonly children: ComponentChildren
  readonly look?: 'primary' | 'strong' | 'plain' | 'link'
  /** Name under which it asks; it waits while the caller is busy with that name. */
  readonly name?: string
  /** Where it is gone back to. */
  readonly id?: string
  readonly caller?: Caller
  readonly submit?: boolean
  readonly disabled?: boolean
  readonly icon?: Shape
  /** What a screen reader says where the text alone would not do. */
  readonly label?: string | undefined
  readonly hint?: string | undefined
  readonly onClick?: () => void
}

export function Button(props: ButtonProps) {
  const waits = props.name !== undefined && props.caller?.busy.value === props.name
  return (
    <button
      type={props.submit ? 'submit' : 'button'}
      id={props.id}
      class={`button ${props.look ?? 'plain'}`}
      disabled={props.disabled}
      aria-busy={waits}
      aria-label={props.label}
      title={props.hint}
      onClick={() => {
        if (!waits) props.onClick?.()
      }}
    >
      {waits ? <span class={props.icon ? 'spinner beside' : 'spinner'} /> : props.icon && <Icon shape={props.icon} />}
      <span>{props.children}</span>
    </button>
  )
}

/** A button that copies a text and says so; a text to be copied with its name. */

import { useSignal } from '@preact/signals'
import { common } from '../../text/common.ru'
import { Button } from './Button'
import { copyText } from './copyText'

export function CopyButton({ of, label, children }: { readonly of: string; readonly label?: string; readonly children?: string }) {
  const copied = useSignal('')
  const done = copied.value === of
  const copy = () => {
    copied.value = copyText(of) ? of : ''
  }
  const words = done ? common.copied : (children ?? common.copy)
  return (
    <Button look="link" icon={done ? 'check' : 'copy'} label={label && `${words}: ${label}`} hint={label} onClick={copy}>
      {words}
    </Button>
  )
}

interface CopiedProps {
  readonly title: string
  readonly hint?: string
  readonly value: string
}

export function Copied({ title, hint, value }: CopiedProps) {
  return (
    <div class="address">
      <div class="row between">
        <span class="name">{title}</span>
        <CopyButton of={value} label={title} />
      </div>
      {hint !== undefined && <p class="detail">{hint}</p>}
      <code>{value}</code>
    </div>
  )
}

/** What the screen tells beside its contents: a failure with its way out, a success, an empty state, a wait. */

import type { ComponentChildren } from 'preact'
import type { Caller } from '../models/caller'
import { common } from '../text/common.ru'
import { Button } from './Button'
import { Icon } from './Icon'

export function TroubleNotice({ caller }: { readonly caller: Caller }) {
  const trouble = caller.trouble.value
  if (!trouble) return null
  return (
    <div class="notice bad" role="alert">
      <Icon shape="alert" />
      <div>
        {trouble.message}
        {trouble.issues.map((issue) => (
          <div key={issue.message} class="small">
            {[issue.where, issue.row === null ? '' : `${common.issueRow.toLowerCase()} ${issue.row}`, issue.column]
              .filter(Boolean)
              .join(', ')}
            : {issue.message}
          </div>
        ))}
        {trouble.retry && (
          <Button look="link" onClick={trouble.retry}>
            {common.retry}
          </Button>
        )}
      </div>
    </div>
  )
}

export function BadNotice({ children }: { readonly children: ComponentChildren }) {
  return (
    <div class="notice bad" role="alert">
      <Icon shape="alert" />
      <div>{children}</div>
    </div>
  )
}

export function GoodNotice({ children, quiet }: { readonly children: ComponentChildren; readonly quiet?: string }) {
  return (
    <div class="notice good" role="status">
      <Icon shape="check" />
      <div>
        {children}
        {quiet && <div class="small">{quiet}</div>}
      </div>
    </div>
  )
}

export function Waiting({ children }: { readonly children: ComponentChildren }) {
  return (
    <div class="waiting" role="status">
      <span class="spinner" />
      {children}
    </div>
  )
}

export function Empty({ title, children }: { readonly title?: string; readonly children?: ComponentChildren }) {
  return (
    <div class="empty">
      {title && <h2>{title}</h2>}
      {children}
    </div>
  )
}

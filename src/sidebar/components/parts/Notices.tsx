/** What the screen tells beside its contents: a failure with its way out, a success, an empty state, a wait. */

import type { Signal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import type { Issue } from '../../../domain/problem'
import type { Caller } from '../../models/page/caller'
import { common } from '../../text/common.ru'
import { Button } from './Button'
import { Icon } from './Icon'

export function TroubleNotice({ caller }: { readonly caller: Caller }) {
  const trouble = caller.trouble.value
  if (!trouble) return null
  if (trouble.waits) return <Waits>{trouble.message}</Waits>
  return (
    <BadNotice>
      {trouble.message}
      {trouble.issues.map((issue) => (
        <IssueLine key={[issue.where, issue.row, issue.column, issue.message].join(' ')} issue={issue} />
      ))}
      {trouble.consent && (
        <a href={trouble.consent} target="_blank" rel="noopener">
          {common.grant}
        </a>
      )}
      {trouble.detail && (
        <details class="small">
          <summary>{common.more}</summary>
          {trouble.detail}
        </details>
      )}
      {trouble.retry && (
        <Button look="link" onClick={trouble.retry}>
          {common.retry}
        </Button>
      )}
    </BadNotice>
  )
}

/** Quiet: nothing is lost, and nothing is to be done. */
function Waits({ children }: { readonly children: string }) {
  return (
    <div class="notice ask" role="status" ref={intoView}>
      <Icon shape="clock" />
      <div>{children}</div>
    </div>
  )
}

/** Sheet, row, column, and what is wrong there. */
export function IssueLine({ issue }: { readonly issue: Issue }) {
  const row = issue.row === null ? '' : `${common.issueRow.toLowerCase()} ${issue.row}`
  return (
    <div class="small issue">
      <strong>{[issue.where, row, issue.column].filter(Boolean).join(', ')}</strong>: {issue.message}
    </div>
  )
}

export function BadNotice({ children }: { readonly children: ComponentChildren }) {
  return (
    <div class="notice bad" role="alert" ref={intoView}>
      <Icon shape="alert" />
      <div>{children}</div>
    </div>
  )
}

/** A refusal is seen where it comes, wherever one has scrolled to. */
function intoView(notice: HTMLElement | null): void {
  notice?.scrollIntoView({ block: 'nearest' })
}

/** It is written, but …: stays until it was read. */
export function WrittenNotice({ note }: { readonly note: Signal<string> }) {
  if (note.value === '') return null
  return (
    <BadNotice>
      {note.value}
      <Button
        look="link"
        onClick={() => {
          note.value = ''
        }}
      >
        {common.understood}
      </Button>
    </BadNotice>
  )
}

interface GoodProps {
  readonly children: ComponentChildren
  readonly quiet?: string
  /** Where it may be out of sight and is gone to. */
  readonly id?: string
}

export function GoodNotice({ children, quiet, id }: GoodProps) {
  return (
    <div class="notice good" role="status" id={id} tabIndex={id ? -1 : undefined}>
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

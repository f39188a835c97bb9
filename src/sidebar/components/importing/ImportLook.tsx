/** What a file would bring: numbers, issues row by row, and a sample. */

import type { ImportPreview } from '../../../rpc/contract'
import type { ImportModel } from '../../models/dialogs/importer'
import { importing as text } from '../../text/importing.ru'
import { Button } from '../parts/Button'
import { TableBox } from '../parts/TableBox'

export function ImportNumbers({ preview }: { readonly preview: ImportPreview }) {
  const numbers = [
    [preview.taken, text.taken, 'good-text'],
    [preview.duplicates, text.duplicates, ''],
    [leftOut(preview), text.leftOut, 'bad-text'],
    [preview.issues.length, text.issues(preview.issues.length), ''],
    [preview.matchedEvents, text.matched, ''],
  ] as const
  return (
    <dl class="numbers">
      {numbers
        .filter(([count], at) => count > 0 || at === 0)
        .map(([count, title, look]) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd class={look}>{count}</dd>
          </div>
        ))}
    </dl>
  )
}

/** Rows that an issue keeps out. */
function leftOut({ issues }: ImportPreview): number {
  const out = issues.filter(({ row, message }) => row !== null && /не загружается|загружается только/.test(message))
  return new Set(out.map(({ row }) => row)).size
}

const shownIssues = 200

export function ImportIssues({ model, preview }: { readonly model: ImportModel; readonly preview: ImportPreview }) {
  const { issues } = preview
  if (issues.length === 0) return <p class="faint">{text.noIssues}</p>
  return (
    <section aria-label={text.issuesTitle}>
      <div class="issues-head">
        <h2>{text.issuesTitle}</h2>
        <Button look="link" onClick={model.saveIssues}>
          {text.saveIssues}
        </Button>
      </div>
      <TableBox>
        <table class="issues stacked">
          <thead>
            <tr>
              <th scope="col">{text.issueRow}</th>
              <th scope="col">{text.issueColumn}</th>
              <th scope="col">{text.issueText}</th>
            </tr>
          </thead>
          <tbody>
            {issues.slice(0, shownIssues).map((issue, at) => (
              <tr key={at}>
                <td class="number">{issue.row ?? '—'}</td>
                <td>{issue.column}</td>
                <td>{issue.message}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
      <p class="faint">{text.issuesShown(Math.min(shownIssues, issues.length), issues.length)}</p>
    </section>
  )
}

export function ImportSample({ preview }: { readonly preview: ImportPreview }) {
  if (preview.sample.length === 0) return null
  return (
    <section aria-label={text.sample}>
      <h2>{text.sample}</h2>
      <TableBox>
        <table class="stacked">
          <tbody>
            {preview.sample.map((row) => (
              <tr key={row.id}>
                <td class="number">{row.id}</td>
                <td class="name">{row.title}</td>
                <td>{row.detail}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
    </section>
  )
}

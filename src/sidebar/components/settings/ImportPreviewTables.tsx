/** What a file would bring: numbers, issues row by row, and a sample. */

import type { ImportPreview } from '../../../rpc/contract'
import { importing as text } from '../../text/dialogs.ru'

export function ImportNumbers({ preview }: { readonly preview: ImportPreview }) {
  const numbers = [
    [preview.taken, text.taken, 'good-text'],
    [preview.duplicates, text.duplicates, ''],
    [preview.issues.length, text.issues(preview.issues.length), preview.issues.length > 0 ? 'bad-text' : ''],
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

export function ImportIssues({ preview }: { readonly preview: ImportPreview }) {
  if (preview.issues.length === 0) return <p class="faint">{text.noIssues}</p>
  return (
    <section aria-label={text.issuesTitle}>
      <h2>{text.issuesTitle}</h2>
      <div class="table-box">
        <table>
          <thead>
            <tr>
              <th scope="col">{text.issueRow}</th>
              <th scope="col">{text.issueColumn}</th>
              <th scope="col">{text.issueText}</th>
            </tr>
          </thead>
          <tbody>
            {preview.issues.map((issue) => (
              <tr key={`${issue.row} ${issue.column} ${issue.message}`}>
                <td class="number">{issue.row ?? '—'}</td>
                <td>{issue.column}</td>
                <td>{issue.message}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

export function ImportSample({ preview }: { readonly preview: ImportPreview }) {
  if (preview.sample.length === 0) return null
  return (
    <section aria-label={text.sample}>
      <h2>{text.sample}</h2>
      <div class="table-box">
        <table>
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
      </div>
    </section>
  )
}

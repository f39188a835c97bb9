/** The main numbers of a period beside the one before, the same a year ago, and what was approved. */

import type { MonthPreview, TotalLine } from '../../../rpc/monthContract'
import { report as text } from '../../text/report.ru'
import { Empty } from '../parts/Notices'

type ColumnKey = keyof typeof text.columns

export function ReportNumbers({ preview }: { readonly preview: MonthPreview }) {
  const columns = (Object.keys(text.columns) as ColumnKey[]).filter(
    (key) => key === 'now' || preview.totals.some((line) => line[key] !== null),
  )
  return (
    <section class="report-numbers" aria-label={text.numbers}>
      {preview.held === 0 && <Empty title={text.emptyTitle}>{<p>{text.empty}</p>}</Empty>}
      <table>
        <thead>
          <tr>
            <th scope="col">{preview.title}</th>
            {columns.map((key) => (
              <th key={key} scope="col" class="figure">
                {text.columns[key]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {preview.totals.map((line) => (
            <Line key={line.title} line={line} columns={columns} />
          ))}
        </tbody>
      </table>
      {preview.unknownProjects.length > 0 && <p class="amber-text">{text.unknownProjects(preview.unknownProjects)}</p>}
      {preview.topics.length > 0 && (
        <p class="faint">
          {text.topics}:{' '}
          {preview.topics
            .slice(0, 3)
            .map(({ title, count }) => `${title} (${count})`)
            .join(', ')}
        </p>
      )}
    </section>
  )
}

function Line({ line, columns }: { readonly line: TotalLine; readonly columns: readonly ColumnKey[] }) {
  return (
    <tr>
      <th scope="row">{line.title}</th>
      {columns.map((key) => (
        <td key={key} class={key === 'now' ? 'figure now' : key === 'approved' && line.approved !== line.now ? 'figure late' : 'figure'}>
          {shown(line[key])}
        </td>
      ))}
    </tr>
  )
}

function shown(value: number | null): string {
  return value === null ? text.none : value.toLocaleString('ru-RU')
}

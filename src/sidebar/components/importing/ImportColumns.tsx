/** Step 1: what each column of the file is for, with some of its cells. */

import { countedCells, plainCell } from '../../../domain/importing/proposal/grid'
import { type Target, targetKeys, targets } from '../../../domain/importing/proposal/targets'
import type { ImportModel } from '../../models/dialogs/importer'
import { importing as text } from '../../text/importing.ru'

interface Column {
  readonly at: number
  readonly heading: string
  readonly target: Target
  /** Some of its cells, the commonest first. */
  readonly cells: readonly string[]
}

const shownCells = 3
/** Rows from which the cells are taken. */
const looked = 500

export function ImportColumns({ model }: { readonly model: ImportModel }) {
  const columns = columnsOf(model)
  const used = columns.filter(({ target, cells }) => target !== 'skip' || cells.length > 1)
  const rest = columns.filter((column) => !used.includes(column))
  return (
    <section>
      <ColumnTable model={model} columns={used} />
      {rest.length > 0 && (
        <details class="rest">
          <summary>{text.emptyColumns(rest.length)}</summary>
          <ColumnTable model={model} columns={rest} />
        </details>
      )}
    </section>
  )
}

function columnsOf({ plan, grid }: ImportModel): Column[] {
  const [now, file] = [plan.value, grid.value]
  if (now === null || file === null) return []
  const below = file.rows.slice(now.headingRow + 1, now.headingRow + 1 + looked)
  return now.headings.map((heading, at) => {
    const counts = [...countedCells(below.map((row) => plainCell(row[at])))].sort((a, b) => b[1] - a[1])
    return {
      at,
      heading: heading || text.nameless,
      target: now.targets[at] ?? 'skip',
      cells: counts.slice(0, shownCells).map(([cell]) => cell),
    }
  })
}

function ColumnTable({ model, columns }: { readonly model: ImportModel; readonly columns: readonly Column[] }) {
  return (
    <table class="matching">
      <thead>
        <tr>
          <th scope="col">{text.column}</th>
          <th scope="col">{text.samples}</th>
          <th scope="col">{text.target}</th>
        </tr>
      </thead>
      <tbody>
        {columns.map(({ at, heading, target, cells }) => (
          <tr key={at} class={target === 'skip' ? 'skipped' : ''}>
            <th scope="row">{heading}</th>
            <td class="samples">{cells.join(' · ')}</td>
            <td>
              <select
                id={`column-${at}`}
                aria-label={text.targetOf(heading)}
                value={target}
                onChange={(event) => model.setTarget(at, event.currentTarget.value as Target)}
              >
                {targetKeys.map((key) => (
                  <option key={key} value={key}>
                    {targets[key].title}
                  </option>
                ))}
              </select>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

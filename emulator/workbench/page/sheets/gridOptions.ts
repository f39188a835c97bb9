/** How Tabulator is set up to behave like a sheet. */
import type { CellComponent, ColumnDefinition, MenuItem, RowData } from 'tabulator-tables'
import type { SheetView } from '../../wire'

export interface TableParts {
  readonly view: SheetView
  readonly data: readonly RowData[]
  readonly columns: readonly ColumnDefinition[]
  readonly menu: (event: Event, cell: CellComponent) => MenuItem[]
}

export const tableOptions = ({ view, data, columns, menu }: TableParts): Record<string, unknown> => ({
  data,
  columns,
  rowHeader: { ...numberColumn, title: view.headed ? '1' : '', contextMenu: menu },
  index: 'n',
  height: '100%',
  layout: 'fitData',
  // A report with charts is short: all its rows are drawn, so that a chart stands at its anchor.
  renderVertical: view.charts.length > 0 ? 'basic' : 'virtual',
  editTriggerEvent: 'dblclick',
  selectableRange: 1,
  selectableRangeColumns: true,
  selectableRangeRows: true,
  selectableRangeAutoFocus: false,
  clipboard: 'copy',
  clipboardCopyStyled: false,
  clipboardCopyRowRange: 'range',
  clipboardCopyConfig: { rowHeaders: false, columnHeaders: false },
})

const numberColumn = {
  field: 'n',
  frozen: true,
  width: 46,
  minWidth: 46,
  headerSort: false,
  resizable: false,
  hozAlign: 'center',
  cssClass: 'rowNumber',
}

/** The parts of Tabulator that the grid uses (the package has no types), and stylesheets as imports. */
declare module '*.css'

declare module 'tabulator-tables' {
  export type RowData = Record<string, unknown>

  export interface CellComponent {
    getElement(): HTMLElement
    getValue(): unknown
    getField(): string
    getData(): RowData
    getRow(): RowComponent
    getColumn(): ColumnComponent
    edit(force?: boolean): void
    restoreOldValue(): void
  }

  export interface RowComponent {
    getElement(): HTMLElement
    getData(): RowData
    getIndex(): number
    getCell(field: string): CellComponent | false
    update(data: RowData): Promise<void>
    reformat(): void
    scrollTo(position?: string, ifVisible?: boolean): Promise<void>
  }

  export interface ColumnComponent {
    getField(): string
    getElement(): HTMLElement
    getDefinition(): ColumnDefinition
    scrollTo(position?: string, ifVisible?: boolean): Promise<void>
  }

  export interface RangeComponent {
    getRows(): RowComponent[]
    getColumns(): ColumnComponent[]
    getStructuredCells(): CellComponent[][]
  }

  export interface MenuItem {
    label?: string | HTMLElement
    separator?: boolean
    action?: (event: Event, component: never) => void
  }

  export type Editor = (
    cell: CellComponent,
    onRendered: (callback: () => void) => void,
    success: (value: unknown) => void,
    cancel: () => void,
  ) => HTMLElement

  export interface ColumnDefinition {
    title: string
    field?: string
    width?: number
    minWidth?: number
    frozen?: boolean
    resizable?: boolean | string
    headerSort?: boolean
    headerWordWrap?: boolean
    hozAlign?: string
    cssClass?: string
    editor?: Editor
    formatter?: (cell: CellComponent) => HTMLElement | string
    titleFormatter?: (cell: CellComponent) => HTMLElement | string
    headerTooltip?: boolean | string
    headerContextMenu?: (event: Event, column: ColumnComponent) => MenuItem[]
    contextMenu?: (event: Event, cell: CellComponent) => MenuItem[]
    clipboard?: boolean
  }

  export class TabulatorFull {
    constructor(element: HTMLElement, options: Record<string, unknown>)
    on(event: string, listener: (...args: never[]) => void): void
    setColumns(columns: ColumnDefinition[]): void
    setData(data: RowData[]): Promise<void>
    replaceData(data: RowData[]): Promise<void>
    addData(data: RowData[]): Promise<void>
    getRow(index: number): RowComponent | false
    getRanges(): RangeComponent[]
    addRange(start: CellComponent, end: CellComponent): RangeComponent
    scrollToRow(index: number, position?: string, ifVisible?: boolean): Promise<void>
    scrollToColumn(field: string, position?: string, ifVisible?: boolean): Promise<void>
    redraw(force?: boolean): void
    destroy(): void
  }
}

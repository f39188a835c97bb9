/** The tab «amoCRM» on the wire. */

export interface AmoView {
  readonly host: string
  /** What «Подключить amoCRM…» is told. */
  readonly token: string
  readonly requests: number
  readonly users: readonly { readonly id: number; readonly name: string }[]
  readonly stages: readonly { readonly id: number; readonly name: string }[]
  /** words null = typed. */
  readonly fields: readonly { readonly name: string; readonly words: readonly string[] | null }[]
  readonly leads: readonly AmoLeadView[]
}

export interface AmoLeadView {
  readonly id: number
  readonly name: string
  readonly status: number
  readonly company: string
  readonly contact: string
  readonly fields: Readonly<Record<string, string>>
  readonly notes: readonly string[]
}

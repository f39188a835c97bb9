/** A deliberate defect: a unique text of a source file, and what stands there instead. */
export interface Defect {
  readonly name: string
  readonly file: string
  readonly find: string
  readonly put: string
}

/** What the command line of the bench asks for. */
import { parseArgs } from 'node:util'

export interface Asked {
  /** Numbers of deals; those of the command, where none are given. */
  readonly sizes: readonly number[]
  readonly json: boolean
  readonly docs: boolean
  readonly floor: boolean
}

/** The generated office has 150 open deals and some that are closed. */
export const smallest = 200
/** Google's file ends there. Beyond it no day is lived, and nobody but the product and the floor is measured: a library reads twenty million cells for each deed. */
export const largestForAll = 100_000

const flag = { type: 'boolean', default: false } as const

/** Throws where a word is neither a flag nor a size. */
export function askedBy(given: readonly string[]): Asked {
  const options = { beside: flag, floor: flag, json: flag, docs: flag }
  const { values, positionals } = parseArgs({ args: [...given], options, allowPositionals: true })
  const sizes = positionals.map(Number)
  const wrong = positionals.filter((_, index) => !Number.isInteger(sizes[index]) || (sizes[index] ?? 0) < smallest)
  if (wrong.length > 0) throw new Error(`Sizes are whole numbers from ${smallest} on, not ${wrong.join(' ')}`)
  const usual = [1_000, 10_000, 50_000, ...(values.docs ? [300_000] : [])]
  return { sizes: sizes.length > 0 ? sizes : usual, json: values.json, docs: values.docs, floor: values.floor }
}

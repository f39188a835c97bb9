/** Nothing that a script hands over is ignored in silence: a member that the emulator does not know stops the run by its name. */
import { ServiceError } from '../world/types'

/** Throws `Sheets.Values.batchGet option "x" is not emulated` for the first member of `given` outside `known`. */
export function requireKnown(place: string, given: object | null | undefined, known: readonly string[]): void {
  const unknown = Object.entries(given ?? {}).find(([name, value]) => value !== undefined && !known.includes(name))
  if (unknown) throw notEmulated(`${place} "${unknown[0]}"`)
}

/** Throws for a value outside `known`; absent is fine. */
export function requireValue(place: string, value: unknown, known: readonly unknown[]): void {
  if (value !== undefined && !known.includes(value)) throw notEmulated(`${place} ${JSON.stringify(value)}`)
}

export const notEmulated = (what: string): ServiceError => new ServiceError(`${what} is not emulated`, { name: 'Error' })

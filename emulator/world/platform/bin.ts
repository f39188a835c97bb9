/** Drive's bin: a file lies in it by itself or with its folder, and is gone thirty days later (documented). */
import type { FileState, WorldState } from '../types'

const keptMs = 30 * 86_400_000

/** Since when the file is in the bin, by itself or with a folder above it; undefined = it is not. */
export function binnedAt(state: WorldState, file: FileState): number | undefined {
  const above = (file.parents ?? []).flatMap((id) => state.files.find((other) => other.id === id) ?? [])
  const times = [file.trashedAt, ...above.map((folder) => binnedAt(state, folder))].filter((at) => at !== undefined)
  return times.length > 0 ? Math.min(...times) : undefined
}

/** Deletes what has lain in the bin for thirty days. */
export function emptyBin(state: WorldState): void {
  const gone = state.files.filter((file) => (binnedAt(state, file) ?? Number.POSITIVE_INFINITY) + keptMs <= state.now)
  for (const file of gone) state.files.splice(state.files.indexOf(file), 1)
}

/** What people do in Google Drive: putting files and folders into the bin, and taking them out. */
import type { DriveHand, FileState, WorldState } from '../world/types'

const fileOf = (state: WorldState, id: string): FileState => {
  const file = state.files.find((one) => one.id === id)
  if (!file) throw new Error(`there is no file ${id}`)
  return file
}

export const createDriveHand = (state: () => WorldState): DriveHand => ({
  trash: ({ id }) => {
    fileOf(state(), id).trashedAt = state().now
  },
  restore: ({ id }) => {
    delete fileOf(state(), id).trashedAt
  },
})

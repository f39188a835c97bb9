/** Files of his cards in Google Drive go into the bin; what somebody else has put there is left, and named for a hand to do it. */

import { decoded } from '../../../domain/register/stored'
import { addDays, dateOf, type LocalDateTime } from '../../../domain/time/localTime'
import { stored } from '../../../usecases/register/service'
import { commitService } from '../../desk/commit'
import { binFile } from '../../google/drive'
import { isTraining } from '../../google/training'
import { nothingFound, type Place } from '../place'

const atOnce = 10

/** So long a hand is asked to do it. */
const toldDays = 60

function daysBefore(at: LocalDateTime): LocalDateTime {
  return `${addDays(dateOf(at), -toldDays)}T00:00`
}

export const driveFiles: Place = {
  name: 'files',
  portion: ({ loaded, scope, asked }, from) => {
    const files = isTraining() ? [] : scope.files.slice(from, from + atOnce)
    if (files.length === 0) return nothingFound
    return {
      found: files.length,
      next: from + atOnce < scope.files.length ? from + atOnce : null,
      write: (change) => {
        const left = files.filter((id) => binFile(id) === 'others').map((id) => ({ id, at: asked.at }))
        if (left.length === 0) return false
        const known = decoded(stored.filesLeft, loaded.desk.service.filesLeft, []).filter(({ at }) => at > daysBefore(asked.at))
        const fresh = left.filter(({ id }) => !known.some((one) => one.id === id))
        commitService(loaded, { ...change, filesLeft: JSON.stringify([...known, ...fresh]) })
        return true
      },
    }
  },
}

/** The centre's name and phone, for every page for people outside: also for one whose link is not worth a look into the register. */

import type { Office } from '../../../domain/office/office'
import type { Centre } from '../../../rpc/pageContract'
import { loadDesk } from '../../desk/load'
import { storedProperties } from '../../google/spreadsheet'

const cacheKey = 'centre'
const keptSeconds = 3600

export function centreOf({ settings }: Office): Centre {
  return { name: settings.centreName, phone: settings.centrePhone }
}

/** As the settings were within the last hour; empty where not even they can be read. */
export function knownCentre(): Centre {
  try {
    const cache = CacheService.getScriptCache()
    const kept = cache?.get(cacheKey) ?? null
    if (kept !== null) return JSON.parse(kept) as Centre
    const { spreadsheetId } = storedProperties()
    const centre = centreOf(loadDesk({ spreadsheetId, email: '', entry: 'страница' }).desk.office)
    cache?.put(cacheKey, JSON.stringify(centre), keptSeconds)
    return centre
  } catch {
    return { name: '', phone: '' }
  }
}

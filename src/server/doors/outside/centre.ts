/** The centre's name and phone, for every page for people outside: also for one whose link is not worth a look into the register. */

import * as v from 'valibot'
import type { Office } from '../../../domain/office/office'
import { decoded } from '../../../domain/register/stored'
import type { Centre } from '../../../rpc/pageContract'
import { loadDesk } from '../../desk/load'
import { cached, keepCached } from '../../google/kept/cache'
import { storedProperties } from '../../google/spreadsheet'

const centreSchema = v.object({ name: v.string(), phone: v.string() })
const cacheKey = 'centre'
const keptSeconds = 3600

export function centreOf({ settings }: Office): Centre {
  return { name: settings.centreName, phone: settings.centrePhone }
}

/** As the settings were within the last hour; empty where not even they can be read. */
export function knownCentre(): Centre {
  try {
    const kept = decoded(centreSchema, cached(cacheKey), null)
    if (kept !== null) return kept
    const { spreadsheetId } = storedProperties()
    const centre = centreOf(loadDesk({ spreadsheetId, email: '', entry: 'страница' }).desk.office)
    keepCached(cacheKey, JSON.stringify(centre), keptSeconds)
    return centre
  } catch {
    return { name: '', phone: '' }
  }
}

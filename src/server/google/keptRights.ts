/** The rights that were confirmed, in the script's properties: no sheet holds them. A property takes 9 KB, so they stand in pieces. */

import * as v from 'valibot'
import type { KeptRights } from '../../domain/office/keptRights'
import { decoded } from '../../domain/register/stored'

const cell = v.union([v.string(), v.number(), v.boolean(), v.null()])
const rows = v.array(v.record(v.string(), cell))
const schema = v.object({ staff: rows, projects: rows, calendar: cell, settings: v.exactOptional(v.record(v.string(), cell)) })

const piece = 4_000
const nameOf = (at: number) => `rights${at}`

/** null = nothing was confirmed yet. */
export function readKeptRights(): KeptRights | null {
  return keptRightsIn(PropertiesService.getScriptProperties().getProperties())
}

/** Of all properties, where they were read already. */
export function keptRightsIn(all: Readonly<Record<string, string>>): KeptRights | null {
  let text = ''
  for (let at = 0; all[nameOf(at)] !== undefined; at++) text += all[nameOf(at)]
  return decoded(schema, text, null)
}

/** What is left of a longer one is no JSON behind the end, so an empty piece ends it. */
export function writeKeptRights(kept: KeptRights): void {
  const text = JSON.stringify(kept)
  const properties = PropertiesService.getScriptProperties()
  const count = Math.ceil(text.length / piece)
  for (let at = 0; at <= count; at++) properties.setProperty(nameOf(at), text.slice(at * piece, (at + 1) * piece))
}

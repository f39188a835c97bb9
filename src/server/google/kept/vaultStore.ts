/** Which spreadsheet keeps people's data, in the script's properties: beside «Служебное», where people type. */

import * as v from 'valibot'
import { decoded } from '../../../domain/register/stored'
import { tried } from '../platformError'

const schema = v.object({ id: v.string(), way: v.picklist(['in', 'out']) })
export type KeptVault = v.InferOutput<typeof schema>

const property = 'vault'

/** Of all properties, where they were read already. */
export function vaultIn(all: Readonly<Record<string, string>>): KeptVault | null {
  return decoded(schema, all[property] ?? '', null)
}

export function keptVault(): KeptVault | null {
  return vaultIn({ [property]: tried(() => PropertiesService.getScriptProperties().getProperty(property)) ?? '' })
}

/** null = people's data are in the register. */
export function keepVault(state: KeptVault | null): void {
  const kept = PropertiesService.getScriptProperties()
  if (state === null) kept.deleteProperty(property)
  else kept.setProperty(property, JSON.stringify({ id: state.id, way: state.way }))
}

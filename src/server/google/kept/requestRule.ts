/** By which ways requests come, and the receiver's key: properties of the script, so that a door knows before it reads anything. */

import { type RequestRule, ruleIn } from '../../../domain/intake/ruFirst/rule'
import { tried } from '../platformError'

const names = { rule: 'requestRule', key: 'receiverKey' } as const

export interface KeptRule {
  readonly rule: RequestRule
  /** '' = no receiver is connected. */
  readonly receiverKey: string
}

/** Of the properties as they were read. */
export function keptRuleIn(all: Readonly<Record<string, string>>): KeptRule {
  return { rule: ruleIn(all[names.rule] ?? ''), receiverKey: all[names.key] ?? '' }
}

/** @throws PlatformError */
export function keptRule(): KeptRule {
  return keptRuleIn(tried(() => properties().getProperties()))
}

export function keepRule(rule: RequestRule): void {
  properties().setProperty(names.rule, JSON.stringify(rule))
}

/** The former one opens nothing from now on. @returns the new one */
export function makeReceiverKey(): string {
  const key = `${Utilities.getUuid()}${Utilities.getUuid()}`.replace(/-/g, '')
  properties().setProperty(names.key, key)
  return key
}

function properties(): GoogleAppsScript.Properties.Properties {
  return PropertiesService.getScriptProperties()
}

/** By which ways requests come: kept where the doors look, and told to the register for the screens. */

import type { RequestRule } from '../../../domain/intake/ruFirst/rule'
import type { Ways, WaysOutputs } from '../../../rpc/personalContract'
import type { WaysAsked } from '../../../usecases/method/deed'
import { commitService, type ServiceChange } from '../../desk/commit'
import { type Loaded, loadDesk } from '../../desk/load'
import type { DeskSession } from '../../desk/session'
import { keepRule, makeReceiverKey } from '../../google/kept/requestRule'
import { underLock } from '../../google/lock'
import { storedProperties } from '../../google/spreadsheet'
import { connectVk } from '../../partners/inbound/connectVk'
import { inboundOf } from '../../partners/inbound/follow'

export function answerWays(asked: WaysAsked, loaded: Loaded): WaysOutputs[keyof WaysOutputs] {
  if (asked.act === 'ways/key') return { ...shown(loaded), hasKey: true, key: makeReceiverKey() }
  if (asked.act === 'ways/vk') return { ...shown(loaded), vk: connectVk(asked.input, loaded) }
  if (asked.act === 'ways/set') setWays(asked.input, loaded.session)
  return shown(loaded)
}

/** The doors first: a run that dies in between has closed them, and the next tick tells the screens. */
function setWays(rule: RequestRule, session: DeskSession): void {
  keepRule(rule)
  underLock(() => commitService(loadDesk(session), { requestRule: JSON.stringify(rule) }))
}

/** The cell of «Служебное» that screens know it by, where it says something else. */
export function waysNews(rule: RequestRule, stands: string): ServiceChange {
  const cell = JSON.stringify(rule)
  return cell === stands || (rule.mode === 'all' && stands === '') ? {} : { requestRule: cell }
}

function shown(loaded: Loaded): Ways {
  const { desk } = loaded
  const { rule, receiverKey, pagesUrl } = storedProperties()
  const address = desk.office.settings.pagesAddress || pagesUrl
  const { account = '', name = '', message = '' } = inboundOf(loaded) ?? {}
  const vk = { account, name, message, good: message === '' }
  return { ...rule, vk, hasKey: receiverKey !== '', url: address === '' ? '' : `${address}?receiver` }
}

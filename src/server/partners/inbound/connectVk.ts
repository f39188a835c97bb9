/** VK's lead forms are connected where the key opens the community's list of forms, and kept only then. */

import type { InboundState } from '../../../domain/intake/inbound/inbound'
import { inboundTexts } from '../../../domain/intake/inbound/inboundText.ru'
import { dateOf } from '../../../domain/time/localTime'
import type { VkPlace } from '../../../rpc/personalContract'
import { commitService } from '../../desk/commit'
import { type Loaded, loadDesk } from '../../desk/load'
import { underLock } from '../../google/lock'
import { keepVkToken } from '../../google/spreadsheet'
import { inboundOf } from './follow'
import { InboundError } from './port'
import { vkPort } from './vk'

/** What stood before stands on where something is wrong. */
export function connectVk({ account, token }: { readonly account: string; readonly token: string }, loaded: Loaded): VkPlace {
  if (account === '') return disconnected(loaded)
  const before = { account: inboundOf(loaded)?.account ?? '', name: inboundOf(loaded)?.name ?? '', good: false }
  const number = /(\d{1,15})\/?$/.exec(account)?.[1]
  if (number === undefined) return { ...before, message: inboundTexts.badAccount }
  if (token === '') return { ...before, message: inboundTexts.noToken }
  try {
    return connected(number, token, loaded)
  } catch (error) {
    if (!(error instanceof InboundError)) throw error
    return { ...before, message: error.toldOf(vkPort.title) || inboundTexts.silent(vkPort.title) }
  }
}

function connected(account: string, token: string, loaded: Loaded): VkPlace {
  const lists = vkPort.lists({ account, token })
  const standing = inboundOf(loaded)
  const isSame = standing?.account === account
  const since = isSame ? standing.since : Math.floor(Date.now() / 1000)
  const name = `${vkPort.title}, сообщество ${account}`
  const seen = isSame ? standing.seen : []
  keepVkToken(token)
  keep({ account, name, lists, day: dateOf(loaded.moment.now), since, seen, restUntil: '', message: '' }, loaded)
  return { account, name, message: inboundTexts.linked(name, lists.length), good: true }
}

function disconnected(loaded: Loaded): VkPlace {
  keepVkToken('')
  keep(null, loaded)
  return { account: '', name: '', message: inboundTexts.unlinked, good: true }
}

function keep(state: InboundState | null, { session }: Loaded): void {
  underLock(() => commitService(loadDesk(session), { vk: state === null ? '' : JSON.stringify(state) }))
}

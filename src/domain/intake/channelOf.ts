/** Through which channel a posted request came (I1): the sender says so in its address, or its form's name does. */

import type { Channel } from '../deal/deal'
import { foldName } from './read/fieldNames'
import { ownValue, type Posted, type ReadRequest } from './request'

const social = /(^| )(social|vk|vkontakte|вк|вконтакте|ok|одноклассники|telegram|телеграм|tg|max|соцсети|соцсеть)( |$)/

/** @example address «…?key=…&from=vk» // → 'social'; without a word about it // → 'site' */
export function channelOf({ parameters }: Posted, { form, raw, sender }: ReadRequest): Channel {
  const named = ['from', 'source'].map((name) => ownValue(parameters, name)?.[0])
  const words = named.map((text) => foldName(text ?? ''))
  if (words.some((text) => social.test(text)) || social.test(foldName(form)) || /"lead_id"/.test(raw)) return 'social'
  return words.includes('email') || (sender === 'letter' && words.includes('mail')) ? 'email' : 'site'
}

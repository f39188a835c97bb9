/** VK's lead forms: `leadForms.list` and `leadForms.getLeads` of a community, three requests a second. */

import * as v from 'valibot'
import type { InboundList } from '../../../domain/intake/inbound/inbound'
import { inboundOfLead, listOfForm, vkForm } from '../../../domain/intake/inbound/vkLead'
import { jsonIn } from '../../../domain/register/json'
import { type InboundAccess, InboundError, type InboundPage, type InboundPort } from './port'

const api = 'https://api.vk.com/method/'
const version = '5.199'
const perSecond = 3
/** Of a page; VK takes up to 1,000. */
const pageSize = 50
const mostForms = 20
const patience = { timeoutSeconds: 20 }

export const vkPort: InboundPort = {
  key: 'vk',
  title: 'ВКонтакте',
  door: 'vk',
  lists: (access) => {
    const [answer] = asked(access, [{ method: 'leadForms.list', parameters: {} }])
    const read = v.safeParse(v.array(v.unknown()), answer)
    if (!read.success) throw new InboundError('silent')
    return read.output.flatMap(formIn).slice(0, mostForms)
  },
  pages: (access, wanted) =>
    asked(
      access,
      wanted.map(({ list, place }) => ({
        method: 'leadForms.getLeads',
        parameters: { form_id: list.id, limit: String(pageSize), ...(place === '' ? {} : { next_page_token: place }) },
      })),
    ).map(pageIn),
  read: inboundOfLead,
}

function formIn(item: unknown): InboundList[] {
  const read = v.safeParse(vkForm, item)
  return read.success ? [listOfForm(read.output)] : []
}

const leads = v.object({ leads: v.array(v.unknown()), next_page_token: v.optional(v.string(), '') })

function pageIn(answer: unknown): InboundPage {
  const read = v.safeParse(leads, answer)
  if (!read.success) throw new InboundError('silent')
  return { items: read.output.leads, next: read.output.next_page_token }
}

interface Asked {
  readonly method: string
  readonly parameters: Readonly<Record<string, string>>
}

/** The key goes in the body: addresses stand in logs. */
function asked({ account, token }: InboundAccess, requests: readonly Asked[]): unknown[] {
  const answers: unknown[] = []
  for (let at = 0; at < requests.length; at += perSecond) {
    if (at > 0) Utilities.sleep(1_050)
    const some = requests.slice(at, at + perSecond).map(({ method, parameters }) => ({
      url: `${api}${method}`,
      method: 'post' as const,
      payload: { group_id: account, v: version, ...parameters, access_token: token },
      muteHttpExceptions: true,
      ...patience,
    }))
    answers.push(...fetched(some).map(answerOf))
  }
  return answers
}

function fetched(requests: GoogleAppsScript.URL_Fetch.URLFetchRequest[]): GoogleAppsScript.URL_Fetch.HTTPResponse[] {
  try {
    return UrlFetchApp.fetchAll(requests)
  } catch {
    throw new InboundError('silent')
  }
}

const answered = v.union([v.object({ response: v.unknown() }), v.object({ error: v.object({ error_code: v.number() }) })])
/** Codes of VK's errors. */
const troubles: Readonly<Record<number, InboundError['trouble']>> = {
  5: 'token',
  6: 'busy',
  7: 'access',
  9: 'busy',
  15: 'access',
  27: 'token',
  29: 'busy',
}

function answerOf(response: GoogleAppsScript.URL_Fetch.HTTPResponse): unknown {
  const read = v.safeParse(answered, jsonIn(response.getContentText()))
  if (!read.success) throw new InboundError('silent')
  if ('error' in read.output) throw new InboundError(troubles[read.output.error.error_code] ?? 'silent')
  return read.output.response
}

/** What was changed in amoCRM, judged as an edit in the sheet is: by the one judge, by the right of who did it. */

import type { Client } from '../../client/client'
import type { Deal, Stage } from '../../deal/deal'
import { type EditSetting, judgeClientEdit, judgeDealEdit, type PutBack } from '../../deal/judging/handEdit'
import type { Office } from '../../office/office'
import { type Author, isAtWork, leastEditor } from '../../office/permission'
import { dateOf, type LocalDateTime } from '../../time/localTime'
import { amoTexts } from './amocrmText.ru'
import type { FacetKey, Facets } from './facets'
import type { AmoLink } from './link'

export interface LeadEdit {
  readonly deal: Deal
  readonly client: Client | null
  /** What changed there. */
  readonly keys: readonly FacetKey[]
  readonly there: Facets
  readonly unread: readonly FacetKey[]
  readonly who: Author
}

export interface JudgedLead {
  readonly deal: Partial<Deal>
  readonly client: Partial<Client>
  /** Facet → why it goes back there. */
  readonly putBack: Readonly<Partial<Record<FacetKey, string>>>
}

const clientKeys: readonly FacetKey[] = ['organisation', 'contact', 'phone']

export function judgeLead(edit: LeadEdit, { office, now }: Pick<EditSetting, 'office' | 'now'>): JudgedLead {
  const { deal, client, who } = edit
  const read = edit.keys.filter((key) => !edit.unread.includes(key))
  const unread = edit.keys.filter((key) => edit.unread.includes(key)).map((key) => [key, amoTexts.unread(String(edit.there[key] ?? ''))])
  const setting = { office, now, who, client }
  const ofClient = judgedClient(
    read.filter((key) => clientKeys.includes(key)),
    edit,
    setting,
  )
  const typed = typedOf(
    read.filter((key) => !clientKeys.includes(key)),
    edit,
  )
  const judged = judgeDealEdit(deal, typed, setting)
  const changedClient = client === null ? {} : { ...client, ...ofClient.accepted }
  const copies = Object.fromEntries(Object.entries(ofClient.accepted).filter(([key]) => clientKeys.includes(key as FacetKey)))
  return {
    deal: { ...judged.accepted, ...(changedClient === client ? {} : copies) },
    client: ofClient.accepted,
    putBack: { ...Object.fromEntries(unread), ...ofClient.putBack, ...judged.putBack },
  }
}

interface Setting extends EditSetting {
  readonly client: Client | null
}

/** A consultant changes the client of his own deal. */
function judgedClient(
  keys: readonly FacetKey[],
  { deal, there, who }: LeadEdit,
  setting: Setting,
): { accepted: Partial<Client>; putBack: PutBack } {
  if (keys.length === 0) return { accepted: {}, putBack: {} }
  if (setting.client === null) return { accepted: {}, putBack: Object.fromEntries(keys.map((key) => [key, amoTexts.noClient()])) }
  const typed = Object.fromEntries(keys.map((key) => [key, String(there[key] ?? '').trim()])) as Partial<Client>
  const isOwn = deal.consultant === '' || deal.consultant === who.initials
  return judgeClientEdit(typed, { ...setting, isOwn })
}

/** Empty numbers and times are null; a lost deal whose reason nobody gave has «другое». */
function typedOf(keys: readonly FacetKey[], { there }: LeadEdit): Partial<Deal> {
  const values = keys.map((key) => [key, emptyAs[key] === null && (there[key] ?? '') === '' ? null : plain(there[key])])
  const typed = Object.fromEntries(values) as Partial<Deal>
  const isLost = typed.stage === ('lost' satisfies Stage)
  return isLost && (typed.failure ?? '') === '' ? { ...typed, failure: (there.failure || 'другое') as string } : typed
}

const emptyAs: Readonly<Partial<Record<FacetKey, null>>> = { start: null, topic: null, format: null, minutes: null }

function plain(value: string | number | null | undefined): string | number {
  return typeof value === 'string' ? value.replace(/\r\n?/g, '\n').trim() : (value ?? '')
}

/** Who changed it there, as «Сотрудники» know him by his e-mail; anybody else is the least of those who may edit. */
export function amoAuthor(by: number, link: AmoLink, { people }: Office, deal: Pick<Deal, 'consultant'>, now: LocalDateTime): Author {
  const [, email = '', name = ''] = link.users.find(([id]) => id === by) ?? []
  const person = people.find((one) => email !== '' && one.email.toLowerCase() === email.toLowerCase() && isAtWork(one, dateOf(now)))
  if (person === undefined) return { ...leastEditor(deal.consultant), name }
  const { initials, roles } = person
  return { email: person.email, name: person.name, initials, roles }
}

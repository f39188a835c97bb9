/** Wishes carried out in amoCRM: leads made, accepted, changed, noted. Done twice it is the same: what may be done already is looked for first. */

import type * as v from 'valibot'
import { amoTexts } from '../../../../domain/importing/leads/amocrmText.ru'
import { outgoing } from '../../../../domain/importing/leads/compare'
import { type FacetKey, type Facets, facetKeys, facets as facetRows } from '../../../../domain/importing/leads/facets'
import { carriedBy, ofDeal, type Reading, readLead } from '../../../../domain/importing/leads/lead'
import { statusOf } from '../../../../domain/importing/leads/link'
import { type Written, writtenOf } from '../../../../domain/importing/leads/write'
import type { Pair } from '../../../../usecases/control/amocrm/pair'
import { AmoError } from '../amoError'
import { leadsNamed, leadViews, notesOf } from '../lists'
import { type AmoAccess, askAmo } from '../request'
import { changed, made } from '../shapes'
import type { AmoRun } from './amoState'
import type { AmoClaim, Wish } from './claimWishes'

/** What came of one wish. */
export interface Told {
  readonly wish: Wish
  /** As it stands there now; null = nothing was made. */
  readonly pair: Pair | null
  /** Why amoCRM did not take it; '' = it did. */
  readonly error: string
}

/** A wish on its way. */
interface Going {
  readonly wish: Wish
  readonly pair: Pair
  readonly written: Written
  readonly keys: readonly FacetKey[]
  readonly here: Facets
}

/** @param told what is done, also where amoCRM stops answering in between @throws AmoError */
export function sendWishes(run: AmoRun, { wishes }: AmoClaim, reading: Reading, told: Told[]): void {
  const lacking = wishes.filter((wish) => !hasLead(wish))
  const found = lacking.filter(({ tried }) => tried).flatMap((wish) => foundLead(run.access, wish, reading))
  const standing = wishes.filter(hasLead).map((wish) => ({ wish, pair: wish.pair as Pair }))
  const going = [...standing, ...found].map(({ wish, pair }) => goingOf(wish, pair, reading))
  for (const one of going) acceptWaiting(run, one)
  const refused = [
    ...patchAll(run.access, 'leads', going, ({ pair, written }) => ({ id: pair.lead, ...written.lead })),
    ...patchAll(run.access, 'contacts', going, ({ pair, written }) => ({ id: pair.contact, ...written.contact })),
    ...patchAll(run.access, 'companies', going, ({ pair, written }) => ({ id: pair.company, ...written.company })),
  ]
  noteAll(
    run.access,
    going.filter((one) => !refused.some(({ going: bad }) => bad === one)),
  )
  told.push(...going.map((one) => toldOf(one, refused.find(({ going: bad }) => bad === one)?.why ?? '')))
  makeLeads(
    run,
    lacking.filter((wish) => !found.some((one) => one.wish === wish)),
    reading,
    told,
  )
}

function hasLead({ pair }: Wish): boolean {
  return pair !== null && pair.state === ''
}

function goingOf(wish: Wish, pair: Pair, reading: Reading): Going {
  const here = ofDeal(wish.deal, reading.link)
  const isWaiting = pair.waiting !== '' && wish.deal.stage === 'unsorted'
  const carried = carriedBy(reading.link, pair)
  const isStage = (key: FacetKey) => key === 'stage' || key === 'failure'
  const keys = outgoing(pair.facets, here).filter((key) => carried.includes(key) && !(pair.waiting !== '' && isStage(key)))
  return { wish, pair: isWaiting ? pair : { ...pair, waiting: '' }, written: writtenOf(keys, here, reading), keys, here }
}

function toldOf({ wish, pair, written, keys, here }: Going, why: string): Told {
  const taken = keys.filter((key) => !written.unfit.includes(key))
  const isAccepted = wish.pair !== null && wish.pair.waiting !== '' && pair.waiting === ''
  const stage: Facets = isAccepted ? { stage: here.stage ?? null, ...('failure' in here ? { failure: here.failure ?? null } : {}) } : {}
  const said = Object.fromEntries(taken.map((key) => [key, here[key]]))
  return {
    wish,
    pair: why === '' ? { ...pair, facets: { ...pair.facets, ...stage, ...said } } : pair,
    error: why || unfitText(written.unfit),
  }
}

/** Accepted here = accepted there; what was settled there meanwhile is found by the next look. */
function acceptWaiting({ access, link }: AmoRun, { wish, pair }: Going): void {
  const uid = wish.pair?.waiting ?? ''
  if (uid === '' || pair.waiting !== '') return
  const { stage } = wish.deal
  const status = statusOf(link, stage)
  try {
    if (stage === 'lost') askAmo(access, { method: 'delete', path: `leads/unsorted/${uid}/decline`, body: {}, answer: changed })
    else askAmo(access, { method: 'post', path: `leads/unsorted/${uid}/accept`, body: { status_id: status }, answer: changed })
  } catch (error) {
    if (!(error instanceof AmoError) || (error.trouble !== 'account' && error.trouble !== 'refused')) throw error
  }
}

interface Refused {
  readonly going: Going
  readonly why: string
}

/** One request for all; those that it refuses are left out, and the others go again. */
function patchAll(access: AmoAccess, path: string, all: readonly Going[], bodyOf: (one: Going) => object): Refused[] {
  let left = all.filter((one) => Object.keys(bodyOf(one)).length > 1 && !Object.values(bodyOf(one)).includes(null))
  const refused: Refused[] = []
  while (left.length > 0) {
    const bad = patched(access, path, left.map(bodyOf))
    const indexes = Object.keys(bad)
    if (indexes.length === 0) break
    refused.push(
      ...indexes.flatMap((index) =>
        left[Number(index)] === undefined ? [] : [{ going: left[Number(index)] as Going, why: bad[Number(index)] ?? '' }],
      ),
    )
    left = left.filter((_, index) => bad[index] === undefined)
  }
  return refused
}

/** Place → why it is refused; where amoCRM names none, each is asked alone. */
function patched(access: AmoAccess, path: string, body: readonly object[]): Readonly<Record<number, string>> {
  try {
    askAmo(access, { method: 'patch', path, body, answer: changed })
    return {}
  } catch (error) {
    if (!(error instanceof AmoError) || error.trouble !== 'refused') throw error
    if (Object.keys(error.wrong).some((place) => body[Number(place)] !== undefined)) return error.wrong
    if (body.length === 1) return { 0: error.told }
    return Object.assign(
      {},
      ...body.map((one, index) => (Object.keys(patched(access, path, [one])).length === 0 ? {} : { [index]: error.told })),
    )
  }
}

/** A note that stands there already is not left twice. */
function noteAll(access: AmoAccess, going: readonly Going[]): void {
  const wanted = going.flatMap(({ wish, pair }) => [...new Set(wish.notes)].map((text) => ({ wish, lead: pair.lead, text })))
  const tried = [...new Set(wanted.filter(({ wish }) => wish.tried).map(({ lead }) => lead))]
  const standing = tried.length === 0 ? [] : notesOf(access, tried)
  const left = wanted.filter(({ lead, text }) => !standing.some((note) => note.entity_id === lead && note.params?.text === text))
  if (left.length === 0) return
  const body = left.map(({ lead, text }) => ({ entity_id: lead, note_type: 'common', params: { text } }))
  try {
    askAmo(access, { method: 'post', path: 'leads/notes', body, answer: changed })
  } catch (error) {
    // One of the leads is gone: the next look tells it.
    if (!(error instanceof AmoError) || error.trouble !== 'refused') throw error
  }
}

function makeLeads(run: AmoRun, wishes: readonly Wish[], reading: Reading, told: Told[]): void {
  if (wishes.length === 0) return
  const bodies = wishes.map((wish) => newBody(wish, reading))
  const answer = createdAll(run.access, wishes, bodies, reading)
  told.push(...answer)
  noteAll(
    run.access,
    answer.flatMap(({ wish, pair }) => (pair === null ? [] : [goingOf(wish, pair, reading)])),
  )
}

/** One that a run before this one may have made is known by our number in its name, and goes on as it stands. */
function foundLead(access: AmoAccess, wish: Wish, reading: Reading): { readonly wish: Wish; readonly pair: Pair }[] {
  const mark = amoTexts.searched(wish.deal.id)
  const known = leadsNamed(access, mark).filter(({ id, name }) => (name ?? '').endsWith(mark) && id !== wish.pair?.lead)
  const [lead] = known.length === 0 ? [] : leadViews(access, known.slice(-1))
  if (lead === undefined) return []
  const { facets } = readLead(lead, reading)
  return [{ wish, pair: { ...newPair(wish, facets), lead: lead.id, contact: lead.contact?.id ?? null, company: lead.company?.id ?? null } }]
}

function newPair({ deal, pair }: Wish, facets: Facets): Pair {
  return { row: pair?.row ?? null, deal: deal.id, lead: 0, facets, contact: null, company: null, waiting: '', state: '' }
}

interface NewBody {
  readonly body: object
  readonly unfit: readonly FacetKey[]
}

function newBody({ deal, client }: Wish, reading: Reading): NewBody {
  const here = ofDeal(deal, reading.link)
  const keys = outgoing({}, here).filter((key) => key !== 'contact' && key !== 'phone' && key !== 'organisation')
  const { lead, unfit } = writtenOf(keys, here, reading)
  const values = (['PHONE', 'EMAIL'] as const).flatMap((code) => {
    const value = code === 'PHONE' ? deal.phone : (client?.email ?? '')
    return value === '' ? [] : [{ field_code: code, values: [{ value, enum_code: 'WORK' }] }]
  })
  const contact =
    deal.contact === '' && values.length === 0
      ? []
      : [{ name: deal.contact, ...(values.length === 0 ? {} : { custom_fields_values: values }) }]
  const body = {
    name: amoTexts.leadName(deal.organisation, deal.id),
    request_id: String(deal.id),
    pipeline_id: reading.link.pipeline,
    ...lead,
    _embedded: { contacts: contact, companies: deal.organisation === '' ? [] : [{ name: deal.organisation }] },
  }
  return { body, unfit }
}

/** The answers come in the order of what was asked. */
function createdAll(access: AmoAccess, wishes: readonly Wish[], bodies: readonly NewBody[], reading: Reading): Told[] {
  const ask = (body: readonly object[]) => askAmo(access, { method: 'post', path: 'leads/complex', body, answer: made }) ?? []
  const toldBy = (answer: v.InferOutput<typeof made>[number] | undefined, index: number): Told[] => {
    const wish = wishes[index]
    if (wish === undefined || answer === undefined) return []
    const unfit = bodies[index]?.unfit ?? []
    const here = ofDeal(wish.deal, reading.link)
    const facets = Object.fromEntries(facetKeys.filter((key) => !unfit.includes(key)).map((key) => [key, here[key]]))
    const pair = { ...newPair(wish, facets), lead: answer.id, contact: answer.contact_id, company: answer.company_id }
    return [{ wish, pair, error: unfitText(unfit) }]
  }
  try {
    return ask(bodies.map(({ body }) => body)).flatMap(toldBy)
  } catch (error) {
    if (!(error instanceof AmoError) || error.trouble !== 'refused') throw error
    if (wishes.length === 1) return wishes.map((wish) => ({ wish, pair: null, error: error.wrong[0] ?? error.told }))
    return wishes.flatMap((wish, index) => createdAll(access, [wish], bodies.slice(index, index + 1), reading))
  }
}

/** Facets by their titles, for a line of «Расхождения». */
function unfitText(unfit: readonly FacetKey[]): string {
  return unfit.length === 0 ? '' : amoTexts.unfit(unfit.map((key) => `«${facetRows[key].title}»`))
}

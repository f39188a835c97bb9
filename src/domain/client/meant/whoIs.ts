/** Who is who: the one matcher for every door. Certain only where nothing speaks against it; otherwise a person is asked. */

import { type Client, mergedInto } from '../client'
import { clientTraits, compare, type Likeness, type Told, type Trait, type Traits, traitsOf } from '../likeness'

/** What the matcher needs to know of a card. */
export type Card = Pick<Client, 'id' | 'outsideIds' | 'phoneKey' | Trait>

export interface MaybeClient<C extends Card = Client> {
  readonly client: C
  /** What agrees, the strongest first. */
  readonly by: readonly Trait[]
  /** What differs. */
  readonly against: readonly Trait[]
}

export interface WhoIs<C extends Card = Client> {
  /** The client it is beyond doubt; null = nobody, or a person has to say. */
  readonly known: C | null
  /** Whom it may be, the likeliest first; [] where it is known. */
  readonly maybe: readonly MaybeClient<C>[]
}

type Verdict = 'same' | 'maybe' | 'no'

/**
 * Merged cards are left out.
 * @example whoIs({ phone: '8 (911) 416-01-23', … }, clients) // { known: АНО «Маяк», maybe: [] }
 * @example whoIs({ phone: '8 (911) 416-01-23', organisation: 'Фонд «Север»', … }, clients) // { known: null, maybe: [АНО «Маяк»] }
 */
export function whoIs<C extends Card>(told: Told, clients: readonly C[]): WhoIs<C> {
  const found = likeIn(traitsOf(told), clients)
  const known = onlySure(found)
  return { known, maybe: known === null ? found.map(likeOf) : [] }
}

/** Cards like one that stands in the register itself; those beyond doubt come first. */
export function likeCard<C extends Card>(card: Card, others: readonly C[]): MaybeClient<C>[] {
  const found = likeIn(clientTraits(card), others)
  return [...found.filter(({ verdict }) => verdict === 'same'), ...found.filter(({ verdict }) => verdict === 'maybe')].map(likeOf)
}

interface Found<C extends Card> extends MaybeClient<C> {
  readonly verdict: Verdict
  readonly weight: number
}

function likeIn<C extends Card>(wanted: Traits, clients: readonly C[]): Found<C>[] {
  const found = clients.flatMap((client) => {
    if (mergedInto(client) !== null) return []
    const likeness = compare(wanted, clientTraits(client))
    const verdict = verdictOn(likeness)
    return verdict === 'no' ? [] : [{ verdict, client, by: agreeing(likeness), against: differing(likeness), weight: weightOf(likeness) }]
  })
  return found.sort((a, b) => b.weight - a.weight || b.client.id - a.client.id)
}

function likeOf<C extends Card>({ client, by, against }: Found<C>): MaybeClient<C> {
  return { client, by, against }
}

/** Of several that would be certain each speaks against the others, unless they are one client on two cards: then the first. */
function onlySure<C extends Card>(found: readonly Found<C>[]): C | null {
  const sure = found.filter(({ verdict }) => verdict === 'same').map(({ client }) => client)
  const [first, ...others] = sure
  return first !== undefined && others.every((other) => isSameClient(first, other)) ? first : null
}

/** Whether two cards are one client beyond doubt. */
function isSameClient(a: Card, b: Card): boolean {
  return verdictOn(compare(clientTraits(a), clientTraits(b))) === 'same'
}

/**
 * The rule. A phone or an e-mail agrees, and nothing speaks against it: no other organisation, no other extension, and where the
 * organisation does not agree too, no other name, phone or e-mail either (one accountant acts for several bodies).
 */
export function verdictOn(likeness: Likeness): Verdict {
  const { organisation, contact, phone, email } = likeness
  if (isStrong(likeness) && against(likeness).length === 0) return 'same'
  const isLike = phone === 'same' || phone === 'line' || phone === 'extension' || email === 'same' || organisation === 'same'
  return isLike || (organisation === 'near' && (contact === 'same' || contact === 'part')) ? 'maybe' : 'no'
}

function isStrong({ organisation, contact, phone, email }: Likeness): boolean {
  const isPersonOf = organisation === 'same' && (contact === 'same' || contact === 'part')
  return phone === 'same' || email === 'same' || (phone === 'line' && isPersonOf)
}

/** What forbids certainty. */
function against(likeness: Likeness): readonly Trait[] {
  const isTheirs = likeness.organisation === 'same'
  return differing(likeness).filter((trait) => !isTheirs || (trait === 'phone' && likeness.phone === 'extension'))
}

function differing({ organisation, contact, phone, email }: Likeness): Trait[] {
  const isOther: Readonly<Record<Trait, boolean>> = {
    organisation: organisation === 'other',
    contact: contact === 'other',
    phone: phone === 'other' || phone === 'extension',
    email: email === 'other',
  }
  return order.filter((trait) => isOther[trait])
}

function agreeing({ organisation, contact, phone, email }: Likeness): Trait[] {
  const agrees: Readonly<Record<Trait, boolean>> = {
    phone: phone === 'same' || phone === 'line' || phone === 'extension',
    email: email === 'same',
    organisation: organisation === 'same' || organisation === 'near',
    contact: contact === 'same' || contact === 'part',
  }
  return order.filter((trait) => agrees[trait])
}

const order: readonly Trait[] = ['phone', 'email', 'organisation', 'contact']

/** What agrees weighs 8, 4, 2, 1; what differs takes half as much. */
function weightOf(likeness: Likeness): number {
  const weights: Readonly<Record<Trait, number>> = { phone: 8, email: 4, organisation: 2, contact: 1 }
  const sum = (traits: readonly Trait[]) => traits.reduce((all, trait) => all + weights[trait], 0)
  return sum(agreeing(likeness)) - sum(differing(likeness)) / 2
}

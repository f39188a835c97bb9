/** One office in which nearly everything that writes has something to do: that of the table of rights, and what waits for somebody beside. */
import type { World } from '../../../emulator/world/types'
import type { Card } from '../../../src/rpc/contract'
import { completeClient, type createInput, director, done, office, phoned, sheet } from '../../fixtures/desk'
import { requestWorld } from '../../fixtures/formDesk'
import { besideVk } from '../../fixtures/inboundPlaces'
import { formPost, post } from '../../fixtures/intakeDesk'
import { centre, linksIn, parametersOf, send, visit } from '../../fixtures/pagesDesk'
import { answer, askLetters, askLink, leaveDevice, secretOf } from '../../fixtures/phoneDesk'
import { columnOf } from '../../fixtures/register'
import { deals, held, world as rightsWorld, slots } from '../../fixtures/rights/methods'

/** A request of a client of its own, by number. */
export function asked(world: World, number: number, part: Partial<Parameters<typeof createInput>[0]> = {}): Card {
  const told = { phone: `8 911 600-${number}-00`, email: `client${number}@example.net`, organisation: `АНО «Клиент ${number}»` }
  return phoned(world, told.organisation, { client: { ...completeClient, ...told }, ...part })
}

/** All links of that purpose in letters, the newest last. */
export function linksOf(world: World, purpose: string) {
  return world.state.letters
    .flatMap(linksIn)
    .map(parametersOf)
    .filter(({ p }) => p === purpose)
}

/** An execution has time for so many letters. */
function mailAll(world: World): void {
  for (let runs = 0; runs < 3; runs++) done(world, 'outbox/send', {})
}

/** More cells at once than are work like any other. */
function pasted(world: World): { readonly at: string; readonly who: string } {
  const column = columnOf(sheet(world, 'Клиенты'), 'Мессенджер')
  const values = Array.from({ length: 12 }, (_, at) => [`вставлено ${at}`, 'Онега'])
  world.hand.paste({ sheet: 'Клиенты', row: 2, column, values, user: office })
  const [block] = done(world, 'desk/today', {}).blocks
  if (block === undefined) throw new Error('nobody is asked about the block')
  return { at: block.at, who: block.who }
}

/** The link of that booking's client. */
export const visitLink = (world: World, deal: number) => linksOf(world, 'visit').find(({ d }) => d === String(deal))

/** A client who asked by his link to cancel. */
function wished(world: World): { readonly deal: object; readonly said: string } {
  const { id } = deals["another's"]
  send(world, visitLink(world, id), 'visit/send', visit('cancel', '', 'заболели'))
  const { version: _, ...deal } = done(world, 'deal/open', { id, row: null, clientId: null }).ref
  const wish = done(world, 'desk/today', {}).items.find((item) => item.deal?.id === id)?.wish
  if (!wish) throw new Error('«Сегодня» shows no wish')
  return { deal, said: wish }
}

/** A known phone under another organisation's name. */
function withNews(world: World): Card {
  const known = asked(world, 70).deal.clientId ?? 0
  const other = asked(world, 71)
  return done(world, 'deal/recognise', { deal: other.ref, client: known })
}

function setAside(world: World): string {
  post(world, formPost({ name: 'Анна', phone: '89114160123', org: 'АНО «Пристань»', text: 'Нужен совет', _gotcha: 'x' }))
  return done(world, 'intake/asides', {}).items[0]?.id ?? ''
}

function withdrawn(world: World): Card {
  const { ref } = asked(world, 72)
  return done(world, 'client/withdrawConsent', { deal: ref, date: '2026-12-01', reason: 'позвонил' })
}

/** Somebody has a link to sign in, somebody else a device, and a third one waits for his letter. */
function signingIn(world: World): { readonly link: string; readonly device: string } {
  leaveDevice(world, secretOf('held'), office)
  const [device] = done(world, 'device/list', {}, office).devices
  askLetters(world, director)
  const link = askLink(world, director)
  answer(world, { act: 'ask', address: office })
  return { link, device: device?.id ?? '' }
}

function made() {
  const world = besideVk(rightsWorld.fork())
  world.state.triggers.push({ uid: 'form-trigger', fn: 'onFormSubmit', owner: world.state.owner, kind: 'formSubmit' })
  const block = pasted(world)
  const news = withNews(world).ref
  const consentGone = withdrawn(world).ref
  const aside = setAside(world)
  const wish = wished(world)
  done(world, 'slot/hold', { eventId: slots["an expert's"].eventId, start: slots["an expert's"].start })
  done(world, 'week/close', { deals: [{ ref: held["another's"], to: 'feedback' }] })
  const decided = asked(world, 73, { topic: 11 }).ref
  done(world, 'deal/askExternal', { deal: decided, project: centre })
  mailAll(world)
  const request = requestWorld(world).link
  const signing = signingIn(world)
  // What went by letter is not taken back: this one waits.
  const closedWeek = done(world, 'week/close', { deals: [{ ref: held["an expert's, another project"], to: 'feedback' }] }).undo
  return { world, block, news, consentGone, aside, wish, closedWeek, request, signing }
}

export const shared = made()

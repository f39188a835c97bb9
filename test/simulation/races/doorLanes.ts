/** The doors that are no method: forms, pages of people outside, the phone, triggers; on the shared office. */

import { createInput, office } from '../../fixtures/desk'
import { formInput, formSending, markOf } from '../../fixtures/formDesk'
import { posting } from '../../fixtures/intakeDesk'
import { report, sending, sentFile, viewOf, visit } from '../../fixtures/pagesDesk'
import { calling, iPhone, phoning, secretOf } from '../../fixtures/phoneDesk'
import { deals } from '../../fixtures/rights/methods'
import { type Lane, marked, same, tick } from './lane'
import { linksOf, shared, visitLink } from './office'

const { world, request, signing } = shared
const ownVisit = visitLink(world, deals.own.id)
const newest = (purpose: string) => linksOf(world, purpose).at(-1)

/** What a client says of his own booking. */
function visiting(kind: 'confirm' | 'cancel' | 'move' | 'call'): ReturnType<typeof sending> {
  const view = viewOf(world.fork(), { ...ownVisit })
  const to = kind === 'move' && view.view === 'visit' ? (view.hours[0]?.start ?? '') : ''
  return sending({ link: ownVisit, method: 'visit/send', input: visit(kind, to, kind === 'cancel' ? 'заболели' : '') })
}

const body = new URLSearchParams({ Name: 'Вера', Phone: '8 911 777-00-11', text: 'вопрос-2- нужен устав', tranid: '7:77' }).toString()
const uidOf = (fn: string) => world.state.triggers.find((trigger) => trigger.fn === fn)?.uid
const googleForm = {
  namedValues: { ФИО: ['Анна Северова'], Телефон: ['89115550203'], Вопрос: ['вопрос-3- нужен совет'] },
  range: { rowStart: 2 },
  triggerUid: 'form-trigger',
}

const invocations: Readonly<Record<string, ReturnType<Lane['invocation']>>> = {
  'a form’s request': posting(world, { type: 'application/x-www-form-urlencoded', body }),
  'a Google form’s answer': { fn: 'onFormSubmit', entry: 'trigger', user: office, args: [googleForm] },
  'the centre’s own form': formSending(markOf(world), formInput({ key: 'f000000000777', text: 'вопрос-4- как вступить?' })),
  'visit/send, confirmed': visiting('confirm'),
  'visit/send, cancelled': visiting('cancel'),
  'visit/send, another hour': visiting('move'),
  'visit/send, a call': visiting('call'),
  'report/send': sending({ link: newest('report'), method: 'report/send', input: report }),
  'report/attach': sending({ link: newest('report'), method: 'report/attach', input: sentFile() }),
  'request/attach': sending({ link: request, method: 'request/attach', input: sentFile() }),
  'feedback/send': sending({ link: newest('feedback'), method: 'feedback/send', input: { score: 5, text: 'спасибо', quotable: true } }),
  'decide/send': sending({ link: linksOf(world, 'decide')[0], method: 'decide/send', input: { decision: 'allow', note: '' } }),
  'stop/confirm': sending({ link: newest('stop'), method: 'stop/confirm', input: {} }),
  'signed in on a phone': phoning({ act: 'enter', link: signing.link, secret: secretOf('new'), agent: iPhone }),
  'the desk opened on a phone': phoning({ act: 'open', secret: secretOf('held'), view: 'sidebar' }),
  'deal/create, on a phone': calling(
    secretOf('held'),
    'deal/create',
    createInput({ request: 'вопрос-5- об уставе', requestKey: 'key-of-the-lane-5' }),
  ),
  'letters to sign in': { fn: 'signInLetters', entry: 'trigger', user: '', args: [{ triggerUid: uidOf('signInLetters') }] },
  'the trigger': tick,
}

export const doorLanes: readonly Lane[] = Object.entries(invocations).map(([name, one]) => marked({ name, world, invocation: same(one) }))

/** The desk on a phone: signing in, and the calls of whoever is signed in. Who acts is told by the device's secret, on every call anew. */

import * as v from 'valibot'
import { deviceOf } from '../../../domain/office/access/access'
import { type Device, utcDay } from '../../../domain/office/access/device'
import { digestOf, idOf } from '../../../domain/office/access/secrets'
import { signInTexts } from '../../../domain/text/signInText.ru'
import type { RpcRequest } from '../../../rpc/contract'
import {
  type PhoneAct,
  type PhoneAnswer,
  type PhoneAnswers,
  type PhoneAsking,
  type PhoneRefusal,
  type PhoneRequest,
  phoneRequest,
} from '../../../rpc/phoneContract'
import { type DeskSession, StrangerError } from '../../desk/session'
import { forgetAccess, keepAccess } from '../../google/kept/accessStore'
import { platformErrorOf, sentenceOf } from '../../google/platformError'
import { storedProperties } from '../../google/spreadsheet'
import { pageFor } from '../page'
import { answerFor } from '../rpc'
import { ask } from './ask'
import { enter } from './enter'
import { refusedBy, signedOut } from './refused'

type Acts = { readonly [A in PhoneAct]: (given: PhoneAsking<A>) => PhoneAnswers[A] | PhoneRefusal }

const acts: Acts = {
  ask: ({ address }) => ask(address),
  enter,
  open: ({ secret, view }) => bySession(secret, (session) => opened(session, view)),
  call: ({ secret, request }) => bySession(secret, (session) => called(session, request as unknown as RpcRequest)),
}

/** Every call of the page. Never throws. */
export function answerPhone(request: unknown): PhoneAnswer {
  const asked = v.safeParse(phoneRequest, request)
  if (!asked.success) return refusedBy(signInTexts.unreadable)
  try {
    return (acts[asked.output.act] as (given: PhoneRequest) => PhoneAnswer)(asked.output)
  } catch (error) {
    console.error(`phone: ${platformErrorOf(error).code}`)
    return refusedBy(asked.output.act === 'open' ? sentenceOf(error) : signInTexts.failed, { retry: true })
  }
}

interface DeviceSession extends DeskSession {
  readonly device: Device
}

/** Nothing of the register is read for a secret that is not kept here: a guess costs one read of the properties. */
function bySession<T>(secret: string, then: (session: DeviceSession) => T | PhoneRefusal): T | PhoneRefusal {
  const { access, spreadsheetId } = storedProperties()
  const device = deviceOf(access, secret, Date.now())
  if (device !== null) return then({ spreadsheetId, email: device.email, entry: 'телефон', device })
  const id = idOf(digestOf('device', secret, access.key))
  return signedOut(access.devices.some(({ digest }) => idOf(digest) === id) ? 'expired' : 'ended')
}

function opened(session: DeviceSession, view: PhoneAsking<'open'>['view']): PhoneAnswers['open'] | PhoneRefusal {
  try {
    const data = pageFor(view, session)
    noteSeen(session.device)
    return { ok: true, data }
  } catch (error) {
    if (error instanceof StrangerError) return ended(session)
    throw error
  }
}

/** Once a day. */
function noteSeen(device: Device): void {
  const seen = utcDay(Date.now())
  if (seen > device.seen) keepAccess({ devices: [{ ...device, seen }] })
}

function called(session: DeviceSession, request: RpcRequest): PhoneAnswers['call'] | PhoneRefusal {
  const answer = answerFor(request, () => session)
  return !answer.ok && answer.stranger === true ? ended(session) : answer
}

/** Whoever may see nothing any more is signed out for good, should he come back one day. */
function ended({ device }: DeviceSession): PhoneRefusal {
  forgetAccess({ devices: [device] })
  return signedOut('ended')
}

/** What comes from outside and what goes back: a posted request, a pasted letter, an undo, a merge, an attached file, an edit by hand. */
import type { ExecutionRecord } from '../../emulator/world/types'
import { dealTitles } from '../../src/domain/deal/fieldTitles'
import { dealIn, inStage, refOf, rpc, tick, user } from './asking'
import type { BenchOffice } from './office'

/** A form of the site posts a request; `order` tells people and requests apart. */
export function takePosted({ world }: BenchOffice, order = 0): ExecutionRecord {
  const key = world.state.properties.script['intakeKey'] ?? ''
  const phone = `+7 911 416-01-${23 + order}`
  const message = `Как описать проект${order === 0 ? '' : ` № ${order}`}`
  const contents = JSON.stringify({ 'your-name': 'Анна Иванова', 'your-tel': phone, 'your-message': message })
  const event = {
    parameter: { key },
    parameters: { key: [key] },
    queryString: `key=${key}`,
    pathInfo: '',
    contentLength: contents.length,
    postData: { type: 'application/json', contents, length: contents.length },
  }
  const record = world.invoke({ fn: 'doPost', entry: 'webPost', user: '', args: [event] })
  const { content } = record.value as { content: string }
  if (!content.includes('"ok":true')) throw new Error(`doPost: ${content}`)
  return record
}

export function readLetter({ world }: BenchOffice): ExecutionRecord {
  return rpc(world, 'intake/readLetter', { text: 'Имя: Анна Иванова\nТелефон: +7 911 416-01-23\nВопрос: Как описать проект' }).record
}

/** A note is made and taken back. */
export function undoNote(desk: BenchOffice): ExecutionRecord {
  const deal = refOf(dealIn(desk, inStage('unreached')))
  const noted = rpc(desk.world, 'deal/note', { deal, outcome: 'reached', text: '' }).value
  return rpc(desk.world, 'deal/undo', { deal: noted.ref }).record
}

export function mergeTwo({ world }: BenchOffice): ExecutionRecord {
  return rpc(world, 'client/merge', { keep: 3, drop: 4 }).record
}

export function attachNote(desk: BenchOffice): ExecutionRecord {
  const deal = refOf(dealIn(desk, inStage('feedback')))
  return rpc(desk.world, 'file/attach', { deal, name: 'описание.txt', mimeType: 'text/plain', base64: 'dGVzdA==' }).record
}

/** Somebody types into «Запрос»: the edit trigger judges the register against its journal. */
export function typeByHand(desk: BenchOffice): ExecutionRecord {
  const { id } = dealIn(desk, inStage('accepted'))
  const column = Object.keys(dealTitles).indexOf('request') + 1
  const [record] = desk.world.hand.type({ sheet: 'Сделки', row: id + 1, column, value: 'Как составить смету', user })
  if (record === undefined || record.error !== null) throw new Error(`edit: ${record?.error?.message ?? 'no trigger ran'}`)
  return record
}

/** In a copy, so that nothing else is due. */
export function tickAfterHand({ world, deals }: BenchOffice): ExecutionRecord {
  const copy = world.fork()
  typeByHand({ world: copy, deals })
  return tick(copy)
}

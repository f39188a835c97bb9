/** What comes from outside and what goes back: a posted request, a pasted letter, an undo, a merge, an attached file. */
import type { ExecutionRecord } from '../../emulator/types'
import { dealIn, inStage, refOf, rpc } from './asking'
import type { BenchOffice } from './office'

/** A form of the site posts a request. */
export function takePosted({ world }: BenchOffice): ExecutionRecord {
  const key = world.state.properties.script['intakeKey'] ?? ''
  const contents = JSON.stringify({ 'your-name': 'Анна Иванова', 'your-tel': '+7 911 416-01-23', 'your-message': 'Как описать проект' })
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

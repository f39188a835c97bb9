/** Must show 4: 10,000 random texts through every text door of intake: stored as typed, or refused; never cut, never a link of ours. */

import { createHash } from 'node:crypto'
import { rawText } from '../../../src/domain/intake/rawText'
import { readGoogleForm } from '../../../src/domain/intake/read/readGoogleForm'
import { readLetter } from '../../../src/domain/intake/read/readLetter'
import { readRequest } from '../../../src/domain/intake/read/readRequest'
import type { ReadRequest } from '../../../src/domain/intake/request'
import { plainText } from '../../../src/domain/letter/plainLine'
import { cellLimit } from '../../../src/domain/register/cellLength'
import { checkLengths } from '../../../src/domain/register/fieldValue'
import type { Decision } from '../../../src/usecases/changes'
import { create } from '../../../src/usecases/intake/createDeal'
import { takeRequest } from '../../../src/usecases/intake/takeRequest'
import { misfit } from '../../../src/usecases/register/fitting'
import { journalOf } from '../../../src/usecases/register/journal'
import { client } from '../../fixtures/builders'
import { deskOf, momentOf, planOf } from '../../fixtures/known'

/** The same texts on every run and platform. */
function random(seed: string): () => number {
  let at = 0
  let block = Buffer.alloc(0)
  return () => {
    if (at % 8 === 0) block = createHash('sha256').update(`${seed}${at}`).digest()
    const value = block.readUInt32LE((at % 8) * 4)
    at += 1
    return value
  }
}

const pieces = [
  ...'абвАБВ xyz.,:;-_@#&=+%?/\\\'"«»()<>[]{}|~`^0123456789\n\r\t',
  ...[
    '\u0000',
    '\u0007',
    '\u001b',
    '\u007f',
    '\ud83d',
    '\udc00',
    '😀',
    '\u202e',
    '\u2066',
    '\u200b',
    '\u2028',
    '\ufeff',
    '\u00a0',
    '\u3000',
    'и\u0306',
  ],
  ...[
    '=1+1',
    '=HYPERLINK("http://evil.example";"x")',
    '+7 911 416-01-23',
    '@SUM(1)',
    "'=1",
    '⟦1⟧',
    '<script>',
    '</div>',
    '&amp;',
    '<a href="http://evil.example">',
    'http://evil.example/pay',
  ],
  ...[
    'Телефон: ',
    'От: ',
    '> ',
    ' пишет:\n',
    'merged:1 ',
    'not:7 ',
    'С уважением, Анна',
    'a@x.example',
    'АНО «Маяк»',
    '#REF!',
    '{"',
    '}',
    '%D0',
    '&key=',
    'null',
  ],
]
const sizes = [0, 1, 3, 10, 40, 200, 600]

function textOf(at: number): string {
  const next = random(`text ${at}`)
  const pick = <T>(list: readonly T[]) => list[next() % list.length] as T
  if (at % 500 === 0) return pick(pieces).repeat(50_000).slice(0, 50_000)
  if (at % 100 === 0) return pick(pieces).repeat(12_000).slice(0, 12_000)
  return Array.from({ length: pick(sizes) }, () => pick(pieces)).join('')
}

const posted = (contentType: string, body: string) => readRequest({ contentType, body, parameters: {} }, '2026-11-23T06:00')
const doors: readonly ((text: string) => ReadRequest)[] = [
  (text) => posted('application/json', JSON.stringify({ name: text, org: text, phone: text, email: text, city: text, text, other: text })),
  (text) =>
    posted(
      'application/x-www-form-urlencoded',
      `name=Anna&org=${encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'))}&text=${encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'))}`,
    ),
  (text) => posted('multipart/form-data; boundary=b', `--b\r\nContent-Disposition: form-data; name="text"\r\n\r\n${text}\r\n--b--`),
  (text) => posted('text/plain', `Организация: ${text}\n${text}`),
  (text) => readGoogleForm({ Имя: [text], 'Ваш вопрос': [text], 'Другой вопрос': [text] }, 2),
]

/** As the server carries it out: what has no room in the journal is refused too. */
function carried(decision: Decision): Decision {
  const problem = decision.ok ? misfit(decision.changes) : null
  return problem === null ? decision : { ok: false, problem }
}

/** Everything that is written is a text that stands in a cell whole, without signs that change what is seen. */
function expectSound(decision: Decision & { ok: true }): void {
  const { changes } = decision
  for (const { after } of [...changes.deals, ...changes.clients]) {
    expect(checkLengths(after)).toBeNull()
    const { raw = '', ...seen } = after as { raw?: string }
    expect(JSON.stringify(seen)).not.toMatch(/\\u(00[01]|d[89a-f]|20[23]|206)/)
    expect(raw).not.toMatch(/\p{Surrogate}|[\u0000-\u0008\u000b-\u001f]/u)
  }
  for (const line of journalOf(changes, momentOf()))
    expect(Object.keys(JSON.parse(line.change)).length > 0 && line.change.length <= cellLimit).toBe(true)
}

test('10,000 texts', () => {
  const clients = [client()]
  const counts = { stored: 0, refused: 0 }
  for (let at = 0; at < 8_000; at++) {
    const text = textOf(at)
    const request = (doors[at % doors.length] as (typeof doors)[number])(text)
    const decision = carried(takeRequest({ request, channel: 'site' }, clients, deskOf(), momentOf()))
    if (!decision.ok) {
      expect(decision.problem).toMatchObject({ code: 'tooLong' })
      expect(request.raw.length).toBeGreaterThan(9_000)
      counts.refused += 1
      continue
    }
    counts.stored += 1
    expectSound(decision)
    const deal = decision.changes.deals[0]?.after
    expect(deal?.raw).toBe(request.raw)
    // As typed: the whole text stands in what came; of JSON with its escapes.
    const typed = rawText(text)
    const kept = at % doors.length === 0 ? rawText(JSON.stringify(text).slice(1, -1)) : typed.trim()
    expect([at, request.raw.includes(at % doors.length === 1 ? rawText(text.replace(/\p{Surrogate}/gu, '\ufffd')) : kept)]).toEqual([
      at,
      true,
    ])
  }
  process.stdout.write(`through five doors of requests: ${JSON.stringify(counts)}\n`)
  expect(Math.min(counts.stored, counts.refused)).toBeGreaterThan(10)
})

test('2,000 of them as a letter pasted into the panel', () => {
  for (let at = 8_000; at < 10_000; at++) {
    const text = textOf(at)
    const { organisation, contact, phone } = readLetter(text).fields
    const plan = carried(
      planOf(create, {
        channel: 'email',
        stage: 'unsorted',
        clientId: null,
        client: { organisation, kind: '', contact, phone, email: '', messenger: '', municipality: '', consentDate: null },
        topic: null,
        request: plainText(text),
        agreedWith: '',
        letter: text,
      }),
    )
    if (plan.ok) {
      expectSound(plan)
      expect(plan.changes.deals[0]?.after).toMatchObject({ raw: rawText(text), request: plainText(text) })
    } else expect(plan.problem).toMatchObject({ code: 'tooLong' })
  }
})

/**
 * The receiver in Russia: records a request in a file first, then answers the person, then passes it on to the desk, signed, until the desk has it.
 * One file, Node 20 or later, no packages. README.md says how it is set up.
 *
 *     node receiver.mjs serve          takes requests
 *     node receiver.mjs pass           passes on what waits, once (for cron)
 *     node receiver.mjs list           what waits
 *     node receiver.mjs forget <id>    deletes a record; its id begins as «ru:…» of the deal says
 *     node receiver.mjs check          signs the examples of vectors.json, as the desk does
 */
import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import fs from 'node:fs'
import http from 'node:http'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** As the desk's own doors. Bytes; milliseconds; requests of one sender a minute, and times of that for all. */
const limits = { body: 100_000, fewestMs: 4_000, longestMs: 3 * 24 * 3_600_000, senders: 5 }
const again = { everyMs: 60_000, patienceMs: 90_000 }

const folder = process.env.RECEIVER_DATA ?? path.join(path.dirname(fileURLToPath(import.meta.url)), '..', 'receiver-data')
const config = { key: '', desk: '', siteKey: '', centre: '', phone: '', policy: '', perMinute: 10, port: 8080, ...readJson('config.json') }

const hmac = (text, key = config.key) => createHmac('sha256', key).update(text).digest('hex')
const isSame = (a, b) => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))

export function idOf({ nonce, contentType, body }) {
  return createHash('sha256').update(`${nonce}\n${contentType}\n${body}`).digest('hex')
}

export function envelopeOf({ id, payload }, at, key = config.key) {
  return { id, at, payload, sign: hmac(`desk-1\n${id}\n${at}\n${payload}`, key) }
}

function readJson(name) {
  try {
    return JSON.parse(fs.readFileSync(path.join(folder, name), 'utf8'))
  } catch (error) {
    if (error.code === 'ENOENT') return {}
    throw error
  }
}

// Records: a file each, named by its id, in «waiting» until the desk has it, then in «passed».

const placeOf = (state, id) => path.join(folder, state, `${id}.json`)
const isRecorded = (id) => ['waiting', 'passed'].some((state) => fs.existsSync(placeOf(state, id)))

function synced(name, flags, work = () => undefined) {
  const file = fs.openSync(name, flags, 0o600)
  try {
    work(file)
    fs.fsyncSync(file)
  } finally {
    fs.closeSync(file)
  }
}

/** On disk when it returns. The same request a second time is the same record. */
function record(recorded) {
  const id = idOf(recorded)
  if (isRecorded(id)) return id
  const unfinished = path.join(folder, 'waiting', `${id}.${randomBytes(4).toString('hex')}.tmp`)
  synced(unfinished, 'wx', (file) => fs.writeFileSync(file, JSON.stringify({ id, payload: JSON.stringify(recorded) })))
  fs.renameSync(unfinished, placeOf('waiting', id))
  synced(path.join(folder, 'waiting'), 'r')
  return id
}

function prepare() {
  for (const state of ['waiting', 'passed']) fs.mkdirSync(path.join(folder, state), { recursive: true, mode: 0o700 })
  for (const name of fs.readdirSync(path.join(folder, 'waiting'))) if (name.endsWith('.tmp')) dropOld(path.join(folder, 'waiting', name))
}

/** What was never finished was never answered. */
function dropOld(name) {
  if (Date.now() - fs.statSync(name).mtimeMs > 3_600_000) fs.rmSync(name, { force: true })
}

const idsIn = (state) => fs.readdirSync(path.join(folder, state)).flatMap((name) => /^([0-9a-f]{64})\.json$/.exec(name)?.[1] ?? [])

// Passing on.

let isPassing = false
/** Something was recorded since the list was read. */
let isMore = false

/** The oldest first; one that cannot be taken does not stop the others, a desk that cannot be reached stops all. */
export async function passAll() {
  isMore = true
  if (isPassing) return
  isPassing = true
  try {
    while (isMore) {
      isMore = false
      for (const id of waitingIds()) if ((await passed(id)) === 'stop') return
    }
  } finally {
    isPassing = false
  }
}

/** Another process may have passed on or forgotten one meanwhile. */
function waitingIds() {
  const age = (id) => fs.statSync(placeOf('waiting', id), { throwIfNoEntry: false })?.mtimeMs ?? 0
  return idsIn('waiting')
    .map((id) => ({ id, at: age(id) }))
    .sort((a, b) => a.at - b.at)
    .map(({ id }) => id)
}

/** Of one record only; everything else is true of all of them. */
const ofItself = ['empty', 'unreadable']

async function passed(id) {
  const kept = readWaiting(id)
  if (kept === null) return 'next'
  const answer = await toldDesk(kept)
  if (answer.ok === true) {
    if (readWaiting(id) !== null) fs.renameSync(placeOf('waiting', id), placeOf('passed', id))
    return 'next'
  }
  console.error(`${id}: ${answer.code ?? 'no answer'}`)
  return ofItself.includes(answer.code) ? 'next' : 'stop'
}

/** null = another process was faster, or it cannot be read. */
function readWaiting(id) {
  try {
    return JSON.parse(fs.readFileSync(placeOf('waiting', id), 'utf8'))
  } catch {
    return null
  }
}

/** Google answers a post by sending on to a page that holds the answer. */
async function toldDesk(one) {
  try {
    const body = JSON.stringify(envelopeOf(one, Math.floor(Date.now() / 1000)))
    const options = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body, signal: AbortSignal.timeout(again.patienceMs) }
    return await (await fetch(config.desk, options)).json()
  } catch {
    return {}
  }
}

// The door.

const senders = { minute: 0, counts: new Map(), all: 0 }

function isOverRate(sender) {
  const minute = Math.floor(Date.now() / 60_000)
  if (senders.minute !== minute) Object.assign(senders, { minute, counts: new Map(), all: 0 })
  const count = (senders.counts.get(sender) ?? 0) + 1
  senders.counts.set(sender, count)
  senders.all += 1
  return count > config.perMinute || senders.all > config.perMinute * limits.senders
}

const newMark = (now) => `${now}.${hmac(`form|${now}`)}`

/** When a page was shown that somebody has had the time to fill in. */
function isOfPerson(mark) {
  const [, shown = '', sign = ''] = /^(\d{13})\.([0-9a-f]{64})$/.exec(mark) ?? []
  const took = Date.now() - Number(shown)
  return shown !== '' && isSame(sign, hmac(`form|${shown}`)) && took >= limits.fewestMs && took <= limits.longestMs
}

/** Names of the form's answers, as the desk's parser knows them. */
const fields = ['Вопрос', 'Имя', 'Телефон', 'E-mail', 'Мессенджер', 'Организация', 'Муниципалитет', 'Удобное время']
const consent = 'Согласие на обработку персональных данных'
const consented = () => `Даю согласие на обработку персональных данных${config.policy === '' ? '' : `; политика: ${config.policy}`}`

/** Of the own form: only what it asks for, under the key of its page, with the consent in the words that stood beside the box. */
function ownForm(given) {
  const told = [
    ['form name', 'Форма заявки центра'],
    ...fields.map((name) => [name, given.get(name) ?? '']),
    [consent, given.get(consent) === null ? '' : consented()],
    ['honeypot', given.get('honeypot') ?? ''],
    ['request key', given.get('request key') ?? ''],
  ].filter(([, value]) => value.trim() !== '')
  return {
    nonce: given.get('request key') ?? '',
    contentType: 'application/x-www-form-urlencoded',
    body: String(new URLSearchParams(told)),
  }
}

function missingIn(given) {
  const isReachable = ['Телефон', 'E-mail', 'Мессенджер'].some((name) => (given.get(name) ?? '').trim() !== '')
  const needed = ['Вопрос', 'Имя', consent].filter((name) => (given.get(name) ?? '').trim() === '')
  return isReachable ? needed : [...needed, 'Телефон, почта или мессенджер']
}

function take(request, body, query) {
  if (isOverRate(request.socket.remoteAddress)) return { status: 429, text: texts.busy }
  if (body.trim() === '') return { status: 400, text: texts.empty }
  const contentType = (request.headers['content-type'] ?? '').slice(0, 200)
  const given = /urlencoded/i.test(contentType) ? new URLSearchParams(body) : new URLSearchParams()
  const isOwn = given.has('mark')
  const missing = isOwn ? missingIn(given) : []
  if (missing.length > 0) return { status: 422, text: texts.missing(missing.join(', ')) }
  const isOfSite = config.siteKey !== '' && isSame(hmac(query.get('key') ?? ''), hmac(config.siteKey))
  const suspect = isOfSite || isOfPerson(given.get('mark') ?? '') ? '' : 'hasty'
  const form = isOwn ? ownForm(given) : { nonce: randomBytes(16).toString('hex'), contentType, body }
  const from = (query.get('from') ?? '').slice(0, 100)
  const id = record({ ...form, nonce: form.nonce.slice(0, 200), from, recordedAt: Math.floor(Date.now() / 1000), suspect })
  return { status: 200, text: texts.taken, id }
}

function answered(request, response, { status, text, id }) {
  const isPage = (request.headers.accept ?? '').includes('text/html')
  const body = isPage
    ? page(texts.titles[status] ?? texts.titles.other, `<p>${escaped(text)}</p>`)
    : JSON.stringify({ ok: status === 200, id, text })
  send(response, status, isPage ? 'text/html' : 'application/json', body)
}

function send(response, status, type, body) {
  response.writeHead(status, {
    'Content-Type': `${type}; charset=utf-8`,
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'",
  })
  response.end(body)
}

function onPost(request, response, query) {
  const parts = []
  let size = 0
  request.on('data', (part) => {
    size += part.length
    if (size <= limits.body) parts.push(part)
  })
  request.on('end', () => {
    const result = size > limits.body ? { status: 413, text: texts.tooBig } : taken(request, Buffer.concat(parts).toString('utf8'), query)
    answered(request, response, result)
    if (result.status === 200) setImmediate(passAll)
  })
}

/** Where nothing can be recorded nobody is told that it was. */
function taken(request, body, query) {
  try {
    return take(request, body, query)
  } catch (error) {
    console.error(`record: ${error.code ?? error.name}`)
    return { status: 503, text: texts.failed }
  }
}

/** One page and one address; nothing else is there. */
export function serve() {
  if (config.key === '' || config.desk === '') throw new Error('config.json: «key» and «desk» are needed')
  const server = http.createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://receiver')
    if (pathname !== '/') return send(response, 404, 'text/plain', 'Not found')
    if (request.method === 'GET') return send(response, 200, 'text/html', formPage())
    if (request.method === 'POST') return onPost(request, response, searchParams)
    return send(response, 405, 'text/plain', 'Method not allowed')
  })
  server.listen(config.port, process.env.RECEIVER_HOST ?? '127.0.0.1', () => console.log(`listening on ${server.address().port}`))
  setInterval(passAll, again.everyMs)
  setImmediate(passAll)
}

// Words and pages.

const texts = {
  titles: { 200: 'Заявка получена', 422: 'Заявка не отправлена', other: 'Сейчас не получилось' },
  taken: 'Мы позвоним вам, уточним вопрос и предложим время.',
  busy: 'Заявок сейчас слишком много. Подождите минуту, вернитесь назад и отправьте ещё раз: введённое останется.',
  empty: 'Заявка пустая, записывать нечего.',
  tooBig: 'Заявка слишком длинная. Сократите текст, подробности расскажете по телефону.',
  failed: 'Сейчас записать заявку не получилось. Вернитесь назад, подождите минуту и отправьте ещё раз или позвоните нам.',
  missing: (names) => `Не заполнено: ${names}. Вернитесь назад, заполните и отправьте ещё раз: введённое останется.`,
}

const escaped = (text) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

const css = `:root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif}body{margin:0}main{max-width:36rem;margin:0 auto;padding:1rem}
h1{font-size:1.5rem;margin:.5rem 0}label{display:block;margin-top:1rem;font-weight:600}small{display:block;font-weight:400;opacity:.8}
input,textarea{box-sizing:border-box;width:100%;font:inherit;padding:.6rem;border:1px solid GrayText;border-radius:.4rem;background:Field;color:FieldText}
textarea{min-height:8rem}label.check{display:flex;gap:.6rem;font-weight:400;align-items:flex-start}label.check input{width:1.4rem;height:1.4rem;flex:none}
button{font:inherit;font-weight:600;margin:1.5rem 0;padding:.75rem 1.5rem;border:0;border-radius:.4rem;background:#0b57d0;color:#fff;cursor:pointer}
:focus-visible{outline:3px solid #0b57d0;outline-offset:2px}.extra{position:absolute;left:-9999px}
@media (prefers-color-scheme:dark){body{background:#131314;color:#e3e3e3}button{background:#a8c7fa;color:#062e6f}a{color:#a8c7fa}:focus-visible{outline-color:#a8c7fa}}`

function page(title, content) {
  const centre = [config.centre, config.phone].filter((part) => part !== '').join(', ')
  return `<!doctype html><html lang="ru"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escaped(title)}</title><style>${css}</style><main><p>${escaped(centre)}</p><h1>${escaped(title)}</h1>${content}</main></html>`
}

const kinds = {
  Телефон: 'type="tel" autocomplete="tel"',
  'E-mail': 'type="email" autocomplete="email"',
  Имя: 'autocomplete="name" required',
}
const hints = {
  Телефон: 'Телефон, почта или мессенджер: хватит одного',
  Организация: 'Если вы от организации',
  'Удобное время': 'Например: по средам после 16',
}

function field(name) {
  const [hint, id] = [hints[name], `f${fields.indexOf(name)}`]
  const label = `<label for="${id}">${name}${hint === undefined ? '' : `<small>${hint}</small>`}</label>`
  if (name === 'Вопрос') return `${label}<textarea id="${id}" name="${name}" maxlength="10000" required></textarea>`
  return `${label}<input id="${id}" name="${name}" maxlength="500" ${kinds[name] ?? ''}>`
}

function formPage() {
  const policy =
    config.policy === '' ? '' : ` <a href="${escaped(config.policy)}" target="_blank" rel="noopener">Политика обработки данных</a>`
  const hidden = `<input type="hidden" name="mark" value="${newMark(Date.now())}"><input type="hidden" name="request key" value="f${randomBytes(12).toString('hex')}">`
  const trap = `<div class="extra" aria-hidden="true"><label>Оставьте это поле пустым<input name="honeypot" tabindex="-1" autocomplete="off"></label></div>`
  const agree = `<label class="check"><input type="checkbox" name="${consent}" value="да" required><span>Даю согласие на обработку персональных данных${policy}</span></label>`
  return page(
    'Запись на консультацию',
    `<form method="post" action="./">${fields.map(field).join('')}${agree}${trap}${hidden}<button>Отправить заявку</button></form>`,
  )
}

// Commands.

function forget(start) {
  if (!/^[0-9a-f]{12,64}$/.test(start)) throw new Error('forget <id>: at least 12 signs of it')
  for (const state of ['waiting', 'passed'])
    for (const id of idsIn(state).filter((one) => one.startsWith(start))) {
      fs.rmSync(placeOf(state, id))
      console.log(`${id}: deleted`)
    }
}

function check() {
  const vectors = JSON.parse(fs.readFileSync(path.join(path.dirname(fileURLToPath(import.meta.url)), 'vectors.json'), 'utf8'))
  const wrong = vectors.filter(
    ({ key, at, id, payload, sign }) => idOf(JSON.parse(payload)) !== id || envelopeOf({ id, payload }, at, key).sign !== sign,
  )
  console.log(`${vectors.length} examples, ${wrong.length} wrong`)
  process.exitCode = wrong.length === 0 ? 0 : 1
}

const commands = {
  serve,
  pass: passAll,
  list: () => console.log(['waiting', 'passed'].map((state) => `${state}: ${idsIn(state).length}`).join('\n')),
  forget: () => forget(process.argv[3] ?? ''),
  check,
}
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.argv[2] !== 'check') prepare()
  await (commands[process.argv[2] ?? ''] ?? serve)()
}

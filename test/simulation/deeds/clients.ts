/** Clients by every channel: forms, letters, phone; they press twice, come again, answer, and ask not to be written to. */
import type { Input } from '../../../src/rpc/contract'
import { office } from '../../fixtures/desk'
import { formInput, formSending } from '../../fixtures/formDesk'
import { jsonPost, posting } from '../../fixtures/intakeDesk'
import { linksIn, opening, parametersOf, sending, visit } from '../../fixtures/pagesDesk'
import type { Running } from '../running'
import type { Step } from '../story'
import { type Deed, picked } from './deal'
import { manager2 } from './people'

const kinds = ['АНО', 'Фонд', 'ТОС', 'РОО']
/** A quarter of the requests comes from somebody who has come before. */
export function clientOf(
  it: Running,
  { pick, way }: Pick<Step, 'pick' | 'way'>,
): Input<'deal/create'>['client'] & { readonly number: number } {
  const number = way % 4 === 0 ? pick % 40 : 100 + it.ledger.requests.size * 20 + (pick % 10)
  return {
    number,
    organisation: `${kinds[number % 4]} «Причал ${number}»`,
    kind: 'НКО',
    contact: 'Анна Иванова',
    phone: `8911${String(4_000_000 + number * 7)}`,
    email: `client${number}@example.net`,
    messenger: '',
    municipality: 'Архангельск',
    consentDate: '2026-06-01',
  }
}

const topics = [10, 8, 2, 11, 6, 9]

/** A word of the request that stands in no other. */
export function marked(it: Running): string {
  return `вопрос-${it.ledger.requests.size}-`
}

function formOf(it: Running, step: Step, mark: string) {
  const client = clientOf(it, step)
  return jsonPost({
    имя: client.contact,
    телефон: client.phone,
    почта: client.email,
    организация: client.organisation,
    вопрос: `${mark} отчёт`,
  })
}

const form: Deed = (it, step) => {
  const mark = marked(it)
  const { value, error } = it.run(posting(it.world, formOf(it, step, mark)))
  const answer = error === null ? (JSON.parse((value as { content: string }).content) as { ok: boolean; busy?: boolean }) : { ok: false }
  it.ledger.requests.set(mark, answer.ok)
}

/** One click too many: both come at once. */
const formTwice: Deed = (it, step) => {
  const mark = marked(it)
  const one = posting(it.world, formOf(it, { ...step, way: 1 }, mark))
  const records = it.together([one, one], step.pick)
  const isTaken = records.some(({ value }) => (JSON.parse((value as { content: string } | null)?.content ?? '{}') as { ok?: boolean }).ok)
  it.ledger.requests.set(mark, isTaken === true)
  it.seen.note('two requests of one click')
}

/** Two clients press in the same second. */
const formsTogether: Deed = (it, step) => {
  const size = it.ledger.requests.size
  const marks = [`вопрос-${size}-`, `вопрос-${size + 1}-`]
  const posts = marks.map((mark, at) => posting(it.world, formOf(it, { ...step, way: 1, pick: step.pick + at }, mark)))
  const records = it.together(posts, step.pick)
  for (const [at, { value }] of records.entries())
    it.ledger.requests.set(
      marks[at] ?? '',
      (JSON.parse((value as { content: string } | null)?.content ?? '{}') as { ok?: boolean }).ok === true,
    )
}

const broken = ['{"имя":', '', '{"вопрос":"купите ссылки http://spam.example http://spam.example"}', '[]', '{"имя":"А","телефон":"нет"}']
const formBroken: Deed = (it, { pick }) => {
  it.run(posting(it.world, jsonPost(picked(broken, pick) ?? '')))
}

function taken(it: Running, step: Step, part: Pick<Input<'deal/create'>, 'channel' | 'stage'>): void {
  const mark = marked(it)
  const { number: _, ...client } = clientOf(it, step)
  const topic = topics[step.way % topics.length] ?? 10
  const user = step.way % 3 === 0 ? manager2 : office
  const input = { clientId: null, client, topic, request: `${mark} отчёт`, agreedWith: '', ...part }
  const answer = it.ask('deal/create', input, user)
  it.ledger.requests.set(mark, answer?.ok === true)
}

/** By the letter of a kind that they have: the newest but a few. */
function byLink(
  it: Running,
  isMeant: (link: string) => boolean,
  pick: number,
  answer: (link: ReturnType<typeof parametersOf>) => void,
): void {
  const links = it.world.state.letters.slice(-120).flatMap(linksIn).filter(isMeant)
  const link = picked(links, pick)
  if (link !== undefined) answer(parametersOf(link))
}

const feedback: Deed = (it, { pick, way }) =>
  byLink(
    it,
    (link) => link.includes('p=feedback'),
    pick,
    (link) => {
      it.run(opening({ ...link }))
      it.run(
        sending({
          link,
          method: 'feedback/send',
          input: { score: 1 + (way % 5), text: way % 2 === 0 ? 'Спасибо!' : '', quotable: way % 4 === 0 },
        }),
      )
    },
  )

const leaves: Deed = (it, { pick }) =>
  byLink(
    it,
    (link) => link.includes('p=stop'),
    pick,
    (link) => {
      it.run(sending({ link, method: 'stop/confirm', input: {} }))
    },
  )

const said = ['confirm', 'confirm', 'confirm', 'move', 'call', 'cancel'] as const
/** By the link of the letter: he comes, asks for another hour, for a call, or calls off; sometimes pressed twice. */
const visited: Deed = (it, { pick, way }) =>
  byLink(
    it,
    (link) => link.includes('p=visit'),
    pick,
    (link) => {
      const input = visit(picked(said, way) ?? 'confirm', '', way % 2 === 0 ? '' : 'заболели')
      for (let left = 1 + (way % 5 === 0 ? 1 : 0); left > 0; left--) it.run(sending({ link, method: 'visit/send', input }))
    },
  )

/** The centre's own form: shown, filled in for a minute, sent; some press twice. */
const ownForm: Deed = (it, step) => {
  const { value, error } = it.run(opening({ form: '' }))
  const shown = /id="desk-data">(.*?)<\/script>/s.exec(error === null ? String((value as { content?: string }).content) : '')?.[1]
  if (shown === undefined) return
  it.world.state.now += 60_000
  const mark = marked(it)
  const { contact, phone, organisation } = clientOf(it, step)
  const input = formInput({
    ...{ key: `f${String(it.executions).padStart(12, '0')}`, contact, phone, organisation, topic: picked(topics, step.way) ?? 10 },
    text: `${mark} отчёт`,
  })
  const request = formSending((JSON.parse(shown) as { mark: string }).mark, input)
  const records = step.way % 4 === 0 ? it.together([request, request], step.pick) : [it.run(request)]
  // Without a link it waits among the requests set aside, for a person to look at.
  const isTaken = records.some(({ value: answer }) => (answer as { ok?: boolean; link?: unknown } | null)?.ok === true && hasLink(answer))
  it.ledger.requests.set(mark, isTaken)
}
const hasLink = (answer: unknown) => (answer as { link?: unknown }).link != null

/** A mail scanner opens links, other people's and spoilt ones too. */
const lookedAt: Deed = (it, { pick, way }) =>
  byLink(
    it,
    () => true,
    pick,
    (link) => {
      it.run(opening(way % 2 === 0 ? { ...link } : { ...link, s: `${link.s.slice(0, -3)}abc` }))
    },
  )

export const clientDeeds: Readonly<Record<string, Deed>> = {
  'client/form': form,
  'client/formTwice': formTwice,
  'client/formsTogether': formsTogether,
  'client/formBroken': formBroken,
  'client/letter': (it, step) =>
    taken(it, step, { channel: step.way % 2 === 0 ? 'email' : 'social', stage: step.way % 2 === 0 ? 'new' : 'unsorted' }),
  'client/phone': (it, step) => taken(it, step, { channel: 'phoneOffice', stage: 'accepted' }),
  'client/feedback': feedback,
  'client/leaves': leaves,
  'client/lookedAt': lookedAt,
  'client/visit': visited,
  'client/ownForm': ownForm,
}

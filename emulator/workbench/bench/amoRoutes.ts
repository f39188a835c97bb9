/** Routes of the tab «amoCRM»: the board as its users see it, and what they do there by hand. */
import { Hono } from 'hono'
import { amoHand, siteForm } from '../../partners/amocrm/amoHand'
import type { AmoLead, AmoState } from '../../partners/amocrm/amoState'
import { samplePipeline } from '../../partners/amocrm/sampleAmo'
import { bodyOf, refuse, textOf } from '../api/problem'
import type { AmoLeadView, AmoView } from './amoView'
import type { Bench } from './bench'

export const amoRoutes = (bench: Bench): Hono => {
  const amo = (): AmoState => bench.world.state.partners?.amocrm ?? refuse('В этом мире amoCRM нет.', 404)
  const hand = (user: unknown) => amoHand(amo(), bench.world.state.now, Number(user) || amo().owner)
  const done = (): { readonly ok: true } => {
    bench.absorb([])
    return { ok: true }
  }
  return new Hono()
    .get('/amocrm', (context) => context.json(bench.world.state.partners?.amocrm === undefined ? null : amoView(amo())))
    .post('/amocrm/form', (context) => {
      const number = amo().leads.length + 1
      hand(null).arrives(
        'forms',
        siteForm(`АНО «Заявка ${number}»`, 'Анна Смирнова', `+7 921 ${String(5_000_000 + number)}`, 'Прошу записать на консультацию'),
      )
      return context.json(done())
    })
    .post('/amocrm/leads/:id', async (context) => {
      const [id, body] = [Number(context.req.param('id')), await bodyOf(context)]
      changed(amo(), id, body, hand(body['user']))
      return context.json(done())
    })
    .post('/amocrm/leads/:id/remove', (context) => {
      hand(null).remove(Number(context.req.param('id')))
      return context.json(done())
    })
}

/** Only what differs from what the card showed. */
const changed = (state: AmoState, id: number, body: Readonly<Record<string, unknown>>, hand: ReturnType<typeof amoHand>): void => {
  const status = Number(body['status'])
  const isWaiting = state.unsorted.some(({ lead }) => lead === id)
  if (isWaiting && status !== leadOf(state, id).status_id) hand.accept(id, status)
  const fields = Object.entries((body['fields'] ?? {}) as Record<string, string>).filter(
    ([name, value]) => value !== shownField(state, leadOf(state, id), name),
  )
  const edit = { ...(isWaiting ? {} : { status }), fields: Object.fromEntries(fields) }
  if (fields.length > 0 || (!isWaiting && status !== leadOf(state, id).status_id)) hand.edit(id, edit)
  const note = textOf(body, 'note')
  if (note !== '') hand.note(id, note)
}

const leadOf = (state: AmoState, id: number): AmoLead => state.leads.find((lead) => lead.id === id) ?? refuse('Такой сделки нет.', 404)

const shownField = (state: AmoState, lead: AmoLead, name: string): string =>
  String(lead.custom[String(state.fields.find((field) => field.name === name)?.id)]?.[0]?.value ?? '')

const amoView = (state: AmoState): AmoView => ({
  host: `${state.subdomain}.amocrm.ru`,
  token: state.token,
  requests: state.requests.length,
  users: state.users.map(({ id, name }) => ({ id, name })),
  stages: state.pipelines.find(({ id }) => id === samplePipeline)?.statuses.map(({ id, name }) => ({ id, name })) ?? [],
  fields: state.fields
    .filter(({ type }) => type !== 'date_time')
    .map(({ name, enums }) => ({ name, words: enums?.map(({ value }) => value) ?? null })),
  leads: state.leads
    .filter(({ is_deleted, pipeline_id }) => !is_deleted && pipeline_id === samplePipeline)
    .map((lead) => leadView(state, lead)),
})

const leadView = (state: AmoState, lead: AmoLead): AmoLeadView => ({
  id: lead.id,
  name: lead.name,
  status: lead.status_id,
  company: state.companies.find(({ id }) => id === lead.company)?.name ?? '',
  contact: [state.contacts.find(({ id }) => id === lead.contact)]
    .map((one) => (one === undefined ? '' : `${one.name} ${one.phone}`.trim()))
    .join(''),
  fields: Object.fromEntries(state.fields.map(({ name }) => [name, shownField(state, lead, name)])),
  notes: state.notes.filter(({ entity_id }) => entity_id === lead.id).map(({ text }) => text),
})

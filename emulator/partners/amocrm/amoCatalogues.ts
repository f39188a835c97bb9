/** What the account is made of: its name, people, pipelines, fields, reasons, events. */

import { found, invalid, itemsOf, listed, since } from './amoProblem'
import type { AmoRoute } from './amoRoute'
import { lostStatus, wonStatus } from './amoState'

export const catalogues: AmoRoute = (state, asked) => {
  const { path, method, query, body } = asked
  if (path === 'leads/loss_reasons' && method === 'post') return addReasons(state, body)
  if (path === 'leads/pipelines' && method === 'post') return addPipelines(state, body)
  if (method !== 'get') return null
  if (path === 'account') return found({ id: 1, name: state.name, subdomain: state.subdomain, current_user_id: state.owner })
  if (path === 'users') return listed('users', state.users, asked)
  if (path === 'leads/pipelines') {
    return listed('pipelines', state.pipelines.map(shown), asked)
  }
  if (path === 'leads/custom_fields') return listed('custom_fields', state.fields, asked)
  if (path === 'leads/loss_reasons') return listed('loss_reasons', state.lossReasons, asked)
  if (path === 'events')
    return listed(
      'events',
      state.events.filter(({ created_at }) => created_at >= since(query, 'created_at')),
      asked,
    )
  return null
}

/** Each begins with «Неразобранное» and ends with both closed statuses, whatever is asked. */
function addPipelines(state: Parameters<AmoRoute>[0], body: unknown): ReturnType<AmoRoute> {
  const items = itemsOf(body)
  const refused = invalid(
    items.map(({ name }) =>
      typeof name === 'string' && name !== '' ? [] : [{ code: 'NotBlank', path: 'name', detail: 'This value should not be blank.' }],
    ),
  )
  if (refused !== null) return refused
  const added = items.map((item) => newPipeline(state, item))
  state.pipelines.push(...added)
  return found({ _total_items: added.length, _embedded: { pipelines: added.map(shown) } })
}

function newPipeline(state: Parameters<AmoRoute>[0], item: Record<string, unknown>): Pipeline {
  const asked = itemsOf((item['_embedded'] as Record<string, unknown> | undefined)?.['statuses'] ?? [])
  const named = (id: number, otherwise: string) => String(asked.find((one) => one['id'] === id)?.['name'] ?? otherwise)
  const own = asked.filter((one) => one['id'] === undefined)
  return {
    id: state.nextId++,
    name: String(item['name']),
    statuses: [
      { id: state.nextId++, name: 'Неразобранное', type: 1 },
      ...own.map(({ name }) => ({ id: state.nextId++, name: String(name), type: 0 })),
      { id: wonStatus, name: named(wonStatus, 'Успешно реализовано'), type: 0 },
      { id: lostStatus, name: named(lostStatus, 'Закрыто и не реализовано'), type: 0 },
    ],
  }
}

type Pipeline = Parameters<AmoRoute>[0]['pipelines'][number]

const shown = ({ statuses, ...pipeline }: Pipeline) => ({ ...pipeline, _embedded: { statuses } })

function addReasons(state: Parameters<AmoRoute>[0], body: unknown): ReturnType<AmoRoute> {
  const added = itemsOf(body).map(({ name }) => ({ id: state.nextId++, name: String(name) }))
  state.lossReasons.push(...added)
  return found({ _embedded: { loss_reasons: added } })
}

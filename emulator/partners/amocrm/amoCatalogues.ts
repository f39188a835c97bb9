/** What the account is made of: its name, people, pipelines, fields, reasons, events. */

import { found, itemsOf, listed, since } from './amoProblem'
import type { AmoRoute } from './amoRoute'

export const catalogues: AmoRoute = (state, asked) => {
  const { path, method, query, body } = asked
  if (path === 'leads/loss_reasons' && method === 'post') return addReasons(state, body)
  if (method !== 'get') return null
  if (path === 'account') return found({ id: 1, name: state.name, subdomain: state.subdomain, current_user_id: state.owner })
  if (path === 'users') return listed('users', state.users, asked)
  if (path === 'leads/pipelines') {
    return listed(
      'pipelines',
      state.pipelines.map(({ statuses, ...pipeline }) => ({ ...pipeline, _embedded: { statuses } })),
      asked,
    )
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

function addReasons(state: Parameters<AmoRoute>[0], body: unknown): ReturnType<AmoRoute> {
  const added = itemsOf(body).map(({ name }) => ({ id: state.nextId++, name: String(name) }))
  state.lossReasons.push(...added)
  return found({ _embedded: { loss_reasons: added } })
}

/** An account of amoCRM: its address as people type it, what it is made of, and when its key ends. */

import * as v from 'valibot'
import type { AmoAccount, AmoPipelineSeen } from '../../../domain/importing/leads/propose'
import { jsonIn } from '../../../domain/register/json'
import { AmoError } from './amoError'
import { askList } from './lists'
import { type AmoAccess, askAmo } from './request'
import * as shapes from './shapes'

/**
 * Only amoCRM's own addresses, so that the key goes nowhere else. null = not one.
 * @example hostOf('https://centre.amocrm.ru/leads') // 'centre.amocrm.ru'
 */
export function hostOf(typed: string): string | null {
  const parts = /^(?:https?:\/\/)?([a-z0-9][a-z0-9-]{0,62})(?:\.amocrm\.ru)?(?:\/.*)?$/.exec(typed.trim().toLowerCase())
  return parts === null ? null : `${parts[1]}.amocrm.ru`
}

/** Seven requests. @throws AmoError */
export function readAccount(access: AmoAccess): AmoAccount & { readonly name: string } {
  const told = askAmo(access, { path: 'account', answer: shapes.account })
  if (told === null) throw new AmoError('silent')
  const all = <T extends v.GenericSchema>(path: string, name: string, item: T) => askPages(access, path, name, item)
  return {
    name: told.name,
    pipelines: all('leads/pipelines', 'pipelines', shapes.pipeline).map(({ id, name, _embedded }) => ({
      id,
      name,
      statuses: _embedded.statuses,
    })),
    fields: all('leads/custom_fields', 'custom_fields', shapes.customField).map(({ enums, ...field }) => ({
      ...field,
      enums: (enums ?? []).map(({ id, value }): [number, string] => [id, value]),
    })),
    reasons: all('leads/loss_reasons', 'loss_reasons', shapes.reason).map(({ id, name }): [number, string] => [id, name]),
    users: all('users', 'users', shapes.user).map(({ id, email, name }): [number, string, string] => [id, email ?? '', name ?? '']),
  }
}

/** «Неразобранное» and both closed statuses come with every pipeline. @throws AmoError */
export function makePipeline(access: AmoAccess, { name, statuses }: AmoPipelineSeen): void {
  const made = statuses
    .filter(({ type }) => type !== 1)
    .map((status, index) => ({ ...(status.id > 0 ? { id: status.id } : { sort: 10 * (index + 1) }), name: status.name }))
  const body = [{ name, is_main: false, is_unsorted_on: true, sort: 1_000, _embedded: { statuses: made } }]
  askAmo(access, { method: 'post', path: 'leads/pipelines', body, answer: shapes.changed })
}

const mostPages = 4

function askPages<T extends v.GenericSchema>(access: AmoAccess, path: string, name: string, item: T): v.InferOutput<T>[] {
  const found: v.InferOutput<T>[] = []
  for (let page = 1; page <= mostPages; page++) {
    const items = askList(access, `${path}?limit=250&page=${page}`, name, item)
    found.push(...items)
    if (items.length < 250) break
  }
  return found
}

/** Day on which a long-lived key ends, as its JWT says; '' = it does not. @param local Unix seconds → wall clock */
export function keyEnds(token: string, local: (seconds: number) => string): string {
  const body = token.split('.')[1] ?? ''
  const read = v.safeParse(v.object({ exp: v.number() }), jsonIn(decodedPart(body)))
  return read.success ? local(read.output.exp).slice(0, 10) : ''
}

function decodedPart(part: string): string {
  try {
    return Utilities.newBlob(Utilities.base64DecodeWebSafe(part)).getDataAsString()
  } catch {
    return ''
  }
}

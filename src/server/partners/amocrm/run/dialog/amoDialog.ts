/** «Подключить amoCRM…»: the account is read, what it means here proposed and corrected, and kept only where it answers. */

import { amoDryTexts, amoFieldTitle, amoLinkTexts } from '../../../../../domain/importing/leads/amocrmText.ru'
import { groups } from '../../../../../domain/importing/leads/facets'
import type { AmoLink, AmoState, Away } from '../../../../../domain/importing/leads/link'
import { fieldKeys } from '../../../../../domain/importing/leads/link'
import {
  type AmoAccount,
  missingOf,
  newPipeline,
  pipelineOf,
  proposePlan,
  stagesWithout,
} from '../../../../../domain/importing/leads/propose'
import type { AmoOutputs, AmoScreen } from '../../../../../rpc/amoContract'
import type { Input } from '../../../../../rpc/contract'
import { changes } from '../../../../../usecases/changes'
import { amoLinkOf } from '../../../../../usecases/control/amocrm/queue'
import type { AmoAsked } from '../../../../../usecases/method/deed'
import { commit, commitService } from '../../../../desk/commit'
import { type Loaded, loadDesk } from '../../../../desk/load'
import { localOf } from '../../../../google/clock'
import { underLock } from '../../../../google/lock'
import { amoToken, keepAmoToken } from '../../../../google/spreadsheet'
import { hostOf, keyEnds, makePipeline, readAccount } from '../../account'
import { AmoError } from '../../amoError'
import type { AmoAccess } from '../../request'
import { type AmoSetting, amoStateOf, stateCell } from '../amoState'
import { pairColumns, pairsOfAccount } from '../pairs'
import { differencesOf, takeSide } from './differences'
import { dryRun } from './dryRun'

export function amoAnswer(asked: AmoAsked, setting: AmoSetting): AmoOutputs[keyof AmoOutputs] {
  if (asked.act === 'amo/look') return lookAt(asked.input, setting, false)
  if (asked.act === 'amo/connect') return lookAt(asked.input, setting, true)
  if (asked.act === 'amo/disconnect') return disconnect(setting)
  if (asked.act === 'amo/differences') return differencesOf(setting)
  return asked.act === 'amo/take' ? takeSide(asked.input, setting) : stateScreen(setting)
}

const emptyScreen: AmoScreen = {
  connected: false,
  account: '',
  name: '',
  until: '',
  groups: Object.values(groups).map(({ title, sentence }) => ({ title, sentence })),
  pipelines: [],
  pipeline: null,
  stages: [],
  fields: [],
  fieldChoices: [],
  missing: [],
  dry: null,
  met: null,
  message: '',
  good: true,
}

function stateScreen({ loaded }: AmoSetting): AmoScreen {
  const link = amoLinkOf(loaded.desk.service)
  if (link === null) return emptyScreen
  const { message, meeting } = amoStateOf(loaded)
  const known = { connected: true, account: link.host, name: link.account, until: link.until, pipeline: link.pipeline }
  return {
    ...emptyScreen,
    ...known,
    pipelines: [{ id: link.pipeline, title: link.pipelineTitle }],
    met: meeting?.done ?? null,
    message,
    good: message === '',
  }
}

type Typed = Input<'amo/look'>

/** What stood before stands on where something is wrong. */
function lookAt(typed: Typed, setting: AmoSetting, keep: boolean): AmoScreen {
  const before = stateScreen(setting)
  const access = accessOf(typed, setting.loaded)
  if (typeof access === 'string') return { ...before, message: access, good: false }
  try {
    const account = keep ? withPipeline(access, typed) : readAccount(access)
    return shownAccount(typed, setting, { access, account, keep, before })
  } catch (error) {
    if (!(error instanceof AmoError)) throw error
    return { ...before, account: access.host, message: error.told || amoLinkTexts.wait(), good: false }
  }
}

/** The kept key goes to no other address. */
function accessOf({ account, token }: Typed, { desk }: Loaded): AmoAccess | string {
  const host = hostOf(account)
  if (host === null) return amoLinkTexts.badAccount()
  const key = token.trim() || (amoLinkOf(desk.service)?.host === host ? amoToken() : '')
  return key === '' ? amoLinkTexts.noToken() : { host, token: key }
}

interface Looking {
  readonly access: AmoAccess
  readonly account: AmoAccount & { readonly name: string }
  readonly keep: boolean
  readonly before: AmoScreen
}

function shownAccount(typed: Typed, setting: AmoSetting, { access, account, keep, before }: Looking): AmoScreen {
  const { desk } = setting.loaded
  const pipeline = pipelineOf(account.pipelines, typed.pipeline)
  const pipelines = [...account.pipelines.map(({ id, name }) => ({ id, title: name })), { id: 0, title: amoLinkTexts.newPipeline }]
  const shown = { ...before, account: access.host, name: account.name, pipelines }
  if (pipeline === null) return { ...shown, pipeline: null, message: amoLinkTexts.noPipeline(), good: false }
  const plan = proposePlan(account, pipeline, typed)
  const link: AmoLink = {
    ...plan,
    host: access.host,
    account: account.name,
    pipeline: pipeline.id,
    pipelineTitle: pipeline.name,
    reasons: account.reasons,
    users: account.users,
    since: Math.floor(Date.now() / 1000),
    until: keyEnds(access.token, (seconds) => localOf(seconds, desk.office.settings.zone)),
  }
  const screen: AmoScreen = {
    ...shown,
    until: link.until,
    pipeline: pipeline.id,
    stages: pipeline.statuses
      .filter(({ type }) => type !== 1)
      .map(({ id, name }) => ({ id, title: name, stage: plan.stages[String(id)] ?? '' })),
    fields: fieldKeys.map((key) => ({ key, title: amoFieldTitle(key), field: plan.fields[key]?.id ?? 0 })),
    fieldChoices: account.fields.map(({ id, name }) => ({ id, title: name })),
    missing: missingOf(plan, account, desk.office),
  }
  const without = stagesWithout(plan)
  if (without.length > 0) return { ...screen, message: amoLinkTexts.incomplete(without), good: false }
  if (!keep) return { ...screen, dry: pipeline === newPipeline ? dryNew : dryRun({ access, link, setting }) }
  keepLink(link, access, setting)
  return { ...screen, connected: true, met: 0, message: amoLinkTexts.linked(account.name, pipeline.name), good: true }
}

const dryNew = { counts: [amoDryTexts.made(newPipeline.statuses.length)], first: [] }

/** The account with the pipeline that was asked for; one whose answer got lost stands already. */
function withPipeline(access: AmoAccess, { pipeline }: Typed): Looking['account'] {
  const account = readAccount(access)
  if (pipelineOf(account.pipelines, pipeline) !== newPipeline) return account
  makePipeline(access, newPipeline)
  return readAccount(access)
}

/** The same account goes on where it was; another one is met from its beginning, and the pairs of the former one rest. */
function keepLink(link: AmoLink, { token }: AmoAccess, { session }: AmoSetting): void {
  keepAmoToken(token)
  underLock(() => {
    const fresh = loadDesk(session, { columns: { amo: [...pairColumns] } })
    const before = leftOf(fresh)
    const isSame = before !== null && before.host === link.host && before.pipeline === link.pipeline
    const state = isSame ? { ...amoStateOf(fresh), restUntil: '', message: '' } : begunAt(link.since)
    const rows = before === null || before.host === link.host ? [] : pairsOfAccount(fresh, before.host, link.host)
    const kept = isSame ? { ...link, since: before.since } : link
    commit(fresh, [changes({ kind: 'amo/account', rows })], { amoLink: JSON.stringify(kept), ...stateCell(state) })
  })
}

/** The account that the desk goes with, or went with before it was disconnected. */
function leftOf(fresh: Loaded): Away | null {
  const link = amoLinkOf(fresh.desk.service)
  if (link === null) return amoStateOf(fresh).away ?? null
  return { host: link.host, pipeline: link.pipeline, since: link.since, deal: Number(fresh.desk.service.lastDealId) }
}

function begunAt(at: number): AmoState {
  const cursor = { at, page: 1, top: at }
  return {
    cursors: { leads: cursor, contacts: cursor, notes: cursor, events: cursor },
    seen: [],
    meeting: { page: 1, done: 0, made: 0, known: 0 },
    restUntil: '',
    message: '',
  }
}

/** Nothing is deleted anywhere: pairs and the place where the reading stopped are remembered for the day on which it is connected again. */
function disconnect({ session }: AmoSetting): AmoScreen {
  keepAmoToken('')
  underLock(() => {
    const fresh = loadDesk(session)
    const away = amoStateOf(fresh).away ?? leftOf(fresh)
    const state = away === null ? {} : stateCell({ ...amoStateOf(fresh), away })
    commitService(fresh, { amoLink: '', ...state })
  })
  return { ...emptyScreen, message: amoLinkTexts.unlinked(), good: true }
}

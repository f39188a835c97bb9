/** The office chooses where people's data are to be: a spreadsheet of its own, made by the program or given by a link; and takes them back. */

import { accept, type Outcome, type Problem, refuse } from '../../domain/problem'
import { folded } from '../../domain/text/fold'
import type { VaultShown } from '../../rpc/personalContract'
import { beginning } from '../../usecases/card/personal/vaultSteps'
import type { Asked } from '../../usecases/method/deed'
import { forbidden } from '../../usecases/permissions'
import type { VaultState } from '../../usecases/register/service'
import { commitService } from '../desk/commit'
import { type Loaded, loadDesk, refuseUnfit } from '../desk/load'
import type { DeskSession } from '../desk/session'
import { keepVault } from '../google/kept/vaultStore'
import { underLock } from '../google/lock'
import { vaultAway, whileLooking } from '../google/register/vault/vaultState'
import { deskOwner } from '../google/spreadsheet'
import { isTraining } from '../google/training'
import { withoutVault } from './letIn'
import { goOnMoving } from './moving'
import { editorsOf, idInLink, makeVault, prepareVault } from './vaultFile'
import { isMoving, vaultStateOf } from './vaultStanding'

/** A page waits so long; what is left is the next call's, or the tick's. */
const patienceMs = 20_000

export function aboutVault(session: DeskSession, asked: Asked<'vault'>): Outcome<VaultShown> {
  const until = Date.now() + patienceMs
  if (asked.act === 'look') return whileLooking(() => looked(session, idInLink(asked.link)))
  if (asked.act === 'make') return made(session)
  const denied = underLock(() =>
    asked.act === 'start' ? started(session, asked.link) : asked.act === 'leave' ? left(session) : deniedTo(loadDesk(session)),
  )
  if (denied !== null) return refuse(denied)
  goOnMoving(session, until)
  return accept(shown(loadDesk(session), ''))
}

function looked(session: DeskSession, id: string): Outcome<VaultShown> {
  const loaded = loadDesk(session)
  const denied = forbidden(loaded.moment.who, 'keepApart')
  return denied === null ? accept(shown(loaded, id)) : refuse(denied)
}

/** Not yet the vault: people are let in first. */
function made(session: DeskSession): Outcome<VaultShown> {
  const loaded = loadDesk(session)
  const denied = deniedTo(loaded)
  if (denied !== null) return refuse(denied)
  return accept(shown(loaded, vaultStateOf(loaded)?.id ?? makeVault(session.spreadsheetId)))
}

function deniedTo(loaded: Loaded): Problem | null {
  return forbidden(loaded.moment.who, 'keepApart') ?? (isTraining() ? { code: 'vaultUnfit', why: 'copy' } : null)
}

/** On the way back it turns round; where it is already, nothing is begun anew. */
function started(session: DeskSession, link: string): Problem | null {
  const loaded = loadDesk(session)
  const denied = deniedTo(loaded)
  if (denied !== null) return denied
  refuseUnfit(loaded)
  const standing = vaultStateOf(loaded)
  const id = standing?.id ?? idInLink(link)
  if (id === '' || id === session.spreadsheetId) return { code: 'vaultUnfit', why: 'link' }
  if (!prepareVault(id, session.spreadsheetId)) return { code: 'vaultUnfit', why: 'taken' }
  const owner = deskOwner()
  const editors = editorsOf(id)
  if (owner !== '' && editors !== null && !editors.some((email) => folded(email) === folded(owner)))
    return { code: 'vaultUnfit', why: 'owner' }
  if (standing?.way !== 'in') begin(loaded, { id, way: 'in' })
  return null
}

function left(session: DeskSession): Problem | null {
  const loaded = loadDesk(session)
  const denied = deniedTo(loaded)
  if (denied !== null) return denied
  refuseUnfit(loaded)
  const standing = vaultStateOf(loaded)
  if (standing?.way === 'in') begin(loaded, { id: standing.id, way: 'out' })
  return null
}

/** The properties first: they are asked where «Служебное» does not say. */
function begin(loaded: Loaded, state: Pick<VaultState, 'id' | 'way'>): void {
  keepVault(state)
  commitService(loaded, { vault: JSON.stringify(beginning(state)) })
}

/** @param id of a spreadsheet that may become the vault; '' = the vault itself, if there is one */
function shown(loaded: Loaded, id: string): VaultShown {
  const state = vaultStateOf(loaded)
  const file = state?.id ?? id
  return {
    mode: state === null ? 'plain' : isMoving(state) ? state.way : 'kept',
    link: file === '' ? '' : `https://docs.google.com/spreadsheets/d/${file}/edit`,
    moved: state?.moved ?? 0,
    without: file === '' ? [] : withoutVault(loaded, file),
    away: vaultAway(),
  }
}

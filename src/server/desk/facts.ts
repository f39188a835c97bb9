/** What Google tells beside register and calendar: asked only where a method declares it. */

import { liveDevices } from '../../domain/office/access/access'
import { standingNotes } from '../../usecases/control/today'
import type { Facts } from '../../usecases/method/method'
import { keyInSheet } from '../../usecases/register/service'
import { calendarState } from '../google/calendar'
import { keptAsides } from '../google/kept/asideStore'
import { keptRule } from '../google/kept/requestRule'
import { lettersLeft } from '../google/mailer'
import { vaultAway } from '../google/register/vault/vaultState'
import { activeDealRow } from '../google/selection'
import { pagesAddress } from '../google/signed/links'
import { deskOwner, spreadsheetEditors, spreadsheetManner, storedProperties } from '../google/spreadsheet'
import { installedTriggers } from '../google/triggers'
import { withoutVault } from '../vault/letIn'
import { isMoving, vaultStateOf } from '../vault/vaultStanding'
import { addressOf, type Loaded } from './load'

type FactName = keyof Facts

const asked: { readonly [F in FactName]: (loaded: Loaded | null) => Facts[F] } = {
  selection: () => activeDealRow(),
  intakeUrl: (loaded) => {
    const { intakeKey, pagesUrl } = storedProperties()
    const url = loaded?.desk.office.settings.pagesAddress || pagesUrl
    return intakeKey === '' || url === '' ? '' : `${url}?key=${encodeURIComponent(intakeKey)}`
  },
  asides: () => keptAsides(),
  requestRule: () => keptRule().rule,
  runsAs: () => Session.getEffectiveUser().getEmail(),
  isGranted: () => String(ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL).getAuthorizationStatus()) === 'NOT_REQUIRED',
  signedIn: (loaded) => ({
    devices: liveDevices(storedProperties().access, Date.now()),
    here: loaded?.session.device ?? null,
    address: pagesAddress(loaded?.desk.office.settings.pagesAddress ?? ''),
  }),
  checks: (loaded) => checksOf(loaded as Loaded),
}

/** @param loaded null = before the register was read */
export function factsOf(names: readonly FactName[], loaded: Loaded | null): Partial<Facts> {
  return Object.fromEntries(names.map((name) => [name, asked[name](loaded)]))
}

function vaultFacts(loaded: Loaded): Facts['checks']['vault'] {
  const state = vaultStateOf(loaded)
  return state === null ? null : { away: vaultAway(), without: withoutVault(loaded, state.id), isMoving: isMoving(state) }
}

function checksOf(loaded: Loaded): Facts['checks'] {
  const { desk, session } = loaded
  const calendar = calendarState(addressOf(loaded))
  const owner = deskOwner()
  const { zone, locale } = spreadsheetManner(session.spreadsheetId)
  return {
    locale,
    zones: { spreadsheet: zone, script: Session.getScriptTimeZone(), calendar: calendar.zone },
    calendar: calendar.state,
    owner,
    triggers: owner === '' || owner === Session.getEffectiveUser().getEmail() ? installedTriggers() : null,
    heartbeat: desk.service.heartbeat,
    ranAt: storedProperties().ranAt,
    isPublished: pagesAddress(desk.office.settings.pagesAddress) !== '',
    lettersLeft: lettersLeft(),
    editors: spreadsheetEditors(),
    issues: desk.issues.length + standingNotes(desk).length,
    vault: vaultFacts(loaded),
    garbled: loaded.garbled.map((key) => ({ key, shown: keyInSheet(key) })),
  }
}

/** GET of the desk's address: the page itself, empty until it says who opens it. A link of a letter is looked at and not used up. */

import { linkOf } from '../../../domain/office/access/access'
import { linkState } from '../../../domain/office/access/signInLink'
import { type DeskView, deskViews, type SignInData } from '../../../rpc/phoneContract'
import { buildId } from '../../desk/build'
import { learnAddress } from '../../google/signed/links'
import { storedProperties } from '../../google/spreadsheet'
import { knownCentre } from '../outside/centre'
import type { GetEvent } from '../outside/outside'
import { drawn } from '../page'

/** `?in=` is the letter's link, `?desk=` a window. */
export function renderDesk(event: GetEvent | undefined): GoogleAppsScript.HTML.HtmlOutput {
  const opens = viewOf(event?.parameter?.['desk'])
  const page = drawn(opens, signInData(opens, event?.parameter?.['in'] ?? ''))
  return page.addMetaTag('viewport', 'width=device-width, initial-scale=1, viewport-fit=cover')
}

function viewOf(asked: string | undefined): DeskView {
  return deskViews.find((view) => view === asked) ?? 'sidebar'
}

function signInData(opens: DeskView, secret: string): SignInData {
  const kept = storedProperties()
  const address = learnAddress(kept)
  const link = secret === '' ? null : { secret, state: linkState(linkOf(kept.access, secret), Date.now()) }
  return { view: 'signIn', build: buildId, opens, address, centre: knownCentre(), link }
}

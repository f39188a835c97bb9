/** Methods about external consultants: the project's manager is asked, the link to the report goes, the report comes into the card. */

import { type ExternalRow, externalColumns } from '../../domain/month/count/externalLimit'
import { accept, type Outcome } from '../../domain/problem'
import type { Card, Input, Output } from '../../rpc/contract'
import { askExternal } from '../../usecases/externals/askExternal'
import { sendReport, takeReport } from '../../usecases/externals/expertReport'
import { cardAfter, type Done, runCommand } from '../desk/command'
import { dealWanted } from '../desk/load'
import type { DeskSession } from '../desk/session'
import type { Snapshot } from '../google/register/reader'
import { scanColumns } from '../google/register/records'

/** T3 is counted over these columns. */
export function externalRows(snapshot: Snapshot): readonly ExternalRow[] {
  return scanColumns<ExternalRow>(snapshot, 'deals').rows.map(({ value }) => value as ExternalRow)
}

function written(done: Outcome<Done>): Outcome<Output<'deal/askExternal'>> {
  return done.ok ? accept({ card: cardAfter(done.value), lettersWaiting: done.value.committed.lettersWaiting }) : done
}

/** Four calls. */
export function ask(input: Input<'deal/askExternal'>, session: DeskSession): Outcome<Output<'deal/askExternal'>> {
  const wanted = { ...dealWanted(input.deal), columns: { deals: externalColumns } }
  return written(runCommand(session, wanted, (desk, moment, { snapshot }) => askExternal(input, externalRows(snapshot), desk, moment)))
}

/** Four calls. */
export function sendLink(input: Input<'deal/sendReport'>, session: DeskSession): Outcome<Output<'deal/sendReport'>> {
  return written(runCommand(session, dealWanted(input.deal), (desk, moment) => sendReport(input, desk, moment)))
}

/** Four calls. */
export function take(input: Input<'deal/takeReport'>, session: DeskSession): Outcome<Card> {
  const done = runCommand(session, dealWanted(input.deal), (desk, moment) => takeReport(input, desk, moment))
  return done.ok ? accept(cardAfter(done.value)) : done
}

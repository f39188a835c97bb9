/** Esc closes what is innermost and open on the screen shown; nothing typed is lost by it. */

import type { Desk } from './desk'

export function closeInnermost(desk: Desk): void {
  const tab = desk.tab.value
  if (tab === 'today') desk.disputes.back()
  if (tab === 'intake' && desk.intake.form.value.phase === 'search') desk.intake.closeList()
  if (tab === 'slots') desk.slots.unpick()
  if (tab === 'card') closeOpen(desk)
}

function closeOpen({ card }: Desk): void {
  if (card.leaving.value) void card.leave('stay')
  else if (card.move.kind.value) card.move.back()
  else if (card.steps.asking.value) card.steps.cancel()
  else if (card.history.open.value && card.card.value) card.history.toggle(card.card.value.deal.id)
}

/** Esc closes what is innermost and open on the screen shown; nothing typed is lost by it. */

import type { Desk } from './desk'

export function closeInnermost(desk: Desk): void {
  const tab = desk.tab.value
  if (tab === 'intake') leaveForm(desk)
  if (tab === 'slots') desk.slots.unpick()
  if (tab === 'card') closeOpen(desk)
}

function leaveForm({ intake }: Desk): void {
  if (intake.form.value.phase === 'form') intake.back()
  else intake.type('')
}

function closeOpen({ card }: Desk): void {
  if (card.leaving.value) void card.leave('stay')
  else if (card.asking.value) card.cancel()
  else if (card.history.open.value && card.card.value) card.history.toggle(card.card.value.deal.id)
}

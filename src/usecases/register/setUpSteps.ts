/** «Установить и проверить» as the dialog shows it: what stands, what is left, in order. */

import { readSlots } from '../../domain/calendar/slotEvents'
import { setUpSteps } from '../../domain/office/setUpSteps.ru'
import { accept } from '../../domain/problem'
import { addDays, dateOf } from '../../domain/time/localTime'
import { type Known, method } from '../method/method'
import { forbidden } from '../permissions'

const daysAhead = 14

/** Eight calls: those of «Проверка», and the calendar of two weeks. */
export const steps = method('settings/steps', {
  may: 'read',
  reads: [() => ({}), () => ({ facts: ['checks', 'isGranted'] }), (_input, known) => eventsAhead(known)],
  look: (_input, { desk, moment, facts, events }) => {
    const { checks, isGranted = false } = facts
    const free = events === null ? null : readSlots(events, desk.office.people).free
    const told = {
      isGranted,
      freeHours: free === null ? null : free.filter(({ event }) => event.start > moment.now).length,
      hasDeals: desk.service.lastDealId !== '' && desk.service.lastDealId !== '0',
    }
    return accept({
      steps: checks === undefined ? [] : setUpSteps({ ...told, checks }, desk.office, moment.now),
      calendarId: desk.office.settings.calendarId,
      mayChange: forbidden(moment.who, 'settings') === null,
    })
  },
})

/** Only of a calendar that answers. */
function eventsAhead({ desk, moment, facts }: Known) {
  if (desk.office.settings.calendarId === '' || facts.checks?.calendar === 'missing') return null
  const from = dateOf(moment.now)
  return { events: { from, until: addDays(from, daysAhead), mayFail: true as const } }
}

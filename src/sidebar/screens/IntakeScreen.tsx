/** «Заявка»: who calls, then what about. */

import { ClientSearch } from '../components/ClientSearch'
import { RequestForm } from '../components/RequestForm'
import type { Desk } from '../models/desk'

export function IntakeScreen({ desk }: { readonly desk: Desk }) {
  return desk.intake.form.value.phase === 'search' ? <ClientSearch desk={desk} /> : <RequestForm desk={desk} />
}

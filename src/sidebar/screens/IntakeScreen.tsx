/** «Заявка»: who calls, or which letter came; then what about. */

import { ClientSearch } from '../components/intake/ClientSearch'
import { LetterPaste } from '../components/intake/LetterPaste'
import { RequestForm } from '../components/intake/RequestForm'
import type { Desk } from '../models/page/desk'

export function IntakeScreen({ desk }: { readonly desk: Desk }) {
  const { phase } = desk.intake.form.value
  if (phase === 'letter') return <LetterPaste desk={desk} />
  return phase === 'search' ? <ClientSearch desk={desk} /> : <RequestForm desk={desk} />
}

/** «Вставить письмо»: the letter as it came, read into proposed fields. */

import type { Desk } from '../../models/page/desk'
import { text } from '../../text.ru'
import { Button } from '../parts/Button'
import { AreaField } from '../parts/Field'
import { TroubleNotice } from '../parts/Notices'

export function LetterPaste({ desk }: { readonly desk: Desk }) {
  const { intake } = desk
  const { letter } = intake.form.value
  return (
    <form
      class="screen with-bar"
      onSubmit={(event) => {
        event.preventDefault()
        void intake.letter.read()
      }}
    >
      <div class="form-head">
        <div class="row between">
          <Button look="link" icon="back" onClick={intake.back}>
            {text.intake.toSearch}
          </Button>
          <Button look="link" onClick={intake.clear}>
            {text.intake.clear}
          </Button>
        </div>
        <h2>{text.intake.letterTitle}</h2>
        <p class="faint">{text.intake.letterTeach}</p>
      </div>
      <AreaField id="intake-letter" label={text.intake.letter} value={letter} rows={12} onType={intake.letter.type} />
      <TroubleNotice caller={intake.letter.caller} />
      <div class="bar">
        <Button look="primary" submit name="read" caller={intake.letter.caller} disabled={letter.trim() === ''}>
          {text.intake.readLetter}
        </Button>
      </div>
    </form>
  )
}

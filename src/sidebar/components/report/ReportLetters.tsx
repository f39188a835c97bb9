/** Letters to the managers of projects: each seen before it goes. */

import type { LocalDateTime } from '../../../domain/time/localTime'
import type { ProjectLetter } from '../../../rpc/monthContract'
import type { ReportLetters as LettersModel } from '../../models/dialogs/reportLetters'
import { report as text } from '../../text/report.ru'
import { Button } from '../parts/Button'
import { Fold } from '../parts/Fold'
import { TroubleNotice, Waiting } from '../parts/Notices'

export function ReportLetters({ model, told }: { readonly model: LettersModel; readonly told: LocalDateTime | null }) {
  const { caller, list, chosen, outbox } = model
  return (
    <section>
      <h2>{text.managers}</h2>
      {told && <p class="good-text">{text.toldAt(told)}</p>}
      {list.value === null && caller.busy.value === '' && <Button onClick={() => void model.load()}>{text.showLetters}</Button>}
      {caller.busy.value === 'letters' && <Waiting>{text.loadingLetters}</Waiting>}
      {list.value?.length === 0 && <p class="faint">{text.noProjects}</p>}
      {list.value?.map((letter) => (
        <Letter key={letter.project} model={model} letter={letter} />
      ))}
      <TroubleNotice caller={caller} />
      {outbox.told.value && <p class="faint">{outbox.told.value}</p>}
      {(list.value?.length ?? 0) > 0 && (
        <Button look="strong" name="tell" caller={caller} disabled={chosen.value.all === 0} onClick={() => void model.send()}>
          {text.send(chosen.value.all, chosen.value.again)}
        </Button>
      )}
    </section>
  )
}

function Letter({ model, letter }: { readonly model: LettersModel; readonly letter: ProjectLetter }) {
  const { project, to, held, sent, subject, body, unknown } = letter
  return (
    <div class="letter">
      <label class="tick">
        <input
          type="checkbox"
          checked={model.isPicked(project)}
          disabled={to === '' || unknown !== undefined}
          onChange={() => model.toggle(project)}
        />
        <span>
          {project} {sent > 0 && <span class="good-text">{text.sent(sent)}</span>}
        </span>
      </label>
      {unknown && <p class="amber-text">{text.unknownProjects(unknown)}</p>}
      <Fold title={text.letterFacts(held, to === '' ? text.noAddress : to)}>
        <strong>{subject}</strong>
        <p class="letter-body">{body}</p>
      </Fold>
    </div>
  )
}

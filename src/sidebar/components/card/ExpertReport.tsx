/** On the card of an external consultation: the report that came, and «Перенести в карточку» (C9). */

import { attachedFiles } from '../../../domain/deal/attachedFile'
import { dealTitles } from '../../../domain/deal/fieldTitles'
import { type ExpertReport as Report, type ReportField, reportFields } from '../../../domain/external/expertReport'
import type { Card } from '../../../rpc/contract'
import type { Desk } from '../../models/page/desk'
import { text } from '../../text.ru'
import { Button } from '../parts/Button'
import { Fold } from '../parts/Fold'
import { FileName } from './AttachFile'

interface Props {
  readonly desk: Desk
  readonly card: Card
}

export function ExpertReport({ desk, card }: Props) {
  const { report, waits } = desk.card.report
  if (report.value === null) return null
  if (!waits.value)
    return (
      <Fold title={text.card.report}>
        <Told desk={desk} report={report.value} without={[]} />
      </Fold>
    )
  return (
    <section class="panel" aria-label={text.card.report}>
      <h3>{text.card.report}</h3>
      <p class="detail">{text.card.reportLead}</p>
      <Conflicts desk={desk} card={card} report={report.value} />
      <Told desk={desk} report={report.value} without={desk.card.report.conflicts.value} />
      <Button look="primary" name="take-report" caller={desk.card.caller} onClick={() => void desk.card.report.take()}>
        {text.card.takeReport}
      </Button>
    </section>
  )
}

/** Both sides of each field, one to be chosen; the card's stands until then. */
function Conflicts({ desk, card, report }: Props & { readonly report: Report }) {
  const { conflicts, chosen, choose } = desk.card.report
  if (conflicts.value.length === 0) return null
  return (
    <>
      <p>{text.card.reportAsk}</p>
      {conflicts.value.map((field) => (
        <fieldset key={field} class="sides">
          <legend class="label">{dealTitles[field]}</legend>
          {[false, true].map((fromReport) => (
            <label key={String(fromReport)}>
              <input
                type="radio"
                name={`report-${field}`}
                checked={chosen.value.includes(field) === fromReport}
                onChange={() => choose(field, fromReport)}
              />
              <span>
                <span class="detail">{fromReport ? text.card.ofReport : text.card.ofCard}</span>
                <span class="plain">{said(desk, field, fromReport ? report[field] : (card.deal[field] ?? ''))}</span>
              </span>
            </label>
          ))}
        </fieldset>
      ))}
    </>
  )
}

function Told({ desk, report, without }: Pick<Props, 'desk'> & { readonly report: Report; readonly without: readonly ReportField[] }) {
  const rows = reportFields
    .filter((field) => !without.includes(field))
    .map((field) => [dealTitles[field], said(desk, field, report[field])] as const)
  return (
    <dl class="told">
      {[...rows, [text.card.reportComment, report.comment] as const]
        .filter(([, value]) => value !== '')
        .map(([title, value]) => (
          <div key={title}>
            <dt class="label">{title}</dt>
            <dd class="plain">{value}</dd>
          </div>
        ))}
      {report.files !== '' && (
        <div>
          <dt class="label">{text.card.reportFiles}</dt>
          {attachedFiles(report.files).map(({ name, url }) => (
            <dd key={name + url} class="plain">
              <FileName name={name} url={url} />
            </dd>
          ))}
        </div>
      )}
    </dl>
  )
}

function said({ page }: Desk, field: ReportField, value: string | number): string {
  if (field === 'topic') return page.lists.topics.find(({ id }) => id === Number(value))?.title ?? ''
  return value === 0 ? '' : String(value)
}

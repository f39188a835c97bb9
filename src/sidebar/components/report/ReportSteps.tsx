/** What is done with a period's numbers: its sheets and files; of a month also approval and publication. */

import type { MonthStatus, SheetFiles } from '../../../rpc/monthContract'
import type { ReportModel } from '../../models/dialogs/report'
import { report as text } from '../../text/report.ru'
import { Button } from '../parts/Button'
import { CopyButton } from '../parts/CopyButton'
import { TextField } from '../parts/Field'
import { Waiting } from '../parts/Notices'

interface Props {
  readonly model: ReportModel
}

export function ReportFiles({ model }: Props) {
  const { caller, result, personal } = model
  return (
    <section>
      <h2>{text.sheets}</h2>
      {result.value === null && <p class="faint">{text.teach}</p>}
      {caller.busy.value === 'make' && <Waiting>{text.making}</Waiting>}
      {result.value && [result.value.report, result.value.list].map((files) => <Files key={files.title} files={files} />)}
      <label class="tick" title={text.personalHint}>
        <input type="checkbox" checked={personal.value} onChange={(event) => (personal.value = event.currentTarget.checked)} />
        {text.personal}
      </label>
      <Button look="link" name="csv" caller={caller} onClick={() => void model.saveCsv()}>
        {text.csv}
      </Button>
    </section>
  )
}

function Files({ files }: { readonly files: SheetFiles }) {
  const links: [string, string][] = [
    [text.open, files.open],
    ['XLSX', files.xlsx],
    ['PDF', files.pdf],
  ]
  return (
    <p class="files">
      <strong>{files.title}</strong>
      {links.map(([title, address]) => (
        <a key={title} href={address} target="_blank" rel="noreferrer" aria-label={`${title}: ${files.title}`}>
          {title}
        </a>
      ))}
    </p>
  )
}

export function Approval({ model, done }: Props & { readonly done: MonthStatus }) {
  const asksAgain = model.caller.trouble.value?.problem?.code === 'monthApproved'
  return (
    <section>
      <h2>{text.approval}</h2>
      {!done.over && <p class="faint">{text.runs}</p>}
      {done.over && done.approved === null && <p class="faint">{text.notApproved}</p>}
      {done.approved && <p class="good-text">{text.approved(done.approved, done.approvedBy)}</p>}
      {done.corrections.length > 0 && (
        <div class="late">
          {text.corrections(done.corrections.length)}
          <ul>
            {done.corrections.map((one) => (
              <li key={one.title}>{text.correction(one.title, one.approved, one.now)}</li>
            ))}
          </ul>
        </div>
      )}
      {model.may.approve && done.over && (done.approved === null || done.corrections.length > 0 || asksAgain) && (
        <Button
          look={done.approved === null ? 'strong' : 'plain'}
          name="approve"
          caller={model.caller}
          onClick={() => void model.approve(asksAgain)}
        >
          {asksAgain ? text.approveAgain : text.approve}
        </Button>
      )}
    </section>
  )
}

export function Publication({ model, done }: Props & { readonly done: MonthStatus }) {
  const pr = model.preview.value?.pr
  if (!pr) return null
  return (
    <section>
      <h2>{text.publication}</h2>
      <PrText title={text.site} content={pr.site} />
      <PrText title={text.social} content={pr.social} />
      <Published at={done.published} link={done.link} where={text.onSite} />
      <Published at={done.social ?? null} link={done.socialLink ?? ''} where={text.inSocial} />
      {model.may.publish && !done.over && <p class="faint">{text.publishedLater}</p>}
      {model.may.publish && done.over && (
        <form
          class="row"
          onSubmit={(event) => {
            event.preventDefault()
            void model.publish('site')
          }}
        >
          <TextField
            id="report-link"
            label={text.link}
            hint="https://"
            value={model.link.value}
            onType={(value) => (model.link.value = value)}
          />
          <Button submit name="publish" caller={model.caller} disabled={model.link.value.trim() === ''}>
            {text.publish}
          </Button>
          <Button
            name="publishSocial"
            caller={model.caller}
            disabled={model.link.value.trim() === ''}
            onClick={() => void model.publish('social')}
          >
            {text.publishSocial}
          </Button>
        </form>
      )}
    </section>
  )
}

/** S3: the site and the social networks have a mark each. */
function Published({ at, link, where }: { readonly at: string | null; readonly link: string; readonly where: string }) {
  if (at === null) return null
  return (
    <p class="good-text">
      {text.publishedAt(at)} {where}{' '}
      <a href={link} target="_blank" rel="noreferrer">
        {link}
      </a>
    </p>
  )
}

function PrText({ title, content }: { readonly title: string; readonly content: string }) {
  return (
    <div class="pr-text">
      <div class="row between">
        <span class="label">{title}</span>
        <CopyButton of={content} label={title} />
      </div>
      <p>{content}</p>
    </div>
  )
}

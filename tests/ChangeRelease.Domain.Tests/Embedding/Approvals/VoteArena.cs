using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;
using ChangeRelease.Domain.Lifecycles;

namespace ChangeRelease.Domain.Tests.Embedding.Approvals;

/// <summary>The votes on one change: one person, one voice; none survives on other content; and it is authorized only by enough of them.</summary>
internal sealed class VoteArena : TallyArena<ChangeEvent>
{
    public override StreamId[] Streams(TenantId tenant) => [VotedIn(tenant)];

    public override async Task<string> EndAsync(IEventStore store, TenantId tenant)
    {
        var change = ChangeRequest.Fold(await EventsAsync(store, tenant).ConfigureAwait(false));
        return FormattableString.Invariant($"{change?.Status} {change?.Version} {change?.Digest} {change?.ResumesTo} {change?.Votes} {change?.VoidedVotes} {change?.Annotations}");
    }

    protected override void See(Tally tally, ChangeEvent happened, Digest content)
    {
        switch (happened)
        {
            case VoteCast it:
                tally.Cast(it.Vote, content);
                break;
            case VoteCarriedOver it:
                tally.Cast(it.Vote, content);
                break;
            case VoteWithdrawn it:
                tally.Withdraw(it.Voter);
                break;
            case BoardDecisionWithdrawn:
                tally.WithdrawBoard();
                break;
            case ChangeAmended { IsMaterial: true }:
                tally.Edit(happened.Header.Stamp.Actor.Id);
                break;
            case ChangeRevised:
                tally.Void();
                break;
            case ChangeAuthorized it:
                tally.Decide(content, it.Approvers);
                break;
            default:
                break;
        }
    }

    protected override ChangeEvent Read(EventRecord record) => ChangeJson.ReadEvent(record.Payload.Span);

    protected override EventHeader HeaderOf(ChangeEvent happened) => happened.Header;

    protected override ValueList<Vote> VotesAfter(IReadOnlyList<ChangeEvent> events) => ChangeRequest.Fold(events)!.Votes;

    protected override StreamId VotedIn(TenantId tenant) => new(tenant, "change", World.One.Value);
}

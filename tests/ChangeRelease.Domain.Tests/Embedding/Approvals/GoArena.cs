using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;
using ChangeRelease.Domain.Lifecycles;
using ChangeRelease.Domain.Releases;

namespace ChangeRelease.Domain.Tests.Embedding.Approvals;

/// <summary>The go votes on a release, and the change aboard it: it is let go only by enough of them.</summary>
internal sealed class GoArena : TallyArena<ReleaseEvent>
{
    public override StreamId[] Streams(TenantId tenant) => [VotedIn(tenant), ChangeIn(tenant)];

    public override async Task<string> EndAsync(IEventStore store, TenantId tenant)
    {
        var release = Release.Fold(await EventsAsync(store, tenant).ConfigureAwait(false));
        var change = ChangeRequest.Fold((await World.Records(store, ChangeIn(tenant)).ConfigureAwait(false)).Select(record => ChangeJson.ReadEvent(record.Payload.Span)));
        return FormattableString.Invariant($"{release?.Status} {release?.Version} {release?.Digest} {release?.Votes}\n{change?.Status} {change?.Version} {change?.Digest}");
    }

    protected override void See(Tally tally, ReleaseEvent happened, Digest content)
    {
        switch (happened)
        {
            case ReleaseVoteCast it:
                tally.Cast(it.Vote, content);
                break;
            case ReleaseVoteWithdrawn it:
                tally.Withdraw(it.Voter);
                break;
            case ReleaseRecalled or ReleaseReplanned:
                tally.Void();
                break;
            case ReleaseWentGo it:
                tally.Decide(content, it.Approvers);
                break;
            default:
                break;
        }
    }

    protected override ReleaseEvent Read(EventRecord record) => ReleaseJson.ReadEvent(record.Payload.Span);

    protected override EventHeader HeaderOf(ReleaseEvent happened) => happened.Header;

    protected override ValueList<Vote> VotesAfter(IReadOnlyList<ReleaseEvent> events) => Release.Fold(events)!.Votes;

    protected override StreamId VotedIn(TenantId tenant) => new(tenant, "release", World.Train.Value);

    private static StreamId ChangeIn(TenantId tenant) => new(tenant, "change", World.One.Value);
}

using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;
using ChangeRelease.Domain.Releases;
using ChangeRelease.Domain.Tests.Embedding.Rivals;

namespace ChangeRelease.Domain.Tests.Embedding.Approvals;

/// <summary>The go votes on a release, and the change aboard it: it is let go only by enough of them.</summary>
internal sealed class GoArena : Arena
{
    public override StreamId[] Streams(TenantId tenant) => [ReleaseIn(tenant), ChangeIn(tenant)];

    public override async Task<string> EndAsync(IEventStore store, TenantId tenant)
    {
        var release = Release.Fold(await EventsAsync(store, tenant).ConfigureAwait(false));
        var change = ChangeRequest.Fold((await World.Records(store, ChangeIn(tenant)).ConfigureAwait(false)).Select(record => ChangeJson.ReadEvent(record.Payload.Span)));
        return FormattableString.Invariant($"{release?.Status} {release?.Version} {release?.Digest} {release?.Votes}\n{change?.Status} {change?.Version} {change?.Digest}");
    }

    public override async Task<string?> WrongAsync(IEventStore store, TenantId tenant)
    {
        var events = await EventsAsync(store, tenant).ConfigureAwait(false);
        var tally = new Tally(World.Ann.Id);
        var content = Digest.Zero;
        foreach (var happened in events)
        {
            See(tally, happened, content);
            content = happened.Header.Content;
        }

        tally.Compare(Release.Fold(events)!.Votes);
        return tally.Wrong;
    }

    private static void See(Tally tally, ReleaseEvent happened, Digest content)
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

    private static async Task<List<ReleaseEvent>> EventsAsync(IEventStore store, TenantId tenant) =>
        [.. (await World.Records(store, ReleaseIn(tenant)).ConfigureAwait(false)).Select(record => ReleaseJson.ReadEvent(record.Payload.Span))];

    private static StreamId ReleaseIn(TenantId tenant) => new(tenant, "release", World.Train.Value);

    private static StreamId ChangeIn(TenantId tenant) => new(tenant, "change", World.One.Value);
}

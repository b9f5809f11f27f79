using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;
using ChangeRelease.Domain.Tests.Embedding.Rivals;

namespace ChangeRelease.Domain.Tests.Embedding.Approvals;

/// <summary>The votes on one change: one person, one voice; none survives on other content; and it is authorized only by enough of them.</summary>
internal sealed class VoteArena : Arena
{
    public override StreamId[] Streams(TenantId tenant) => [StreamOf(tenant)];

    public override async Task<string> EndAsync(IEventStore store, TenantId tenant)
    {
        var change = ChangeRequest.Fold(await EventsAsync(store, tenant).ConfigureAwait(false));
        return FormattableString.Invariant($"{change?.Status} {change?.Version} {change?.Digest} {change?.ResumesTo} {change?.Votes} {change?.VoidedVotes} {change?.Annotations}");
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

        tally.Compare(ChangeRequest.Fold(events)!.Votes);
        return tally.Wrong;
    }

    private static void See(Tally tally, ChangeEvent happened, Digest content)
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

    private static async Task<List<ChangeEvent>> EventsAsync(IEventStore store, TenantId tenant) =>
        [.. (await World.Records(store, StreamOf(tenant)).ConfigureAwait(false)).Select(record => ChangeJson.ReadEvent(record.Payload.Span))];

    private static StreamId StreamOf(TenantId tenant) => new(tenant, "change", World.One.Value);
}
